import { operations } from '@bhxh-kit/contract';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { dump, openTestDatabase, rightDeclaration, rowsOf, type TestGateway, testGateway } from '../../test-support/gateway.js';
import { asOfficer } from '../../test-support/officers.js';
import {
  type AsOfficer,
  approvedCase,
  type Case,
  codeSentTo,
  dayOf,
  freshPerson,
  rejectedCase,
  reviewedCase,
  sentTo,
  waitingCase,
} from '../../test-support/reviews.js';
import type { Database } from '../storage/database.js';

const { reviews, accounts, corrections, declarations, session, profile } = operations;
const PASSWORD = 'trời hôm nay đẹp';
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
const again = async () => (officer = await asOfficer(gateway, 'canbo.dongda'));
const accountsOf = async ({ submission }: Case) =>
  (await gateway.call(reviews.list, { find: submission.bhxhNumber, status: ['approved', 'in-review', 'rejected'] }, officer)).body.items.length;
const count = async (table: string): Promise<number> => Number((await rowsOf(database, `select count(*) as n from ${table}`))[0]?.['n']);

describe('paper received', () => {
  it('O2 · stops the ten days: the declaration is there after them', async () => {
    const { id } = await reviewedCase(gateway, officer);
    gateway.clock.advance({ days: 11 });
    await gateway.jobs.runDue();
    await again();
    expect((await gateway.call(reviews.read, { id }, officer)).body.status).toBe('in-review');
  });

  it('O2 · undone, the clock runs on as before', async () => {
    const { id, version } = await reviewedCase(gateway, officer);
    expect((await gateway.call(reviews.undo, { id, version }, officer)).body).toMatchObject({
      status: 'waiting-for-paper',
      version: 3,
      allowed: ['paper-received', 'reject'],
    });
    gateway.clock.advance({ days: 11 });
    await gateway.jobs.runDue();
    await again();
    expect((await gateway.call(reviews.read, { id }, officer)).body).toMatchObject({ status: 'cancelled', version: 4 });
  });
});

