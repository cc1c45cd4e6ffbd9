import { operations } from '@bhxh-kit/contract';
import type { Hono } from 'hono';
import { type Environment, type Mounting, mount } from '../http/mount.js';
import { makeChallenge } from './challenge.js';

/** Mã kiểm tra (R9). */
export function mountChallenges(app: Hono<Environment>, mounting: Mounting): void {
  mount(app, operations.challenges.make, (asked, { integrator }) => makeChallenge(asked, integrator, mounting), mounting);
}
