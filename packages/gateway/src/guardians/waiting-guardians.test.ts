import { operations } from '@bhxh-kit/contract';
import type { DeclarationSubmission } from '@bhxh-kit/domain';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { dump, openTestDatabase, rightDeclaration, rowsOf, SECRET, type TestGateway, testGateway, upload } from '../../test-support/gateway.js';
import { asOfficer } from '../../test-support/officers.js';
import { type AsOfficer, type Case, codeSentTo, dayOf, freshPerson, reviewedCase, sentTo } from '../../test-support/reviews.js';
import { Secrets } from '../secrets/secrets.js';
import type { Database } from '../storage/database.js';
import { takeWaiting } from './waiting-guardians.js';

const { accounts, children, declarations, profile, reviews, session } = operations;
const PASSWORD = 'trời hôm nay đẹp';
const PARENT = 'Lê Thị Mẫu';
type Person = ReturnType<typeof freshPerson>;
type Headers = Record<string, string>;
let database: Database;
let gateway: TestGateway;
let officer: AsOfficer;

beforeAll(async () => {
  database = await openTestDatabase();
  gateway = await testGateway(database);
});
beforeEach(async () => {
  officer = await asOfficer(gateway, 'canbo.dongda');
});
afterAll(async () => {
  await gateway.close();
  await database.close();
});

const call = async (row: Parameters<TestGateway['call']>[0], input: Record<string, unknown>) => {
  const { status, body } = await gateway.call(row, input, officer);
  if (status !== 200) throw new Error(JSON.stringify(body));
  return body;
};
const approve = ({ id, version }: Pick<Case, 'id' | 'version'>) => call(reviews.approve, { id, version });

/** What a parent gives of a child: their own numbers and address, and a telephone of the family, so that the codes of two accounts do not meet. */
const childOf = async ({ bhxhNumber, identityNumber = '', email }: Person, change: Partial<DeclarationSubmission> = {}) => ({
  subject: 'child' as const,
  fullName: 'Lê Thử Nghiệm',
  birthDate: '2020-05-01',
  identityNumber: undefined,
  contactName: PARENT,
  guardian: { bhxhNumber, identityNumber },
  mobilePhone: '0900000055',
  email,
  photographs: [await upload(gateway, 'portrait'), await upload(gateway, 'birth-certificate')],
  ...change,
});
const declaredChild = async (parent: Person, change: Partial<DeclarationSubmission> = {}) => reviewedCase(gateway, officer, await childOf(parent, change));
const registered = (parent: Person, change: Partial<DeclarationSubmission> = {}) =>
  reviewedCase(gateway, officer, { ...parent, fullName: PARENT, contactName: PARENT, ...change });

/** The first password of an approved person, and their session. */
async function activate({ submission }: Case): Promise<Headers> {
  const { bhxhNumber, mobilePhone } = submission;
  gateway.clock.advance({ minutes: 1 });
  const activated = await gateway.call(accounts.activate, { bhxhNumber, activationCode: await codeSentTo(gateway, mobilePhone), password: PASSWORD });
  if (activated.status !== 204) throw new Error(JSON.stringify(activated.body));
  return signIn(bhxhNumber);
}
async function signIn(bhxhNumber: string): Promise<Headers> {
  const { body } = await gateway.call(session.signIn, { bhxhNumber, password: PASSWORD });
  return { Authorization: `Bearer ${body.accessToken}` };
}
/** A parent with an account. */
async function settled(parent: Person, change: Partial<DeclarationSubmission> = {}): Promise<Headers> {
  const own = await registered(parent, change);
  await approve(own);
  return activate(own);
}

const linksOf = async (headers: Headers): Promise<{ linkId: string; fullName: string }[]> => (await gateway.call(children.list, {}, headers)).body.items;
const told = async ({ id }: Pick<Case, 'id'>) => {
  const { guardian, waitingChildren } = await call(reviews.read, { id });
  return { ...(guardian && { guardian }), ...(waitingChildren && { waitingChildren }) };
};
/** The account of the child of a declaration, as the trail names it. */
const accountOf = ({ reference }: Case): string => `select subject from audit where act = 'account-made' and actor = '${reference}'`;
const rowsFor = async (table: 'waiting_guardians' | 'guardian_links', child: Case): Promise<number> =>
  (await rowsOf(database, `select 1 from ${table} where child_id::text in (${accountOf(child)})`)).length;
