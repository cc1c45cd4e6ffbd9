import { operations } from '@bhxh-kit/contract';
import type { DeclarationSubmission } from '@bhxh-kit/domain';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dump, openTestDatabase, rightDeclaration, rowsOf, type TestGateway, testGateway } from '../../test-support/gateway.js';
import { asOfficer } from '../../test-support/officers.js';
import { cameBack } from '../../test-support/vneid.js';
import { PERSONAS } from '../sandbox/personas.js';
import type { Database } from '../storage/database.js';

const { vneid, session, declarations, reviews, rules } = operations;
const RETURN = 'http://localhost:5173/vneid';
const [OF_ACCOUNT, NEW, LEVEL_ONE, DOWN] = ['079299000001', '079399000012', '079299000013', '079299000014'];
const NEW_PERSON = { fullName: 'Lê Thị Mẫu', identityNumber: NEW, birthDate: '1990-05-17' };
let database: Database;
let gateway: TestGateway;
let before: TestGateway;

beforeAll(async () => {
  database = await openTestDatabase();
  gateway = await testGateway(database, { env: { BHXH_RULE_PACK: '2025' } });
  before = await testGateway(database, { env: { BHXH_RULE_PACK: '2023' }, clock: gateway.clock });
});
afterAll(async () => {
  for (const each of [gateway, before]) await each.close();
  await database.close();
});

const finish = async (person?: string, change: object = {}) => gateway.call(vneid.finish, { ...(await cameBack(gateway, RETURN, person)), ...change });
/** What was sent since this was asked last. */
async function messages(): Promise<{ channel: string; body: string }[]> {
  await gateway.jobs.runDue();
  const sent = (await rowsOf(database, 'select channel, body from sandbox_messages order by channel')) as { channel: string; body: string }[];
  await rowsOf(database, 'delete from sandbox_messages');
  return sent;
}
const codeOf = ({ body }: { body: { code?: string } }) => body.code;
const declared = async (change: Partial<DeclarationSubmission>) => {
  const { email: _, ...rest } = await rightDeclaration(gateway, {
    ...NEW_PERSON,
    rulePack: '2025',
    bhxhNumber: NEW,
    address: { scheme: '2025', provinceCode: '01', communeCode: '00004', street: 'Số 12' },
    agencyCode: '001',
    startDate: '2026-12-20',
    photographs: [],
    ...change,
  });
  return gateway.call(declarations.submit, rest);
};
const pointersOf = ({ body }: { body: { fieldErrors?: { pointer: string; code: string }[] } }) =>
  body.fieldErrors?.map(({ pointer, code }) => `${pointer} ${code}`) ?? [];

