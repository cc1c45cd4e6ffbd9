import { randomUUID } from 'node:crypto';
import { type Operation, operationList, operations } from '@bhxh-kit/contract';
import { DeclarationStatus, statusAfter } from '@bhxh-kit/domain';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Answer, openTestDatabase, rowsOf, type TestGateway, testGateway } from '../../test-support/gateway.js';
import { asOfficer, newOfficer } from '../../test-support/officers.js';
import { type AsOfficer, reviewedCase, waitingCase } from '../../test-support/reviews.js';
import type { Database } from '../storage/database.js';

const { reviews } = operations;
/** An office, its sister, the provincial one above both, and one of another province; of each the one above, written down here and not asked of the directory. */
const ABOVE: Readonly<Record<string, string | undefined>> = { '00106': '001', '00101': '001', '001': undefined, '089': undefined };
const AGENCIES = Object.keys(ABOVE);
const STATUSES = DeclarationStatus.options;
const actsFor = (own: string, agency: string): boolean => own === agency || ABOVE[agency] === own;

/** Every act on one case, with what it takes besides. */
const ACTS: Readonly<Record<string, { readonly row: Operation; readonly more?: object }>> = {
  read: { row: reviews.read },
  photograph: { row: reviews.photograph, more: { kind: 'portrait' } },
  receivePaper: { row: reviews.receivePaper },
  approve: { row: reviews.approve },
  reject: { row: reviews.reject, more: { reasons: ['duplicate'] } },
  undo: { row: reviews.undo },
};
const LIST_ACTS = { readList: reviews.readList, confirmList: reviews.confirmList, declineList: reviews.declineList, undoList: reviews.undoList } as const;

interface Cell {
  readonly own: string;
  readonly agency: string;
  readonly status: DeclarationStatus;
  readonly act: string;
}
const CELLS: readonly Cell[] = AGENCIES.flatMap((own) =>
  AGENCIES.flatMap((agency) => STATUSES.flatMap((status) => Object.keys(ACTS).map((act) => ({ own, agency, status, act })))),
);
const FORBIDDEN = CELLS.filter(({ own, agency }) => !actsFor(own, agency));
const ALLOWED = CELLS.filter(({ own, agency }) => actsFor(own, agency));
const nameOf = ({ own, act, agency, status }: Cell): string => `${own} ${act} ${agency} ${status}`;

/** Versions of cases that are set back. */
const VERSION = 5;
let database: Database;
let gateway: TestGateway;
const officers = new Map<string, AsOfficer>();
const cases = new Map<string, string>();
const officerOf = (agency: string): AsOfficer => officers.get(agency) ?? {};
const caseOf = (agency: string, status: string): string => cases.get(`${agency} ${status}`) ?? '';

beforeAll(async () => {
  database = await openTestDatabase();
  gateway = await testGateway(database, { env: { BHXH_SECOND_PERSON_FROM: '1' } });
  for (const agency of AGENCIES) {
    await newOfficer(gateway, `canbo.${agency}`, agency);
    officers.set(agency, await asOfficer(gateway, `canbo.${agency}`));
    for (const status of STATUSES) {
      const { id } = await waitingCase(gateway, { agencyCode: agency });
      cases.set(`${agency} ${status}`, id);
      await setBack(id, status);
    }
  }
});
afterAll(async () => {
  await gateway.close();
  await database.close();
});

/** Sets a case back to a status, as far as the acts look at it. */
async function setBack(id: string, status: string): Promise<void> {
  await database.queries.execute(`update declarations set status = '${status}', version = ${VERSION}, correctable_until = null where id = '${id}'`);
  await database.queries.execute(`delete from review_acts where declaration_id = '${id}'`);
  await database.queries.execute("delete from accounts where id::text not like '00000000%'");
}

const call = (act: string, id: string, own: string): Promise<Answer> => {
  const { row, more } = ACTS[act] as (typeof ACTS)[string];
  const version = row === reviews.read || row === reviews.photograph ? {} : { version: VERSION };
  return gateway.call(row, { id, ...version, ...more }, officerOf(own));
};

/** Everything of an answer but what names the request itself. */
function told({ status, body, headers }: Answer): unknown {
  const rest = Object.fromEntries([...headers].filter(([name]) => name !== 'request-id'));
  return { status, headers: rest, body: Buffer.isBuffer(body) ? body.toString('base64') : { ...body, requestId: '' } };
}

/** What officers' acts could change, as text. */
async function state(): Promise<string> {
  const tables = (await rowsOf(database, "select tablename from pg_tables where schemaname = 'public'")).map(({ tablename }) => String(tablename));
  const kept = tables.filter((table) => !['rate_counters', 'idempotency', 'audit_seals'].includes(table));
  const texts = await Promise.all(kept.map(async (table) => [table, (await rowsOf(database, `select t::text from ${table} t order by 1`)).map(({ t }) => t)]));
  return JSON.stringify(texts);
}

/** What an act answers to whom it is allowed. */
function expectedOf({ act, status }: Cell): number | string {
  if (act === 'read' || act === 'photograph') return 200;
  if (act === 'undo') return 'review.undo-over';
  return statusAfter(status, act === 'receivePaper' ? 'paper-received' : (act as 'approve')) ? 200 : 'review.not-allowed';
}