const waits = (child: Case): Promise<number> => rowsFor('waiting_guardians', child);
const trailOf = async (child: Case): Promise<unknown[]> =>
  (await rowsOf(database, `select act from audit where subject in (${accountOf(child)}) and act like 'guardian%' order by id`)).map(({ act }) => act);

describe('a guardian who has no account yet', () => {
  it('R16, A8 · is waited for, sealed: nobody sees the child until the account is activated, then its owner does; both officers and the trail are told', async () => {
    const parent = freshPerson();
    const child = await declaredChild(parent);
    expect(await told(child)).toEqual({ guardian: { state: 'waits', adds: false } });
    await approve(child);
    const own = await registered(parent);
    expect(await told(own)).toEqual({ waitingChildren: { proven: 1, differing: 0 } });
    await approve(own);
    expect(await rowsFor('guardian_links', child)).toBe(0);
    const everything = await dump(database);
    for (const value of [parent.bhxhNumber, parent.identityNumber ?? '', parent.mobilePhone, '2020-05-01', '2038-04-30'])
      expect(everything).not.toContain(value);
    const headers = await activate(own);
    const [link] = await linksOf(headers);
    expect(link?.fullName).toBe('Lê Thử Nghiệm');
    expect((await gateway.call(profile.read, {}, { ...headers, 'Guardian-Link': link?.linkId ?? '' })).body.bhxhNumber).toBe(child.submission.bhxhNumber);
    expect([await trailOf(child), await waits(child)]).toEqual([['guardian-waits', 'guardian-linked'], 0]);
  });

  it('R16 · is waited for once, however often the child’s declaration is approved, and not at all when that is undone', async () => {
    const parent = freshPerson();
    // An account that nobody has opened: its approval may be taken back, and the child's guardian with it.
    await approve(await registered(parent));
    const child = await declaredChild(parent);
    const once = await approve(child);
    expect(await waits(child)).toBe(1);
    const undone = await call(reviews.undo, { id: child.id, version: once.version });
    expect(await waits(child)).toBe(0);
    await approve({ id: child.id, version: undone.version });
    expect((await gateway.call(reviews.approve, { id: child.id, version: undone.version }, officer)).body.code).toBe('review.changed');
    expect(await waits(child)).toBe(1);
  });

  it('R16 · sees the child when both happen at the same moment', async () => {
    const parent = freshPerson();
    const own = await registered(parent);
    await approve(own);
    const child = await declaredChild(parent);
    const [headers] = await Promise.all([activate(own), approve(child)]);
    expect(await linksOf(headers)).toHaveLength(1);
  });

  it('R16 · is nobody who has only the number, and nobody who has only the name', async () => {
    const declarant = freshPerson();
    const [owner, namesake] = [freshPerson(), freshPerson()];
    const { identityNumber = '' } = owner;
    // A digit typed wrong: the number is of somebody who has nothing to do with the child.
    const child = await declaredChild(declarant, { guardian: { identityNumber } });
    await approve(child);
    expect(await linksOf(await settled(namesake))).toEqual([]);
    const own = await registered(owner, { fullName: 'Trần Thử Nghiệm' });
    expect(await told(own)).toEqual({ waitingChildren: { proven: 0, differing: 1 } });
    await approve(own);
    expect(await linksOf(await activate(own))).toEqual([]);
    expect([await trailOf(child), await waits(child)]).toEqual([['guardian-waits', 'guardian-refused'], 0]);
  });
});