describe('signing in with VNeID', () => {
  it('A10 · finds the account of the personal ID and signs in; the other device is signed out and told why', async () => {
    const { profile, password } = PERSONAS[0] as (typeof PERSONAS)[number];
    const { body: elsewhere } = await gateway.call(session.signIn, { bhxhNumber: profile.bhxhNumber, password });
    const { status, body } = await finish(OF_ACCOUNT);
    expect([status, body.result, body.person.identityNumber, body.by]).toEqual([200, 'signed-in', OF_ACCOUNT, 'VNeID (giả lập)']);
    const mine = await gateway.call(operations.profile.read, {}, { Authorization: `Bearer ${body.accessToken}` });
    expect(mine.body.bhxhNumber).toBe(profile.bhxhNumber);
    expect(codeOf(await gateway.call(session.current, {}, { Authorization: `Bearer ${elsewhere.accessToken}` }))).toBe('session.taken-over');
    expect(await rowsOf(database, `select actor from audit where act = 'signed-in-vneid' and subject = '${body.accessToken}'`)).toEqual([]);
    expect((await rowsOf(database, `select 1 from audit where act = 'signed-in-vneid'`)).length).toBe(1);
  });

  it('A10, A5 · that signed another device out is told to every registered contact, with what to do if it was somebody else', async () => {
    expect((await finish(OF_ACCOUNT, { device: 'thiet-bi-thu-nhat' })).body.result).toBe('signed-in');
    await messages();
    const { body } = await finish(OF_ACCOUNT, { device: 'thiet-bi-thu-hai' });
    const told = await messages();
    expect(told.map(({ channel }) => channel)).toEqual(['email', 'sms']);
    for (const sent of told)
      expect(sent.body).toMatch(/vừa đăng nhập bằng VNeID .*thiết bị đang dùng trước đó đã bị đăng xuất\. Nếu không phải bạn: .*gọi cơ quan BHXH/);
    // Nothing to sign out: the same device again, and the first after signing out.
    expect((await finish(OF_ACCOUNT, { device: 'thiet-bi-thu-hai' })).body.result).toBe('signed-in');
    const bearer = { Authorization: `Bearer ${body.accessToken}` };
    expect((await gateway.call(session.current, {}, bearer)).status).toBe(200);
    await gateway.call(session.signOut, {}, bearer);
    expect((await finish(OF_ACCOUNT, { device: 'thiet-bi-thu-nhat' })).body.result).toBe('signed-in');
    expect(await messages()).toEqual([]);
    const several = await testGateway(database, { env: { BHXH_RULE_PACK: '2025', BHXH_ONE_DEVICE: '0' }, clock: gateway.clock });
    const third = await several.call(vneid.finish, { ...(await cameBack(several, RETURN, OF_ACCOUNT)), device: 'thiet-bi-sau-cung' });
    expect([third.body.result, await messages()]).toEqual(['signed-in', []]);
    await several.close();
  });

  it('A10 · finds an account that is older than its fingerprint once somebody looked, and none that is closed', async () => {
    await rowsOf(database, 'update accounts set identity_mac = null');
    await gateway.jobs.runDue();
    expect((await finish(OF_ACCOUNT)).body.result).toBe('signed-in');
    await rowsOf(database, `update accounts set closes_at = '2026-01-01' where id = '${PERSONAS[0]?.id}'`);
    expect((await finish(OF_ACCOUNT)).body).toMatchObject({ result: 'no-account', person: { fullName: 'Nguyễn Văn A' } });
    await rowsOf(database, 'update accounts set closes_at = null');
  });

  it('A10 · its way back works once, for ten minutes, in the browser and for the page that began', async () => {
    const back = await cameBack(gateway, RETURN, NEW);
    for (const change of [
      { browserKey: 'of another browser, which was sent the address' },
      { returnTo: 'http://localhost:5173/other' },
      { vneidState: back['vneidState']?.replace(/.$/, (last) => (last === '0' ? '1' : '0')) },
      { vneidState: 'invented.zzzzzzzz.0' },
      { vneidState: `a.zzzzzzzz.${'ế'.repeat(64)}` },
    ])
      expect(codeOf(await gateway.call(vneid.finish, { ...back, ...change })), JSON.stringify(change)).toBe('vneid.state-refused');
    expect((await gateway.call(vneid.finish, back)).body.result).toBe('no-account');
    expect(codeOf(await gateway.call(vneid.finish, back))).toBe('vneid.state-refused');
    const late = await cameBack(gateway, RETURN, NEW);
    gateway.clock.advance({ minutes: 10 });
    expect(codeOf(await gateway.call(vneid.finish, late))).toBe('vneid.state-refused');
    const twice = await cameBack(gateway, RETURN, NEW);
    const both = await Promise.all([gateway.call(vneid.finish, twice), gateway.call(vneid.finish, twice)]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 422]);
  });

  it('A10 · says in words what came between: cancelled, level 1, a code of nobody, VNeID down; each is in the audit trail', async () => {
    const recorded = async () => (await rowsOf(database, `select 1 from audit where act = 'vneid-refused'`)).length;
    const at = await recorded();
    expect([codeOf(await finish()), (await finish()).status]).toEqual(['vneid.cancelled', 409]);
    const level = await finish(LEVEL_ONE);
    expect([level.status, level.body.code]).toEqual([403, 'vneid.level']);
    expect(codeOf(await finish(NEW, { vneidCode: 'a code of somebody else' }))).toBe('vneid.refused');
    const down = await finish(DOWN);
    expect([down.status, down.body.code]).toEqual([503, 'vneid.unavailable']);
    expect(await recorded()).toBe(at + 5);
    for (const failure of [level, down]) expect(JSON.stringify(failure.body)).not.toContain('Trần');
  });

  it('A10 · sends nobody but to the pages that were named, and is offered by the rules that know it alone', async () => {
    const begin = async (returnTo: string) => codeOf(await gateway.call(vneid.begin, { returnTo }));
    for (const page of ['https://evil.example/vneid', 'javascript:alert(1)', 'no page', 'http://localhost.evil.example/'])
      expect(await begin(page)).toBe('vneid.return-refused');
    expect(codeOf(await before.call(vneid.begin, { returnTo: RETURN }))).toBe('vneid.not-offered');
    const offered = await Promise.all([gateway, before].map(async (each) => (await each.call(rules.current)).body.vneid));
    expect(offered).toEqual(['VNeID (giả lập)', undefined]);
  });
});

