import { type Operation, operations } from '@bhxh-kit/contract';
import { type DeclarationSubmission, dayInVietnam } from '@bhxh-kit/domain';
import { type Answer, rightDeclaration, rowsOf, type TestGateway } from './gateway.js';
import { asOfficer } from './officers.js';

const { reviews, declarations } = operations;

/** A header for the calls of an officer. */
export type AsOfficer = Readonly<Record<string, string>>;

/** A case as an officer finds it. */
export interface Case {
  readonly id: string;
  readonly reference: string;
  readonly version: number;
  readonly submission: DeclarationSubmission;
}

let persons = 100;

/** Numbers nobody else of the test file has: what was sent to one is told by the last three digits. */
export function freshPerson(): Pick<DeclarationSubmission, 'bhxhNumber' | 'identityNumber' | 'mobilePhone' | 'email'> {
  const number = String(++persons).padStart(5, '0');
  return { bhxhNumber: `99999${number}`, identityNumber: `0792990${number}`, mobilePhone: `09000${number}`, email: `mau.${number}@example.vn` };
}

/** The day in Vietnam some days from now, by the gateway's clock. */
export const dayOf = (gateway: TestGateway, daysOn = 0): string => dayInVietnam(new Date(gateway.clock.now().getTime() + daysOn * 86_400_000));

/** Hands a declaration of a fresh person in. */
export async function waitingCase(gateway: TestGateway, change: Partial<DeclarationSubmission> = {}): Promise<Case> {
  const submission = await rightDeclaration(gateway, { ...freshPerson(), startDate: dayOf(gateway, 1), ...change });
  const { status, body } = await gateway.call(declarations.submit, submission);
  if (status !== 201) throw new Error(`not handed in: ${JSON.stringify(body)}`);
  const [row] = await rowsOf(gateway.database, `select id from declarations where reference = '${body.reference}'`);
  return { id: String(row?.['id']), reference: body.reference, version: 1, submission };
}

/** The same with its paper received. */
export async function reviewedCase(gateway: TestGateway, officer: AsOfficer, change: Partial<DeclarationSubmission> = {}): Promise<Case> {
  const waiting = await waitingCase(gateway, change);
  const { status, body } = await gateway.call(reviews.receivePaper, { id: waiting.id, version: 1 }, officer);
  if (status !== 200) throw new Error(`paper not received: ${JSON.stringify(body)}`);
  return { ...waiting, version: body.version };
}

/** What was sent to a person by now: the undelivered notices are delivered first. */
export async function sentTo(gateway: TestGateway, phone: string): Promise<string[]> {
  await gateway.jobs.runDue();
  const rows = await rowsOf(gateway.database, `select body from sandbox_messages where channel = 'sms' and recipient like '%${phone.slice(-3)}' order by ordinal`);
  return rows.map(({ body }) => String(body));
}

/** The code in the newest message to a phone. */
export async function codeSentTo(gateway: TestGateway, phone: string): Promise<string> {
  const texts = (await sentTo(gateway, phone)).reverse();
  return /\b[0-9A-Z]{4}-[0-9A-Z]{4}\b/.exec(texts.find((text) => /\b[0-9A-Z]{4}-[0-9A-Z]{4}\b/.test(text)) ?? '')?.[0] ?? '';
}

/** For every operation of the desk a call that is right, made when its turn comes. */
export function rightReviewCalls(gateway: TestGateway): Record<string, () => Promise<{ input?: Record<string, unknown>; headers?: Record<string, string> }>> {
  const as = () => asOfficer(gateway, 'canbo.dongda');
  const withCase =
    (make: typeof reviewedCase, more: object = {}) =>
    async () => {
      const headers = await as();
      const { id, version } = await make(gateway, headers);
      return { input: { id, version, ...more }, headers };
    };
  const look = async (more: object = {}) => ({ input: { id: (await waitingCase(gateway)).id, ...more }, headers: await as() });
  const list = async (act?: (headers: AsOfficer, listId: string) => Promise<unknown>) => {
    const headers = await as();
    const { id, version } = await reviewedCase(gateway, headers);
    const { body } = await gateway.call(reviews.approveList, { items: [{ id, version }] }, headers);
    if (!act) await gateway.database.queries.execute(`update review_lists set state = 'waiting' where id = '${body.listId}'`);
    return { input: { listId: body.listId as string }, headers };
  };
  return {
    'reviews.list': async () => ({ input: { find: 'nguyen' }, headers: await as() }),
    'reviews.read': () => look(),
    'reviews.photograph': () => look({ kind: 'portrait' }),
    'reviews.receivePaper': async () => {
      const { id, version } = await waitingCase(gateway);
      return { input: { id, version }, headers: await as() };
    },
    'reviews.approve': withCase(reviewedCase),
    'reviews.reject': withCase(reviewedCase, { reasons: ['form-unsigned'] }),
    'reviews.undo': withCase(reviewedCase),
    'reviews.approveList': async () => {
      const headers = await as();
      const { id, version } = await reviewedCase(gateway, headers);
      return { input: { items: [{ id, version }] }, headers };
    },
    'reviews.waitingLists': async () => ({ headers: await as() }),
    'reviews.readList': () => list(),
    'reviews.confirmList': async () => ({ ...(await list()), headers: await asOfficer(gateway, 'canbo.hanoi') }),
    'reviews.declineList': () => list(),
    'reviews.undoList': () => list(async () => undefined),
    'accounts.activate': async () => {
      const { submission } = await approvedCase(gateway, await as());
      const activationCode = await codeSentTo(gateway, submission.mobilePhone);
      return { input: { bhxhNumber: submission.bhxhNumber, activationCode, password: 'trời hôm nay đẹp' } };
    },
    'accounts.requestActivation': async () => ({ input: { bhxhNumber: '9999999001', contact: '0900000001' } }),
    'corrections.open': async () => {
      const { reference, submission } = await rejectedCase(gateway, await as());
      return { input: { reference, contact: submission.mobilePhone, correctionCode: await codeSentTo(gateway, submission.mobilePhone) } };
    },
    'corrections.requestCode': async () => ({ input: { reference: '00001.GD_2026_001', contact: '0900000001' } }),
  };
}

/** An approved case whose minute is over. */
export const approvedCase = (gateway: TestGateway, officer: AsOfficer, change: Partial<DeclarationSubmission> = {}): Promise<Case> =>
  decided(gateway, officer, reviews.approve, {}, change);

/** A rejected case whose minute is over. */
export const rejectedCase = (gateway: TestGateway, officer: AsOfficer, change: Partial<DeclarationSubmission> = {}): Promise<Case> =>
  decided(gateway, officer, reviews.reject, { reasons: ['photograph-unusable'] }, change);

async function decided(gateway: TestGateway, officer: AsOfficer, act: Operation, more: object, change: Partial<DeclarationSubmission>): Promise<Case> {
  const reviewed = await reviewedCase(gateway, officer, change);
  const { status, body }: Answer = await gateway.call(act, { id: reviewed.id, version: reviewed.version, ...more }, officer);
  if (status !== 200) throw new Error(`refused: ${JSON.stringify(body)}`);
  gateway.clock.advance({ minutes: 1 });
  return { ...reviewed, version: body.version };
}

