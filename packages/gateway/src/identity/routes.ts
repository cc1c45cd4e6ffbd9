import { operations } from '@bhxh-kit/contract';
import type { Hono } from 'hono';
import { type Environment, type Mounting, mount } from '../http/mount.js';
import type { IdentityVerifier } from './identity-verifier.js';
import { verify } from './verifying.js';

/** Identities verified with the population database (R15). */
export function mountIdentities(app: Hono<Environment>, verifier: IdentityVerifier | undefined, mounting: Mounting): void {
  mount(app, operations.identities.verify, (asked) => verify(asked, verifier, mounting), mounting);
}
