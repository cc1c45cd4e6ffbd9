import { operations } from '@bhxh-kit/contract';
import type { Hono } from 'hono';
import { type Environment, type Mounting, mount } from '../http/mount.js';
import { confirmCode, sendCode } from './email-codes.js';

/** One-time codes to e-mail addresses (R14). */
export function mountCodes(app: Hono<Environment>, mounting: Mounting): void {
  mount(app, operations.codes.send, (asked) => sendCode(asked, mounting), mounting);
  mount(app, operations.codes.confirm, (given) => confirmCode(given, mounting), mounting);
}
