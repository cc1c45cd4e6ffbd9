import type { ListAct } from './option-list.js';

export type ComboboxAct = ListAct | 'open' | 'close' | 'choose' | 'cancel';

/** The keyboard of an editable combobox with a list (WAI-ARIA APG). `Alt+` stands before the key's name; every other key writes. */
export const COMBOBOX_KEYS: Readonly<Record<string, ComboboxAct>> = {
  ArrowDown: 'next',
  ArrowUp: 'previous',
  PageDown: 'page-next',
  PageUp: 'page-previous',
  'Alt+ArrowDown': 'open',
  'Alt+ArrowUp': 'close',
  Enter: 'choose',
  Escape: 'cancel',
};
