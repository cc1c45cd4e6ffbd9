// The limit: an address of two fields with lists and a street, written by hand for this one page as a careful page has it: its look, combobox and listbox for screen readers, rows windowed,
// the list placed beside its field, hits ranked (name without its kind first, same tones first) and marked, their count said politely, the cursor on the best, what is typed and not chosen invalid.
// No library, no other map, language or colours, no loading, choosing, keyboard or form around it. It folds names once for its filter, as ours must.

const ROW = 48;
const HEIGHT = 360;
const STYLES = `
  .levels { display: grid; grid-template-columns: repeat(auto-fit, minmax(14em, 1fr)); gap: 16px; line-height: 24px; color: #1a2230 }
  .field label { display: block; margin-block-end: 4px; font-weight: 600 }
  .field input { box-sizing: border-box; width: 100%; min-height: 44px; padding: 6px 12px; font: inherit; border: 1px solid #74808f; border-radius: 6px }
  .field input:focus-visible { outline: 3px solid #0b57a4 }
  .popup { position: fixed; inset: auto; margin: 0; padding: 0; border: 1px solid #74808f; border-radius: 6px; background: #fff; box-shadow: 0 8px 28px rgb(8 25 48 / 0.22); overflow: hidden }
  .options { max-height: inherit; overflow: auto; overscroll-behavior: contain }
  .canvas { contain: strict }
  .option { height: ${ROW}px; padding-inline: 12px; line-height: ${ROW}px; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; cursor: pointer }
  .option:hover { background: #f4f7fb }
  .option.active { background: #e8f1fb; box-shadow: inset 3px 0 #0b57a4 }
  .option[aria-selected='true'] { font-weight: 600 }
  .option::highlight(hit) { background: #ffe9a8 }
  .hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%) }`;

const KIND = /^(tinh|phuong) /;
const fold = (text) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/đ/g, 'd');

const make = (tag, attributes = {}, ...children) => {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
};

class RawList {
  constructor(id, label, say) {
    this.id = id;
    this.say = say;
    this.input = make('input', {
      ...{ id, type: 'text', role: 'combobox', autocomplete: 'off', spellcheck: 'false', 'aria-autocomplete': 'list' },
      ...{ 'aria-expanded': 'false', 'aria-controls': `${id}-list`, 'aria-required': 'false', 'aria-invalid': 'false' },
    });
    this.canvas = make('div', { class: 'canvas', role: 'presentation' });
    this.list = make('div', { class: 'options', id: `${id}-list`, role: 'listbox', 'aria-label': label }, this.canvas);
    this.popup = make('div', { class: 'popup', popover: 'manual' }, this.list);
    this.field = make('div', { class: 'field' }, make('label', { for: id }, label), this.input);
    this.active = -1;
    this.query = '';
    this.list.addEventListener('scroll', () => this.draw(this.list.scrollTop));
    this.input.addEventListener('input', () => this.filter(this.input.value));
    this.input.addEventListener('click', () => this.open());
  }

  show(units, code) {
    this.units = this.shown = units;
    this.entries = undefined;
    this.input.value = units.find((unit) => unit.code === code)?.name ?? '';
  }

  open() {
    if (this.popup.isConnected) return;
    this.input.setAttribute('aria-expanded', 'true');
    this.field.append(this.popup);
    this.popup.showPopover();
    this.draw(0);
    this.input.select();
  }

  /** Below the field, above it where there is more room. */
  place() {
    const { left, top, bottom, width } = this.input.getBoundingClientRect();
    const wanted = Math.min(this.shown.length * ROW + 2, HEIGHT);
    const below = visualViewport.height - bottom - 12;
    const height = Math.max(96, Math.min(wanted, below >= wanted || below >= top - 12 ? below : top - 12));
    const at = below >= wanted || below >= top - 12 ? bottom + 4 : top - 4 - height;
    const placed = `left:${left}px;width:${width}px;top:${at}px;max-height:${height}px`;
    if (placed !== this.placed) this.popup.style.cssText = this.placed = placed;
  }

