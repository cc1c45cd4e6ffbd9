import { randomUUID } from 'node:crypto';
import { operations } from '@bhxh-kit/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestDatabase, rowsOf, type TestGateway, testGateway } from '../../test-support/gateway.js';
import { asOfficer } from '../../test-support/officers.js';
import { type AsOfficer, approvedCase, type Case, reviewedCase, sentTo, waitingCase } from '../../test-support/reviews.js';
import type { Database } from '../storage/database.js';

const { reviews } = operations;
let database: Database;
let gateway: TestGateway;
let strict: TestGateway;
let district: AsOfficer;
let provincial: AsOfficer;

beforeAll(async () => {
  database = await openTestDatabase();
  gateway = await testGateway(database);
  strict = await testGateway(database, { env: { BHXH_SECOND_PERSON_FROM: '2' }, clock: gateway.clock });
  district = await asOfficer(gateway, 'canbo.dongda');
  provincial = await asOfficer(gateway, 'canbo.hanoi');
});
afterAll(async () => {
  await gateway.close();
  await database.close();
});

const item = ({ id, version }: Case) => ({ id, version });
const outcomes = (body: { results: { outcome: string; code?: string }[] }) => body.results.map(({ outcome, code }) => code ?? outcome);
const threeCases = async () => [await reviewedCase(gateway, district), await reviewedCase(gateway, district), await reviewedCase(gateway, district)] as const;

