import { operations } from '@bhxh-kit/contract';
import type { Hono } from 'hono';
import { type ActingOfficer, type Call, type Environment, type Holder, type Mounting, mount } from '../http/mount.js';
import { Refusal } from '../http/refusal.js';
import { listDevices, sendTakeOverCode, signOutEverywhere, takeOver } from './devices.js';
import { current, refresh, signOut } from './sessions.js';
import { signIn } from './signing-in.js';

const rows = operations.session;

/** Signing in (A1), and what a person's session and an officer's have in common. */
export function mountSessions(app: Hono<Environment>, mounting: Mounting): void {
  mount(app, rows.signIn, (input, call) => signIn(input, call, mounting), mounting);
  mount(app, rows.refresh, ({ refreshToken }, { origin }) => refresh(refreshToken, origin, mounting), mounting);
  mount(app, rows.current, (_, call) => current(anyHolderOf(call), mounting), mounting);
  mount(app, rows.signOut, (_, call) => signOut(anyHolderOf(call), mounting), mounting);
}

/** One device at a time (A5). */
export function mountDevices(app: Hono<Environment>, mounting: Mounting): void {
  const { devices } = operations;
  mount(app, devices.sendTakeOverCode, (input) => sendTakeOverCode(input, mounting), mounting);
  mount(app, devices.takeOver, (input) => takeOver(input, mounting), mounting);
  mount(app, devices.list, (_, call) => listDevices(heldBy(call), mounting), mounting);
  mount(app, devices.signOutEverywhere, (_, call) => signOutEverywhere(heldBy(call), mounting), mounting);
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