  draw(scrollTop) {
    const start = Math.max(0, Math.floor(scrollTop / ROW) - 2);
    this.canvas.style.cssText = `height:${this.shown.length * ROW}px;padding-top:${start * ROW}px;box-sizing:border-box`;
    const rows = this.shown.slice(start, start + Math.ceil(HEIGHT / ROW) + 3).map(({ name }, at) => {
      const place = start + at;
      const row = make(
        'div',
        { role: 'option', id: `${this.id}-${place}`, 'aria-selected': 'false', 'aria-setsize': this.shown.length, 'aria-posinset': place + 1 },
        name,
      );
      row.className = place === this.active ? 'option active' : 'option';
      return row;
    });
    this.canvas.replaceChildren(...rows);
    this.mark(rows);
    this.place();
  }

  /** Folded letters stand where the written ones do: these names are composed. */
  mark(rows) {
    const marks = new Highlight();
    if (this.query) {
      for (const { firstChild: name } of rows) {
        const at = fold(name.data).indexOf(this.query);
        if (at >= 0) marks.add(new StaticRange({ startContainer: name, startOffset: at, endContainer: name, endOffset: at + this.query.length }));
      }
    }
    CSS.highlights.set('hit', marks);
  }

  filter(text) {
    this.open();
    this.entries ??= this.units.map((unit) => {
      const name = fold(unit.name);
      return { unit, name, core: name.replace(KIND, ''), toned: unit.name.toLowerCase() };
    });
    this.query = fold(text).trim();
    const toned = text.trim().toLowerCase();
    const found = [[], [], [], [], [], [], [], []];
    for (const { unit, name, core, toned: written } of this.entries) {
      const at = name.indexOf(this.query);
      if (at < 0 && !unit.code.startsWith(this.query)) continue;
      const rank = core === this.query ? 0 : core.startsWith(this.query) || at < 0 ? 2 : name[at - 1] === ' ' ? 4 : 6;
      found[written.includes(toned) ? rank : rank + 1].push(unit);
    }
    this.shown = this.query ? found.flat() : this.units;
    this.active = this.query && this.shown.length ? 0 : -1;
    if (this.active < 0) this.input.removeAttribute('aria-activedescendant');
    else this.input.setAttribute('aria-activedescendant', `${this.id}-0`);
    this.input.setCustomValidity(this.query ? `“${text}” không có trong danh mục. Hãy chọn một dòng trong danh sách.` : '');
    this.say(`Tìm thấy ${this.shown.length} dòng.`);
    this.list.scrollTop = 0;
    this.draw(0);
  }
}

export default function mount(units, province) {
  document.head.append(make('style', {}, STYLES));
  const said = make('div', { role: 'status', class: 'hidden' });
  let saying;
  const say = (sentence) => {
    clearTimeout(saying);
    saying = setTimeout(() => (said.textContent = sentence), 150);
  };
  const provinces = new RawList('province', 'Tỉnh, thành phố', say);
  const communes = new RawList('commune', 'Xã, phường, đặc khu', say);
  provinces.show(
    units.filter(({ level }) => level === 'province'),
    province,
  );
  communes.show(units.filter(({ parentCode }) => parentCode === province));
  const streetLabel = make('label', { for: 'street' }, 'Số nhà, ngõ (ngách, hẻm), đường phố, tổ (thôn, xóm, ấp)');
  const street = make('div', { class: 'field' }, streetLabel, make('input', { id: 'street', type: 'text', autocomplete: 'street-address' }));
  const box = make('div', { role: 'group' }, said, make('div', { class: 'levels' }, provinces.field, communes.field), street);
  document.body.append(box);
  communes.input.focus();
  return {
    open: () => communes.input.click(),
    filter: (text) => {
      communes.input.value = text;
      communes.input.dispatchEvent(new InputEvent('input', { bubbles: true }));
    },
    elements: () => box.querySelectorAll('*').length + 1,
    shown: () => communes.canvas.textContent,
  };
}
