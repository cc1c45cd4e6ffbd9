import { type Entry, entryOf, searchEntries, searchKey } from '@bhxh-kit/directory/search';

/** One thing to choose. */
export interface Option {
  readonly code: string;
  readonly name: string;
}

export type ListAct = 'next' | 'previous' | 'page-next' | 'page-previous';

/** What a person leaves out of a unit's name when typing it. */
const KIND = /^(thanh pho|tinh|quan|huyen|thi xa|thi tran|phuong|xa|dac khu) /;

/** How kinds are shortened in addresses: "P. Bến Nghé", "Q.1", "TP.HCM". */
const SHORT: Readonly<Record<string, string>> = { tp: 'thanh pho', tx: 'thi xa', tt: 'thi tran', q: 'quan', h: 'huyen', p: 'phuong', x: 'xa', t: 'tinh' };

/** A search key with its kind written out. */
function spelledOut(text: string): string {
  return searchKey(text)
    .replace(/^(t[pxt]|[qhpxt])(?= |\d|hcm)/, (short) => `${SHORT[short]} `)
    .replace(/ +/g, ' ')
    .replace(/\bhcm$/, 'ho chi minh');
}

/** The options of a combobox, what of them the typed text leaves, and where the cursor stands. Knows no DOM. */
export class OptionList {
  /** What is typed to filter by. */
  query = '';
  /** The cursor as an index of `shown`, or -1. */
  active = -1;
  shown: readonly Option[];
  #entries: readonly Entry<Option>[] | undefined;
  /** The names without their kind, folded. */
  readonly #cores = new Map<Option, string>();

  constructor(readonly options: readonly Option[]) {
    this.shown = options;
  }

  /** The option under the cursor. */
  get pointed(): Option | undefined {
    return this.shown[this.active];
  }

  find(code: string): Option | undefined {
    return code ? this.options.find((option) => option.code === code) : undefined;
  }

  /** Makes the keys of the search, which else the first letter typed waits for. */
  prepare(): void {
    void this.#index;
  }

  /** Leaves the options that match, best first, and puts the cursor on the best; an empty text shows all. */
  filter(query: string): void {
    this.query = query.trim();
    this.shown = this.query ? this.#search(this.query) : this.options;
    this.active = this.query && this.shown.length > 0 ? 0 : -1;
  }

  /** What is found as it is typed; else in an address pasted whole; else with shortened kinds written out. */
  #search(query: string): readonly Option[] {
    const found = this.#ranked(query);
    if (found.length > 0) return found;
    const one = this.exactly(query);
    return one ? [one] : this.#ranked(spelledOut(query));
  }

  /** Within one list every name begins with one of few kinds: for "phu", "Phường Phú Thượng" goes before "Phường Ba Đình". */
  #ranked(query: string): readonly Option[] {
    const found = searchEntries(this.#index, query, this.options.length);
    const key = searchKey(query);
    const called: Option[] = [];
    const others: Option[] = [];
    for (const option of found) (this.#cores.get(option)!.startsWith(key) || option.code.startsWith(key) ? called : others).push(option);
    return called.concat(others);
  }

  /** The one option whose name, with or without its kind and tones, is the text itself or a part of an address between commas: then nobody has to choose. */
  exactly(text: string): Option | undefined {
    // An address ends with its province: the last part is the surest.
    for (const part of text.split(/[,;]/).reverse()) {
      const keys = [searchKey(part), spelledOut(part)].filter(Boolean);
      const same = this.#index.filter(({ name, core }) => keys.includes(name) || keys.includes(core));
      if (same.length === 1) return same[0]!.item;
    }
    return undefined;
  }

  /** Puts the cursor on a code, e.g. the chosen one. */
  pointAt(code: string): void {
    this.active = code ? this.shown.findIndex((option) => option.code === code) : -1;
  }

  /** The arrow keys go round at the ends, pages do not. */
  act(act: ListAct, page: number): void {
    const { length } = this.shown;
    if (length === 0) return;
    const step = act === 'next' ? 1 : act === 'previous' ? -1 : act === 'page-next' ? page : -page;
    if (this.active < 0) this.active = step > 0 ? 0 : length - 1;
    else if (act === 'next' || act === 'previous') this.active = (this.active + step + length) % length;
    else this.active = Math.max(0, Math.min(length - 1, this.active + step));
  }

  get #index(): readonly Entry<Option>[] {
    if (!this.#entries) {
      this.#entries = this.options.map((option) => entryOf(option, option.code, option.name, KIND));
      for (const { item, core } of this.#entries) this.#cores.set(item, core);
    }
    return this.#entries;
  }
}
