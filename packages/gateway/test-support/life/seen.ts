import { sql } from 'drizzle-orm';
import { personMac } from '../../src/accounts/accounts-repository.js';
import { Secrets } from '../../src/secrets/secrets.js';
import { type Database, rawRows } from '../../src/storage/database.js';
import { SECRET } from '../gateway.js';
import { PEOPLE } from './world.js';

/** A declaration as the database has it. */
export interface SeenDeclaration {
  readonly reference: string;
  readonly status: string;
  readonly version: number;
  readonly kept: boolean;
  readonly photographs: number;
  readonly history: readonly string[];
  /** Fingerprints, words and codes of the officers' work. */
  readonly marks: number;
  readonly sealed_acts: number;
  readonly codes: number;
  readonly messages: readonly { readonly id: string; readonly notice: string; readonly channel: string; readonly delivered: boolean }[];
}

/** The database at one moment. */
export interface Seen {
  readonly declarations: readonly SeenDeclaration[];
  /** Rows of the trail, counted, with officers, lists and accounts by their place in the test. */
  readonly trail: Readonly<Record<string, number>>;
  /** Accounts by person. */
  readonly accounts: readonly { readonly person: number; readonly active: boolean }[];
}

const secrets = new Secrets(SECRET);
const MACS = PEOPLE.map(({ bhxhNumber }) => personMac(secrets, bhxhNumber));

/** Looks at everything the invariants speak of, in one statement. */
export async function look(database: Database, names: { readonly officerIds: readonly string[]; readonly listIds: readonly string[] }): Promise<Seen> {
  const [row] = await rawRows(database.queries, LOOK);
  const { declarations, trail, accounts } = row as {
    declarations: SeenDeclaration[] | null;
    trail: { act: string; subject: string; actor: string; n: number }[] | null;
    accounts: { mac: string; active: boolean }[] | null;
  };
  const named = new Map<string, string>([...names.officerIds.map((id, at) => [id, `officer ${at}`] as const), ...names.listIds.map((id, at) => [id, `list ${at}`] as const)]);
  // An account is told by the declaration that made it: it may be undone by now.
  for (const { act, subject, actor } of trail ?? []) if (act === 'account-made') named.set(subject, `account made by ${actor}`);
  const counts: Record<string, number> = {};
  for (const { act, subject, actor, n } of trail ?? []) {
    const key = [act, named.get(subject) ?? subject, named.get(actor) ?? actor].join(' ');
    counts[key] = (counts[key] ?? 0) + n;
  }
  return { declarations: declarations ?? [], trail: counts, accounts: (accounts ?? []).map(({ mac, active }) => ({ person: MACS.indexOf(mac), active })) };
}

const LOOK = sql`select
  (select json_agg(t order by t.received_at, t.reference) from (
    select d.reference, d.received_at, d.status, d.version, d.sealed is not null as kept,
      (select count(*)::int from photographs p where p.declaration_id = d.id) as photographs,
      (select json_agg(e.status order by e.id) from declaration_events e where e.declaration_id = d.id) as history,
      (select count(*)::int from declaration_marks m where m.declaration_id = d.id) as marks,
      (select count(*)::int from review_acts a where a.declaration_id = d.id and a.sealed is not null) as sealed_acts,
      (select count(*)::int from sent_codes c where c.subject = d.id) as codes,
      coalesce((select json_agg(json_build_object('id', o.id, 'notice', o.notice, 'channel', o.channel, 'delivered', o.delivered_at is not null)) from outbox o where o.declaration_id = d.id), '[]') as messages
    from declarations d) t) as declarations,
  (select json_agg(t) from (select act, subject, actor, count(*)::int as n from audit where act <> 'officer-added' group by act, subject, actor) t) as trail,
  (select json_agg(json_build_object('mac', person_mac, 'active', password_hash is not null)) from accounts where id::text not like '00000000-%') as accounts`;
