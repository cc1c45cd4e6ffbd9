import { operations } from '@bhxh-kit/contract';
import type { Hono } from 'hono';
import { type Environment, type Mounting, mount } from '../http/mount.js';
import { heldBy } from '../sessions/routes.js';
import { change, changeOverdue, passwordAge, requestChange, requestOverdueChange } from './changing.js';
import { requestReset, reset } from './resetting.js';

const rows = operations.passwords;

/** Changing a password (A4), with a word when it grows old (A3), and setting a forgotten one anew (A6). */
export function mountPasswords(app: Hono<Environment>, mounting: Mounting): void {
  mount(app, rows.age, (_, call) => passwordAge(heldBy(call), mounting), mounting);
  mount(app, rows.requestChange, (input, call) => requestChange(input, heldBy(call), mounting), mounting);
  mount(app, rows.change, (input, call) => change(input, heldBy(call), mounting), mounting);
  mount(app, rows.requestOverdueChange, (input) => requestOverdueChange(input, mounting), mounting);
  mount(app, rows.changeOverdue, (input) => changeOverdue(input, mounting), mounting);
  mount(app, rows.requestReset, (input) => requestReset(input, mounting), mounting);
  mount(app, rows.reset, (input, call) => reset(input, call, mounting), mounting);
}
