import { operations } from '@bhxh-kit/contract';
import type { DeclarationSubmission } from '@bhxh-kit/domain';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { worked } from '../../test-support/challenges.js';
import { confirmedEmail, dump, openTestDatabase, rightDeclaration, rowsOf, type TestGateway, testGateway } from '../../test-support/gateway.js';
import { asOfficer } from '../../test-support/officers.js';
import { codeSentTo } from '../../test-support/reviews.js';
import type { Database } from '../storage/database.js';

const { identities, declarations, challenges, corrections, reviews, rules } = operations;
const PERSON = { fullName: 'Nguyễn Văn A', identityNumber: '079299000001', birthDate: '1985-02-28' };
const OTHER = { fullName: 'Lê Thị Mẫu', identityNumber: '079299000002', birthDate: '1990-05-17' };
let database: Database;
let gateway: TestGateway;
let before: TestGateway;

beforeAll(async () => {
  database = await openTestDatabase();
  gateway = await testGateway(database, { env: { BHXH_RULE_PACK: '2023' } });
  before = await testGateway(database, { clock: gateway.clock });
});
afterAll(async () => {
  for (const each of [gateway, before]) await each.close();
  await database.close();
});

const verify = async (facts: object = PERSON) => gateway.call(identities.verify, { ...PERSON, ...facts }, await worked(gateway, 'identities.verify'));
const declared = async (change: Partial<DeclarationSubmission> = {}) =>
  rightDeclaration(gateway, {
    ...PERSON,
    rulePack: '2023',
    photographs: [],
    emailConfirmation: await confirmedEmail(gateway, 'nguyen.van.a@example.vn', change.subject ?? 'individual'),
    ...change,
  });
const submit = async (change: Partial<DeclarationSubmission>) => gateway.call(declarations.submit, await declared(change));
const pointersOf = ({ body }: { body: { fieldErrors?: { pointer: string; code: string }[] } }) =>
  body.fieldErrors?.map(({ pointer, code }) => `${pointer} ${code}`);
const OVER = ['/identityVerification identity-verification.over'];

describe('an identity verified with the population database', () => {
  it('R15 · owes no photographs: receipt, Mẫu 01 and the officer’s case say when and by what it was', async () => {
    const asked = await verify();
    expect([asked.status, asked.body.result, asked.body.by]).toEqual([200, 'verified', 'Cơ sở dữ liệu dân cư thử nghiệm']);
    const { status, body } = await submit({ identityVerification: asked.body.identityVerification });
    const identityVerified = { at: asked.body.at, by: asked.body.by };
    expect([status, body.identityVerified]).toEqual([201, identityVerified]);
    const form = await gateway.call(declarations.form, { reference: body.reference, contact: '0900000001' });
    expect(form.status).toBe(200);
    const officer = await asOfficer(gateway, 'canbo.hanoi');
    const { items } = (await gateway.call(reviews.list, { find: body.reference }, officer)).body;
    const file = (await gateway.call(reviews.read, { id: items[0].id }, officer)).body;
    expect([file.photographs, file.declared.identityVerified, file.declared.birthDate]).toEqual([[], identityVerified, PERSON.birthDate]);
    expect(JSON.stringify(file)).not.toContain(asked.body.identityVerification);
  });

  it('R15 · is of these values, for one declaration, for two hours', async () => {
    const { identityVerification } = (await verify()).body;
    for (const other of [{ fullName: 'Nguyễn Văn B' }, { identityNumber: OTHER.identityNumber }, { birthDate: '1985-02-27' }, { birthDate: undefined }])
      expect(pointersOf(await submit({ identityVerification, ...other })), JSON.stringify(other)).toEqual(OVER);
    expect(pointersOf(await submit({ identityVerification: 'invented' }))).toEqual(OVER);
    // What is refused for another reason leaves it as it was; spaces and composition are no other name.
    expect(pointersOf(await submit({ identityVerification, commitment: false }))).toEqual(['/commitment commitment.missing']);
    expect((await submit({ identityVerification, fullName: ` ${'Nguyễn Văn  A'.normalize('NFD')}` })).status).toBe(201);
    expect(pointersOf(await submit({ identityVerification }))).toEqual(OVER);
    const late = (await verify()).body.identityVerification;
    gateway.clock.advance({ hours: 2 });
    expect(pointersOf(await submit({ identityVerification: late }))).toEqual(OVER);
  });

  it('R15 · serves one of two declarations that carry it at the same moment', async () => {
    gateway.clock.advance({ days: 1 });
    const { identityVerification } = (await verify()).body;
    const both = await Promise.all(
      [await declared({ identityVerification }), await declared({ identityVerification })].map((each) => gateway.call(declarations.submit, each)),
    );
    expect(both.map(({ status }) => status).sort()).toEqual([201, 422]);
  });

  it('R15 · is no browser’s word: without it the photographs are owed, also by a child and under the pack of 2021', async () => {
    expect(pointersOf(await submit({}))).toEqual(Array(3).fill('/photographs photograph.missing'));
    const { identityVerification } = (await verify(OTHER)).body;
    const child = {
      subject: 'child' as const,
      identityNumber: undefined,
      guardian: { identityNumber: PERSON.identityNumber },
      birthDate: '2018-02-01',
      identityVerification,
    };
    expect(pointersOf(await submit(child))).toContain('/photographs photograph.missing');
    const old = await rightDeclaration(before, { ...OTHER, photographs: [], identityVerification });
    expect(pointersOf(await before.call(declarations.submit, old))).toEqual(Array(3).fill('/photographs photograph.missing'));
    expect((await before.call(identities.verify, OTHER, await worked(before, 'identities.verify'))).body.code).toBe('identity.not-offered');
    const offered = [(await before.call(rules.current)).body.identityVerifier, (await gateway.call(rules.current)).body.identityVerifier];
    expect(offered).toEqual([undefined, 'Cơ sở dữ liệu dân cư thử nghiệm']);
  });

  it('O4 · is not given back with a rejected declaration: corrected, it is verified anew', async () => {
    gateway.clock.advance({ days: 1 });
    const { body } = await submit({ identityVerification: (await verify()).body.identityVerification });
    const officer = await asOfficer(gateway, 'canbo.hanoi');
    const { items } = (await gateway.call(reviews.list, { find: body.reference }, officer)).body;
    expect((await gateway.call(reviews.reject, { id: items[0].id, version: items[0].version, reasons: ['contact-not-own'] }, officer)).status).toBe(200);
    gateway.clock.advance({ minutes: 2 });
    const correctionCode = await codeSentTo(gateway, '0900000001');
    const opened = await gateway.call(corrections.open, { reference: body.reference, contact: '0900000001', correctionCode });
    expect([opened.status, opened.body.declared?.identityVerified, opened.body.declared?.fullName]).toEqual([200, undefined, PERSON.fullName]);
  });
});

