import { operations } from '@bhxh-kit/contract';
import type { Hono } from 'hono';
import { type Environment, type Mounting, mount } from '../http/mount.js';

/** The public keys of the seal on Mẫu 01, for desks that keep them. */
export function mountSeals(app: Hono<Environment>, mounting: Mounting): void {
  const keys = [...mounting.seals.published];
  mount(app, operations.seals.keys, () => Promise.resolve({ keys }), mounting);
}
