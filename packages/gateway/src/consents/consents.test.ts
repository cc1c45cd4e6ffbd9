import { operations } from '@bhxh-kit/contract';
import { CONSENT_VERSION } from '@bhxh-kit/domain/consent/consent-texts.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestDatabase, rightDeclaration, rowsOf, type TestGateway, testGateway, upload } from '../../test-support/gateway.js';
import { asOfficer } from '../../test-support/officers.js';
import { freshPerson, waitingCase } from '../../test-support/reviews.js';
import { PERSONAS } from '../sandbox/personas.js';
import type { Database } from '../storage/database.js';

const { declarations, reviews, session } = operations;
const guardian = PERSONAS[1] as (typeof PERSONAS)[number];
let database: Database;
let gateway: TestGateway;
let officer: Record<string, string>;

beforeAll(async () => {
  database = await openTestDatabase();
  gateway = await testGateway(database);
  officer = await asOfficer(gateway, 'canbo.dongda');
});
afterAll(async () => {
  await gateway.close();
  await database.close();
});

const consentsOf = async (id: string) => (await gateway.call(reviews.read, { id }, officer)).body.consents;

describe('what was agreed to', () => {
  it('R10 · the commitment is kept with its text’s version, moment, language, channel and who gave it; the officer reads it, and nobody changes it', async () => {
    const { id, reference } = await waitingCase(gateway, { consentVersion: CONSENT_VERSION, locale: 'en' });
    const at = gateway.clock.now().toISOString();
    expect(await consentsOf(id)).toEqual([
      { consent: 'commitment', textVersion: CONSENT_VERSION, locale: 'en', channel: 'page', givenBy: 'self', inSession: false, at },
    ]);
    const changing = database.queries.execute(`update consents set version = 'another' where declaration_id = '${id}'`);
    await expect(changing).rejects.toThrow();
    expect(await rowsOf(database, `select actor from audit where act = 'consented' and subject = '${reference}'`)).toEqual([{ actor: 'person' }]);
    const { declared } = (await gateway.call(reviews.read, { id }, officer)).body;
    expect(declared).not.toHaveProperty('consentVersion');
  });

  it('R10 · of a program, or a page with words of its own, no version is claimed', async () => {
    const { id } = await waitingCase(gateway);
    expect(await consentsOf(id)).toMatchObject([{ consent: 'commitment', channel: 'program' }]);
    expect((await consentsOf(id))[0]).not.toHaveProperty('textVersion');
  });

  it.each([true, false])('R16 · of a child it is the guardian’s, in their session or directly (signed in: %s)', async (signedIn) => {
    const { body: tokens } = await gateway.call(session.signIn, { bhxhNumber: guardian.profile.bhxhNumber, password: guardian.password });
    const { identityNumber: _, ...child } = await rightDeclaration(gateway, {
      ...freshPerson(),
      subject: 'child',
      birthDate: '2018-02-01',
      guardian: { bhxhNumber: guardian.profile.bhxhNumber, identityNumber: guardian.profile.identityNumber as string },
      photographs: [await upload(gateway, 'portrait'), await upload(gateway, 'birth-certificate')],
      consentVersion: CONSENT_VERSION,
    });
    const { status, body } = await gateway.call(declarations.submit, child, signedIn ? { Authorization: `Bearer ${tokens.accessToken}` } : {});
    expect(status, JSON.stringify(body)).toBe(201);
    const [row] = await rowsOf(database, `select id from declarations where reference = '${body.reference}'`);
    expect(await consentsOf(String(row?.['id']))).toMatchObject([
      { consent: 'guardian', textVersion: CONSENT_VERSION, givenBy: 'guardian', inSession: signedIn },
    ]);
  });

  it('R13 · outlives the data of a cancelled declaration, without saying who it was, and goes with what is left of it', async () => {
    const { id } = await waitingCase(gateway, { consentVersion: CONSENT_VERSION });
    gateway.clock.advance({ days: 11 });
    await gateway.jobs.runDue();
    const kept = () => rowsOf(database, `select consent from consents where declaration_id = '${id}'`);
    expect(await rowsOf(database, `select sealed from declarations where id = '${id}'`)).toEqual([{ sealed: null }]);
    expect(await kept()).toHaveLength(1);
    gateway.clock.advance({ days: 181 });
    await gateway.jobs.runDue();
    expect(await kept()).toEqual([]);
  });
});
