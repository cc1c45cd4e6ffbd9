import { randomUUID } from 'node:crypto';
import { and, eq, isNull } from 'drizzle-orm';
import type { Clock } from '../clock/clock.js';
import type { Queries } from '../storage/database.js';
import { guardianLinks } from '../storage/guardians-schema.js';

type Link = Pick<typeof guardianLinks.$inferSelect, 'guardianId' | 'childId' | 'rulePack'> & { readonly id?: string };

/** Makes a link, unless the guardian has one that is open; answers the id of the one that was made. Child and guardian must be locked. */
export async function insertLink(tx: Queries, { id = randomUUID(), ...link }: Link, clock: Clock): Promise<string | undefined> {
  if (await hasLink(tx, link)) return undefined;
  await tx.insert(guardianLinks).values({ id, ...link, since: clock.now() });
  return id;
}

/** Whether a guardian has a link to a child that nobody ended. */
export async function hasLink(tx: Queries, { guardianId, childId }: Pick<Link, 'guardianId' | 'childId'>): Promise<boolean> {
  const [open] = await tx
    .select({ id: guardianLinks.id })
    .from(guardianLinks)
    .where(and(eq(guardianLinks.guardianId, guardianId), eq(guardianLinks.childId, childId), isNull(guardianLinks.endedAt)))
    .limit(1);
  return open !== undefined;
}

/** Ends the open links to a child. */
export async function endLinksTo(tx: Queries, childId: string, clock: Clock): Promise<void> {
  await tx
    .update(guardianLinks)
    .set({ endedAt: clock.now() })
    .where(and(eq(guardianLinks.childId, childId), isNull(guardianLinks.endedAt)));
}

/** Removes links whose making is undone: all open ones of a child, or one. */
export async function removeLinks(tx: Queries, of: { readonly childId: string } | { readonly id: string }): Promise<void> {
  await tx.delete(guardianLinks).where('id' in of ? eq(guardianLinks.id, of.id) : and(eq(guardianLinks.childId, of.childId), isNull(guardianLinks.endedAt)));
}
