import { operations } from '@bhxh-kit/contract';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Answer, openTestDatabase, rowsOf, type TestGateway, testGateway } from '../../test-support/gateway.js';
import { asOfficer } from '../../test-support/officers.js';
import { type AsOfficer, codeSentTo, rejectedCase, reviewedCase, sentTo, waitingCase } from '../../test-support/reviews.js';
import type { Database } from '../storage/database.js';

const { reviews, corrections, declarations } = operations;
let database: Database;
/** Two instances on one database. */
let gateway: TestGateway;
let other: TestGateway;
let district: AsOfficer;
let provincial: AsOfficer;

beforeAll(async () => {
  database = await openTestDatabase();
  gateway = await testGateway(database);
  other = await testGateway(database, { clock: gateway.clock });
});
afterAll(async () => {
  await gateway.close();
  await database.close();
});
beforeEach(async () => {
  district = await asOfficer(gateway, 'canbo.dongda');
  provincial = await asOfficer(gateway, 'canbo.hanoi');
});

const codes = (answers: readonly Answer[]) => answers.map(({ status, body }) => (status === 200 ? 'done' : String(body.code))).sort();
const accountsMade = async (): Promise<number> =>
  Number((await rowsOf(database, "select count(*) as n from accounts where id::text not like '00000000%'"))[0]?.['n']);
const activationsSent = async (phone: string): Promise<number> => (await sentTo(gateway, phone)).filter((text) => text.includes('kích hoạt')).length;

describe('two at once', () => {
  it('O3, O4 · one approves and one rejects in the same moment: one wins, the other is told, and the person hears one thing', async () => {
    for (let round = 0; round < 6; round++) {
      const { id, version, submission } = await reviewedCase(gateway, district);
      const before = await accountsMade();
      const answers = await Promise.all([
        gateway.call(reviews.approve, { id, version }, district),
        other.call(reviews.reject, { id, version, reasons: ['form-unsigned'] }, provincial),
      ]);
      expect(codes(answers)).toEqual(['done', 'review.changed']);
      const approved = answers[0]?.status === 200;
      expect((await accountsMade()) - before).toBe(approved ? 1 : 0);
      gateway.clock.advance({ minutes: 1 });
      const texts = (await sentTo(gateway, submission.mobilePhone)).filter((text) => /kích hoạt|chưa được/.test(text));
      expect(texts).toHaveLength(1);
      expect(texts[0]).toContain(approved ? 'kích hoạt' : 'chưa được');
    }
  });

  it('O3 · eight approve the same case at once: one account, one message', async () => {
    const { id, version, submission } = await reviewedCase(gateway, district);
    const before = await accountsMade();
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, at) => (at % 2 ? gateway : other).call(reviews.approve, { id, version }, at % 2 ? district : provincial)),
    );
    expect(codes(answers)).toEqual(['done', ...Array.from({ length: 7 }, () => 'review.changed')]);
    gateway.clock.advance({ minutes: 1 });
    expect([(await accountsMade()) - before, await activationsSent(submission.mobilePhone)]).toEqual([1, 1]);
  });

  it('O3 · the same approval sent twice under one key is one approval with one answer', async () => {
    const { id, version, submission } = await reviewedCase(gateway, district);
    const before = await accountsMade();
    const key = { ...district, 'Idempotency-Key': 'approve-under-one-key' };
    const answers = await Promise.all(Array.from({ length: 6 }, () => gateway.call(reviews.approve, { id, version }, key)));
    for (const { status, body } of answers) expect([200, 'request.still-running']).toContain(status === 200 ? 200 : body.code);
    const replayed = await gateway.call(reviews.approve, { id, version }, key);
    const done = answers.find(({ status }) => status === 200) ?? replayed;
    expect([replayed.status, replayed.headers.get('Idempotency-Replayed'), replayed.body]).toEqual([200, 'true', done.body]);
    gateway.clock.advance({ minutes: 1 });
    expect([(await accountsMade()) - before, await activationsSent(submission.mobilePhone)]).toEqual([1, 1]);
  });

  it('O3 · two declarations of one person approved at once are one account', async () => {
    const one = await reviewedCase(gateway, district);
    const two = await reviewedCase(gateway, district, { bhxhNumber: one.submission.bhxhNumber });
    const before = await accountsMade();
    const answers = await Promise.all([one, two].map(({ id, version }, at) => (at ? gateway : other).call(reviews.approve, { id, version }, district)));
    expect([codes(answers), (await accountsMade()) - before]).toEqual([['done', 'review.account-exists'], 1]);
  });

  it('O5 · two lists with the same cases in opposite order, and a single approval between, end without a deadlock and approve each once', async () => {
    const cases = [await reviewedCase(gateway, district), await reviewedCase(gateway, district), await reviewedCase(gateway, district)];
    const items = cases.map(({ id, version }) => ({ id, version }));
    const before = await accountsMade();
    const answers = await Promise.all([
      gateway.call(reviews.approveList, { items }, district),
      other.call(reviews.approveList, { items: [...items].reverse() }, provincial),
      other.call(reviews.approve, { ...items[1] }, provincial),
    ]);
    expect(answers.map(({ status }) => status).filter((status) => status >= 500)).toEqual([]);
    const approved = [
      ...answers.slice(0, 2).flatMap(({ body }) => body.results.filter((row: { outcome: string }) => row.outcome === 'approved')),
      ...(answers[2]?.status === 200 ? ['one'] : []),
    ];
    expect([approved.length, (await accountsMade()) - before]).toEqual([3, 3]);
  });

  it('O2, R13 · paper recorded while the clock cancels: one of the two happened', async () => {
    for (let round = 0; round < 5; round++) {
      const { id } = await waitingCase(gateway);
      gateway.clock.advance({ days: 10 });
      const officer = await asOfficer(gateway, 'canbo.dongda');
      const [answer] = await Promise.all([gateway.call(reviews.receivePaper, { id, version: 1 }, officer), other.jobs.runDue()]);
      const [row] = await rowsOf(database, `select status, version, sealed is null as gone from declarations where id = '${id}'`);
      expect(row).toEqual(answer.status === 200 ? { status: 'in-review', version: 2, gone: false } : { status: 'cancelled', version: 2, gone: true });
    }
  });
});

