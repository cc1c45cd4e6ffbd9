import { operations } from '@bhxh-kit/contract';
import type { Hono } from 'hono';
import { type Call, type Environment, type Holder, mount, type Mounting } from '../http/mount.js';
import { Refusal } from '../http/refusal.js';
import { current, refresh, signIn, signOut } from './sessions.js';

const rows = operations.session;

/** Signing in and out (A1). */
export function mountSessions(app: Hono<Environment>, mounting: Mounting): void {
  mount(app, rows.signIn, (input) => signIn(input, mounting), mounting);
  mount(app, rows.refresh, ({ refreshToken }) => refresh(refreshToken, mounting), mounting);
  mount(app, rows.current, (_, call) => current(heldBy(call), mounting), mounting);
  mount(app, rows.signOut, (_, call) => signOut(heldBy(call), mounting), mounting);
}

/** The holder of a call whose row asks for a session. */
export function heldBy({ holder }: Call): Holder {
  if (!holder) throw new Refusal('session.missing');
  return holder;
}
