import { operations } from '@bhxh-kit/contract';
import type { Hono } from 'hono';
import { type Environment, type Mounting, mount } from '../http/mount.js';
import { heldBy } from '../sessions/routes.js';
import { addPasskey, myPasskeys, newPasskeyCeremony, removePasskey, sendPasskeyCode } from './own-passkeys.js';
import { signInByPasskey, signInCeremony } from './signing-in.js';

const rows = operations.passkeys;

/** Signing in by passkey (A7), and what a person does with theirs. */
export function mountPasskeys(app: Hono<Environment>, mounting: Mounting): void {
  mount(app, rows.signInOptions, (_, call) => signInCeremony(call, mounting), mounting);
  mount(app, rows.signIn, (input, call) => signInByPasskey(input, call, mounting), mounting);
  mount(app, rows.mine, (_, call) => myPasskeys(heldBy(call), call, mounting), mounting);
  mount(app, rows.sendCode, (_, call) => sendPasskeyCode(heldBy(call), call, mounting), mounting);
  mount(app, rows.addOptions, (code, call) => newPasskeyCeremony(code, heldBy(call), call, mounting), mounting);
  mount(app, rows.add, (input, call) => addPasskey(input, heldBy(call), mounting), mounting);
  mount(app, rows.remove, (input, call) => removePasskey(input, heldBy(call), mounting), mounting);
  const { passkeySite, passkeyPages } = mounting.settings;
  // For browsers, about pages of other domains (WebAuthn §5.11.1): no operation of the contract, and not the gateway's where the site is another server.
  if (passkeySite && passkeyPages.length > 0) app.get('/.well-known/webauthn', (context) => context.json({ origins: passkeyPages }));
}
