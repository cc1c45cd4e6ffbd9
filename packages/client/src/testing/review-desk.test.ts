import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createClient } from '../client/create-client.js';
import { createTestGateway, officers, personas, sampleAdjustment, sampleQueue, type TestGatewayOptions, type TestOfficer } from './testing.js';

const MINUTE = 60_000;

function office(options: TestGatewayOptions = {}) {
  const gateway = createTestGateway({ declarations: sampleQueue(12), ...options });
  const client = () => createClient({ baseUrl: 'https://gateway.test', fetch: gateway.fetch, retries: 0 });
  const signedIn = async ({ username, password, oneTimeCode }: TestOfficer) => {
    const bhxh = client();
    await bhxh.officers.signIn({ username, password, oneTimeCode });
    return bhxh;
  };
  return { gateway, client, signedIn };
}
const code = (call: PromiseLike<unknown>): Promise<unknown> =>
  Promise.resolve(call).then(
    () => 'done',
    (failure: unknown) => (failure as { code: unknown }).code,
  );

describe('the queue of the test gateway', () => {
  it('O1 · shows the agency’s own declarations and those below it, the oldest deadline first', async () => {
    const { signedIn } = office();
    const all = await (await signedIn(officers.provincial)).reviews.list({});
    const own = await (await signedIn(officers.district)).reviews.list({});
    expect([all.items.length, new Set(own.items.map(({ agencyCode }) => agencyCode))]).toEqual([12, new Set(['00101'])]);
    const due = all.items.map(({ paperDueAt }) => paperDueAt);
    expect(due).toEqual([...due].sort());
    expect((await (await signedIn(officers.elsewhere)).reviews.list({})).items).toEqual([]);
  });

  it('O1 · pages join without gap or repeat while others act', async () => {
    const { signedIn } = office();
    const bhxh = await signedIn(officers.provincial);
    const whole = (await bhxh.reviews.list({})).items.map(({ id }) => id);
    const paged: string[] = [];
    for await (const row of bhxh.reviews.list({ limit: 3 })) {
      paged.push(row.id);
      if (row.status === 'waiting-for-paper') await bhxh.reviews.receivePaper({ id: row.id, version: row.version });
    }
    expect(paged).toEqual(whole);
  });

  it('O1 · finds by name without diacritics, and by whole numbers', async () => {
    const { signedIn } = office();
    const bhxh = await signedIn(officers.provincial);
    const { items } = await bhxh.reviews.list({ find: 'NGUYEN thi ngh' });
    expect(items.map(({ fullName }) => fullName)).toEqual(['Nguyễn Thị Nghiệm']);
    for (const find of [items[0]?.reference ?? '', '9999990001', '0900000001', 'MAU0001@example.vn'])
      expect(
        (await bhxh.reviews.list({ find })).items.map(({ id }) => id),
        find,
      ).toEqual([items[0]?.id]);
  });

  it('a person’s token opens nothing of officers, and an officer’s nothing of people', async () => {
    const { client, signedIn } = office();
    const person = client();
    await person.session.signIn({ bhxhNumber: personas.employee.profile.bhxhNumber, password: personas.employee.password });
    expect(await code(person.reviews.list({}))).toBe('session.not-allowed');
    expect(await code((await signedIn(officers.district)).profile.read())).toBe('session.not-allowed');
  });
});

