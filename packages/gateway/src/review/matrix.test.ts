import { randomUUID } from 'node:crypto';
import { type Operation, operations } from '@bhxh-kit/contract';
import { DeclarationStatus, statusAfter } from '@bhxh-kit/domain';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestDatabase, rowsOf, type TestGateway, testGateway } from '../../test-support/gateway.js';
import { asOfficer, newOfficer } from '../../test-support/officers.js';
import { type AsOfficer, reviewedCase, waitingCase } from '../../test-support/reviews.js';
import type { Database } from '../storage/database.js';

const { reviews } = operations;
/** Own, below, beside, above, elsewhere: an office, its sister, the provincial one above both, and one of another province. */
const AGENCIES = ['00106', '00101', '001', '089'] as const;
const PARENT: Readonly<Record<string, string>> = { '00106': '001', '00101': '001' };
const ACTS = {
  read: reviews.read,
  photograph: reviews.photograph,
  receivePaper: reviews.receivePaper,
  approve: reviews.approve,
  reject: reviews.reject,
  undo: reviews.undo,
} as const;
type ActName = keyof typeof ACTS;

let database: Database;
let gateway: TestGateway;
const officers = new Map<string, AsOfficer>();
const cases = new Map<string, string>();

beforeAll(async () => {
  database = await openTestDatabase();
  gateway = await testGateway(database);
  for (const agencyCode of AGENCIES) {
    await newOfficer(gateway, `canbo.${agencyCode}`, agencyCode);
    officers.set(agencyCode, await asOfficer(gateway, `canbo.${agencyCode}`));
  }
  for (const agencyCode of AGENCIES)
    for (const status of DeclarationStatus.options) {
      const { id } =
        status === 'in-review' ? await reviewedCase(gateway, officers.get(agencyCode) ?? {}, { agencyCode }) : await waitingCase(gateway, { agencyCode });
      cases.set(`${agencyCode} ${status}`, id);
    }
});
afterAll(async () => {
  await gateway.close();
  await database.close();
});

const actsFor = (own: string, agencyCode: string): boolean => own === agencyCode || PARENT[agencyCode] === own;

/** Sets a case back to a status, as far as the acts look at it. */
async function setBack(id: string, status: string): Promise<number> {
  await database.queries.execute(`update declarations set status = '${status}', version = 5, correctable_until = null where id = '${id}'`);
  await database.queries.execute(`delete from review_acts where declaration_id = '${id}'`);
  await database.queries.execute("delete from accounts where id::text not like '00000000%'");
  return 5;
}

const inputOf = (name: ActName, id: string, version: number): Record<string, unknown> =>
  name === 'read' ? { id } : name === 'photograph' ? { id, kind: 'portrait' } : name === 'reject' ? { id, version, reasons: ['duplicate'] } : { id, version };

/** What an act answers to whom it is allowed. */
function expectedOf(name: ActName, status: DeclarationStatus): number | string {
  if (name === 'read' || name === 'photograph') return 200;
  if (name === 'undo') return 'review.undo-over';
  const act = name === 'receivePaper' ? 'paper-received' : name;
  return statusAfter(status, act) ? 200 : 'review.not-allowed';
}

describe('officer × agency × declaration × act', () => {
  it('O1–O4 · each act is done exactly by those who act for the agency and where the status allows; to others the case is one nobody has', async () => {
    const everything = fc.record({
      own: fc.constantFrom(...AGENCIES),
      agencyCode: fc.constantFrom(...AGENCIES),
      status: fc.constantFrom(...DeclarationStatus.options),
      name: fc.constantFrom(...(Object.keys(ACTS) as ActName[])),
    });
    await fc.assert(
      fc.asyncProperty(everything, async ({ own, agencyCode, status, name }) => {
        const id = cases.get(`${agencyCode} ${status}`) ?? '';
        const version = await setBack(id, status);
        const before = await rowsOf(database, `select status, version from declarations where id = '${id}'`);
        const audited = await rowsOf(database, 'select max(id) as last from audit');
        const row: Operation = ACTS[name];
        const answer = await gateway.call(row, inputOf(name, id, version), officers.get(own));
        if (actsFor(own, agencyCode)) {
          const expected = expectedOf(name, status);
          expect(expected === 200 ? answer.status : answer.body.code, `${own} ${name} ${agencyCode} ${status}`).toBe(expected);
          return;
        }
        const nobodys = await gateway.call(row, inputOf(name, randomUUID(), version), officers.get(own));
        expect({ ...answer.body, requestId: '' }).toEqual({ ...nobodys.body, requestId: '' });
        expect([answer.status, answer.body.code]).toEqual([404, 'review.not-found']);
        expect(await rowsOf(database, `select status, version from declarations where id = '${id}'`)).toEqual(before);
        expect(await rowsOf(database, 'select max(id) as last from audit')).toEqual(audited);
        expect(
          await rowsOf(
            database,
            `select 1 from review_leases l join officers o on o.id = l.officer_id where l.declaration_id = '${id}' and o.agency_code = '${own}'`,
          ),
        ).toEqual([]);
      }),
      { numRuns: 250 },
    );
  });

  it('O1, O5 · lists and searches show and approve the same declarations and no others', async () => {
    for (const own of AGENCIES) {
      const { body } = await gateway.call(reviews.list, { limit: 100, status: [...DeclarationStatus.options] }, officers.get(own));
      const expected = [...cases].filter(([key]) => actsFor(own, key.split(' ')[0] ?? '')).map(([, id]) => id);
      expect(new Set(body.items.map(({ id }: { id: string }) => id)), own).toEqual(new Set(expected));
      const items = [...cases.values()].map((id) => ({ id, version: 99 }));
      const { body: listed } = await gateway.call(reviews.approveList, { items }, officers.get(own));
      const refusals = new Map(listed.results.map(({ id, code }: { id: string; code: string }) => [id, code]));
      for (const [, id] of cases) expect(refusals.get(id), own).toBe(expected.includes(id) ? 'review.changed' : 'review.not-found');
    }
  });

  it('O3 · an officer who sends another one’s key gets no answer that was not meant for them', async () => {
    const { id, version } = await reviewedCase(gateway, officers.get('00106') ?? {});
    const key = { 'Idempotency-Key': 'one-key-for-two-officers' };
    expect((await gateway.call(reviews.approve, { id, version }, { ...officers.get('00106'), ...key })).status).toBe(200);
    expect((await gateway.call(reviews.approve, { id, version }, { ...officers.get('089'), ...key })).body.code).toBe('review.not-found');
    expect((await gateway.call(reviews.approve, { id, version }, { ...officers.get('001'), ...key })).body.code).toBe('review.changed');
  });

  it('a person’s token opens no act, and neither does none', async () => {
    const { body } = await gateway.call(operations.session.signIn, { bhxhNumber: '9999999001', password: 'Mau-ThuNghiem-1' });
    for (const row of Object.values(reviews) as Operation[]) {
      const [id] = cases.values();
      const input = row.params ? { id, listId: id, kind: 'portrait', version: 1, reasons: ['duplicate'] } : {};
      expect((await gateway.call(row, input, { Authorization: `Bearer ${body.accessToken}` })).body.code, row.name).toBe('session.not-allowed');
      expect((await gateway.call(row, input)).body.code, row.name).toBe('session.missing');
    }
  });
});
