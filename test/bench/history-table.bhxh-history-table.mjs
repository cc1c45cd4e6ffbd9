import '@bhxh-kit/elements/define/history-table.js';

export default async function mount(rows, columns) {
  const table = document.createElement('bhxh-history-table');
  table.columns = columns;
  table.rows = rows;
  table.withoutExport = true;
  document.body.append(table);
  const root = table.shadowRoot;
  // The first rows are in the document, as a person sees them.
  while (!root.querySelector('.row')) await Promise.resolve();
  const settled = async () => {
    while (!(await table.updateComplete));
  };
  return {
    ready: settled,
    async sort(key) {
      const header = root.querySelectorAll('th')[columns.findIndex((column) => column.key === key)];
      header.querySelector('button').click();
      await settled();
      // Not before the header says so; a timer is no part of the sort where its code has come.
      while (!header.hasAttribute('aria-sort')) await new Promise((resolve) => setTimeout(resolve));
    },
    filter(text) {
      root.querySelector('#search').value = text;
      root.querySelector('#search').dispatchEvent(new InputEvent('input'));
      return settled();
    },
    // As a pointer over the table does before anybody can click.
    whole: () => root.querySelector('#panel').dispatchEvent(new PointerEvent('pointerenter')),
    box: () => root.querySelector('.scroller'),
    elements: () => root.querySelectorAll('*').length + 1,
    remove: () => table.remove(),
  };
}
