import { operations } from '@bhxh-kit/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dump, openTestDatabase, rowsOf, type TestGateway, testGateway } from '../../test-support/gateway.js';
import { asOfficer, newOfficer } from '../../test-support/officers.js';
import { type AsOfficer, freshPerson, reviewedCase, waitingCase } from '../../test-support/reviews.js';
import type { Database } from '../storage/database.js';
import { SEARCHED_MOST } from './queue.js';

const { reviews, declarations } = operations;
let database: Database;
let gateway: TestGateway;
let district: AsOfficer;
let provincial: AsOfficer;

beforeAll(async () => {
  database = await openTestDatabase();
  gateway = await testGateway(database);
});
afterAll(async () => {
  await gateway.close();
  await database.close();
});
const signIn = async () => {
  district = await asOfficer(gateway, 'canbo.dongda');
  provincial = await asOfficer(gateway, 'canbo.hanoi');
};
const idsOf = async (query: object, as: AsOfficer): Promise<string[]> =>
  (await gateway.call(reviews.list, query as Record<string, unknown>, as)).body.items.map(({ id }: { id: string }) => id);

describe('the queue', () => {
  it('O1 · holds the declarations of the agency and those below it, the oldest deadline first', async () => {
    const [first, second] = [await waitingCase(gateway), await waitingCase(gateway, { agencyCode: '001' })];
    gateway.clock.advance({ hours: 1 });
    const third = await waitingCase(gateway, { agencyCode: '00101' });
    await signIn();
    const { body } = await gateway.call(reviews.list, {}, provincial);
    const ids = body.items.map(({ id }: { id: string }) => id);
    expect(new Set(ids.slice(0, 2))).toEqual(new Set([first.id, second.id]));
    expect(ids[2]).toBe(third.id);
    expect(body.counts).toEqual([{ status: 'waiting-for-paper', count: 3 }]);
    expect(await idsOf({}, district)).toEqual([first.id]);
    await newOfficer(gateway, 'canbo.angiang', '089');
    expect(await idsOf({}, await asOfficer(gateway, 'canbo.angiang'))).toEqual([]);
  });

  it('O1 · shows the name, and of the number its last digits only', async () => {
    await signIn();
    const { id, submission } = await waitingCase(gateway, { fullName: 'Đỗ Thị Hòa' });
    const { body } = await gateway.call(reviews.list, { find: 'do thi hoa' }, district);
    expect(body.items).toMatchObject([
      { id, fullName: 'Đỗ Thị Hòa', status: 'waiting-for-paper', purpose: 'register', subject: 'individual', openElsewhere: false },
    ]);
    expect(JSON.stringify(body)).not.toContain(submission.bhxhNumber);
    expect(body.items[0].maskedNumber.slice(-3)).toBe(submission.bhxhNumber.slice(-3));
  });

  it('O1 · finds a name by any part of it, with and without diacritics, and whole numbers however they are typed', async () => {
    await signIn();
    const { id, reference, submission } = await waitingCase(gateway, { fullName: 'Trần Quốc Toản Thử' });
    const { bhxhNumber, identityNumber = '', mobilePhone, email = '' } = submission;
    const phone = mobilePhone.replace(/^0(\d{3})(\d{3})/, '+84 $1 $2 ');
    for (const find of [
      'quoc toan',
      'TOẢN',
      'Toản'.normalize('NFD'),
      reference,
      reference.toLowerCase(),
      bhxhNumber,
      `GD479${bhxhNumber}`,
      identityNumber,
      phone,
      email.toUpperCase(),
    ])
      expect(await idsOf({ find }, district), find).toEqual([id]);
    for (const find of ['Trần Quốc Tuấn', '99999.GD_2026_001', '9999900000', 'nobody@example.vn', '%', "' or 1=1 --", '\u200b'])
      expect(await idsOf({ find }, district), find).toEqual([]);
  });

  it('O1 · a number of another agency’s declaration finds nothing', async () => {
    await signIn();
    const { submission, reference } = await waitingCase(gateway, { agencyCode: '00101' });
    for (const find of [submission.bhxhNumber, reference, submission.mobilePhone]) {
      expect(await idsOf({ find }, district)).toEqual([]);
      expect(await idsOf({ find }, provincial)).toHaveLength(1);
    }
  });

  it('O1 · is narrowed by status, agency, purpose, subject and deadline', async () => {
    await signIn();
    const open = await idsOf({ limit: 100 }, provincial);
    const received = await reviewedCase(gateway, district);
    expect(await idsOf({ status: ['in-review'] }, provincial)).toEqual([received.id]);
    expect(await idsOf({ agencyCode: '00101', limit: 100 }, provincial)).toHaveLength(2);
    for (const agencyCode of ['089', '99999']) expect(await idsOf({ agencyCode }, provincial)).toEqual([]);
    expect(await idsOf({ agencyCode: '001', limit: 100 }, district)).toEqual(await idsOf({ limit: 100 }, district));
    expect(await idsOf({ purpose: 'stop' }, provincial)).toEqual([]);
    expect(await idsOf({ subject: 'individual', limit: 100 }, provincial)).toHaveLength(open.length + 1);
    expect(await idsOf({ dueWithinDays: 9 }, provincial)).toEqual([]);
    expect(await idsOf({ dueWithinDays: 10, limit: 100 }, provincial)).toHaveLength(open.length + 1);
  });

  it('O1 · pages join without gap or repeat while declarations are acted on and new ones come', async () => {
    await signIn();
    const whole = await idsOf({ limit: 100 }, provincial);
    const paged: string[] = [];
    for (let cursor: string | undefined, first = true; first || cursor; first = false) {
      const { body } = await gateway.call(reviews.list, { limit: 2, ...(cursor && { cursor }) }, provincial);
      paged.push(...body.items.map(({ id }: { id: string }) => id));
      const row = body.items.find(({ status }: { status: string }) => status === 'waiting-for-paper');
      if (row) await gateway.call(reviews.reject, { id: row.id, version: row.version, reasons: ['duplicate'] }, provincial);
      if (first) await waitingCase(gateway, { agencyCode: '00101' });
      cursor = body.nextCursor;
    }
    expect(paged.filter((id) => whole.includes(id))).toEqual(whole);
    expect(paged).toHaveLength(whole.length + 1);
  });

  it('O1 · a search by name looks through so many at a time and goes on where it stopped', async () => {
    await signIn();
    const [row] = await rowsOf(database, "select * from declarations where sealed is not null and status = 'waiting-for-paper' limit 1");
    // Copies that cannot be opened would fail the search, so they carry no name at all.
    await database.queries.execute(`insert into declarations (id, reference, agency_code, agency_name, rule_pack, status, locale, received_at, paper_due_at, phone_mac, purpose, subject)
      select gen_random_uuid(), 'copy-' || n, '00106', 'copy', '2021', 'waiting-for-paper', 'vi', '2026-01-01'::timestamptz + n * interval '1 second', '2026-01-02'::timestamptz + n * interval '1 second', '', 'register', 'individual'
      from generate_series(1, ${SEARCHED_MOST + 10}) n`);
    const wanted = await waitingCase(gateway, { fullName: 'Lý Kim Phụng Thử' });
    const pages = [];
    for (let cursor: string | undefined, first = true; first || cursor; first = false) {
      const { body } = await gateway.call(reviews.list, { find: 'kim phung', ...(cursor && { cursor }) }, district);
      pages.push(body.items.map(({ id }: { id: string }) => id));
      cursor = body.nextCursor;
    }
    expect(pages).toEqual([[], [wanted.id]]);
    await database.queries.execute("delete from declarations where reference like 'copy-%'");
    expect(row).toBeDefined();
  });

  it('a cursor of another’s making is refused', async () => {
    await signIn();
    const moments = ['2026-13-45T00:00:00.000Z', '2026-02-30T00:00:00.000Z', '0000-01-01T00:00:00.000Z', '2026-01-01T25:00:00.000Z'];
    const places = moments.map((moment) => `${moment}/00000000-0000-4000-8000-000000000000`);
    for (const text of ["2026-01-01T00:00:00.000Z/' or 1=1", 'x', ...places]) {
      const answer = await gateway.call(reviews.list, { cursor: Buffer.from(text).toString('base64url') }, district);
      expect([answer.status, answer.body.code], text).toEqual([400, 'request.malformed']);
    }
  });
});

