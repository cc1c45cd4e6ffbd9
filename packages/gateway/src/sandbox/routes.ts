import { desc } from 'drizzle-orm';
import type { Context, Hono } from 'hono';
import * as z from 'zod/mini';
import { record } from '../audit/audit.js';
import { readJson } from '../http/body.js';
import type { Environment, Mounting } from '../http/mount.js';
import { inShape } from '../http/shapes.js';
import type { Jobs } from '../jobs/jobs.js';
import { sandboxMessages } from '../storage/schema.js';
import { officersPage } from './officers-page.js';
import { officersShown } from './officers-shown.js';
import { outboxPage } from './outbox-page.js';
import { PERSONAS } from './personas.js';
import type { SandboxClock } from './sandbox-clock.js';

const Move = z.union([
  z.strictObject({
    advanceDays: z.optional(z.number().check(z.gte(0), z.lte(3660))),
    advanceMinutes: z.optional(z.number().check(z.gte(0), z.lte(5_270_400))),
  }),
  z.strictObject({ reset: z.literal(true) }),
]);

/** What only a sandbox has: its personas, its outbox, its clock. */
export function mountSandbox(app: Hono<Environment>, clock: SandboxClock, jobs: Jobs, { db, secrets }: Mounting): void {
  app.get('/sandbox/personas', () =>
    Response.json(
      { items: PERSONAS.map(({ shows, password, profile }) => ({ fullName: profile.fullName, bhxhNumber: profile.bhxhNumber, password, shows })) },
      { headers: { 'Cache-Control': 'no-store' } },
    ),
  );

  app.get('/sandbox/officers', async (context) => {
    const officers = await officersShown(db, { clock, secrets });
    return asPage(context) ? officersPage(officers) : Response.json({ items: officers }, { headers: { 'Cache-Control': 'no-store' } });
  });

  app.get('/sandbox/outbox', async (context) => {
    await jobs.runDue();
    const rows = await db.select().from(sandboxMessages).orderBy(desc(sandboxMessages.ordinal)).limit(200);
    const messages = rows.map(({ ordinal: _, at, ...message }) => ({ ...message, at: at.toISOString() }));
    return asPage(context) ? outboxPage(messages) : Response.json({ items: messages }, { headers: { 'Cache-Control': 'no-store' } });
  });

  app.get('/sandbox/clock', () => Response.json({ now: clock.now().toISOString() }, { headers: { 'Cache-Control': 'no-store' } }));

  /** Moves the clock and does at once what became due by it; before, what was due already, so that a receipt is not overtaken by its deadline. */
  app.post('/sandbox/clock', async (context) => {
    await jobs.runDue();
    const move = inShape(Move, await readJson(context.req.raw)) as { advanceDays?: number; advanceMinutes?: number; reset?: true };
    await clock.move(move.reset ? undefined : Math.round(((move.advanceDays ?? 0) * 1440 + (move.advanceMinutes ?? 0)) * 60_000));
    await record(db, clock, { act: 'clock-moved', subject: 'sandbox', actor: 'sandbox' });
    await jobs.runDue();
    return Response.json({ now: clock.now().toISOString() }, { headers: { 'Cache-Control': 'no-store' } });
  });
}

const asPage = (context: Context<Environment>): boolean => (context.req.header('accept') ?? '').includes('text/html');
