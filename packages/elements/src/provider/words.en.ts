import type { English } from '../foundation/words.js';
import type { ProviderWords } from './words.js';

const en = {
  wrongBaseUrl: '<bhxh-provider>: the address in base-url cannot be used; the elements inside are not connected to any gateway.',
  wayOut: 'Give a full https:// address or a path of this page’s own origin, for example /bhxh.',
} as const satisfies English<ProviderWords>;

export default en;
