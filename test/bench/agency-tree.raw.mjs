// The limit: a windowed tree written by hand for this one page as a careful page has it: its look, tree and items for screen readers (level, place among its siblings, code digit by digit),
// a labelled filter with its hint and count, hits marked, the cursor on the first. No library, form, other language or colours, choosing, loading or type-ahead.
// It folds names once for its filter and keeps ancestors of matches, as ours must.

const ROW = 44;
const HEIGHT = 416;
const STYLES = `
  .browse { display: flex; flex-direction: column; line-height: 24px; color: #1a2230 }
  .browse label { display: block; margin-block-end: 4px; font-weight: 600 }
  .browse input { box-sizing: border-box; width: 100%; min-height: 44px; padding: 6px 12px; font: inherit; border: 1px solid #74808f; border-radius: 6px }
  .browse input:focus-visible, .tree:focus-visible { outline: 3px solid #0b57a4 }
  .hint { margin-block: 6px 8px; font-size: 15px; color: #4d5a6b }
  .tree { box-sizing: border-box; height: ${HEIGHT}px; overflow: auto; overscroll-behavior: contain; border: 1px solid #d9e0e9; border-radius: 6px }
  .canvas { box-sizing: border-box; contain: layout style }
  .row { display: flex; align-items: center; gap: 8px; box-sizing: border-box; height: ${ROW}px; padding-inline: 4px 12px; line-height: 20px; cursor: pointer }
  .row[aria-level='2'] { padding-inline-start: 28px }
  .row[aria-level='3'] { padding-inline-start: 52px }
  .row:hover { background: #f4f7fb }
  .row.active { background: #e8f1fb; box-shadow: inset 3px 0 #0b57a4 }
  .row[aria-selected='true'] .name { font-weight: 600 }
  .twisty, .leaf { flex: none; align-self: stretch; width: 32px }
  .leaf { width: 8px }
  .twisty { display: grid; place-items: center }
  .twisty::before { content: ''; border: solid transparent; border-width: 6px 0 6px 8px; border-inline-start-color: #4d5a6b }
  .row[aria-expanded='true'] .twisty::before { transform: rotate(90deg) }
  .code { flex: none; min-width: 58px; color: #4d5a6b; font-variant-numeric: tabular-nums }
  .name { display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 2; overflow: hidden }
  mark { background: #ffe9a8; color: inherit }
  .hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%) }`;

const fold = (text) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/đ/g, 'd');

const make = (tag, attributes = {}, ...children) => {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
};

class RawTree {
  constructor(rows) {
    this.rows = rows;
    this.index = new Map(rows.map((row, at) => [row.code, at]));
    this.parent = rows.map((row) => (row.parentCode === undefined ? -1 : this.index.get(row.parentCode)));
    this.children = rows.map(() => []);
    this.roots = [];
    this.parent.forEach((parent, at) => (parent < 0 ? this.roots : this.children[parent]).push(at));
    this.level = rows.map(() => 1);
    rows.forEach((_, at) => (this.level[at] = this.parent[at] < 0 ? 1 : this.level[this.parent[at]] + 1));
    this.places = new Int32Array(rows.length);
    this.sizes = new Int32Array(rows.length + 1);
    this.open = new Set();
    this.active = this.roots[0];
    this.canvas = make('div', { class: 'canvas', role: 'presentation' });
    this.box = make('div', { class: 'tree', role: 'tree', tabindex: 0, 'aria-label': 'Danh mục cơ quan BHXH' }, this.canvas);
    this.input = make('input', { id: 'filter', type: 'text', inputmode: 'search', autocomplete: 'off', spellcheck: 'false', 'aria-describedby': 'hint' });
    this.hint = make('p', { class: 'hint', id: 'hint' }, 'Gõ có dấu hay không dấu đều được.');
    this.said = make('div', { role: 'status', class: 'hidden' });
    this.whole = make('div', { class: 'browse' }, make('label', { for: 'filter' }, 'Tìm theo tên hoặc mã'), this.input, this.hint, this.said, this.box);
    this.box.addEventListener('keydown', (event) => this.key(event.key));
    this.box.addEventListener('scroll', () => this.draw());
    this.input.addEventListener('input', () => this.filter(this.input.value));
    this.query = '';
    document.body.append(this.whole);
    this.list();
  }

