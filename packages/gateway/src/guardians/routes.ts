import { operations } from '@bhxh-kit/contract';
import type { Hono } from 'hono';
import { type Environment, type Mounting, mount } from '../http/mount.js';
import { heldBy } from '../sessions/routes.js';
import { childrenOf } from './guardian-links.js';

/** The children of a guardian (A8). */
export function mountGuardians(app: Hono<Environment>, mounting: Mounting): void {
  mount(app, operations.children.list, async (_, call) => ({ items: await childrenOf(call.db, heldBy(call), mounting) }), mounting);
}
