import { operations } from '@bhxh-kit/contract';
import { sql } from 'drizzle-orm';
import type { Hono } from 'hono';
import { today } from '../clock/clock.js';
import { type Environment, mount, type Mounting } from '../http/mount.js';
import type { IdentityVerifier } from '../identity/identity-verifier.js';
import { verifierInForce } from '../identity/verifying.js';
import { packInForce } from '../rules/rules.js';
import { vneidInForce } from '../vneid/signing-in.js';
import type { VneidProvider } from '../vneid/vneid-provider.js';
import { VERSION } from './version.js';

/** Health, and the rules forms are filled by. */
export function mountSystem(
  app: Hono<Environment>,
  { verifier, vneid }: { readonly verifier: IdentityVerifier | undefined; readonly vneid: VneidProvider | undefined },
  mounting: Mounting,
): void {
  const { clock, settings } = mounting;
  mount(
    app,
    operations.health.read,
    async (_, { db }) => {
      await db.execute(sql`select 1`);
      return { status: 'ok' as const, version: VERSION, time: clock.now().toISOString() };
    },
    mounting,
  );
  mount(
    app,
    operations.rules.current,
    () => {
      const identityVerifier = verifierInForce(verifier, mounting)?.name;
      const named = vneidInForce(vneid, mounting)?.name;
      return Promise.resolve({
        rulePack: packInForce(settings, clock).id,
        today: today(clock),
        ...(identityVerifier && { identityVerifier }),
        ...(named && { vneid: named }),
      });
    },
    mounting,
  );
}
