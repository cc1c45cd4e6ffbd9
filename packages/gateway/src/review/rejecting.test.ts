import { operations } from '@bhxh-kit/contract';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { dump, openTestDatabase, rightDeclaration, rowsOf, type TestGateway, testGateway } from '../../test-support/gateway.js';
import { asOfficer } from '../../test-support/officers.js';
import { type AsOfficer, codeSentTo, freshPerson, rejectedCase, sentTo, waitingCase } from '../../test-support/reviews.js';
import { FREE_TRIES } from '../accounts/lockout.js';
import type { Database } from '../storage/database.js';

const { reviews, corrections, declarations } = operations;
let database: Database;
let gateway: TestGateway;
let officer: AsOfficer;

beforeAll(async () => {
  database = await openTestDatabase();
  gateway = await testGateway(database);
});
afterAll(async () => {
  await gateway.close();
  await database.close();
});
beforeEach(async () => {
  officer = await asOfficer(gateway, 'canbo.dongda');
});

const at = (seconds: number): void => gateway.clock.advance({ seconds });

describe('rejecting', () => {
  it.each([
    [{ reasons: [] }, '/reasons', 'rejection.no-reason'],
    [{ reasons: ['other'] }, '/words', 'rejection.words-missing'],
    [{ reasons: ['other'], words: 'Số 079 299 000 001 sai' }, '/words', 'rejection.words-number'],
  ])('O4 · %j is refused at %s: %s', async (said, pointer, code) => {
    const { id } = await waitingCase(gateway);
    const answer = await gateway.call(reviews.reject, { id, version: 1, ...said }, officer);
    expect([answer.status, answer.body.code, answer.body.fieldErrors]).toMatchObject([422, 'review.rejection-invalid', [{ pointer, code }]]);
  });

  it('O4 · the person is told why and what to do by both channels, after the minute, and reads it when following', async () => {
    const { id, reference, submission } = await waitingCase(gateway);
    await gateway.call(reviews.reject, { id, version: 1, reasons: ['form-unsigned', 'other'], words: 'Thiếu trang 2.' }, officer);
    at(59);
    expect((await sentTo(gateway, submission.mobilePhone)).filter((text) => text.includes('chưa được'))).toEqual([]);
    at(1);
    expect((await sentTo(gateway, submission.mobilePhone)).filter((text) => text.includes('mẫu 01 chưa ký; lý do khác'))).toHaveLength(1);
    const [mail] = await rowsOf(
      database,
      `select body from sandbox_messages where channel = 'email' and body like '%${reference}%' and body like '%chưa được%'`,
    );
    expect(mail?.['body']).toContain('Hãy in lại Mẫu 01, ký, ghi rõ họ tên rồi nộp.');
    expect(mail?.['body']).toContain('Cán bộ ghi: Thiếu trang 2.');
    const { body } = await gateway.call(declarations.follow, { reference, contact: submission.mobilePhone });
    expect(body).toMatchObject({ status: 'rejected', reason: 'form-unsigned', reasons: ['form-unsigned', 'other'], words: 'Thiếu trang 2.' });
    expect(Date.parse(body.correctableUntil) - gateway.clock.now().getTime()).toBe(30 * 86_400_000 - 60_000);
  });

  it('O4, R17 · corrected without typing again: everything comes back, the photographs go over, and the new one is another declaration', async () => {
    const { reference, submission, id } = await rejectedCase(gateway, officer);
    const contact = submission.mobilePhone;
    const correctionCode = await codeSentTo(gateway, contact);
    const { status, body } = await gateway.call(corrections.open, { reference, contact, correctionCode });
    expect([status, body.declared.identityNumber, body.reasons, body.photographs.length]).toEqual([200, submission.identityNumber, ['photograph-unusable'], 3]);
    const corrected = { ...submission, fullName: 'Nguyễn Văn Á', photographs: body.photographs };
    expect((await gateway.call(declarations.submit, { ...corrected, photographs: submission.photographs })).status).toBe(422);
    const anew = await gateway.call(declarations.submit, corrected);
    expect([anew.status, anew.body.status]).toEqual([201, 'waiting-for-paper']);
    expect(anew.body.reference).not.toBe(reference);
    expect((await gateway.call(declarations.submit, corrected)).status).toBe(422);
    // The photographs alone tell what is corrected, also where no key goes along.
    expect((await gateway.call(declarations.follow, { reference, contact })).body.correctedAs).toBe(anew.body.reference);
    const found = await gateway.call(reviews.list, { find: anew.body.reference }, officer);
    const { photographs, duplicates } = (await gateway.call(reviews.read, { id: found.body.items[0].id }, officer)).body;
    expect([photographs.length, duplicates[0].id, duplicates[0].status]).toEqual([3, id, 'rejected']);
  });

  it('O4 · reference, contact and code must all be right; a new code replaces the one before', async () => {
    const { reference, submission } = await rejectedCase(gateway, officer);
    const contact = submission.mobilePhone;
    const correctionCode = await codeSentTo(gateway, contact);
    for (const wrong of [{ correctionCode: 'ZZZZ-ZZZZ' }, { contact: '0900000008' }, { reference: '99999.GD_2026_001' }])
      expect((await gateway.call(corrections.open, { reference, contact, correctionCode, ...wrong })).body.code).toBe('correction.refused');
    expect((await gateway.call(corrections.requestCode, { reference: '99999.GD_2026_001', contact })).status).toBe(202);
    at(1);
    expect((await gateway.call(corrections.requestCode, { reference, contact })).status).toBe(202);
    const newer = await codeSentTo(gateway, contact);
    expect(newer).not.toBe(correctionCode);
    expect((await gateway.call(corrections.open, { reference, contact, correctionCode })).body.code).toBe('correction.refused');
    expect((await gateway.call(corrections.open, { reference, contact, correctionCode: newer })).status).toBe(200);
  });

  it('O4 · undone within the minute it is as before, and its code opens nothing', async () => {
    const { id, reference, submission } = await waitingCase(gateway);
    const { body } = await gateway.call(reviews.reject, { id, version: 1, reasons: ['duplicate'] }, officer);
    const undone = await gateway.call(reviews.undo, { id, version: body.version }, officer);
    expect(undone.body.status).toBe('waiting-for-paper');
    at(61);
    expect((await sentTo(gateway, submission.mobilePhone)).filter((text) => text.includes('chưa được'))).toEqual([]);
    expect((await gateway.call(declarations.follow, { reference, contact: submission.mobilePhone })).body).not.toHaveProperty('reason');
    expect(await rowsOf(database, `select 1 from sent_codes where subject = '${id}'`)).toEqual([]);
  });

  it('O4 · after the fifth wrong code whoever typed them opens nothing for a while, also with the right one', async () => {
    const { reference, submission } = await rejectedCase(gateway, officer);
    const key = { reference, contact: submission.mobilePhone };
    const correctionCode = await codeSentTo(gateway, key.contact);
    const tried = async (code: string) => (await gateway.call(corrections.open, { ...key, correctionCode: code })).body.code;
    for (let tries = 0; tries < FREE_TRIES; tries++) expect(await tried('ZZZZ-ZZZZ')).toBe('correction.refused');
    expect(await tried(correctionCode)).toBe('session.locked');
    at(31);
    expect(await tried(correctionCode)).toBeUndefined();
  });

  it('O4, R11 · wrong codes count for the declaration, however its reference is typed', async () => {
    const { reference, submission } = await rejectedCase(gateway, officer);
    const spellings = [reference, reference.toLowerCase(), `${reference}.pdf`, `${reference} (1).pdf`, reference.replaceAll('_', '-'), ` ${reference}`];
    const codes = [];
    for (const typed of spellings)
      codes.push((await gateway.call(corrections.open, { reference: typed, contact: submission.mobilePhone, correctionCode: 'ZZZZ-ZZZZ' })).body.code);
    expect(codes).toEqual([...Array<string>(FREE_TRIES).fill('correction.refused'), 'session.locked']);
  });

  it('O4 · after thirty days what the person gave is deleted', async () => {
    const { reference, submission, id } = await rejectedCase(gateway, officer);
    const correctionCode = await codeSentTo(gateway, submission.mobilePhone);
    // Thirty days after the rejection, to the second: over is over, also where the job has not come round yet.
    gateway.clock.advance({ days: 30, seconds: -60 });
    expect((await gateway.call(corrections.open, { reference, contact: submission.mobilePhone, correctionCode })).body.code).toBe('correction.refused');
    await gateway.jobs.runDue();
    expect(await rowsOf(database, `select sealed, status from declarations where id = '${id}'`)).toEqual([{ sealed: null, status: 'rejected' }]);
    for (const table of ['declaration_marks', 'photographs'])
      expect(await rowsOf(database, `select 1 from ${table} where declaration_id = '${id}'`), table).toEqual([]);
    expect(await dump(database)).not.toContain(submission.bhxhNumber);
    expect((await gateway.call(corrections.open, { reference, contact: submission.mobilePhone, correctionCode })).body.code).toBe('correction.refused');
    expect((await gateway.call(declarations.follow, { reference, contact: submission.mobilePhone })).body).toMatchObject({
      status: 'rejected',
      reason: 'photograph-unusable',
    });
  });
});