describe('asking the population database', () => {
  it('R15 · tells an unknown number, another name and another birth date in one and the same way', async () => {
    gateway.clock.advance({ days: 1 });
    const answers = [{ identityNumber: '079299000077' }, { fullName: 'Nguyễn Văn B' }, { birthDate: '1985-02-27' }];
    for (const wrong of answers) expect((await verify(wrong)).body).toEqual({ result: 'not-verified' });
  });

  it('R15 · always costs a proof of work, whatever the installation asks of declarations', async () => {
    expect((await gateway.call(challenges.make, { operation: 'identities.verify', locale: 'vi' })).body.kind).toBe('proof-of-work');
    expect((await gateway.call(identities.verify, PERSON)).body.code).toBe('challenge.required');
    const once = await worked(gateway, 'identities.verify');
    expect((await gateway.call(identities.verify, { ...OTHER }, once)).status).toBe(200);
    expect((await gateway.call(identities.verify, { ...OTHER, birthDate: '1990-05-18' }, once)).body.code).toBe('challenge.refused');
  });

  it('R15 · is done five times a day for one number, whoever asks and whether or not there is such a number', async () => {
    gateway.clock.advance({ days: 1 });
    for (const identityNumber of ['079299000001', '079299000088']) {
      for (let tries = 0; tries < 5; tries++) expect((await verify({ identityNumber, birthDate: '1970-01-01' })).body).toEqual({ result: 'not-verified' });
      const { status, body } = await verify({ identityNumber });
      expect([status, body.code]).toEqual([429, 'rate.limited']);
    }
    gateway.clock.advance({ days: 1 });
    expect((await verify()).body.result).toBe('verified');
  });

  it('R15 · names what cannot be asked about, and asks nothing then', async () => {
    const { status, body } = await verify({ identityNumber: '12345', birthDate: '31/02/1985' });
    expect([status, body.code, body.fieldErrors.map(({ pointer }: { pointer: string }) => pointer)]).toEqual([
      422,
      'identity.invalid',
      ['/identityNumber', '/birthDate'],
    ]);
  });

  it('R15 · that is down says so, and photographs are taken', async () => {
    const down = { fullName: 'Trần Thử Nghiệm', identityNumber: '079299000099', birthDate: '1979-12-01' };
    expect((await verify(down)).body).toEqual({ result: 'unavailable' });
  });

  it('R15 · leaves an audit row, and of name, number and birth date nothing', async () => {
    const [last] = await rowsOf(database, "select subject, actor from audit where act = 'identity-asked' order by id desc limit 1");
    expect(last).toEqual({ subject: expect.stringMatching(/^[0-9a-f]{64}$/), actor: 'person' });
    const everything = await dump(database);
    for (const kept of ['079299000099', 'Trần Thử Nghiệm']) expect(everything).not.toContain(kept);
  });
});
