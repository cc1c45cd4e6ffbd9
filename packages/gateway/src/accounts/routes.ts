import { operations } from '@bhxh-kit/contract';
import type { Hono } from 'hono';
import { type Environment, type Mounting, mount } from '../http/mount.js';
import { activate, requestActivation } from './activation.js';

/** From the approval to the first password (O3, A2). */
export function mountAccounts(app: Hono<Environment>, mounting: Mounting): void {
  mount(app, operations.accounts.activate, (input, call) => activate(input, call, mounting), mounting);
  mount(app, operations.accounts.requestActivation, (input) => requestActivation(input, mounting), mounting);
}
