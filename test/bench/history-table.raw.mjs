// The limit: a windowed table written by hand for this one page as a careful page has it: its look, caption, buttons in the headers with aria-sort, a labelled search,
// the count of rows said politely, row numbers for screen readers. No library, no other language, columns or colours, no cards, details, saving or printing; rows are of one height.
// It sorts by keys made once, Vietnamese names by the given name, and folds its cells once for the search, as ours must.

const ROW = 41;
const HEIGHT = 544;
const STYLES = `
  .tools { display: flex; align-items: end; gap: 8px; margin-block: 16px }
  .search { flex: 1 1 14em }
  .search label { display: block; margin-block-end: 4px; font-weight: 600 }
  .search input { box-sizing: border-box; width: 100%; min-height: 44px; padding: 6px 12px; font: inherit; border: 1px solid #74808f; border-radius: 6px }
  .count { color: #4d5a6b }
  .hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%) }
  .box { height: ${HEIGHT}px; box-sizing: border-box; overflow: auto; overflow-anchor: none; border: 1px solid #d9e0e9; border-radius: 6px; color: #1a2230; line-height: 24px }
  .box:focus-visible, button:focus-visible { outline: 3px solid #0b57a4 }
  table { width: 100%; border-collapse: separate; border-spacing: 0 }
  th { position: sticky; top: 0; padding: 0; background: #f4f7fb; border-block-end: 1px solid #74808f; text-align: start }
  th button { display: flex; align-items: center; gap: 8px; width: 100%; min-height: 44px; padding: 6px 12px; border: 0; background: none; font: inherit; font-weight: 600; cursor: pointer }
  th span { font-size: 0.75em; color: #4d5a6b }
  [aria-sort] span { color: #0b57a4 }
  .row td { padding: 8px 12px; border-block-end: 1px solid #d9e0e9; vertical-align: middle }
  .spacer td { padding: 0 }
  .month, .money, .number { font-variant-numeric: tabular-nums; white-space: nowrap }
  td.money, td.number { text-align: end }`;

const fold = (text) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/đ/g, 'd');
const grouped = (digits) => digits.replace(/\B(?=(\d{3})+$)/g, '.');
const money = (value) => {
  const [whole, fraction] = value.toFixed(2).split('.');
  return `${grouped(whole)},${fraction}`;
};
const number = (value) => (Number.isInteger(value) ? grouped(String(value)) : money(value));
const written = { month: (value) => value.split('-').reverse().join('/'), money, number, text: String, name: String };
const given = (name) => `${name.slice(name.lastIndexOf(' ') + 1)} ${name.slice(0, name.lastIndexOf(' '))}`;

const make = (tag, attributes = {}, ...children) => {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
};

export default function mount(rows, columns) {
  if (!document.querySelector('style')) document.head.append(make('style', {}, STYLES));
  const said = make('div', { role: 'status', class: 'hidden' });
  const search = make('input', { id: 'search', type: 'search', autocomplete: 'off', spellcheck: 'false' });
  const count = make('p', { class: 'count' });
  const arrow = () => make('span', { 'aria-hidden': 'true' }, '↕');
  const headers = columns.map(({ kind, label }) => make('th', { scope: 'col', class: kind }, make('button', { type: 'button' }, label, arrow())));
  const body = make('tbody');
  const table = make(
    'table',
    {},
    make('caption', { class: 'hidden' }, 'Quá trình tham gia'),
    make('thead', {}, make('tr', { 'aria-rowindex': 1 }, ...headers)),
    body,
  );
  const box = make('div', { class: 'box', role: 'region', tabindex: 0, 'aria-label': 'Quá trình tham gia' }, table);
  const tools = make('div', { class: 'tools' }, make('div', { class: 'search' }, make('label', { for: 'search' }, 'Tìm trong bảng'), search));
  const place = make('div', {}, said, tools, count, box);

  let order = rows.map((_, at) => at);
  let shown = order;
  let matching;
  let folded;
  let saying;
  const say = (sentence) => {
    clearTimeout(saying);
    saying = setTimeout(() => (said.textContent = sentence), 150);
  };
  const cells = (row) => columns.map(({ key, kind }) => written[kind](row[key]));
  const pattern = make('tr', { class: 'row' }, ...columns.map(({ kind }) => make('td', { class: kind }, '')));
  const line = (position) => {
    const row = pattern.cloneNode(true);
    row.setAttribute('aria-rowindex', position + 2);
    cells(rows[shown[position]]).forEach((text, at) => (row.cells[at].firstChild.data = text));
    return row;
  };
  const spacer = (height) => make('tr', { class: 'spacer', 'aria-hidden': 'true' }, make('td', { height }));
  const draw = () => {
    const start = Math.max(0, Math.floor(box.scrollTop / ROW) - 4);
    const end = Math.min(shown.length, start + Math.ceil(HEIGHT / ROW) + 8);
    const lines = Array.from({ length: end - start }, (_, at) => line(start + at));
    body.replaceChildren(spacer(start * ROW), ...lines, spacer((shown.length - end) * ROW));
  };
  const show = () => {
    shown = matching ? order.filter((at) => matching[at]) : order;
    table.setAttribute('aria-rowcount', shown.length + 1);
    const many = grouped(String(shown.length));
    count.textContent = matching ? `Tìm thấy ${many} dòng.` : `${many} dòng.`;
    box.scrollTop = 0;
    draw();
  };
  const filter = () => {
    folded ??= rows.map((row) => fold(cells(row).join('\n')));
    const words = fold(search.value).split(' ').filter(Boolean);
    matching = words.length ? folded.map((text) => words.every((word) => text.includes(word))) : undefined;
    show();
    say(count.textContent);
  };
  const sort = (at) => {
    const { key, kind, label } = columns[at];
    const down = headers[at].getAttribute('aria-sort') === 'ascending';
    const keys = rows.map((row) => (kind === 'name' ? given(row[key]) : row[key]));
    const compare = kind === 'name' || kind === 'text' ? new Intl.Collator('vi').compare : kind === 'month' ? undefined : (a, b) => a - b;
    const distinct = [...new Set(keys)].sort(compare);
    const rank = new Map(distinct.map((value, place) => [value, down ? -place : place]));
    const ranks = Int32Array.from(keys, (value) => rank.get(value));
    order = rows.map((_, row) => row).sort((a, b) => ranks[a] - ranks[b]);
    headers.forEach((header, other) => {
      if (other !== at) header.removeAttribute('aria-sort');
      header.querySelector('span').textContent = other !== at ? '↕' : down ? '▼' : '▲';
    });
    headers[at].setAttribute('aria-sort', down ? 'descending' : 'ascending');
    show();
    say(`Đã xếp theo ${label}, ${down ? 'giảm' : 'tăng'} dần.`);
  };
  headers.forEach((header, at) => header.firstChild.addEventListener('click', () => sort(at)));
  search.addEventListener('input', filter);
  box.addEventListener('scroll', draw);
  document.body.append(place);
  show();
  return {
    sort: (key) => headers[columns.findIndex((column) => column.key === key)].firstChild.click(),
    filter(text) {
      search.value = text;
      search.dispatchEvent(new InputEvent('input'));
    },
    ready: () => undefined,
    whole: () => undefined,
    box: () => box,
    elements: () => place.querySelectorAll('*').length + 1,
    remove: () => place.remove(),
  };
}
