import { operations } from '@bhxh-kit/contract';
import type { Directory } from '@bhxh-kit/directory';
import type { Hono } from 'hono';
import { type Environment, type Mounting, mount } from '../http/mount.js';
import { heldBy } from '../sessions/routes.js';
import { accessesTo } from './accesses.js';

/** Who looked at my data. */
export function mountAccessLog(app: Hono<Environment>, directory: Directory, mounting: Mounting): void {
  const needs = { ...mounting, directory };
  mount(app, operations.accesses.mine, (asked, call) => accessesTo(call.db, heldBy(call), asked, needs), mounting);
}
