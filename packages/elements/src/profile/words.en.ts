import type { English } from '../foundation/words.js';
import type { ProfileWords } from './words.js';

export default {
  title: 'Personal details',
  none: 'There are no personal details yet.',
  whose: 'Profile',
  own: '{name} (mine)',
  gone: 'The profile of {name} is no longer open to you: they are old enough to act for themselves, or you are no longer their guardian. This is your own profile.',
  shown: 'Profile shown: {name}',
  bhxhNumber: 'BHXH number',
  fullName: 'Full name',
  birthDate: 'Birth date',
  identityNumber: 'Identity card or passport',
  mobilePhone: 'Phone number',
  email: 'E-mail address',
  address: 'Address',
  agency: 'Managing BHXH office',
  hidden: 'hidden, the last {digits} characters are {tail}',
  hiddenEmail: 'hidden',
  reveal: 'Show the numbers',
  hide: 'Hide the numbers',
  changePhone: 'Change the phone number',
  changeEmail: 'Change the e-mail address',
  failed: 'The profile could not be loaded.',
  stale: 'The profile could not be brought up to date. This was loaded before.',
} satisfies English<ProfileWords>;
