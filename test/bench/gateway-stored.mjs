// Declarations already stored, for the bench of the gateway: copies of one that it took itself, made by SQL because a million through the API would take hours.
import { sql } from 'drizzle-orm';

/** The tables a declaration writes, in this order; of each row only its own identity changes. */
const COPIES = [
  // Made beside the rows: `(…).*` in the list would make each copy once for every column.
  sql`insert into declarations select made.* from copies n, declarations d, jsonb_populate_record(d, jsonb_build_object('id', n.id, 'reference', n.reference,
        'paper_due_at', now() + n.at * interval '1 second', 'status', case when n.at % 10 = 0 then 'waiting-for-paper' else 'approved' end)) made
      where d.id = (select id from declarations order by received_at limit 1)`,
  sql`insert into declaration_events (declaration_id, status, at) select id, 'in-review', now() from copies`,
  sql`insert into audit (at, act, subject, actor) select now(), 'declared', reference, 'person' from copies`,
  sql`insert into outbox (id, declaration_id, channel, notice, created_at, next_attempt_at, delivered_at) select gen_random_uuid(), id, 'sms', 'received', now(), now(), now() from copies`,
  sql`insert into idempotency (key_hash, fingerprint, answer, expires_at) select md5(reference) || md5('key'), md5(reference), '\\x00', now() + interval '1 day' from copies`,
];

/** Fills up to so many declarations. References of the copies are of a province there is none of, so that none is given twice. */
export async function fillUp(db, wanted) {
  const { rows } = await db.execute(sql`select count(*)::int as stored from declarations`);
  const [{ stored }] = rows;
  if (stored >= wanted) return;
  await db.transaction(async (tx) => {
    await tx.execute(sql`set local statement_timeout = 0`);
    await tx.execute(sql`create temporary table copies on commit drop as
      select at, gen_random_uuid() as id, lpad(at::text, 7, '0') || '.GD_2026_000' as reference from generate_series(${stored}::int, ${wanted - 1}::int) as at`);
    for (const copy of COPIES) await tx.execute(copy);
  });
  // Else the server does it by itself, in the middle of what is measured.
  await db.execute(sql`vacuum analyze`);
}
