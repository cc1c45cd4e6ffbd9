import type { English } from '../foundation/words.js';
import type { MyDevicesWords } from './words.js';

const en = {
  title: 'Where you are signed in',
  oneAtATime: 'An account is used on one device at a time: signing in on another one signs this one out.',
  current: 'This device',
  other: 'Another device',
  since: 'Signed in at {since}',
  until: 'The session ends at {until} at the latest',
  everywhere: 'Sign out on every device',
  here: 'Sign out',
  ask: 'Sign out on every device, this one too? You will have to sign in again.',
  askHere: 'Sign out on this device? You will have to sign in again.',
  yes: 'Sign out',
  no: 'No',
  signingOut: 'Signing out…',
  signedOut: 'You are signed out. Sign in again to go on.',
  nobody: 'Sign in to see your devices.',
  notYou: 'Is one of them not yours? Sign out on every device and change your password.',
  failed: 'The devices could not be loaded. {reason}',
  notSignedOut: 'You were not signed out. {reason}',
  unknown: 'Something went wrong, try again.',
} as const satisfies English<MyDevicesWords>;

export default en;