describe('a guardian who has an account', () => {
  it('R16 · is linked by the number of their paper, a CMND too, where name and telephone are theirs', async () => {
    const parent = { ...freshPerson(), identityNumber: '999999021' };
    const headers = await settled(parent);
    const { identityNumber, mobilePhone } = parent;
    const child = await declaredChild(parent, { guardian: { identityNumber }, mobilePhone, email: undefined });
    expect(await told(child)).toEqual({ guardian: { state: 'links', adds: false } });
    await approve(child);
    expect(await linksOf(headers)).toHaveLength(1);
  });

  it('R16 · and whose number somebody typed by mistake sees nothing; the officer is told before, the trail after', async () => {
    const owner = freshPerson();
    const headers = await settled(owner, { fullName: 'Trần Thử Nghiệm' });
    const { identityNumber = '' } = owner;
    const child = await declaredChild(freshPerson(), { guardian: { identityNumber } });
    expect(await told(child)).toEqual({ guardian: { state: 'differs', adds: false } });
    await approve(child);
    expect([await linksOf(headers), await trailOf(child), await waits(child)]).toEqual([[], ['guardian-refused'], 0]);
  });

  it('R16 · and declared the child in their own session is linked, whoever is the contact; whoever declared another’s child in theirs is not', async () => {
    const [parent, stranger] = [freshPerson(), freshPerson()];
    const [asParent, asStranger] = [await settled(parent), await settled(stranger)];
    const { identityNumber = '' } = parent;
    for (const [headers, state] of [
      [asStranger, 'differs'],
      [asParent, 'links'],
    ] as const) {
      const other = freshPerson();
      const form = await rightDeclaration(gateway, {
        ...other,
        ...(await childOf(other, { guardian: { identityNumber }, contactName: 'Trần Thử Nghiệm' })),
        bhxhNumber: other.bhxhNumber,
        startDate: dayOf(gateway, 1),
      });
      const { body } = await gateway.call(declarations.submit, form, headers);
      const [row] = await rowsOf(database, `select id from declarations where reference = '${body.reference}'`);
      const { id, version } = await call(reviews.receivePaper, { id: String(row?.['id']), version: 1 });
      expect(await told({ id })).toEqual({ guardian: { state, adds: false } });
      await approve({ id, version });
    }
    expect([(await linksOf(asParent)).length, await linksOf(asStranger)]).toEqual([1, []]);
  });
});

describe('the other parent', () => {
  it('R16, A8 · is added by a declaration of their own, told to whoever is registered; the first keeps the child, no code is sent, and an undo takes the second back alone', async () => {
    const [mother, father] = [freshPerson(), freshPerson()];
    const asMother = await settled(mother);
    const asFather = await settled(father, { fullName: 'Trần Thử Nghiệm' });
    const child = await declaredChild(mother, { mobilePhone: mother.mobilePhone });
    await approve(child);
    gateway.clock.advance({ minutes: 1 });
    const { bhxhNumber } = child.submission;
    const second = await declaredChild(father, { bhxhNumber, contactName: 'Trần Thử Nghiệm', mobilePhone: father.mobilePhone });
    expect(await told(second)).toEqual({ guardian: { state: 'links', adds: true } });
    const added = await approve(second);
    expect([await linksOf(asMother), await linksOf(asFather)].map((links) => links.length)).toEqual([1, 1]);
    const undone = await call(reviews.undo, { id: second.id, version: added.version });
    expect([await linksOf(asMother), await linksOf(asFather)].map((links) => links.length)).toEqual([1, 0]);
    await approve({ id: second.id, version: undone.version });
    gateway.clock.advance({ minutes: 1 });
    for (const { mobilePhone } of [mother, father])
      expect(
        (await sentTo(gateway, mobilePhone)).filter((text) => text.includes('thêm một người giám hộ cho tài khoản của trẻ')),
        mobilePhone,
      ).toHaveLength(1);
    expect([await linksOf(asMother), await linksOf(asFather)].map((links) => links.length)).toEqual([1, 1]);
    const again = await declaredChild(father, { bhxhNumber, contactName: 'Trần Thử Nghiệm' });
    expect(await told(again)).toEqual({ guardian: { state: 'linked', adds: true } });
    expect((await gateway.call(reviews.approve, { id: again.id, version: again.version }, officer)).body.code).toBe('review.account-exists');
  });

  it('R16 · is not added to a child of another name or birth date, nor with numbers that are not theirs', async () => {
    const child = await declaredChild(freshPerson());
    await approve(child);
    const { bhxhNumber } = child.submission;
    const owner = freshPerson();
    await settled(owner, { fullName: 'Trần Thử Nghiệm' });
    const stranger = freshPerson();
    for (const change of [{ fullName: 'Lê Văn Mẫu' }, { birthDate: '2020-05-02' }, { guardian: { identityNumber: owner.identityNumber ?? '' } }]) {
      const second = await declaredChild(stranger, { bhxhNumber, ...change });
      expect((await gateway.call(reviews.approve, { id: second.id, version: second.version }, officer)).body.code, JSON.stringify(change)).toBe(
        'review.account-exists',
      );
    }
    expect(await trailOf(child)).toEqual(['guardian-waits']);
  });

  it('R16 · without an account is waited for too', async () => {
    const [mother, father] = [freshPerson(), freshPerson()];
    const child = await declaredChild(mother);
    await approve(child);
    const second = await declaredChild(father, { bhxhNumber: child.submission.bhxhNumber });
    expect(await told(second)).toEqual({ guardian: { state: 'waits', adds: true } });
    await approve(second);
    expect(await waits(child)).toBe(2);
    expect([await linksOf(await settled(father)), await waits(child)]).toEqual([[expect.objectContaining({ fullName: 'Lê Thử Nghiệm' })], 1]);
  });
});

