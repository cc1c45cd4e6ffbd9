import { operations } from '@bhxh-kit/contract';
import type { Directory } from '@bhxh-kit/directory';
import type { Hono } from 'hono';
import { type Environment, type Mounting, mount } from '../http/mount.js';
import { askToSign } from '../passkeys/ceremonies.js';
import { actingIn } from '../sessions/routes.js';
import { me } from './officer.js';
import { addPasskey, listPasskeys, newPasskeyOptions, removePasskey } from './passkeys.js';
import { changePassword, signIn } from './signing-in.js';
import { signInByPasskey } from './signing-in-by-passkey.js';

const rows = operations.officers;

/** Officers of agencies: signing in, and who they are. */
export function mountOfficers(app: Hono<Environment>, directory: Directory, mounting: Mounting): void {
  mount(app, rows.signIn, (input) => signIn(input, mounting), mounting);
  mount(app, rows.changePassword, (input) => changePassword(input, mounting), mounting);
  mount(app, rows.passkeyOptions, () => askToSign(mounting), mounting);
  mount(app, rows.signInByPasskey, (input) => signInByPasskey(input, mounting), mounting);
  mount(app, rows.passkeys, (_, call) => listPasskeys(actingIn(call), mounting), mounting);
  mount(app, rows.addPasskeyOptions, ({ oneTimeCode }, call) => newPasskeyOptions(actingIn(call), oneTimeCode, mounting), mounting);
  mount(app, rows.addPasskey, (input, call) => addPasskey(actingIn(call), input, mounting), mounting);
  mount(app, rows.removePasskey, ({ id }, call) => removePasskey(actingIn(call), id, mounting), mounting);
  mount(app, rows.me, (_, call) => me(call.db, actingIn(call), { ...mounting, directory }), mounting);
}
