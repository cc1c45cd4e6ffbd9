import { randomUUID } from 'node:crypto';
import { isBytes, type Operation, operationList, operations } from '@bhxh-kit/contract';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inShapeOf } from '../../test-support/from-schema.js';
import { type Answer, openTestDatabase, rowsOf, SECRET, type TestGateway, testGateway, upload } from '../../test-support/gateway.js';
import { asOfficer, newOfficer } from '../../test-support/officers.js';
import { reviewedCase } from '../../test-support/reviews.js';
import { waitFor } from './waiting-guardians.js';
import type { Holder } from '../http/mount.js';
import { openCards, profile } from '../me/me.js';
import { PERSONAS, type Persona } from '../sandbox/personas.js';
import { Secrets } from '../secrets/secrets.js';
import { begin } from '../sessions/sessions.js';
import { readSettings } from '../settings/settings.js';
import type { Database } from '../storage/database.js';
import { guardianLinks } from '../storage/guardians-schema.js';
import { accounts } from '../storage/schema.js';

type Headers = Record<string, string>;
const [former, guardian, stranger, child] = PERSONAS as [Persona, Persona, Persona, Persona];
const { children, profile: me, accesses, reviews, session } = operations;
const settings = readSettings({ BHXH_SANDBOX: '1' });
let database: Database;
let gateway: TestGateway;

beforeAll(async () => {
  database = await openTestDatabase();
  gateway = await testGateway(database);
  await newOfficer(gateway, 'canbo.trong', '001');
  await newOfficer(gateway, 'canbo.ngoai', '089');
});
afterAll(async () => {
  await gateway.close();
  await database.close();
});

const as = async (holder: { accountId: string }): Promise<Headers> => ({
  Authorization: `Bearer ${(await begin(database.queries, holder, { clock: gateway.clock, settings })).accessToken}`,
});
const by = (headers: Headers, link: string): Headers => ({ ...headers, 'Guardian-Link': link });

/** One more link to the child, as an approval makes it; or to one that grew up. */
async function linked(guardianId: string, state: 'open' | 'ended' | 'closed' | 'grown-up'): Promise<string> {
  const now = gateway.clock.now();
  const childId = state === 'open' || state === 'ended' ? child.id : await anotherChild(state);
  const row = { id: randomUUID(), guardianId, childId, since: now, rulePack: '2021', endedAt: state === 'ended' ? now : null };
  await database.queries.insert(guardianLinks).values(row);
  return row.id;
}

/** The account of a child that was closed, or has the age of the rule pack since today. */
async function anotherChild(state: 'closed' | 'grown-up'): Promise<string> {
  const [id, now] = [randomUUID(), gateway.clock.now()];
  const profile = { ...child.profile, bhxhNumber: '9999999098', ...(state === 'grown-up' && { birthDate: '2008-11-21' }) };
  const sealed = new Secrets(SECRET).sealJson('account', id, profile);
  await database.queries.insert(accounts).values({ id, personMac: id, sealed, createdAt: now, closesAt: state === 'closed' ? now : null });
  return id;
}

/** Has the child wait for a guardian of the numbers of somebody. */
async function waitedFor({ profile: { bhxhNumber, fullName, mobilePhone = '' } }: Persona): Promise<string> {
  const named = { identityNumber: bhxhNumber, contactName: fullName, mobilePhone };
  return (await waitFor(database.queries, child.id, { named, rulePack: '2021' }, { clock: gateway.clock, secrets: new Secrets(SECRET), settings })).id;
}

const linkOfChild = async (headers: Headers): Promise<string> => (await gateway.call(children.list, {}, headers)).body.items[0].linkId;

/** What can be asked of a child: an input in the shape of the row, the same for everybody who asks. */
function inputOf(row: Operation): Record<string, unknown> {
  const parts = [row.params, row.query, isBytes(row.body) ? undefined : row.body].filter((part) => part !== undefined);
  // What need not be said is not: the whole of a history is compared.
  return Object.assign({}, ...parts.map((part) => (part.safeParse({}).success ? {} : fc.sample(inShapeOf(part), { numRuns: 1, seed: 7 })[0])));
}

