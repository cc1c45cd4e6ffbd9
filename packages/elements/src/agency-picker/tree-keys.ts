import type { TreeAct } from './tree-model.js';

/** Key → act, to the letter of the WAI-ARIA APG tree view. The keyboard test walks this table. */
export const TREE_KEYS: Readonly<Record<string, TreeAct | 'choose'>> = {
  ArrowDown: 'next',
  ArrowUp: 'previous',
  Home: 'first',
  End: 'last',
  PageDown: 'page-next',
  PageUp: 'page-previous',
  ArrowRight: 'open-or-enter',
  ArrowLeft: 'close-or-leave',
  '*': 'open-siblings',
  Enter: 'choose',
  ' ': 'choose',
};
