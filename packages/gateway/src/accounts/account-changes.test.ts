import { operations } from '@bhxh-kit/contract';
import { CODE_TRIES } from '@bhxh-kit/domain';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { openTestDatabase, refusedFrom, rightDeclaration, rowsOf, type TestGateway, testGateway } from '../../test-support/gateway.js';
import { asOfficer } from '../../test-support/officers.js';
import { type AsOfficer, approvedCase, codeSentTo, dayOf, freshPerson, reviewedCase, sentTo } from '../../test-support/reviews.js';
import { hearStatements } from '../../test-support/statements.js';
import type { Database } from '../storage/database.js';
import { FREE_TRIES } from './lockout.js';

const { reviews, accounts, contacts, declarations, passwords, session, profile } = operations;
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

describe('the first password', () => {
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

  it('O3 · a wrong code costs the same work whether the number is one that waits, an active one or nobody’s', async () => {
    const [waiting, active] = [await approvedCase(gateway, officer), await approvedCase(gateway, officer)];
    const opened = { bhxhNumber: active.submission.bhxhNumber, activationCode: await codeSentTo(gateway, active.submission.mobilePhone), password: PASSWORD };
    expect((await gateway.call(accounts.activate, opened)).status).toBe(204);
    const heard = hearStatements();
    const asked = [];
    for (const bhxhNumber of [waiting.submission.bhxhNumber, active.submission.bhxhNumber, '9999900008']) {
      heard.length = 0;
      expect((await gateway.call(accounts.activate, { bhxhNumber, activationCode: 'ZZZZ-ZZZZ', password: PASSWORD })).body.code).toBe('activation.refused');
      asked.push(heard.map(({ sql }) => sql));
    }
    vi.restoreAllMocks();
    expect(asked[1]).toEqual(asked[0]);
    expect(asked[2]).toEqual(asked[0]);
  });

  it('O3 · whoever types wrong codes for another’s number is made to wait, and keeps nobody out', async () => {
    const { submission } = await approvedCase(gateway, officer);
    const { bhxhNumber, mobilePhone } = submission;
    const stranger = (activationCode: string) => refusedFrom(gateway, '203.0.113.20', accounts.activate, { bhxhNumber, activationCode, password: PASSWORD });
    const activationCode = await codeSentTo(gateway, mobilePhone);
    const answers = await Promise.all(Array.from({ length: FREE_TRIES + 3 }, () => stranger('ZZZZ-ZZZZ')));
    expect(answers.sort()).toEqual([...Array(FREE_TRIES).fill('activation.refused'), ...Array(3).fill('session.locked')]);
    expect(await stranger(activationCode)).toBe('session.locked');
    expect((await gateway.call(accounts.activate, { bhxhNumber, activationCode, password: PASSWORD })).status).toBe(204);
  });

  it('O3 · whoever has the right code and is refused one password after the other waits for none of them', async () => {
    const { submission } = await approvedCase(gateway, officer);
    const { bhxhNumber, mobilePhone } = submission;
    const activationCode = await codeSentTo(gateway, mobilePhone);
    for (let chosen = 0; chosen < FREE_TRIES + 2; chosen++)
      expect((await gateway.call(accounts.activate, { bhxhNumber, activationCode, password: 'ngắn' })).body.code).toBe('password.refused');
    expect((await gateway.call(accounts.activate, { bhxhNumber, activationCode, password: PASSWORD })).status).toBe(204);
  });

  it('O3 · after so many wrong codes of everybody the right one opens nothing, however long somebody waits between them; a new one does', async () => {
    const { submission } = await approvedCase(gateway, officer);
    const { bhxhNumber, mobilePhone } = submission;
    const activationCode = await codeSentTo(gateway, mobilePhone);
    await rowsOf(database, `update sent_codes set tries = ${CODE_TRIES - 3} where subject in (select id from accounts order by created_at desc limit 1)`);
    for (let wrong = 0; wrong < 3; wrong++) {
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
});

describe('the account', () => {
  it('R14 · under the 2023 pack one address serves one account, however it is written; a child is reached at its guardian’s', async () => {
    const [one, other, child] = [
      await reviewedCase(gateway, officer, { email: 'Chung@Example.vn' }),
      await reviewedCase(gateway, officer, { email: 'chung@example.vn' }),
      await reviewedCase(gateway, officer, { email: 'CHUNG@example.vn' }),
    ];
    await database.queries.execute(`update declarations set rule_pack = '2023' where id in ('${one.id}', '${other.id}')`);
    expect((await gateway.call(reviews.approve, { id: one.id, version: 2 }, officer)).status).toBe(200);
    expect((await gateway.call(reviews.approve, { id: other.id, version: 2 }, officer)).body.code).toBe('review.email-taken');
    expect((await gateway.call(reviews.approve, { id: child.id, version: 2 }, officer)).status).toBe(200);
  });

  it('O3, R1 · an organisation’s profile has its tax number', async () => {
    const { submission } = await approvedCase(gateway, officer, {
      subject: 'organisation',
      fullName: 'Trường THPT Mẫu số 2',
      bhxhNumber: 'ZZ9999A',
      taxNumber: '9999999027-001',
      identityNumber: undefined,
      certificate: { serial: '540999999901', issuer: 'Tổ chức Thử Nghiệm', validFrom: '2026-01-31', validTo: '2029-01-30' },
      photographs: [],
    });
    const { bhxhNumber, mobilePhone } = submission;
    await gateway.call(accounts.activate, { bhxhNumber, activationCode: await codeSentTo(gateway, mobilePhone), password: PASSWORD });
    const { body: tokens } = await gateway.call(session.signIn, { bhxhNumber, password: PASSWORD });
    const own = await gateway.call(profile.read, {}, { Authorization: `Bearer ${tokens.accessToken}` });
    expect(own.body).toMatchObject({ bhxhNumber: 'ZZ9999A', taxNumber: '9999999027-001' });
  });

  it('O3 · of two who set the first password at once one does; the other is refused, and the refusal recorded', async () => {
    const { submission, reference } = await approvedCase(gateway, officer);
    const { bhxhNumber, mobilePhone } = submission;
    const activationCode = await codeSentTo(gateway, mobilePhone);
    const passwords = [PASSWORD, 'một mật khẩu khác hẳn'];
    const answers = await Promise.all(passwords.map((password) => gateway.call(accounts.activate, { bhxhNumber, activationCode, password })));
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 401]);
    const trail = `select act from audit where subject = (select subject from audit where act = 'account-made' and actor = '${reference}')`;
    const acts = (await rowsOf(database, trail)).map(({ act }) => act);
    expect(['account-activated', 'activation-refused'].map((act) => acts.filter((each) => each === act).length)).toEqual([1, 1]);
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

  /** The newest code of six digits sent to a phone. */
  const digitsSentTo = async (phone: string) => /\b\d{6}\b/.exec((await sentTo(gateway, phone)).reverse().find((text) => /\b\d{6}\b/.test(text)) ?? '')?.[0];
  const adjusting = async ({ bhxhNumber, identityNumber }: Awaited<ReturnType<typeof active>>) =>
    handIn({ purpose: 'adjust', bhxhNumber, identityNumber, changes: ['mobilePhone'], mobilePhone: freshPerson().mobilePhone });

  it('O3, A4 · an adjustment or stop that is undone leaves the password its person has chosen in that minute', async () => {
    const person = await active();
    const { bhxhNumber, identityNumber, mobilePhone } = person;
    const stopDate = dayOf(gateway, 2);
    const stop = await handIn({ purpose: 'stop', bhxhNumber, identityNumber, mobilePhone, stopDate, stopReason: 'Không dùng nữa' });
    let inUse = PASSWORD;
    const signIn = async (password: string) => (await gateway.call(session.signIn, { bhxhNumber, password, device: 'thiết bị thử nghiệm' })).body;
    for (const [{ id, version }, newPassword] of [
      [await adjusting(person), 'mèo nằm trên mái nhà'],
      [stop, 'trâu gặm cỏ ngoài đồng'],
    ] as const) {
      const bearer = { Authorization: `Bearer ${(await signIn(inUse)).accessToken}` };
      const { codeId } = (await gateway.call(passwords.requestChange, { currentPassword: inUse }, bearer)).body;
      const oneTimeCode = await digitsSentTo(mobilePhone);
      const { body } = await gateway.call(reviews.approve, { id, version }, officer);
      expect((await gateway.call(passwords.change, { codeId, oneTimeCode, newPassword }, bearer)).status).toBe(204);
      expect((await gateway.call(reviews.undo, { id, version: body.version }, officer)).status).toBe(200);
      expect((await signIn(inUse)).code).toBe('session.refused');
      inUse = newPassword;
      expect((await signIn(inUse)).accessToken).toBeTypeOf('string');
      at(61);
    }
  });

  it('O3, A8 · an adjustment is not undone over a contact its person has changed since', async () => {
    const person = await active();
    const { id, version } = await adjusting(person);
    const { accessToken } = await person.tokens();
    const bearer = { Authorization: `Bearer ${accessToken}` };
    const contact = `moi.${person.email}`;
    const { changeId } = (await gateway.call(contacts.sendCodes, { kind: 'email', contact, locale: 'vi' }, bearer)).body;
    const registeredCode = await digitsSentTo(person.mobilePhone);
    const [mail] = await rowsOf(
      database,
      `select body from sandbox_messages where channel = 'email' and body like '%thư điện tử mới%' order by ordinal desc limit 1`,
    );
    const newCode = /\b\d{6}\b/.exec(String(mail?.['body']))?.[0];
    const { body } = await gateway.call(reviews.approve, { id, version }, officer);
    expect((await gateway.call(contacts.change, { changeId, registeredCode, newCode }, bearer)).status).toBe(204);
    expect((await gateway.call(reviews.undo, { id, version: body.version }, officer)).body.code).toBe('review.undo-impossible');
    expect((await readProfile(accessToken)).body.email).toBe(contact);
  });

  it('O3, R2 · what has no account is neither adjusted nor stopped', async () => {
    const { bhxhNumber, identityNumber, mobilePhone } = freshPerson();
    const { id, version } = await handIn({ purpose: 'adjust', bhxhNumber, identityNumber, changes: ['mobilePhone'], mobilePhone });
    expect((await gateway.call(reviews.approve, { id, version }, officer)).body.code).toBe('review.account-missing');
  });
});