describe('correcting', () => {
  it.runIf(process.env['DATABASE_URL'])('O4 · a correction that waits for its rejected declaration holds nothing that whoever has that one needs', async () => {
    const { id, reference, submission } = await rejectedCase(gateway, district);
    const correctionCode = await codeSentTo(gateway, submission.mobilePhone);
    const { body } = await gateway.call(corrections.open, { reference, contact: submission.mobilePhone, correctionCode });
    const { photographs, correctionKey } = body;
    const waiting = "select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock' and query like '%from \"declarations\"%'";
    let handingIn: Promise<Answer> | undefined;
    await database.queries.transaction(async (tx) => {
      await tx.execute(`select 1 from declarations where id = '${id}' for update`);
      handingIn = other.call(declarations.submit, { ...submission, photographs, correctionKey });
      await vi.waitFor(async () => expect(await rowsOf(database, waiting)).toHaveLength(1), { timeout: 10_000 });
      await tx.execute(`select 1 from photographs where declaration_id = '${id}' for update nowait`);
    });
    expect((await handingIn)?.status).toBe(201);
  });

  it('O4 · opened, emptied and handed in again at once, it is one declaration, and nobody is told that the gateway is away', async () => {
    for (let round = 0; round < 4; round++) {
      const { reference, submission } = await rejectedCase(gateway, district);
      const contact = submission.mobilePhone;
      const correctionCode = await codeSentTo(gateway, contact);
      const { body } = await gateway.call(corrections.open, { reference, contact, correctionCode });
      const { photographs, correctionKey } = body;
      const [opened, one, two] = await Promise.all([
        gateway.call(corrections.open, { reference, contact, correctionCode }),
        other.call(declarations.submit, { ...submission, photographs, correctionKey }),
        gateway.call(declarations.submit, { ...submission, photographs, correctionKey }),
        other.jobs.runDue(),
      ]);
      expect([200, 401]).toContain(opened.status);
      const statuses = [one.status, two.status].sort();
      // Opened in between, its photographs have new keys: whoever has the old ones is told so.
      expect(['201,422', '422,422']).toContain(statuses.join());
      const taken = await rowsOf(
        database,
        `select 1 from declarations where reference = (select corrected_as from declarations where reference = '${reference}')`,
      );
      expect(taken).toHaveLength(statuses.filter((status) => status === 201).length);
    }
  });
});

describe('undoing against delivery', () => {
  it('O3 · at the last moment of the minute either it is undone and nothing is sent, or it stands and all is sent', async () => {
    const seconds = fc.constantFrom(58, 59, 60, 61);
    await fc.assert(
      fc.asyncProperty(seconds, fc.boolean(), async (wait, twice) => {
        const officer = await asOfficer(gateway, 'canbo.dongda');
        const { id, version, submission } = await reviewedCase(gateway, officer);
        const before = await accountsMade();
        const { body } = await gateway.call(reviews.approve, { id, version }, officer);
        gateway.clock.advance({ seconds: wait });
        const undo = () => gateway.call(reviews.undo, { id, version: body.version }, officer);
        const [first, , second] = await Promise.all([undo(), other.jobs.runDue(), twice ? undo() : undefined]);
        const undone = first.status === 200 || second?.status === 200;
        expect(undone).toBe(wait < 60);
        gateway.clock.advance({ minutes: 2 });
        const mails = await rowsOf(database, `select 1 from outbox where declaration_id = '${id}' and notice = 'activation'`);
        expect([(await accountsMade()) - before, await activationsSent(submission.mobilePhone), mails.length]).toEqual(undone ? [0, 0, 0] : [1, 1, 2]);
      }),
      { numRuns: 16 },
    );
  });

  it('O3 · what a worker has begun to deliver is not undone, also where its clock is ahead', async () => {
    const { id, version } = await reviewedCase(gateway, district);
    const { body } = await gateway.call(reviews.approve, { id, version }, district);
    await database.queries.execute(`update outbox set attempts = 1 where declaration_id = '${id}' and act_id is not null`);
    expect((await gateway.call(reviews.undo, { id, version: body.version }, district)).body.code).toBe('review.undo-over');
    expect((await gateway.call(reviews.read, { id }, district)).body.status).toBe('approved');
  });

  it('O3 · an account that was activated within the minute stays', async () => {
    const { id, version, submission } = await reviewedCase(gateway, district);
    const { body } = await gateway.call(reviews.approve, { id, version }, district);
    await database.queries.execute(`update accounts set password_hash = 'chosen' where id::text not like '00000000%' and password_hash is null`);
    expect((await gateway.call(reviews.undo, { id, version: body.version }, district)).body.code).toBe('review.undo-impossible');
    gateway.clock.advance({ minutes: 1 });
    expect(await activationsSent(submission.mobilePhone)).toBe(1);
  });
});
