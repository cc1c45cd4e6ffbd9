import { addDays, addMonths, PASSWORD_REMINDER_DAYS, passwordDueOn, passwordRemindersOf, type RulePack } from '@bhxh-kit/domain';
import { inWorkingHours } from '@bhxh-kit/domain/declaration/reminders.js';
import { and, eq, isNotNull, lt, or, sql } from 'drizzle-orm';
import { isClosed, profileOf } from '../accounts/accounts-repository.js';
import { record } from '../audit/audit.js';
import { today } from '../clock/clock.js';
import { putting } from '../outbox/outbox.js';
import { packInForce } from '../rules/rules.js';
import type { Settings } from '../settings/settings.js';
import { inOneStatement, type Queries } from '../storage/database.js';
import { accounts } from '../storage/schema.js';
import { setAtOf } from './changing.js';
import { passwordMessages } from './password-notices.js';
import type { Passwords } from './setting-password.js';

type Needs = Pick<Passwords, 'clock' | 'secrets'> & { readonly settings: Pick<Settings, 'rulePack'> };

/**
 * Puts out the reminders of passwords that grow old (A3), each account in a transaction of its own; answers how many. Outside working hours nobody is written to; of several that
 * were missed only the last goes out, and once the day is past none does: the person is told where they sign in.
 */
export async function remindOfPasswords(db: Queries, needs: Needs): Promise<number> {
  if (!inWorkingHours(needs.clock.now().toISOString())) return 0;
  const pack = packInForce(needs.settings, needs.clock);
  for (let reminded = 0; ; ) {
    const outcome = await remindNext(db, pack, needs);
    if (outcome === 'none') return reminded;
    if (outcome === 'reminded') reminded++;
  }
}

const setAt = sql`coalesce(${accounts.passwordChangedAt}, ${accounts.createdAt})`;

/** The end of the last day on which a password was set that is due no later than a day, RFC 3339: what was set after it is not looked at. */
function setBefore(due: string, pack: RulePack): string {
  let day = addMonths(due, -pack.passwordAgeMonths);
  // A month that is shorter ends for several days of a longer one.
  while (addMonths(addDays(day, 1), pack.passwordAgeMonths) <= due) day = addDays(day, 1);
  return `${addDays(day, 1)}T00:00:00+07:00`;
}

async function remindNext(db: Queries, pack: RulePack, { clock, secrets }: Needs): Promise<'none' | 'reminded' | 'passed'> {
  return db.transaction(async (tx) => {
    const day = today(clock);
    const dueFor = PASSWORD_REMINDER_DAYS.map((days, at) => and(eq(accounts.passwordReminders, at), lt(setAt, setBefore(addDays(day, days), pack))));
    const [row] = await tx
      .select()
      .from(accounts)
      .where(and(isNotNull(accounts.passwordHash), or(...dueFor)))
      .limit(1)
      .for('update', { skipLocked: true });
    if (!row) return 'none';
    const since = setAtOf(row);
    const dueOn = passwordDueOn(since, pack);
    const reminders = passwordRemindersOf(since, pack).filter((reminder) => reminder <= day).length;
    await tx.update(accounts).set({ passwordReminders: reminders }).where(eq(accounts.id, row.id));
    if (day > dueOn || isClosed(row, clock.now())) return 'passed';
    const messages = passwordMessages({ kind: 'due', dueOn, enforced: pack.passwordAge === 'enforce' }, profileOf(row, secrets));
    const until = new Date(`${addDays(dueOn, 1)}T00:00:00+07:00`);
    await inOneStatement(tx, putting(tx, { notice: 'password-due', messages, until }, { clock, secrets }));
    await record(tx, clock, { act: 'password-reminded', subject: row.id, actor: 'clock' });
    return 'reminded';
  });
}