describe('approving', () => {
  it('O3 · makes the account; the code is sent after the minute, works once, and the person signs in with a password of their own', async () => {
    const { id, version, submission } = await reviewedCase(gateway, officer);
    const { bhxhNumber, mobilePhone } = submission;
    const { status, body } = await gateway.call(reviews.approve, { id, version }, officer);
    expect([status, body.status, Date.parse(body.undoUntil) - gateway.clock.now().getTime()]).toEqual([200, 'approved', 60_000]);
    at(59);
    expect((await sentTo(gateway, mobilePhone)).filter((text) => text.includes('kích hoạt'))).toEqual([]);
    at(1);
    const activationCode = await codeSentTo(gateway, mobilePhone);
    expect((await gateway.call(reviews.read, { id }, officer)).body.account).toMatchObject({ state: 'awaiting-activation' });
    expect((await gateway.call(session.signIn, { bhxhNumber, password: PASSWORD })).body.code).toBe('session.refused');
    expect((await gateway.call(session.signIn, { bhxhNumber, password: activationCode })).body.code).toBe('session.first-password');
    const weak = await gateway.call(accounts.activate, { bhxhNumber, activationCode, password: bhxhNumber });
    expect([weak.body.code, weak.body.fieldErrors]).toEqual(['password.refused', [{ pointer: '/password', code: 'password.own-number', facts: {} }]]);
    expect(
      (await gateway.call(accounts.activate, { bhxhNumber, activationCode: activationCode.toLowerCase().replace('-', ' '), password: PASSWORD })).status,
    ).toBe(204);
    expect((await gateway.call(accounts.activate, { bhxhNumber, activationCode, password: 'mật khẩu khác hẳn' })).body.code).toBe('activation.refused');
    const { body: tokens } = await gateway.call(session.signIn, { bhxhNumber, password: PASSWORD });
    const own = await gateway.call(profile.read, {}, { Authorization: `Bearer ${tokens.accessToken}` });
    expect(own.body).toMatchObject({ bhxhNumber, fullName: 'Nguyễn Văn A', mobilePhone, birthDate: '2099', agencyCode: '00106' });
    expect(own.body.address).toContain('Phường Phúc Xá');
  });

  it('O3 · needs the paper first, and the version that was seen', async () => {
    const { id } = await waitingCase(gateway);
    expect((await gateway.call(reviews.approve, { id, version: 1 }, officer)).body.code).toBe('review.not-allowed');
    await gateway.call(reviews.receivePaper, { id, version: 1 }, officer);
    const late = await gateway.call(reviews.approve, { id, version: 1 }, officer);
    expect([late.status, late.body.fieldErrors[0].facts]).toMatchObject([409, { act: 'paper-received', version: 2, status: 'in-review' }]);
  });

  it('O3 · undone within the minute there is no account and nothing is sent; approved anew, there is one of each', async () => {
    const { id, version, submission } = await reviewedCase(gateway, officer);
    const before = await count('accounts');
    const { body } = await gateway.call(reviews.approve, { id, version }, officer);
    at(59);
    const undone = await gateway.call(reviews.undo, { id, version: body.version }, officer);
    expect([undone.status, undone.body.status, await count('accounts')]).toEqual([200, 'in-review', before]);
    gateway.clock.advance({ minutes: 5 });
    expect((await sentTo(gateway, submission.mobilePhone)).filter((text) => text.includes('chấp nhận'))).toEqual([]);
    await gateway.call(reviews.approve, { id, version: undone.body.version }, officer);
    at(60);
    expect((await sentTo(gateway, submission.mobilePhone)).filter((text) => text.includes('kích hoạt'))).toHaveLength(1);
    expect([await count('accounts'), (await gateway.call(reviews.undo, { id, version: 5 }, officer)).body.code]).toEqual([before + 1, 'review.undo-over']);
    const { history } = (await gateway.call(reviews.read, { id }, officer)).body;
    expect(history.map(({ act, undone: taken }: { act: string; undone?: boolean }) => (taken ? `${act}, taken back` : act))).toEqual([
      'declared',
      'paper-received',
      'approve, taken back',
      'undone',
      'approve',
    ]);
    expect(
      (
        await gateway.call(declarations.follow, {
          reference: (await gateway.call(reviews.read, { id }, officer)).body.reference,
          contact: submission.mobilePhone,
        })
      ).body.history.map(({ status }: { status: string }) => status),
    ).toEqual(['waiting-for-paper', 'in-review', 'approved']);
  });

  it('O3 · what an undo would put back is forgotten with the minute', async () => {
    const { id } = await approvedCase(gateway, officer);
    const kept = () => rowsOf(database, `select act, sealed is not null as kept from review_acts where declaration_id = '${id}' and act = 'approve'`);
    expect(await kept()).toEqual([{ act: 'approve', kept: true }]);
    await gateway.jobs.runDue();
    expect(await kept()).toEqual([{ act: 'approve', kept: false }]);
  });

  it('O3 · only who did it takes it back', async () => {
    const { id, version } = await reviewedCase(gateway, officer);
    const { body } = await gateway.call(reviews.approve, { id, version }, officer);
    expect((await gateway.call(reviews.undo, { id, version: body.version }, await asOfficer(gateway, 'canbo.hanoi'))).body.code).toBe('review.undo-not-yours');
  });

  it('O3 · a number that has an account is not given a second one', async () => {
    const approved = await approvedCase(gateway, officer);
    const { id, version } = await reviewedCase(gateway, officer, { bhxhNumber: approved.submission.bhxhNumber });
    expect((await gateway.call(reviews.approve, { id, version }, officer)).body.code).toBe('review.account-exists');
    expect((await gateway.call(reviews.read, { id }, officer)).body).toMatchObject({ status: 'in-review', version, account: { state: 'awaiting-activation' } });
    expect(await accountsOf(approved)).toBe(2);
  });

  it('O3 · a lost or late code is sent anew to the registered contact alone, a minute apart, and the answer never tells', async () => {
    const { submission } = await approvedCase(gateway, officer);
    const { bhxhNumber, mobilePhone, email } = submission;
    const first = await codeSentTo(gateway, mobilePhone);
    for (const wrong of [
      { bhxhNumber, contact: '0900000008' },
      { bhxhNumber: '9999900000', contact: mobilePhone },
    ])
      expect((await gateway.call(accounts.requestActivation, wrong)).status).toBe(202);
    expect(await codeSentTo(gateway, mobilePhone)).toBe(first);
    gateway.clock.advance({ hours: 73 });
    expect((await gateway.call(accounts.activate, { bhxhNumber, activationCode: first, password: PASSWORD })).body.code).toBe('activation.refused');
    for (let times = 0; times < 3; times++)
      expect((await gateway.call(accounts.requestActivation, { bhxhNumber, contact: email?.toUpperCase() })).status).toBe(202);
    expect((await sentTo(gateway, mobilePhone)).filter((text) => text.includes('kích hoạt'))).toHaveLength(2);
    expect((await gateway.call(accounts.activate, { bhxhNumber, activationCode: await codeSentTo(gateway, mobilePhone), password: PASSWORD })).status).toBe(
      204,
    );
  });

  it('O3 · codes are not guessed: unknown numbers and wrong codes are one answer, and lock alike', async () => {
    const { submission } = await approvedCase(gateway, officer);
    const answersFor = async (bhxhNumber: string) => {
      const answers = [];
      for (let times = 0; times < 7; times++)
        answers.push((await gateway.call(accounts.activate, { bhxhNumber, activationCode: 'ZZZZ-ZZZZ', password: PASSWORD })).body.code);
      return answers;
    };
    const [known, unknown] = [await answersFor(submission.bhxhNumber), await answersFor('9999900009')];
    expect(known).toEqual(unknown);
    expect(known).toContain('session.locked');
  });

  it('O3 · after ten wrong codes the right one opens nothing, however long somebody waits between them; a new one does', async () => {
    const { submission } = await approvedCase(gateway, officer);
    const { bhxhNumber, mobilePhone } = submission;
    const activationCode = await codeSentTo(gateway, mobilePhone);
    for (let wrong = 0; wrong < 10; wrong++) {
      expect((await gateway.call(accounts.activate, { bhxhNumber, activationCode: 'ZZZZ-ZZZZ', password: PASSWORD })).body.code).toBe('activation.refused');
      gateway.clock.advance({ hours: 2 });
    }
    expect((await gateway.call(accounts.activate, { bhxhNumber, activationCode, password: PASSWORD })).body.code).toBe('activation.refused');
    gateway.clock.advance({ hours: 2 });
    await gateway.call(accounts.requestActivation, { bhxhNumber, contact: mobilePhone });
    expect((await gateway.call(accounts.activate, { bhxhNumber, activationCode: await codeSentTo(gateway, mobilePhone), password: PASSWORD })).status).toBe(
      204,
    );
  });

  it('O3, A2 · where the installation sends passwords as text, the text opens nothing but the choice of one’s own', async () => {
    const texts = await testGateway(database, { env: { BHXH_FIRST_PASSWORD: 'password-text' }, clock: gateway.clock });
    const { submission } = await approvedCase(texts, officer);
    const { bhxhNumber, mobilePhone } = submission;
    const [text = ''] = (await sentTo(texts, mobilePhone)).filter((each) => each.includes('mật khẩu lần đầu'));
    expect(text).not.toContain(bhxhNumber);
    const password = /[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(text)?.[0] ?? '';
    expect((await texts.call(session.signIn, { bhxhNumber, password })).body.code).toBe('session.first-password');
    gateway.clock.advance({ days: 7 });
    expect((await texts.call(accounts.activate, { bhxhNumber, activationCode: password, password })).body.code).toBe('password.refused');
    expect((await texts.call(accounts.activate, { bhxhNumber, activationCode: password, password: PASSWORD })).status).toBe(204);
    expect((await texts.call(session.signIn, { bhxhNumber, password })).body.code).toBe('session.refused');
    expect((await texts.call(session.signIn, { bhxhNumber, password: PASSWORD })).status).toBe(201);
  });

  it('O3 · with a page for it, the e-mail carries a link with the code in its fragment', async () => {
    const linked = await testGateway(database, { env: { BHXH_ACTIVATION_PAGE: 'https://bhxh.example.vn/kich-hoat' }, clock: gateway.clock });
    const { submission } = await approvedCase(linked, officer);
    await linked.jobs.runDue();
    const mails = await rowsOf(database, "select body from sandbox_messages where channel = 'email' and body like '%kich-hoat%'");
    const code = (await codeSentTo(linked, submission.mobilePhone)).replace('-', '');
    expect(mails[0]?.['body']).toContain(`https://bhxh.example.vn/kich-hoat#bhxh-activation=${code}`);
  });

  it('R14 · under the 2023 pack one address serves one account, however it is written; a child is reached at its guardian’s', async () => {
    const under2023 = await testGateway(await openTestDatabase(), { env: { BHXH_RULE_PACK: '2021' } });
    const headers = await asOfficer(under2023, 'canbo.dongda');
    const email = 'Chung@Example.vn';
    const [one, other, child] = [
      await reviewedCase(under2023, headers, { email }),
      await reviewedCase(under2023, headers, { email: 'chung@example.vn' }),
      await reviewedCase(under2023, headers, { email: 'CHUNG@example.vn' }),
    ];
    await under2023.database.queries.execute("update declarations set rule_pack = '2023'");
    expect((await under2023.call(reviews.approve, { id: one.id, version: 2 }, headers)).status).toBe(200);
    expect((await under2023.call(reviews.approve, { id: other.id, version: 2 }, headers)).body.code).toBe('review.email-taken');
    await under2023.database.queries.execute(`update declarations set rule_pack = '2021' where id = '${child.id}'`);
    expect((await under2023.call(reviews.approve, { id: child.id, version: 2 }, headers)).status).toBe(200);
    await under2023.close();
    await under2023.database.close();
  });
});

describe('adjusting and stopping', () => {
  const handIn = async (change: object): Promise<{ id: string; version: number }> => {
    const { address: _, email: __, startDate: ___, transactAt: ____, photographs: _____, ...rest } = await rightDeclaration(gateway, { photographs: [] });
    const { status, body } = await gateway.call(declarations.submit, { ...rest, photographs: [], ...change });
    if (status !== 201) throw new Error(JSON.stringify(body));
    const [row] = await rowsOf(database, `select id from declarations where reference = '${body.reference}'`);
    const { body: received } = await gateway.call(reviews.receivePaper, { id: String(row?.['id']), version: 1 }, officer);
    return { id: received.id, version: received.version };
  };
  const active = async () => {
    const approved = await approvedCase(gateway, officer);
    const { bhxhNumber, mobilePhone } = approved.submission;
    await gateway.call(accounts.activate, { bhxhNumber, activationCode: await codeSentTo(gateway, mobilePhone), password: PASSWORD });
    const tokens = async () => (await gateway.call(session.signIn, { bhxhNumber, password: PASSWORD })).body;
    return { ...approved.submission, tokens };
  };
  const readProfile = async (accessToken: string) => gateway.call(profile.read, {}, { Authorization: `Bearer ${accessToken}` });

  it('O3, R2 · an approved adjustment changes what it names and nothing else, and both numbers are told', async () => {
    const { bhxhNumber, identityNumber, mobilePhone, email, tokens } = await active();
    const { mobilePhone: newPhone } = freshPerson();
    const { id, version } = await handIn({ purpose: 'adjust', bhxhNumber, identityNumber, changes: ['mobilePhone'], mobilePhone: newPhone });
    const { body } = await gateway.call(reviews.approve, { id, version }, officer);
    const { accessToken } = await tokens();
    expect((await readProfile(accessToken)).body).toMatchObject({ mobilePhone: newPhone, email, fullName: 'Nguyễn Văn A' });
    const undone = await gateway.call(reviews.undo, { id, version: body.version }, officer);
    expect((await readProfile(accessToken)).body).toMatchObject({ mobilePhone, email });
    await gateway.call(reviews.approve, { id, version: undone.body.version }, officer);
    at(60);
    for (const phone of [mobilePhone, newPhone])
      expect(
        (await sentTo(gateway, phone)).filter((text) => text.includes('đã điều chỉnh')),
        phone,
      ).toHaveLength(1);
  });

  it('O3, R2 · an approved stop closes the account on its day, ends the sessions, and a later registration opens it again', async () => {
    const { bhxhNumber, identityNumber, mobilePhone, tokens } = await active();
    const day = dayOf(gateway, 2);
    const { id, version } = await handIn({ purpose: 'stop', bhxhNumber, identityNumber, mobilePhone, stopDate: day, stopReason: 'Ra nước ngoài' });
    expect((await gateway.call(reviews.approve, { id, version }, officer)).status).toBe(200);
    const { accessToken } = await tokens();
    expect((await readProfile(accessToken)).status).toBe(200);
    gateway.clock.advance({ days: 2 });
    await gateway.jobs.runDue();
    expect((await tokens()).code).toBe('session.refused');
    await again();
    const anew = await approvedCase(gateway, officer, { ...freshPerson(), bhxhNumber });
    const activationCode = await codeSentTo(gateway, anew.submission.mobilePhone);
    expect((await gateway.call(accounts.activate, { bhxhNumber, activationCode, password: 'một mật khẩu mới' })).status).toBe(204);
    expect((await gateway.call(session.signIn, { bhxhNumber, password: 'một mật khẩu mới' })).status).toBe(201);
    expect(await rowsOf(database, `select count(*)::int as n from audit where act = 'account-made'`)).not.toEqual([{ n: 0 }]);
  });

  it('O3, R2 · stopped today, the sessions end at once; undone, the person signs in again', async () => {
    const { bhxhNumber, identityNumber, mobilePhone, tokens } = await active();
    const { accessToken } = await tokens();
    const today = dayOf(gateway);
    const { id, version } = await handIn({ purpose: 'stop', bhxhNumber, identityNumber, mobilePhone, stopDate: today, stopReason: 'Không dùng nữa' });
    const { body } = await gateway.call(reviews.approve, { id, version }, officer);
    expect((await readProfile(accessToken)).body.code).toBe('session.expired');
    expect((await tokens()).code).toBe('session.refused');
    await gateway.call(reviews.undo, { id, version: body.version }, officer);
    expect((await tokens()).accessToken).toBeTypeOf('string');
  });

  it('O3, R2 · what has no account is neither adjusted nor stopped', async () => {
    const { bhxhNumber, identityNumber, mobilePhone } = freshPerson();
    const { id, version } = await handIn({ purpose: 'adjust', bhxhNumber, identityNumber, changes: ['mobilePhone'], mobilePhone });
    expect((await gateway.call(reviews.approve, { id, version }, officer)).body.code).toBe('review.account-missing');
  });
});

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

  it('O4 · after thirty days what the person gave is deleted', async () => {
    const { reference, submission, id } = await rejectedCase(gateway, officer);
    const correctionCode = await codeSentTo(gateway, submission.mobilePhone);
    gateway.clock.advance({ days: 30 });
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