describe('the matrix of officer, agency, declaration and act', () => {
  it('O1 · names every operation of the desk', () => {
    const named = [...Object.values(ACTS).map(({ row }) => row), ...Object.values(LIST_ACTS), reviews.list, reviews.approveList, reviews.waitingLists];
    const ofTheDesk = operationList.filter(({ name }) => name.startsWith('reviews.')).map(({ name }) => name);
    expect(named.map(({ name }) => name).sort()).toEqual(ofTheDesk.sort());
  });

  it('O1–O4 · answers an officer without the right, in every cell, exactly as for a case nobody has, and changes and records nothing', async () => {
    const nobodys = new Map<string, unknown>();
    const before = await state();
    for (const cell of FORBIDDEN) {
      const asked = `${cell.own} ${cell.act}`;
      if (!nobodys.has(asked)) nobodys.set(asked, told(await call(cell.act, randomUUID(), cell.own)));
      const refused = await call(cell.act, caseOf(cell.agency, cell.status), cell.own);
      expect(told(refused), nameOf(cell)).toEqual(nobodys.get(asked));
      expect(refused.body.code, nameOf(cell)).toBe('review.not-found');
    }
    expect(await state()).toBe(before);
  });

  it('O1–O4 · lets an officer with the right do an act exactly where the status allows it', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...ALLOWED), async (cell) => {
        const id = caseOf(cell.agency, cell.status);
        await setBack(id, cell.status);
        const answer = await call(cell.act, id, cell.own);
        const expected = expectedOf(cell);
        expect(expected === 200 ? answer.status : answer.body.code, nameOf(cell)).toBe(expected);
        await setBack(id, cell.status);
      }),
      { numRuns: 80 },
    );
  });

  it('O1, O5 · queues, searches and lists show and take the same declarations and no others', async () => {
    const items = [...cases.values()].map((id) => ({ id, version: 99 }));
    for (const own of AGENCIES) {
      const { body } = await gateway.call(reviews.list, { limit: 100, status: [...STATUSES] }, officerOf(own));
      const expected = AGENCIES.filter((agency) => actsFor(own, agency)).flatMap((agency) => STATUSES.map((status) => caseOf(agency, status)));
      expect(new Set(body.items.map(({ id }: { id: string }) => id)), own).toEqual(new Set(expected));
      // Asking for an agency above, or for a stranger's, opens nothing more than what is one's own.
      for (const agencyCode of AGENCIES.filter((each) => !actsFor(own, each))) {
        const { items: asked = [] } = (await gateway.call(reviews.list, { agencyCode }, officerOf(own))).body as { items?: { agencyCode: string }[] };
        expect(asked.filter((item) => !actsFor(own, item.agencyCode))).toEqual([]);
      }
      const { body: listed } = await gateway.call(reviews.approveList, { items }, officerOf(own));
      const outcomes = new Map(listed.results.map(({ id, outcome, code }: { id: string; outcome: string; code?: string }) => [id, code ?? outcome]));
      for (const [, id] of cases) expect(outcomes.get(id), own).toBe(expected.includes(id) ? 'waiting' : 'review.not-found');
      await gateway.call(reviews.declineList, { listId: listed.listId }, officerOf(own));
    }
  });

  it('O5 · lets a list be seen and decided by who acts for every case of it, and answers others as for a list nobody has', async () => {
    for (const agencies of [['00106'], ['00106', '00101'], ['089']]) {
      const maker = agencies.length === 1 ? (agencies[0] as string) : '001';
      const items = await Promise.all(
        agencies.map(async (agencyCode) => ({ id: (await reviewedCase(gateway, officerOf(maker), { agencyCode })).id, version: 2 })),
      );
      const sees = (own: string) => own === maker || agencies.every((agency) => actsFor(own, agency));
      for (const [act, row] of Object.entries(LIST_ACTS)) {
        const { listId } = (await gateway.call(reviews.approveList, { items }, officerOf(maker))).body;
        for (const own of AGENCIES.filter((each) => !sees(each))) {
          const refused = await gateway.call(row, { listId }, officerOf(own));
          expect(told(refused), `${own} ${act} ${agencies.join()}`).toEqual(told(await gateway.call(row, { listId: randomUUID() }, officerOf(own))));
          expect(refused.body.code).toBe('review.list-not-found');
          expect(JSON.stringify((await gateway.call(reviews.waitingLists, {}, officerOf(own))).body)).not.toContain(listId);
        }
        const [second] = AGENCIES.filter((each) => sees(each) && each !== maker);
        if (second && act === 'confirmList')
          expect((await gateway.call(row, { listId }, officerOf(second))).body.state, `${second} ${agencies.join()}`).toBe('done');
        else await gateway.call(reviews.declineList, { listId }, officerOf(maker));
      }
    }
  });

  it('O3 · an officer who sends another one’s key gets no answer that was not meant for them', async () => {
    const { id, version } = await reviewedCase(gateway, officerOf('00106'));
    const key = { 'Idempotency-Key': 'one-key-for-two-officers' };
    expect((await gateway.call(reviews.approve, { id, version }, { ...officerOf('00106'), ...key })).status).toBe(200);
    expect((await gateway.call(reviews.approve, { id, version }, { ...officerOf('089'), ...key })).body.code).toBe('review.not-found');
    expect((await gateway.call(reviews.approve, { id, version }, { ...officerOf('001'), ...key })).body.code).toBe('review.changed');
  });
});
