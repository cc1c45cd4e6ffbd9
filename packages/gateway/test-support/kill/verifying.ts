import { sql } from 'drizzle-orm';
import { verifyAudit } from '../../src/audit/verification.js';
import { Secrets } from '../../src/secrets/secrets.js';
import { type Database, openDatabase, rawRows } from '../../src/storage/database.js';
import { SECRET } from '../gateway.js';
import type { Tally, Task } from './client.js';
import type { Place } from './killing.js';
import type { Taken } from './receivers.js';

/** Of an approved declaration exactly these are there, each once: rows of the trail by act, messages by notice and channel. */
const TRAIL = { declared: 1, consented: 1, 'paper-received': 1, approved: 1 };
const NOTICES = { 'received email': 1, 'received sms': 1, 'activation email': 1, 'activation sms': 1 };

interface Found {
  readonly reference: string;
  readonly status: string;
  readonly version: number;
  readonly trail: Record<string, number> | null;
  readonly accounts: number;
  readonly photographs: number;
  readonly notices: Record<string, number> | null;
  readonly undelivered: number;
  /** Ids of its messages. */
  readonly messages: readonly string[] | null;
}

/** Counts what is in the database against what was acknowledged and what arrived; answers a sentence for everything that is wrong. */
export async function verify(place: Place, { tasks }: Tally, taken: ReadonlyMap<string, Taken>): Promise<string[]> {
  const database = await openDatabase(place);
  try {
    const found = await declarationsIn(database);
    const byReference = new Map(found.map((each) => [each.reference, each]));
    const ids = new Set(found.flatMap(({ messages }) => messages ?? []));
    const { broken } = await verifyAudit(database.queries, { clock: { now: () => new Date(0) }, secrets: new Secrets(SECRET) });
    const accounts = await rawRows(database.queries, sql`select 1 from accounts where id::text not like '00000000%'`);
    return [
      ...tasks.flatMap((task) => wrongWith(task, byReference.get(task.reference ?? ''))),
      ...differ('declarations', found.length, tasks.length),
      ...differ('references', new Set(tasks.map(({ reference }) => reference)).size, tasks.length),
      ...differ('accounts', accounts.length, tasks.length),
      ...differ('serials', found.length === 0 ? 0 : Math.max(...found.map(({ reference }) => Number(reference.slice(0, 5)))), found.length),
      ...[...ids].filter((id) => !taken.has(id)).map((id) => `message ${id} did not arrive`),
      ...[...taken].flatMap(([id, { texts, to }]) => [
        ...(ids.has(id) ? [] : [`message ${id} arrived and is nobody's`]),
        ...(texts.size === 1 ? [] : [`message ${id} to ${to} had ${texts.size} texts under one id`]),
      ]),
      ...(broken ? [`the audit chain: ${JSON.stringify(broken)}`] : []),
    ];
  } finally {
    await database.close();
  }
}

async function declarationsIn({ queries }: Database): Promise<readonly Found[]> {
  return (await rawRows(
    queries,
    sql`select d.reference, d.status, d.version,
      (select json_object_agg(act, n) from (select act, count(*)::int as n from audit where subject = d.reference and act not like '%-read' group by act) t) as trail,
      (select count(*)::int from audit where act = 'account-made' and actor = d.reference) as accounts,
      (select count(*)::int from photographs p where p.declaration_id = d.id and p.complete) as photographs,
      (select json_object_agg(kind, n) from (select notice || ' ' || channel as kind, count(*)::int as n from outbox o where o.declaration_id = d.id group by 1) t) as notices,
      (select count(*)::int from outbox o where o.declaration_id = d.id and o.delivered_at is null) as undelivered,
      (select json_agg(o.id) from outbox o where o.declaration_id = d.id) as messages
      from declarations d`,
  )) as readonly Found[];
}

function wrongWith(task: Task, found: Found | undefined): string[] {
  if (!task.reference || !found) return [`lost: ${task.reference ?? 'a declaration that was never acknowledged'}`];
  const name = found.reference;
  return [
    ...differ(`${name} status`, `${found.status} ${found.version}`, 'approved 3'),
    ...differ(`${name} trail`, sorted(found.trail), sorted(TRAIL)),
    ...differ(`${name} accounts`, found.accounts, 1),
    ...differ(`${name} photographs`, found.photographs, 3),
    ...differ(`${name} messages`, sorted(found.notices), sorted(NOTICES)),
    ...differ(`${name} undelivered`, found.undelivered, 0),
  ];
}

const sorted = (counts: Record<string, number> | null): string => JSON.stringify(Object.entries(counts ?? {}).sort());

const differ = (what: string, is: string | number, mustBe: string | number): string[] => (is === mustBe ? [] : [`${what}: ${is} instead of ${mustBe}`]);
