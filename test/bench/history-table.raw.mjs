// The limit: a windowed table written by hand for this one page, without a library, words, roles or styles beyond the need. Rows are of one height.
// It sorts by keys made once, Vietnamese names by the given name, and folds its cells once for the search, as ours must.

const ROW = 45;
const HEIGHT = 520;
const fold = (text) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/đ/g, 'd');
const money = (value) =>
  value
    .toFixed(2)
    .replace('.', ',')
    .replace(/\B(?=(\d{3})+(?=,))/g, '.');
const written = { month: (value) => value.split('-').reverse().join('/'), money, number: money, text: String, name: String };
const given = (name) => `${name.slice(name.lastIndexOf(' ') + 1)} ${name.slice(0, name.lastIndexOf(' '))}`;

export default function mount(rows, columns) {
  const box = document.body.appendChild(document.createElement('div'));
  box.style.cssText = `height:${HEIGHT}px;overflow:auto`;
  const table = box.appendChild(document.createElement('table'));
  table.style.cssText = 'width:100%;border-collapse:collapse';
  const head = table.createTHead().insertRow();
  for (const { label } of columns) head.append(Object.assign(document.createElement('th'), { textContent: label }));
  const body = table.appendChild(document.createElement('tbody'));
  let order = rows.map((_, at) => at);
  let shown = order;
  let matching;
  let folded;
  const cells = (row) => columns.map(({ key, kind }) => written[kind](row[key]));
  const spacer = (height) => {
    const line = document.createElement('tr');
    line.style.height = `${height}px`;
    return line;
  };
  const draw = () => {
    const start = Math.max(0, Math.floor(box.scrollTop / ROW) - 4);
    const part = shown.slice(start, start + Math.ceil(HEIGHT / ROW) + 8);
    body.replaceChildren(
      spacer(start * ROW),
      ...part.map((at) => {
        const line = document.createElement('tr');
        line.style.height = `${ROW}px`;
        for (const text of cells(rows[at])) line.insertCell().textContent = text;
        return line;
      }),
      spacer((shown.length - start - part.length) * ROW),
    );
  };
  const show = () => {
    shown = matching ? order.filter((at) => matching[at]) : order;
    box.scrollTop = 0;
    draw();
  };
  box.addEventListener('scroll', draw);
  draw();
  return {
    sort(key) {
      const { kind } = columns.find((column) => column.key === key);
      const keys = rows.map((row) => (kind === 'name' ? given(row[key]) : row[key]));
      const collator = new Intl.Collator('vi');
      const distinct = [...new Set(keys)].sort(kind === 'name' ? collator.compare : undefined);
      const rank = new Map(distinct.map((value, at) => [value, at]));
      const ranks = keys.map((value) => rank.get(value));
      order = rows.map((_, at) => at).sort((a, b) => ranks[a] - ranks[b]);
      show();
    },
    filter(query) {
      folded ??= rows.map((row) => fold(cells(row).join('\n')));
      const words = fold(query).split(' ').filter(Boolean);
      matching = words.length ? folded.map((text) => words.every((word) => text.includes(word))) : undefined;
      show();
    },
    ready: () => undefined,
    whole: () => undefined,
    box: () => box,
    elements: () => box.querySelectorAll('*').length + 1,
    remove: () => box.remove(),
  };
}
