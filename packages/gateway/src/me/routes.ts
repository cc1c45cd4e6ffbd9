import { operations } from '@bhxh-kit/contract';
import type { Hono } from 'hono';
import { benefits } from '../histories/benefits.js';
import { participation } from '../histories/participation.js';
import { visit, visits } from '../histories/visits.js';
import { type Environment, mount, type Mounting } from '../http/mount.js';
import { heldBy } from '../sessions/routes.js';
import { openCards, profile } from './me.js';

/** What a signed-in person sees of themselves, and a guardian of their children (A8, C1, H1–H3). */
export function mountMe(app: Hono<Environment>, mounting: Mounting): void {
  const cards = openCards(mounting.db, mounting);
  mount(app, operations.profile.read, (_, call) => profile(call.db, heldBy(call), mounting), mounting);
  mount(app, operations.cards.mine, async (_, call) => ({ items: await cards(heldBy(call)) }), mounting);
  mount(app, operations.participation.list, (input, call) => participation(call.db, heldBy(call), input, mounting), mounting);
  mount(app, operations.benefits.list, (input, call) => benefits(call.db, heldBy(call), input, mounting), mounting);
  mount(app, operations.visits.list, (input, call) => visits(call.db, heldBy(call), input, mounting), mounting);
  mount(app, operations.visits.read, (input, call) => visit(call.db, heldBy(call), input, mounting), mounting);
}