describe('a case', () => {
  it('O1 · shows what was declared, the photographs, the history and what can be done', async () => {
    await signIn();
    const { id, reference, submission } = await reviewedCase(gateway, district);
    const { body } = await gateway.call(reviews.read, { id }, district);
    expect(body).toMatchObject({
      id,
      reference,
      status: 'in-review',
      version: 2,
      declared: { fullName: 'Nguyễn Văn A', bhxhNumber: submission.bhxhNumber, identityNumber: submission.identityNumber },
      addressText: 'Số 12, ngõ 3, tổ 4, Phường Phúc Xá, Quận Ba Đình, Thành phố Hà Nội',
      photographs: [{ kind: 'identity-back' }, { kind: 'identity-front' }, { kind: 'portrait' }],
      allowed: ['approve', 'reject'],
      undo: { act: 'paper-received' },
      history: [
        { act: 'declared', status: 'waiting-for-paper' },
        { act: 'paper-received', status: 'in-review', officerName: 'Phạm Thử Cán', agencyName: 'BHXH Tp. Hà Nội » BHXH Quận Đống Đa' },
      ],
      duplicates: [],
      openBy: [],
    });
    const photograph = await gateway.call(reviews.photograph, { id, kind: 'portrait' }, district);
    expect([photograph.headers.get('content-type'), photograph.headers.get('cache-control'), photograph.body.subarray(0, 2).toString('hex')]).toEqual([
      'image/jpeg',
      'no-store',
      'ffd8',
    ]);
    expect((await gateway.call(reviews.photograph, { id, kind: 'birth-certificate' }, district)).status).toBe(404);
  });

  it('O1 · the second officer is told who has it open, until the lease is over', async () => {
    await signIn();
    const { id } = await waitingCase(gateway);
    await gateway.call(reviews.read, { id }, district);
    const { body } = await gateway.call(reviews.read, { id }, provincial);
    expect(body.openBy).toMatchObject([{ officerName: 'Phạm Thử Cán', since: gateway.clock.now().toISOString() }]);
    expect((await gateway.call(reviews.read, { id }, district)).body.openBy).toMatchObject([{ officerName: 'Vũ Mẫu Bộ' }]);
    expect((await gateway.call(reviews.list, { limit: 100 }, district)).body.items.find((row: { id: string }) => row.id === id).openElsewhere).toBe(true);
    gateway.clock.advance({ minutes: 5 });
    expect((await gateway.call(reviews.read, { id }, provincial)).body.openBy).toEqual([]);
  });

  it('O1 · duplicates are shown by number, paper, phone and address; one of another agency’s without its person', async () => {
    await signIn();
    const person = freshPerson();
    const own = await waitingCase(gateway, { ...freshPerson(), bhxhNumber: person.bhxhNumber, email: person.email?.toUpperCase() });
    gateway.clock.advance({ seconds: 1 });
    const theirs = await waitingCase(gateway, { ...person, agencyCode: '00101' });
    gateway.clock.advance({ seconds: 1 });
    const { id } = await waitingCase(gateway, person);
    const { duplicates } = (await gateway.call(reviews.read, { id }, district)).body;
    expect(duplicates).toHaveLength(2);
    expect(duplicates[0]).toEqual({
      status: 'waiting-for-paper',
      agencyName: 'BHXH Tp. Hà Nội » BHXH Quận Ba Đình',
      receivedAt: expect.any(String),
      same: expect.any(Array),
    });
    expect(new Set(duplicates[0].same)).toEqual(new Set(['bhxh-number', 'identity-number', 'mobile-phone', 'email']));
    expect(duplicates[1]).toMatchObject({ id: own.id, reference: own.reference, fullName: 'Nguyễn Văn A' });
    expect(new Set(duplicates[1].same)).toEqual(new Set(['bhxh-number', 'email']));
    expect((await gateway.call(reviews.read, { id }, provincial)).body.duplicates[0]).toMatchObject({ id: theirs.id });
  });

  it('O1 · every look and act is in the audit trail with the agency, and the person sees it', async () => {
    await signIn();
    const { id, reference, submission } = await reviewedCase(gateway, district);
    await gateway.call(reviews.read, { id }, provincial);
    await gateway.call(reviews.photograph, { id, kind: 'portrait' }, district);
    await gateway.call(reviews.approve, { id, version: 2 }, district);
    const { body } = await gateway.call(declarations.follow, { reference, contact: submission.mobilePhone });
    expect(body.accesses.map(({ act, agencyCode }: { act: string; agencyCode: string }) => `${act} ${agencyCode}`)).toEqual([
      'approved 00106',
      'photograph-read 00106',
      'case-read 001',
      'paper-received 00106',
    ]);
    expect(body.accesses[0].agencyName).toBe('BHXH Tp. Hà Nội » BHXH Quận Đống Đa');
    expect(JSON.stringify(body)).not.toContain('Phạm');
    expect(await rowsOf(database, `select act from audit where act = 'queue-read' limit 1`)).toHaveLength(1);
  });

  it('O1 · a declaration older than the fingerprints is read, and found and compared once a job has made them', async () => {
    await signIn();
    const person = freshPerson();
    const old = await waitingCase(gateway, person);
    await database.queries.execute(`update declarations set purpose = null, subject = null where id = '${old.id}'`);
    await database.queries.execute(`delete from declaration_marks where declaration_id = '${old.id}'`);
    const { body } = await gateway.call(reviews.read, { id: old.id }, district);
    expect([body.purpose, body.declared.bhxhNumber]).toEqual(['register', person.bhxhNumber]);
    expect(await idsOf({ find: person.bhxhNumber }, district)).toEqual([]);
    await gateway.jobs.runDue();
    expect(await idsOf({ find: person.bhxhNumber, purpose: 'register' }, district)).toEqual([old.id]);
    const { id } = await waitingCase(gateway, person);
    expect((await gateway.call(reviews.read, { id }, district)).body.duplicates).toMatchObject([{ id: old.id }]);
  });

  it('R13 · what the clock cancels leaves no fingerprint, and the officer sees that it was cancelled', async () => {
    const { id, submission } = await waitingCase(gateway);
    gateway.clock.advance({ days: 10 });
    await gateway.jobs.runDue();
    await signIn();
    const { body } = await gateway.call(reviews.read, { id }, district);
    expect(body).toMatchObject({ status: 'cancelled', version: 2, photographs: [], allowed: [], history: [{ act: 'declared' }, { act: 'cancelled' }] });
    expect(body).not.toHaveProperty('declared');
    expect(await rowsOf(database, `select 1 from declaration_marks where declaration_id = '${id}'`)).toEqual([]);
    expect(await dump(database)).not.toContain(submission.bhxhNumber);
    expect((await gateway.call(reviews.receivePaper, { id, version: 2 }, district)).body.code).toBe('review.not-allowed');
    const late = await gateway.call(reviews.receivePaper, { id, version: 1 }, district);
    expect([late.body.code, late.body.fieldErrors[0].facts]).toEqual([
      'review.changed',
      { version: 2, status: 'cancelled', act: 'cancelled', at: gateway.clock.now().toISOString() },
    ]);
  });
});
