import type { StateWords } from './words.state.js';
import type { English } from './words.js';

export default {
  loading: 'Loading…',
  retry: 'Try again',
  close: 'Close',
  actFailed: 'This could not be done. Check the network connection and try again; if it still fails, reload the page.',
} satisfies English<StateWords>;
