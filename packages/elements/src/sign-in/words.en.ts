import type { English } from '../foundation/words.js';
import type { SignInWords } from './words.js';

const en = {
  title: 'Sign in',
  number: 'BHXH number',
  numberHint: '10 digits. A whole health card number of 15 characters works too.',
  numberWrong: 'The BHXH number has 10 digits, or the 12 digits of the personal ID. Enter it again.',
  password: 'Password',
  passwordMissing: 'Enter the password.',
  show: 'Show the password',
  signIn: 'Sign in',
  signingIn: 'Signing in…',
  problem: 'You are not signed in',
  over: 'You were signed out',
  noClient: 'This page is not connected to any system. Tell whoever runs it.',
  failed: 'Something went wrong. What you typed is kept, try again.',
  locked: 'Too many wrong tries, so signing in is locked for a while. What you typed is kept; try again when the time is over.',
  lockedFor: 'You can try again in {time}.',
  minutes: '{minutes} min',
  seconds: '{seconds} s',
  mayAgain: 'You can sign in again now.',
  firstPassword:
    'This is the first password you were sent: it only opens the choice of your own. Activate the account, then sign in with the password you chose.',
  changeTitle: 'Change your password before you sign in',
  change: 'The password is to be changed at least every 6 months. Yours has been overdue since {since}.',
  changed: 'Your password was changed. Sign in with the new one.',
  back: 'Back to signing in',
  vneidCut:
    'You are back from VNeID, but the page could not load what signs you in. Check the network connection and try again; if it still fails, reload the page.',
  done: 'You are signed in.',
} as const satisfies English<SignInWords>;

export default en;
