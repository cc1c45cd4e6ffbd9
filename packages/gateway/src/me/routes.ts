import { operations } from '@bhxh-kit/contract';
import type { Hono } from 'hono';
import { type Environment, mount, type Mounting } from '../http/mount.js';
import { heldBy } from '../sessions/routes.js';
import { openCards, participation, profile } from './me.js';

/** What a signed-in person sees of themselves (A8, C1, H1). */
export function mountMe(app: Hono<Environment>, mounting: Mounting): void {
  const { db, secrets } = mounting;
  const cards = openCards(db, secrets);
  mount(app, operations.profile.read, (_, call) => profile(call.db, heldBy(call), secrets), mounting);
  mount(app, operations.cards.mine, async (_, call) => ({ items: await cards(heldBy(call)) }), mounting);
  mount(app, operations.participation.list, (input, call) => participation(call.db, heldBy(call), input, secrets), mounting);
}
