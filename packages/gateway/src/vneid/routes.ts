import { operations } from '@bhxh-kit/contract';
import type { Hono } from 'hono';
import { type Environment, type Mounting, mount } from '../http/mount.js';
import { beginVneid, finishVneid } from './signing-in.js';
import type { VneidProvider } from './vneid-provider.js';

/** Signing in with VNeID (A10). */
export function mountVneid(app: Hono<Environment>, provider: VneidProvider | undefined, mounting: Mounting): void {
  mount(app, operations.vneid.begin, async (input) => beginVneid(input, provider, mounting), mounting);
  mount(app, operations.vneid.finish, (input, call) => finishVneid(input, call, provider, mounting), mounting);
}