  list(keep) {
    this.kept = keep;
    this.lines = [];
    const visit = (nodes, parent) => {
      let place = 0;
      for (const node of nodes) {
        if (keep && !keep[node]) continue;
        this.lines.push(node);
        this.places[node] = ++place;
        if (keep || this.open.has(node)) visit(this.children[node], node);
      }
      this.sizes[parent + 1] = place;
    };
    visit(this.roots, -1);
    this.canvas.style.height = `${this.lines.length * ROW}px`;
    this.draw();
  }

  draw() {
    const start = Math.max(0, Math.floor(this.box.scrollTop / ROW) - 3);
    this.canvas.style.paddingTop = `${start * ROW}px`;
    this.box.setAttribute('aria-activedescendant', `node-${this.active}`);
    this.canvas.replaceChildren(...this.lines.slice(start, start + Math.ceil(HEIGHT / ROW) + 4).map((node) => this.line(node)));
  }

  line(node) {
    const { code, name } = this.rows[node];
    const branch = this.children[node].length > 0;
    const row = make(
      'div',
      {
        role: 'treeitem',
        id: `node-${node}`,
        'aria-level': this.level[node],
        'aria-setsize': this.sizes[this.parent[node] + 1],
        'aria-posinset': this.places[node],
      },
      make('span', { class: branch ? 'twisty' : 'leaf' }),
      make('span', { class: 'code', role: 'img', 'aria-label': `mã ${code.split('').join(' ')}` }, `[${code}]`),
      make('span', { class: 'name' }, ...this.marked(name)),
    );
    row.className = node === this.active ? 'row active' : 'row';
    row.setAttribute('aria-selected', 'false');
    if (branch) row.setAttribute('aria-expanded', Boolean(this.kept) || this.open.has(node));
    return row;
  }

  /** Folded letters stand where the written ones do: these names are composed. */
  marked(name) {
    const at = this.query ? fold(name).indexOf(this.query) : -1;
    const end = at + this.query.length;
    return at < 0 ? [name] : [name.slice(0, at), make('mark', {}, name.slice(at, end)), name.slice(end)];
  }

  key(key) {
    const line = this.lines.indexOf(this.active);
    if (key === 'ArrowRight') {
      this.open.add(this.active);
      return this.list();
    }
    this.active = this.lines[Math.min(this.lines.length - 1, Math.max(0, line + (key === 'ArrowDown' ? 1 : -1)))];
    const top = this.lines.indexOf(this.active) * ROW;
    if (top < this.box.scrollTop) this.box.scrollTop = top;
    else if (top + ROW > this.box.scrollTop + HEIGHT) this.box.scrollTop = top + ROW - HEIGHT;
    this.draw();
  }

  filter(query) {
    this.folded ??= this.rows.map((row) => fold(`${row.code} ${row.name}`));
    this.query = fold(query);
    if (!this.query) return this.list();
    const keep = new Uint8Array(this.rows.length);
    let count = 0;
    for (let at = 0; at < this.rows.length; at++) {
      if (!this.folded[at].includes(this.query)) continue;
      if (count++ === 0) this.active = at;
      for (let node = at; node >= 0 && !keep[node]; node = this.parent[node]) keep[node] = 1;
    }
    const found = count > 0 ? `Tìm thấy ${count} cơ quan.` : 'Không có cơ quan nào khớp.';
    this.hint.textContent = found;
    clearTimeout(this.saying);
    this.saying = setTimeout(() => (this.said.textContent = found), 150);
    this.box.scrollTop = 0;
    this.list(keep);
  }
}

export default function mount(data) {
  document.head.append(make('style', {}, STYLES));
  const tree = new RawTree(data);
  return {
    key: (key) => tree.box.dispatchEvent(new KeyboardEvent('keydown', { key })),
    filter: (text) => {
      tree.input.value = text;
      tree.input.dispatchEvent(new InputEvent('input'));
    },
    elements: () => tree.whole.querySelectorAll('*').length + 1,
  };
}