describe('a correction', () => {
  /** A rejected adjustment, which has no photographs, opened for correcting. */
  async function openedAdjustment() {
    const { address: _, email: __, startDate: ___, transactAt: ____, ...rest } = await rightDeclaration(gateway, { ...freshPerson(), photographs: [] });
    const submission = { ...rest, purpose: 'adjust', changes: ['mobilePhone'] };
    const { body } = await gateway.call(declarations.submit, submission);
    const { reference } = body;
    const [row] = await rowsOf(database, `select id from declarations where reference = '${reference}'`);
    const id = String(row?.['id']);
    await gateway.call(reviews.reject, { id, version: 1, reasons: ['form-unsigned'] }, officer);
    at(60);
    const key = { reference, contact: submission.mobilePhone };
    const correctionCode = await codeSentTo(gateway, key.contact);
    const opened = await gateway.call(corrections.open, { ...key, correctionCode });
    return { id, key, correctionCode, corrected: { ...submission, correctionKey: opened.body.correctionKey } };
  }
  const CLOSED = [{ pointer: '/correctionKey', code: 'correction.closed', facts: {} }];

  it('O4 · closes what it corrects, without photographs too: it is taken once, and repeated under its key it is one answer', async () => {
    const { key, correctionCode, corrected } = await openedAdjustment();
    const write = { 'Idempotency-Key': 'a-correction-under-one-key' };
    const anew = await gateway.call(declarations.submit, corrected, write);
    expect(anew.status).toBe(201);
    const repeated = await gateway.call(declarations.submit, corrected, write);
    expect([repeated.headers.get('Idempotency-Replayed'), repeated.body]).toEqual(['true', anew.body]);
    const twice = await gateway.call(declarations.submit, corrected);
    expect([twice.status, twice.body.fieldErrors]).toEqual([422, CLOSED]);
    expect((await gateway.call(corrections.open, { ...key, correctionCode })).body.code).toBe('correction.refused');
    at(60);
    expect((await gateway.call(corrections.requestCode, key)).status).toBe(202);
    expect(await codeSentTo(gateway, key.contact)).toBe(correctionCode);
    expect(await rowsOf(database, `select actor from audit where act = 'corrected' and subject = '${key.reference}'`)).toEqual([{ actor: 'person' }]);
  });

  it('O4, R17 · once it is in, who follows the old reference is told the new one and nothing personal', async () => {
    const { key, corrected } = await openedAdjustment();
    const before = await gateway.call(declarations.follow, key);
    expect([before.body.purpose, before.body.correctedAs]).toEqual(['adjust', undefined]);
    const anew = await gateway.call(declarations.submit, corrected);
    const { body } = await gateway.call(declarations.follow, key);
    expect(body).toMatchObject({ status: 'rejected', reasons: ['form-unsigned'], correctedAs: anew.body.reference });
    expect(body).not.toHaveProperty('correctableUntil');
    for (const value of [corrected.fullName, corrected.bhxhNumber, corrected.identityNumber, corrected.mobilePhone])
      expect(JSON.stringify(body)).not.toContain(value);
  });

  it('O4 · of several who send it at once one is taken', async () => {
    const { corrected } = await openedAdjustment();
    const other = await testGateway(database, { clock: gateway.clock });
    const answers = await Promise.all([gateway, other, gateway, other].map((each) => each.call(declarations.submit, corrected)));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 422, 422, 422]);
    expect(answers.find(({ status }) => status === 422)?.body.fieldErrors).toEqual(CLOSED);
  });

  it('O4 · that names what is looked at again, or nothing of this gateway, is refused; after the thirty days it is a declaration like any other', async () => {
    const { id, corrected } = await openedAdjustment();
    const forged = await gateway.call(declarations.submit, { ...corrected, correctionKey: 'bm90IG9mIHRoaXMgZ2F0ZXdheQ' });
    expect(forged.body.fieldErrors).toEqual(CLOSED);
    await database.queries.execute(`update declarations set status = 'in-review' where id = '${id}'`);
    expect((await gateway.call(declarations.submit, corrected)).body.fieldErrors).toEqual(CLOSED);
    await database.queries.execute(`update declarations set status = 'rejected' where id = '${id}'`);
    gateway.clock.advance({ days: 30 });
    await gateway.jobs.runDue();
    expect((await gateway.call(declarations.submit, corrected)).status).toBe(201);
    expect(await rowsOf(database, `select corrected_as from declarations where id = '${id}'`)).toEqual([{ corrected_as: null }]);
  });

  it('O4 · stands: a rejection whose correction is in is not taken back, also where the officer’s clock is behind', async () => {
    const { id } = await waitingCase(gateway);
    const { body } = await gateway.call(reviews.reject, { id, version: 1, reasons: ['form-unsigned'] }, officer);
    await database.queries.execute(`update declarations set corrected_as = '00009.GD_2026_001' where id = '${id}'`);
    expect((await gateway.call(reviews.read, { id }, officer)).body).not.toHaveProperty('undo');
    expect((await gateway.call(reviews.undo, { id, version: body.version }, officer)).body.code).toBe('review.undo-over');
  });

  it('O4 · that comes between the code and what it opens: the opening is refused, and the refusal recorded', async () => {
    const { id, reference, submission } = await rejectedCase(gateway, officer);
    const correctionCode = await codeSentTo(gateway, submission.mobilePhone);
    let transactions = 0;
    const meanwhile = async () => ++transactions === 2 && database.queries.execute(`update declarations set corrected_as = 'meanwhile' where id = '${id}'`);
    const transaction: typeof database.queries.transaction = async (...work) => (await meanwhile(), database.queries.transaction(...work));
    const queries = new Proxy(database.queries, { get: (target, name) => (name === 'transaction' ? transaction : Reflect.get(target, name)) });
    const slow = await testGateway({ ...database, queries }, { clock: gateway.clock });
    transactions = 0;
    const answer = await slow.call(corrections.open, { reference, contact: submission.mobilePhone, correctionCode });
    expect([answer.body.code, transactions]).toEqual(['correction.refused', 2]);
    expect(await rowsOf(database, `select act from audit where subject = '${reference}' and act like 'correction-%'`)).toEqual([{ act: 'correction-refused' }]);
  });
});
