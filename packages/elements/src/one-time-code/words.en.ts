import type { English } from '../foundation/words.js';
import type { OneTimeCodeWords } from './words.js';

const en = {
  label: 'One-time code (6 digits)',
  sentTo: 'A code was sent to {sentTo}. It works once, for {minutes} minutes.',
  empty: 'Enter the code of the SMS or e-mail.',
  shape: 'The code has 6 digits. Enter it again.',
  wrong: 'The code is not right; {triesLeft} tries are left. Look at the newest message or e-mail again.',
  locked: 'The code is locked after too many wrong tries. Send another.',
  expired: 'The code is too old or was used. Send another.',
  again: 'Send another code',
  sending: 'Sending the code…',
  wait: 'It has not come? One code a minute can be sent.',
  seconds: 'Another can be sent in {seconds} seconds.',
  minutesLeft: 'Another can be sent in {minutes} minutes.',
  mayAgain: 'If the code has not come, another can be sent now.',
} as const satisfies English<OneTimeCodeWords>;

export default en;