describe('acts at the test gateway', () => {
  it('O2, O3 · paper, approval, one-time activation, sign-in', async () => {
    const { gateway, client, signedIn } = office();
    const bhxh = await signedIn(officers.district);
    const row = (await bhxh.reviews.list({ status: ['waiting-for-paper'] })).items[0];
    const { id, version } = await bhxh.reviews.receivePaper({ id: row?.id ?? '', version: 1 });
    const approved = await bhxh.reviews.approve({ id, version });
    expect([approved.status, approved.version, approved.allowed]).toEqual(['approved', 3, []]);
    expect(gateway.messages).toEqual([]);
    gateway.move(MINUTE);
    const text = gateway.messages[0]?.body ?? '';
    const { declared } = await bhxh.reviews.read({ id });
    const bhxhNumber = declared?.bhxhNumber ?? '';
    const activationCode = /kích hoạt: (\S+)/.exec(text)?.[1] ?? '';
    expect(await code(client().accounts.activate({ bhxhNumber, activationCode: '0000-0000', password: 'trời hôm nay đẹp' }))).toBe('activation.refused');
    expect(await code(client().accounts.activate({ bhxhNumber, activationCode, password: 'ngắn' }))).toBe('password.refused');
    await client().accounts.activate({ bhxhNumber, activationCode, password: 'trời hôm nay đẹp' });
    expect(await code(client().session.signIn({ bhxhNumber, password: 'trời hôm nay đẹp' }))).toBe('done');
  });

  it('O3 · undone within the minute nothing was sent and no account is left; after it, it is over', async () => {
    const { gateway, signedIn } = office();
    const bhxh = await signedIn(officers.district);
    const { id = '', version = 0 } = (await bhxh.reviews.list({ status: ['in-review'] })).items[0] ?? {};
    const approved = await bhxh.reviews.approve({ id, version });
    expect(await code((await signedIn(officers.colleague)).reviews.undo({ id, version: approved.version }))).toBe('review.undo-not-yours');
    gateway.move(MINUTE - 1);
    const undone = await bhxh.reviews.undo({ id, version: approved.version });
    expect([undone.status, (await bhxh.reviews.read({ id })).account]).toEqual(['in-review', undefined]);
    gateway.move(MINUTE);
    expect(gateway.messages).toEqual([]);
    const again = await bhxh.reviews.approve({ id, version: undone.version });
    gateway.move(MINUTE);
    expect(await code(bhxh.reviews.undo({ id, version: again.version }))).toBe('review.undo-over');
  });

  it('O4 · rejected with reasons: the owner reads them, and gets everything back to correct it', async () => {
    const { gateway, client, signedIn } = office();
    const bhxh = await signedIn(officers.district);
    const { id = '', version = 0, reference = '' } = (await bhxh.reviews.list({})).items[0] ?? {};
    expect(await code(bhxh.reviews.reject({ id, version, reasons: ['other'] }))).toBe('review.rejection-invalid');
    await bhxh.reviews.reject({ id, version, reasons: ['photograph-unusable', 'other'], words: 'Ảnh chân dung bị lóa.' });
    gateway.move(MINUTE);
    const { to: contact = '', body = '' } = gateway.messages[0] ?? {};
    const progress = await client().declarations.follow({ reference, contact });
    expect(progress).toMatchObject({
      status: 'rejected',
      reason: 'photograph-unusable',
      reasons: ['photograph-unusable', 'other'],
      words: 'Ảnh chân dung bị lóa.',
    });
    expect(progress.accesses?.map(({ act }) => act)).toEqual(['rejected']);
    const correctionCode = /Mã sửa: (\S+)/.exec(body)?.[1] ?? '';
    const given = await client().corrections.open({ reference, contact, correctionCode });
    expect([given.declared.mobilePhone, given.photographs.length]).toEqual([contact, 3]);
    expect(await code(client().corrections.open({ reference, contact, correctionCode: 'ZZZZ-ZZZZ' }))).toBe('correction.refused');
  });

  it('O4 · a rejected declaration is corrected once, and tells which one took its place', async () => {
    const { gateway, client, signedIn } = office({ declarations: [{ status: 'in-review', submission: sampleAdjustment }] });
    const bhxh = await signedIn(officers.provincial);
    const { id = '', version = 0, reference = '' } = (await bhxh.reviews.list({ status: ['in-review'] })).items[0] ?? {};
    await bhxh.reviews.reject({ id, version, reasons: ['form-unsigned'] });
    gateway.move(MINUTE);
    const { to: contact = '', body = '' } = gateway.messages[0] ?? {};
    const correctionCode = /Mã sửa: (\S+)/.exec(body)?.[1] ?? '';
    const { correctionKey } = await client().corrections.open({ reference, contact, correctionCode });
    const corrected = { ...sampleAdjustment, correctionKey };
    const anew = await client().declarations.submit(corrected);
    expect(await code(client().declarations.submit(corrected))).toBe('declaration.invalid');
    expect(await code(client().corrections.open({ reference, contact, correctionCode }))).toBe('correction.refused');
    const progress = await client().declarations.follow({ reference, contact });
    expect([progress.status, progress.correctedAs, progress.correctableUntil]).toEqual(['rejected', anew.reference, undefined]);
  });

  it('O1 · the second officer is told that another one has the case open, and what came between', async () => {
    const { gateway, signedIn } = office();
    const [one, other] = [await signedIn(officers.district), await signedIn(officers.colleague)];
    const { id = '', version = 0 } = (await one.reviews.list({ status: ['in-review'] })).items[0] ?? {};
    await one.reviews.read({ id });
    expect((await other.reviews.read({ id })).openBy.map(({ officerName }) => officerName)).toEqual([officers.district.fullName]);
    expect((await one.reviews.list({ status: ['in-review'] })).items[0]?.openElsewhere).toBe(true);
    await one.reviews.approve({ id, version });
    const refused: unknown = await Promise.resolve(other.reviews.reject({ id, version, reasons: ['duplicate'] })).catch((failure: unknown) => failure);
    expect(refused).toMatchObject({
      code: 'review.changed',
      fieldErrors: [{ pointer: '/version', facts: { act: 'approve', status: 'approved', version: 2 } }],
    });
    gateway.move(6 * MINUTE);
    expect((await one.reviews.read({ id })).openBy).toEqual([]);
  });

  it('O5 · a list waits for its second person, and each row has its result', async () => {
    const { signedIn } = office({ secondPersonFrom: 2 });
    const [one, other] = [await signedIn(officers.provincial), await signedIn(officers.district)];
    const rows = (await other.reviews.list({})).items.map(({ id, version }) => ({ id, version }));
    const waiting = await other.reviews.approveList({ items: rows });
    expect([waiting.state, await code(other.reviews.confirmList({ listId: waiting.listId }))]).toEqual(['waiting', 'review.second-person']);
    expect((await one.reviews.waitingLists()).items).toMatchObject([{ listId: waiting.listId, count: rows.length, mayConfirm: true }]);
    const done = await one.reviews.confirmList({ listId: waiting.listId });
    const outcomes = done.results.map(({ outcome, code: refused }) => refused ?? outcome);
    expect(new Set(outcomes)).toEqual(new Set(['approved', 'review.not-allowed']));
    const undone = await one.reviews.undoList({ listId: waiting.listId });
    expect(undone.results.filter(({ outcome }) => outcome === 'undone')).toHaveLength(outcomes.filter((outcome) => outcome === 'approved').length);
  });

  it('O1–O5 · whoever does not act for the agency gets the answer of a case nobody has, whatever the act', async () => {
    const { signedIn, gateway } = office();
    const own = await signedIn(officers.provincial);
    const ids = (await own.reviews.list({})).items.map(({ id }) => id);
    const stranger = await signedIn(officers.elsewhere);
    const acts = ['read', 'photograph', 'receivePaper', 'approve', 'reject', 'undo'] as const;
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...ids), fc.constantFrom(...acts), async (id, act) => {
        const input = { read: { id }, photograph: { id, kind: 'portrait' }, reject: { id, version: 1, reasons: ['duplicate'] } }[act as string] ?? {
          id,
          version: 1,
        };
        const call = stranger.reviews[act] as (input: object) => PromiseLike<unknown>;
        expect(await code(call(input))).toBe('review.not-found');
        expect(await code(call({ ...input, id: '00000000-0000-4000-8000-999999999999' }))).toBe('review.not-found');
      }),
      { numRuns: 50 },
    );
    expect(gateway.messages).toEqual([]);
  });
});