interface Caller {
  /** A session of their own, begun anew. */
  readonly headers: () => Promise<Headers>;
  readonly link: string;
  /** What every operation about a child refuses them with. */
  readonly code: string;
}

/** Everybody but the guardian, with the link they come by. */
async function callers(): Promise<Record<string, Caller>> {
  const open = await linkOfChild(await as({ accountId: guardian.id }));
  const person =
    ({ id }: Persona) =>
    () =>
      as({ accountId: id });
  const officer = (username: string) => () => asOfficer(gateway, username);
  return {
    'a former guardian': { headers: person(former), link: await linked(former.id, 'ended'), code: 'guardian.not-found' },
    'the guardian of a child whose account is closed': { headers: person(former), link: await linked(former.id, 'closed'), code: 'guardian.not-found' },
    'the guardian of a child that grew up': { headers: person(former), link: await linked(former.id, 'grown-up'), code: 'guardian.child-grown-up' },
    'somebody else by the guardian’s link': { headers: person(stranger), link: open, code: 'guardian.not-found' },
    'somebody else by a link nobody has': { headers: person(stranger), link: randomUUID(), code: 'guardian.not-found' },
    'somebody the child waits for, by the id of that': { headers: person(stranger), link: await waitedFor(stranger), code: 'guardian.not-found' },
    'the guardian by what is no link': { headers: person(guardian), link: "1' or '1'='1", code: 'guardian.not-found' },
    'the child by its guardian’s link': { headers: person(child), link: open, code: 'guardian.not-found' },
    'an officer of the child’s agency': { headers: officer('canbo.trong'), link: open, code: 'session.not-allowed' },
    'an officer of another province': { headers: officer('canbo.ngoai'), link: open, code: 'session.not-allowed' },
    nobody: { headers: () => Promise.resolve({}), link: open, code: 'session.missing' },
  };
}

/** Everything of an answer but what names the request itself. */
const told = ({ status, body }: Answer): unknown => ({ status, body: Buffer.isBuffer(body) ? body.toString('base64') : { ...body, requestId: '' } });

/** The same as text, without days, moments and what is drawn by lot; a pause after wrong tries is waited for. */
async function answered(row: Operation, headers: Headers): Promise<string> {
  let answer = await gateway.call(row, inputOf(row), headers);
  if (answer.status === 429) {
    gateway.clock.advance({ hours: 1 });
    answer = await gateway.call(row, inputOf(row), headers);
  }
  return JSON.stringify(told(answer)).replaceAll(/[\w-]{16,}|\d{4}-\d\d-\d\d(?:T[\d:.]+Z)?/g, '…');
}

/** What an operation that is about no person’s data refuses a caller with, whatever link they send. */
function refusalOf({ auth }: Operation, code: string): string | undefined {
  if (auth !== 'officer' && auth !== 'any-session') return undefined;
  if (code === 'session.missing') return code;
  return auth === 'officer' && code !== 'session.not-allowed' ? 'session.not-allowed' : undefined;
}

const ofPersons = operationList.filter(({ auth }) => auth === 'session');
const ofChildren = ofPersons.filter(({ ofChild }) => ofChild);