describe('a list', () => {
  it('O5 · is approved in one act, row by row: what cannot be approved is refused with its reason and holds up nobody', async () => {
    const [one, two, other] = await threeCases();
    const [waiting, foreign, taken] = [
      await waitingCase(gateway),
      await reviewedCase(gateway, provincial, { agencyCode: '00101' }),
      await approvedCase(gateway, district),
    ];
    const twin = await reviewedCase(gateway, district, { bhxhNumber: taken.submission.bhxhNumber });
    const unknown = { id: randomUUID(), version: 1 };
    const items = [item(one), item(waiting), item(foreign), unknown, item(twin), item(two), { ...item(other), version: 1 }];
    const { status, body } = await gateway.call(reviews.approveList, { items }, district);
    expect([status, body.state]).toEqual([200, 'done']);
    expect(outcomes(body)).toEqual([
      'approved',
      'review.not-allowed',
      'review.not-found',
      'review.not-found',
      'review.account-exists',
      'approved',
      'review.changed',
    ]);
    expect(body.results.map(({ reference }: { reference?: string }) => reference)).toEqual([
      one.reference,
      waiting.reference,
      undefined,
      undefined,
      twin.reference,
      two.reference,
      other.reference,
    ]);
    expect(body.results.map(({ status: now }: { status?: string }) => now)).toEqual([
      'approved',
      'waiting-for-paper',
      undefined,
      undefined,
      'in-review',
      'approved',
      'in-review',
    ]);
    gateway.clock.advance({ minutes: 1 });
    for (const { submission } of [one, two])
      expect((await sentTo(gateway, submission.mobilePhone)).filter((text) => text.includes('kích hoạt'))).toHaveLength(1);
  });

  it('O5 · an id in capitals is the same case', async () => {
    const { id, version } = await reviewedCase(gateway, district);
    const twice = [
      { id, version },
      { id: id.toUpperCase(), version },
    ];
    expect((await gateway.call(reviews.approveList, { items: twice }, district)).body.code).toBe('review.list-twice');
    expect(outcomes((await gateway.call(reviews.approveList, { items: twice.slice(1) }, district)).body)).toEqual(['approved']);
  });

  it('O5 · two of one number in one list: the first is approved, the second is told why not', async () => {
    const one = await reviewedCase(gateway, district);
    const two = await reviewedCase(gateway, district, { bhxhNumber: one.submission.bhxhNumber });
    expect(outcomes((await gateway.call(reviews.approveList, { items: [item(one), item(two)] }, district)).body)).toEqual([
      'approved',
      'review.account-exists',
    ]);
    expect((await gateway.call(reviews.approveList, { items: [item(one), item(one)] }, district)).body.code).toBe('review.list-twice');
  });

  it('O5 · taken back in one act within the minute, by who approved it', async () => {
    const [one, two, other] = await threeCases();
    const { body } = await gateway.call(reviews.approveList, { items: [item(one), item(two), item(other)] }, district);
    const { listId } = body;
    expect((await gateway.call(reviews.undoList, { listId }, provincial)).body.code).toBe('review.undo-not-yours');
    await gateway.call(reviews.undo, { id: two.id, version: two.version + 1 }, district);
    const undone = await gateway.call(reviews.undoList, { listId }, district);
    expect([undone.body.state, outcomes(undone.body)]).toEqual(['undone', ['undone', 'review.changed', 'undone']]);
    gateway.clock.advance({ minutes: 2 });
    for (const { id, submission } of [one, two, other]) {
      expect((await gateway.call(reviews.read, { id }, district)).body).toMatchObject({ status: 'in-review' });
      expect((await sentTo(gateway, submission.mobilePhone)).filter((text) => text.includes('kích hoạt'))).toEqual([]);
    }
    expect((await gateway.call(reviews.undoList, { listId }, district)).body.code).toBe('review.undo-over');
  });

  it('O5 · where the installation asks, it waits for a second person, and nothing is approved before', async () => {
    const [one, two] = await threeCases();
    const { body } = await strict.call(reviews.approveList, { items: [item(one), item(two)] }, district);
    const { listId } = body;
    expect([body.state, outcomes(body)]).toEqual(['waiting', ['waiting', 'waiting']]);
    expect((await strict.call(reviews.confirmList, { listId }, district)).body.code).toBe('review.second-person');
    const shown = (await strict.call(reviews.waitingLists, {}, provincial)).body.items;
    expect(shown).toMatchObject([{ listId, count: 2, officerName: 'Phạm Thử Cán', mayConfirm: true }]);
    expect((await strict.call(reviews.readList, { listId }, provincial)).body.items.map(({ id }: { id: string }) => id).sort()).toEqual(
      [one.id, two.id].sort(),
    );
    expect(await rowsOf(database, `select 1 from audit where act = 'list-read' and subject in ('${one.reference}', '${two.reference}')`)).toHaveLength(2);
    const done = await strict.call(reviews.confirmList, { listId }, provincial);
    expect([done.body.state, outcomes(done.body)]).toEqual(['done', ['approved', 'approved']]);
    expect((await gateway.call(reviews.read, { id: one.id }, district)).body.history.at(-1)).toMatchObject({ act: 'approve', officerName: 'Vũ Mẫu Bộ' });
    expect((await strict.call(reviews.confirmList, { listId }, provincial)).body.code).toBe('review.list-not-found');
  });

  it('O5 · declined, or left for a day, its cases are as they were', async () => {
    const [one, two] = await threeCases();
    const made = async () => (await strict.call(reviews.approveList, { items: [item(one), item(two)] }, district)).body.listId as string;
    const declined = await made();
    expect((await strict.call(reviews.waitingLists, {}, district)).body.items).toMatchObject([{ listId: declined, mayConfirm: false }]);
    expect((await strict.call(reviews.declineList, { listId: declined }, provincial)).body.state).toBe('declined');
    expect(await rowsOf(database, `select act from audit where subject = '${declined}' order by id`)).toEqual([{ act: 'list-made' }, { act: 'list-declined' }]);
    const left = await made();
    gateway.clock.advance({ hours: 24 });
    const [now, above] = [await asOfficer(gateway, 'canbo.dongda'), await asOfficer(gateway, 'canbo.hanoi')];
    for (const listId of [declined, left]) expect((await strict.call(reviews.confirmList, { listId }, above)).body.code).toBe('review.list-not-found');
    expect((await strict.call(reviews.waitingLists, {}, above)).body.items).toEqual([]);
    expect((await gateway.call(reviews.read, { id: one.id }, now)).body).toMatchObject({ status: 'in-review', version: 2 });
    [district, provincial] = [now, above];
  });

  it('O5 · a list with a case of another agency is nobody’s to see who does not act for it', async () => {
    const own = await reviewedCase(gateway, provincial, { agencyCode: '00101' });
    const other = await reviewedCase(gateway, district);
    const { body } = await strict.call(reviews.approveList, { items: [item(own), item(other)] }, provincial);
    const { listId } = body;
    expect((await strict.call(reviews.waitingLists, {}, district)).body.items).toEqual([]);
    for (const act of [reviews.readList, reviews.confirmList, reviews.declineList, reviews.undoList])
      expect((await strict.call(act, { listId }, district)).body.code).toBe('review.list-not-found');
  });

  it('O5 · a list of nobody’s cases is seen by who made it alone', async () => {
    const unknown = () => ({ id: randomUUID(), version: 1 });
    const { listId } = (await strict.call(reviews.approveList, { items: [unknown(), unknown()] }, district)).body;
    expect((await strict.call(reviews.declineList, { listId }, provincial)).body.code).toBe('review.list-not-found');
    expect((await strict.call(reviews.declineList, { listId }, district)).body.state).toBe('declined');
  });

  it('O5 · two hundred rows are one act', async () => {
    const template = await reviewedCase(gateway, district);
    const [row] = await rowsOf(database, `select encode(sealed, 'hex') as sealed from declarations where id = '${template.id}'`);
    expect(row).toBeDefined();
    const items = [item(template), ...Array.from({ length: 199 }, () => ({ id: randomUUID(), version: 1 }))];
    const { status, body } = await gateway.call(reviews.approveList, { items }, district);
    expect([status, body.results.length, body.results[0].outcome]).toEqual([200, 200, 'approved']);
    expect((await gateway.call(reviews.approveList, { items: [...items, { id: randomUUID(), version: 1 }] }, district)).status).toBe(400);
  });
});
