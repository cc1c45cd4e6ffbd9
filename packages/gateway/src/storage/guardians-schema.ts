import { index, pgTable, uuid } from 'drizzle-orm/pg-core';
import { moment } from './columns.js';
import { accounts } from './schema.js';

const accountId = (name: string) =>
  uuid(name)
    .notNull()
    .references(() => accounts.id, { onDelete: 'cascade' });

/** Which account sees the data of which child (A8): made when the child's declaration is approved, over from `until` on, when the child is grown up, or once it was ended. */
export const guardianLinks = pgTable(
  'guardian_links',
  {
    id: uuid().primaryKey(),
    guardianId: accountId('guardian_id'),
    childId: accountId('child_id'),
    since: moment('since').notNull(),
    until: moment('until').notNull(),
    endedAt: moment('ended_at'),
  },
  (table) => [index('guardian_links_of').on(table.guardianId), index('guardian_links_to').on(table.childId)],
);