describe('the matrix of who asks about a child and what', () => {
  it('A8 · covers what a guardian is there for', () => {
    expect(ofChildren.map(({ name }) => name)).toEqual(expect.arrayContaining(['profile.read', 'cards.mine', 'participation.list', 'accesses.mine']));
  });

  it('A8 · the guardian gets of every operation what the child itself gets, and never their own', async () => {
    const headers = await as({ accountId: guardian.id });
    const link = await linkOfChild(headers);
    const asChild = await as({ accountId: child.id });
    for (const row of ofChildren) {
      const input = inputOf(row);
      const answer = await gateway.call(row, input, by(headers, link));
      expect(told(answer), row.name).toEqual(told(await gateway.call(row, input, asChild)));
    }
    expect((await gateway.call(me.read, {}, by(headers, link))).body.fullName).toBe(child.profile.fullName);
    expect((await gateway.call(me.read, {}, headers)).body.fullName).toBe(guardian.profile.fullName);
  });

  it('A8 · everybody else is refused by every operation of a person before anything is looked at, with a code that says why; the guardian by those about themselves', async () => {
    for (const [caller, { headers, link, code }] of Object.entries(await callers()))
      for (const row of ofPersons) {
        const expected = code.startsWith('guardian.') && !row.ofChild ? 'guardian.own-only' : code;
        expect((await gateway.call(row, inputOf(row), by(await headers(), link))).body.code, `${caller} ${row.name}`).toBe(expected);
      }
    const headers = await as({ accountId: guardian.id });
    const link = await linkOfChild(headers);
    for (const row of ofPersons.filter(({ ofChild }) => !ofChild))
      expect((await gateway.call(row, inputOf(row), by(headers, link))).body.code, row.name).toBe('guardian.own-only');
  });

  it('A8 · no operation besides looks at a link: whoever sends one is answered as without it, of their own session or of nobody, and ends nobody else’s', async () => {
    const besides = operationList.filter(({ auth }) => auth !== 'session');
    expect(besides.map(({ name }) => name)).toEqual(expect.arrayContaining(['session.current', 'session.signOut', 'declarations.submit']));
    const link = await linkOfChild(await as({ accountId: guardian.id }));
    const everybody = { ...(await callers()), 'the guardian': { headers: () => as({ accountId: guardian.id }), link, code: '' } };
    /** Where no token is looked at either, the answer is everybody's. */
    const ofNobody = new Map<string, string>();
    for (const row of besides) if (['none', 'photograph-key'].includes(row.auth)) ofNobody.set(row.name, await answered(row, {}));
    for (const [caller, { headers, link, code }] of Object.entries(everybody))
      for (const row of besides) {
        const refused = refusalOf(row, code);
        const answer = await answered(row, by(await headers(), link));
        if (refused) expect(answer, `${caller} ${row.name}`).toContain(`"code":"${refused}"`);
        else expect(answer, `${caller} ${row.name}`).toBe(ofNobody.get(row.name) ?? (await answered(row, await headers())));
        expect(answer, `${caller} ${row.name}`).not.toMatch(new RegExp(`${child.profile.fullName}|${child.profile.bhxhNumber}`));
      }
    const [asGuardian, strange] = [await as({ accountId: guardian.id }), await as({ accountId: stranger.id })];
    expect((await gateway.call(session.signOut, {}, by(strange, link))).status).toBe(204);
    expect((await gateway.call(session.current, {}, strange)).body.code).toBe('session.expired');
    for (const caller of [asGuardian, await as({ accountId: child.id })]) expect((await gateway.call(session.current, {}, caller)).status).toBe(200);
  });

  it('A8 · a link that is over when the rows are read opens none of them', async () => {
    const needs = { clock: gateway.clock, secrets: new Secrets(SECRET) };
    for (const state of ['ended', 'closed'] as const) {
      const holder: Holder = { sessionId: randomUUID(), accountId: guardian.id, link: await linked(guardian.id, state) };
      expect(await openCards(database.queries, needs)(holder)).toEqual([]);
      await expect(profile(database.queries, holder, needs)).rejects.toMatchObject({ code: 'guardian.not-found' });
    }
    const another: Holder = { sessionId: randomUUID(), accountId: stranger.id, link: await linkOfChild(await as({ accountId: guardian.id })) };
    expect(await openCards(database.queries, needs)(another)).toEqual([]);
    await expect(profile(database.queries, another, needs)).rejects.toMatchObject({ code: 'guardian.not-found' });
  });
});

