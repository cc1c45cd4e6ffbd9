import { operations } from '@bhxh-kit/contract';
import type { Hono } from 'hono';
import { type ActingOfficer, type Call, type Environment, type Holder, mount, type Mounting } from '../http/mount.js';
import { Refusal } from '../http/refusal.js';
import { current, refresh, signIn, signOut } from './sessions.js';

const rows = operations.session;

/** Signing in (A1), and what a person's session and an officer's have in common. */
export function mountSessions(app: Hono<Environment>, mounting: Mounting): void {
  mount(app, rows.signIn, (input) => signIn(input, mounting), mounting);
  mount(app, rows.refresh, ({ refreshToken }) => refresh(refreshToken, mounting), mounting);
  mount(app, rows.current, (_, call) => current(anyHolderOf(call), mounting), mounting);
  mount(app, rows.signOut, (_, call) => signOut(anyHolderOf(call), mounting), mounting);
}

/** The holder of a call whose row asks for a person's session. */
export function heldBy({ holder }: Call): Holder {
  if (!holder) throw new Refusal('session.missing');
  return holder;
}

/** The officer of a call whose row asks for one. */
export function actingIn({ officer }: Call): ActingOfficer {
  if (!officer) throw new Refusal('session.missing');
  return officer;
}

const anyHolderOf = (call: Call): Holder | ActingOfficer => call.officer ?? heldBy(call);
