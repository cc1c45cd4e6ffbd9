import '@bhxh-kit/elements/define/agency-picker.js';

export default async function mount(data) {
  const picker = document.createElement('bhxh-agency-picker');
  picker.inline = true;
  picker.agencies = data;
  document.body.append(picker);
  while (!(await picker.updateComplete));
  const act = (event, target) => {
    picker.shadowRoot.querySelector(target).dispatchEvent(event);
    return picker.updateComplete;
  };
  return {
    key: (key) => act(new KeyboardEvent('keydown', { key, bubbles: true }), '.tree'),
    filter: (text) => {
      picker.shadowRoot.querySelector('#filter').value = text;
      return act(new InputEvent('input', { bubbles: true }), '#filter');
    },
    elements: () => picker.shadowRoot.querySelectorAll('*').length + 1,
  };
}
