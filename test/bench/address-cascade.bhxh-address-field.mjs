import '@bhxh-kit/elements/define/address-field.js';

export default async function mount(units, provinceCode) {
  const field = document.createElement('bhxh-address-field');
  field.units = units;
  field.value = { scheme: '2025', provinceCode, communeCode: '', street: '' };
  document.body.append(field);
  await field.updateComplete;
  const input = field.shadowRoot.querySelector('#commune');
  input.focus();
  return {
    open: () => {
      input.click();
      return field.updateComplete;
    },
    filter: (text) => {
      input.value = text;
      input.dispatchEvent(new InputEvent('input', { bubbles: true }));
      return field.updateComplete;
    },
    elements: () => field.shadowRoot.querySelectorAll('*').length + 1,
    shown: () => field.shadowRoot.querySelector('#commune-list').textContent,
  };
}
