// The limit: two fields with a windowed list written by hand for this one page, without a library, a form, words, roles, marks or styles beyond the need.
// It folds names for its filter, as ours must.

const ROW = 44;
const HEIGHT = 308;
const fold = (text) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/đ/g, 'd');

class RawList {
  constructor(box) {
    this.input = box.appendChild(document.createElement('input'));
    this.list = box.appendChild(document.createElement('div'));
    this.list.style.cssText = `height:${HEIGHT}px;overflow:auto;position:absolute`;
    this.list.hidden = true;
    this.canvas = this.list.appendChild(document.createElement('div'));
    this.list.addEventListener('scroll', () => this.draw());
    this.input.addEventListener('input', () => this.filter(this.input.value));
  }

  show(units) {
    this.units = this.shown = units;
    this.folded = undefined;
  }

  open() {
    this.list.hidden = false;
    this.draw();
  }

  draw() {
    const start = Math.max(0, Math.floor(this.list.scrollTop / ROW) - 2);
    this.canvas.style.height = `${this.shown.length * ROW}px`;
    this.canvas.style.paddingTop = `${start * ROW}px`;
    this.canvas.replaceChildren(
      ...this.shown.slice(start, start + Math.ceil(HEIGHT / ROW) + 4).map(({ name }) => {
        const row = document.createElement('div');
        row.style.height = `${ROW}px`;
        row.textContent = name;
        return row;
      }),
    );
  }

  filter(query) {
    this.folded ??= this.units.map(({ code, name }) => fold(`${code} ${name}`));
    const wanted = fold(query);
    this.shown = this.units.filter((_, at) => this.folded[at].includes(wanted));
    this.list.scrollTop = 0;
    this.draw();
  }
}

export default function mount(units, province) {
  const box = document.body.appendChild(document.createElement('div'));
  const provinces = new RawList(box);
  const communes = new RawList(box);
  provinces.show(units.filter(({ level }) => level === 'province'));
  communes.show(units.filter(({ parentCode }) => parentCode === province));
  return {
    open: () => communes.open(),
    filter: (text) => {
      communes.input.value = text;
      communes.input.dispatchEvent(new InputEvent('input', { bubbles: true }));
    },
    elements: () => box.querySelectorAll('*').length + 1,
    shown: () => communes.canvas.textContent,
  };
}