describe('the declaration of who came by VNeID', () => {
  it('A10 · owes no photographs, no paper and no e-mail; receipt and officer are told by what it was', async () => {
    const { body: known } = await finish(NEW);
    const { status, body } = await declared({ identityVerification: known.identityVerification });
    expect([status, pointersOf({ body })]).toEqual([201, []]);
    expect([body.status, body.paperDueAt, body.identityVerified]).toEqual(['in-review', undefined, { at: known.at, by: 'VNeID (giả lập)', vneid: true }]);
    expect((await gateway.call(declarations.form, { reference: body.reference, contact: '0900000001' })).status).toBe(200);
    const officer = await asOfficer(gateway, 'canbo.hanoi');
    const { items } = (await gateway.call(reviews.list, { find: body.reference }, officer)).body;
    const file = (await gateway.call(reviews.read, { id: items[0].id }, officer)).body;
    expect([file.photographs, file.declared.identityVerified.by]).toEqual([[], 'VNeID (giả lập)']);
    // On VNeID's page the person agreed to its words, not to ours about a comparison.
    expect(file.consents.map(({ consent }: { consent: string }) => consent)).toEqual(['commitment']);
    gateway.clock.advance({ days: 11 });
    await gateway.jobs.runDue();
    expect((await gateway.call(declarations.follow, { reference: body.reference, contact: '0900000001' })).body.status).toBe('in-review');
  });

  it('A10 · is their own, once, within two hours; what a page says of itself counts for nothing', async () => {
    const { identityVerification } = (await finish(NEW)).body;
    for (const other of [{ fullName: 'Nguyễn Văn B' }, { identityNumber: '079299000002' }, { birthDate: undefined }])
      expect(pointersOf(await declared({ identityVerification, ...other })), JSON.stringify(other)).toEqual([
        '/identityVerification identity-verification.over',
      ]);
    expect(pointersOf(await declared({}))).toEqual(['/email required', ...Array(3).fill('/photographs photograph.missing')]);
    expect((await declared({ identityVerification })).status).toBe(201);
    expect(pointersOf(await declared({ identityVerification }))).toEqual(['/identityVerification identity-verification.over']);
    const late = (await finish(NEW)).body.identityVerification;
    gateway.clock.advance({ hours: 2 });
    expect(pointersOf(await declared({ identityVerification: late }))).toEqual(['/identityVerification identity-verification.over']);
  });

  it('A10 · spares the paper of an adjustment too; of an organisation or a child it proves nothing', async () => {
    const { identityVerification } = (await finish(NEW)).body;
    const {
      address: _,
      startDate: __,
      transactAt: ___,
      email: ____,
      ...rest
    } = await rightDeclaration(gateway, { ...NEW_PERSON, rulePack: '2025', bhxhNumber: NEW, agencyCode: '001', photographs: [] });
    const adjusting = { ...rest, purpose: 'adjust', changes: ['mobilePhone'], identityVerification };
    const { status, body } = await gateway.call(declarations.submit, adjusting);
    expect([status, pointersOf({ body }), body.status, body.paperDueAt]).toEqual([201, [], 'in-review', undefined]);
    const child = (await finish(NEW)).body.identityVerification;
    const missing = pointersOf(await declared({ subject: 'child', birthDate: '2018-02-01', guardian: { identityNumber: NEW }, identityVerification: child }));
    expect(missing).toContain('/photographs photograph.missing');
  });

  it('A10, O3 · whose account its person has opened by VNeID is not undone any more', async () => {
    const { identityVerification } = (await finish(NEW)).body;
    const { body: receipt } = await declared({ identityVerification });
    const officer = await asOfficer(gateway, 'canbo.hanoi');
    const [found] = (await gateway.call(reviews.list, { find: receipt.reference }, officer)).body.items;
    const { body: approved } = await gateway.call(reviews.approve, { id: found.id, version: found.version }, officer);
    const { body } = await finish(NEW);
    expect(body.result).toBe('signed-in');
    const undone = await gateway.call(reviews.undo, { id: found.id, version: approved.version }, officer);
    expect([undone.status, undone.body.code]).toEqual([409, 'review.undo-impossible']);
    expect((await gateway.call(operations.profile.read, {}, { Authorization: `Bearer ${body.accessToken}` })).status).toBe(200);
    await rowsOf(database, `delete from accounts where id::text in (select subject from audit where act = 'account-made' and actor = '${receipt.reference}')`);
  });

  it('A10 · leaves neither codes nor names in log and database', async () => {
    const back = await cameBack(gateway, RETURN, NEW);
    const { body } = await gateway.call(vneid.finish, back);
    const everything = `${await dump(database)}${gateway.logLines.join('')}`;
    for (const secret of [back['vneidCode'], back['vneidState'], back['browserKey'], body.identityVerification, NEW])
      expect(everything).not.toContain(secret as string);
  });
});