describe('the link of a child', () => {
  it('A8, R2 · opens nothing once the child’s account is closed', async () => {
    const headers = await as({ accountId: guardian.id });
    const link = await linkOfChild(headers);
    const closing = (at: string) => rowsOf(database, `update accounts set closes_at = ${at} where id = '${child.id}' returning 1`);
    await closing(`'${gateway.clock.now().toISOString()}'`);
    expect((await gateway.call(me.read, {}, by(headers, link))).body.code).toBe('guardian.not-found');
    expect((await gateway.call(children.list, {}, headers)).body.items).toEqual([]);
    await closing('null');
    expect((await gateway.call(me.read, {}, by(headers, link))).status).toBe(200);
  });

  const certificate = async () => [await upload(gateway, 'portrait'), await upload(gateway, 'birth-certificate')];
  const { bhxhNumber, identityNumber = '' } = guardian.profile;
  const ofGuardian = async () => ({
    subject: 'child' as const,
    fullName: 'Lê Thử Nghiệm',
    contactName: guardian.profile.fullName,
    birthDate: '2020-05-01',
    identityNumber: undefined,
    guardian: { bhxhNumber, identityNumber },
    photographs: await certificate(),
  });
  const names = async (headers: Headers) => (await gateway.call(children.list, {}, headers)).body.items.map(({ fullName }: { fullName: string }) => fullName);

  const childNamed = async (name: string, headers: Headers) =>
    (await gateway.call(children.list, {}, headers)).body.items.find(({ fullName }: { fullName: string }) => fullName === name);

  it('R16 · is made when its declaration is approved, until it has the age of the pack, and gone when that is undone', async () => {
    const officer = await asOfficer(gateway, 'canbo.dongda');
    const headers = await as({ accountId: guardian.id });
    const { id, version, reference } = await reviewedCase(gateway, officer, await ofGuardian());
    const { body: approved } = await gateway.call(reviews.approve, { id, version }, officer);
    expect(await childNamed('Lê Thử Nghiệm', headers)).toMatchObject({ birthDate: '2020-05-01', until: '2038-04-30T17:00:00.000Z' });
    expect((await rowsOf(database, `select act from audit where actor = '${reference}' order by id`)).map(({ act }) => act)).toContain('guardian-linked');
    expect((await gateway.call(reviews.undo, { id, version: approved.version }, officer)).status).toBe(200);
    expect(await names(headers)).not.toContain('Lê Thử Nghiệm');
  });

  it('R16 · is not made for a guardian whose numbers are another’s', async () => {
    const officer = await asOfficer(gateway, 'canbo.dongda');
    const change = { ...(await ofGuardian()), fullName: 'Lê Văn Mẫu', guardian: { bhxhNumber, identityNumber: '079299000099' } };
    const { id, version } = await reviewedCase(gateway, officer, change);
    expect((await gateway.call(reviews.approve, { id, version }, officer)).status).toBe(200);
    expect(await names(await as({ accountId: guardian.id }))).not.toContain('Lê Văn Mẫu');
  });

  it('A8 · tells the guardian who looked at the child’s data: agency, role and moment, newest first, in pages that join, and no officer', async () => {
    const officer = await asOfficer(gateway, 'canbo.dongda');
    const headers = await as({ accountId: guardian.id });
    const { id, version, reference } = await reviewedCase(gateway, officer, { ...(await ofGuardian()), fullName: 'Trần Văn Mẫu' });
    await gateway.call(reviews.read, { id }, officer);
    await gateway.call(reviews.photograph, { id, kind: 'portrait' }, officer);
    await gateway.call(reviews.approve, { id, version }, officer);
    const { linkId } = await childNamed('Trần Văn Mẫu', headers);
    const whole = (await gateway.call(accesses.mine, {}, by(headers, linkId))).body;
    expect(whole.items.map(({ act }: { act: string }) => act)).toEqual(['approved', 'photograph-read', 'case-read', 'paper-received']);
    const place = { role: 'officer', agencyCode: '00106', agencyName: 'BHXH Tp. Hà Nội » BHXH Quận Đống Đa', reference };
    for (const item of whole.items) expect(item).toMatchObject(place);
    expect(JSON.stringify(whole)).not.toMatch(/officerName|canbo|officerId/);
    const paged = [];
    for (let cursor: string | undefined, first = true; first || cursor; first = false) {
      const { body } = await gateway.call(accesses.mine, { limit: 3, ...(cursor && { cursor }) }, by(headers, linkId));
      paged.push(...body.items);
      cursor = body.nextCursor;
    }
    expect(paged).toEqual(whole.items);
    expect((await gateway.call(accesses.mine, { cursor: 'x' }, headers)).body.code).toBe('request.malformed');
    expect((await gateway.call(accesses.mine, {}, await as({ accountId: stranger.id }))).body).toEqual({ items: [] });
  });
});