describe('undoing what added a guardian', () => {
  it('R16 · puts the wait back whose place a second declaration of the same guardian took', async () => {
    const parent = freshPerson();
    const child = await declaredChild(parent);
    await approve(child);
    const second = await declaredChild(parent, { bhxhNumber: child.submission.bhxhNumber });
    const added = await approve(second);
    expect(await waits(child)).toBe(1);
    await call(reviews.undo, { id: second.id, version: added.version });
    expect(await waits(child)).toBe(1);
    expect(await linksOf(await settled(parent))).toHaveLength(1);
  });

  // Two transactions under way at once need connections of their own.
  it.runIf(process.env['DATABASE_URL'])('R16 · leaves no link of an activation that takes the wait at the same moment', async () => {
    const [mother, father] = [freshPerson(), freshPerson()];
    const child = await declaredChild(mother);
    await approve(child);
    const own = await registered(father);
    await approve(own);
    const second = await declaredChild(father, { bhxhNumber: child.submission.bhxhNumber });
    const added = await approve(second);
    const [account] = await rowsOf(database, `select subject from audit where act = 'account-made' and actor = '${own.reference}'`);
    const needs = { clock: gateway.clock, secrets: new Secrets(SECRET) };
    const waitingFor = `select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
    let undoing: Promise<unknown> | undefined;
    await database.queries.transaction(async (tx) => {
      await takeWaiting(tx, { id: String(account?.['subject']), profile: { ...father, fullName: PARENT } }, needs);
      undoing = call(reviews.undo, { id: second.id, version: added.version });
      await vi.waitFor(async () => expect(await rowsOf(database, waitingFor)).toHaveLength(1), { timeout: 10_000 });
    });
    await undoing;
    expect([await rowsFor('guardian_links', child), await waits(child)]).toEqual([0, 1]);
  });
});

describe('a wait', () => {
  it('R16 · is over when the child is grown up, and when nobody came for so long as the installation says', async () => {
    const [late, never] = [freshPerson(), freshPerson()];
    const grown = await declaredChild(late, { birthDate: '2008-12-01' });
    await approve(grown);
    const left = await declaredChild(never);
    await approve(left);
    const tooLate = await declaredChild(never, { birthDate: '2008-12-01' });
    expect(await told(tooLate)).toEqual({ guardian: { state: 'waits', adds: false } });
    gateway.clock.advance({ days: 10 });
    officer = await asOfficer(gateway, 'canbo.dongda');
    expect(await told(tooLate)).toEqual({});
    await approve(tooLate);
    expect([await trailOf(tooLate), await waits(tooLate)]).toEqual([[], 0]);
    const own = await registered(late);
    expect(await told(own)).toEqual({});
    await approve(own);
    expect(await linksOf(await activate(own))).toEqual([]);
    expect(await trailOf(grown)).toEqual(['guardian-waits', 'guardian-wait-over']);
    gateway.clock.advance({ days: 356 });
    await gateway.jobs.runDue();
    expect([await trailOf(left), await waits(left)]).toEqual([['guardian-waits', 'guardian-wait-over'], 0]);
  });
  it('R16 · is over when the child’s account was stopped; whoever registers it anew is its guardian alone', async () => {
    const [mother, father, early, late] = [freshPerson(), freshPerson(), freshPerson(), freshPerson()];
    const [asMother, asFather] = [await settled(mother), await settled(father, { fullName: 'Trần Thử Nghiệm' })];
    const child = await declaredChild(mother);
    await approve(child);
    const { bhxhNumber } = child.submission;
    for (const parent of [early, late]) await approve(await declaredChild(parent, { bhxhNumber }));
    expect([(await linksOf(asMother)).length, await waits(child)]).toEqual([1, 2]);
    await rowsOf(database, `update accounts set closes_at = '${gateway.clock.now().toISOString()}' where id::text in (${accountOf(child)}) returning 1`);
    const own = await registered(early);
    expect(await told(own)).toEqual({});
    await approve(own);
    expect([await linksOf(await activate(own)), (await trailOf(child)).at(-1), await waits(child)]).toEqual([[], 'guardian-wait-over', 1]);
    await approve(await declaredChild(father, { bhxhNumber, contactName: 'Trần Thử Nghiệm' }));
    expect([await linksOf(asMother), (await linksOf(asFather)).length, await waits(child)]).toEqual([[], 1, 0]);
  });
});
