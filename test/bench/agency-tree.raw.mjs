// The limit: a windowed tree written by hand for this one page, without a library, a form, words, roles or styles beyond the need.
// It folds names for its filter and keeps ancestors of matches, as ours must.

const ROW = 44;
const HEIGHT = 440;
const fold = (text) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/đ/g, 'd');

class RawTree {
  constructor(rows, box) {
    this.rows = rows;
    this.index = new Map(rows.map((row, at) => [row.code, at]));
    this.parent = rows.map((row) => (row.parentCode === undefined ? -1 : this.index.get(row.parentCode)));
    this.children = rows.map(() => []);
    this.roots = [];
    this.parent.forEach((parent, at) => (parent < 0 ? this.roots : this.children[parent]).push(at));
    this.level = rows.map(() => 1);
    rows.forEach((_, at) => (this.level[at] = this.parent[at] < 0 ? 1 : this.level[this.parent[at]] + 1));
    this.open = new Set();
    this.active = this.roots[0];
    this.box = box;
    box.style.cssText = `height:${HEIGHT}px;overflow:auto;position:relative`;
    this.canvas = box.appendChild(document.createElement('div'));
    box.tabIndex = 0;
    box.addEventListener('keydown', (event) => this.key(event.key));
    box.addEventListener('scroll', () => this.draw());
    this.list();
  }

  list(keep) {
    this.lines = [];
    const visit = (nodes) => {
      for (const node of nodes) {
        if (keep && !keep[node]) continue;
        this.lines.push(node);
        if (keep || this.open.has(node)) visit(this.children[node]);
      }
    };
    visit(this.roots);
    this.canvas.style.height = `${this.lines.length * ROW}px`;
    this.draw();
  }

  draw() {
    const start = Math.max(0, Math.floor(this.box.scrollTop / ROW) - 3);
    const shown = this.lines.slice(start, start + Math.ceil(HEIGHT / ROW) + 6);
    this.canvas.replaceChildren(
      ...shown.map((node, at) => {
        const row = document.createElement('div');
        row.style.cssText = `position:absolute;top:${(start + at) * ROW}px;height:${ROW}px;padding-left:${this.level[node] * 20}px`;
        row.className = node === this.active ? 'active' : '';
        row.textContent = `[${this.rows[node].code}] ${this.rows[node].name}`;
        return row;
      }),
    );
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
    const wanted = fold(query);
    if (!wanted) return this.list();
    const keep = new Uint8Array(this.rows.length);
    for (let at = 0; at < this.rows.length; at++) {
      if (!this.folded[at].includes(wanted)) continue;
      for (let node = at; node >= 0 && !keep[node]; node = this.parent[node]) keep[node] = 1;
    }
    this.box.scrollTop = 0;
    this.list(keep);
  }
}

export default function mount(data) {
  const box = document.body.appendChild(document.createElement('div'));
  const tree = new RawTree(data, box);
  return {
    key: (key) => box.dispatchEvent(new KeyboardEvent('keydown', { key })),
    filter: (text) => tree.filter(text),
    elements: () => box.querySelectorAll('*').length + 1,
  };
}
