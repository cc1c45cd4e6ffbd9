import type { English } from '../foundation/words.js';
import type { AgencyPickerWords } from './words.js';

export default {
  open: 'Choose an office',
  change: 'Change',
  required: 'required',
  failed: 'The list of offices could not be loaded. Check the network connection and try again.',
  address: 'Address',
  phone: 'Telephone',
  unknown: 'No office in the list has the code {code}. Press “Change” to choose again.',
  suggested: 'For the place of residence, the receiving office is {path}.',
  takeSuggested: 'Choose this office',
} satisfies English<AgencyPickerWords>;
