import { randomUUID } from 'node:crypto';
import { type Operation, operations } from '@bhxh-kit/contract';
import { addDays, type DeclarationSubmission, dayInVietnam, type PhotographReference } from '@bhxh-kit/domain';
import type { Message } from '../../src/outbox/outbox.js';
import { begin } from '../../src/sessions/sessions.js';
import { readSettings } from '../../src/settings/settings.js';
import { type Answer, rightDeclaration, rowsOf, type TestGateway, upload } from '../gateway.js';
import { AGENCIES, type Act, PERSONS } from './acts.js';
import { MOST_REFUSALS } from './rules.js';
import type { Ready, State } from './state.js';

const { declarations, reviews, accounts, corrections, notices } = operations;

/** Numbers and contacts of who declares; nothing of them may be found in the clear anywhere. */
export const PEOPLE = Array.from({ length: PERSONS }, (_, at) => ({
  fullName: `Nguyễn Thử ${'ABC'[at]}`,
  contactName: `Nguyễn Thử ${'ABC'[at]}`,
  bhxhNumber: `999990000${at}`,
  identityNumber: `07929900000${at}`,
  mobilePhone: `090000000${at}`,
  email: `mau${at}@example.vn`,
}));

/** A message as the carrier had it. */
export interface Carried {
  readonly message: Message;
  readonly contents: Set<string>;
  times: number;
}

interface GivenBack {
  readonly photographs: readonly PhotographReference[];
  readonly correctionKey: string;
  readonly album: number | undefined;
  readonly keys: number;
}

/** The gateways, and what stands outside them: who declares with what they were given, officers, and the carrier. */
export class World {
  carries: 'all' | 'nothing' | 'without answer' = 'all';
  readonly carried = new Map<string, Carried>();
  /** Requests to declare, by the number of the hand-in. */
  readonly #submissions: DeclarationSubmission[] = [];
  /** What was given back for correcting, by declaration. */
  readonly #givenBack = new Map<number, GivenBack>();
  readonly #tokens = new Map<number, { readonly token: string; readonly until: number }>();
  readonly #ids = new Map<string, string>();
  readonly listIds: string[] = [];
  readonly #answers = new Map<string, unknown>();
  #turn = 0;
  #keys = 0;

  constructor(
    /** Two instances on one database: calls go to them by turns. */
    readonly gateways: readonly [TestGateway, TestGateway],
    readonly officerIds: readonly string[],
  ) {}

  readonly carrier = {
    carry: async (message: Message): Promise<void> => {
      await Promise.resolve();
      if (this.carries === 'nothing') throw new Error('the carrier is away');
      const known = this.carried.get(message.id) ?? { message, contents: new Set<string>(), times: 0 };
      known.times++;
      known.contents.add(JSON.stringify(message));
      this.carried.set(message.id, known);
      if (this.carries === 'without answer') throw new Error('the answer was lost');
    },
  };

  /** The act as it can be done now; nothing where there is nothing to do it to. */
  async ready(act: Act, state: State): Promise<Ready | undefined> {
    switch (act.act) {
      case 'submit':
        return { act: 'submit', handIn: await this.#handIn(state, act.person, AGENCIES[act.agency] ?? AGENCIES[0]) };
      case 'again':
        return state.handIns.length === 0 ? undefined : { act: 'submit', handIn: fromNewest(act.which, state.handIns) };
      case 'anew':
      case 'other':
        return this.#handInAgain(state, act.act, act.which);
      case 'correct':
        return this.#correct(state, act.which);
      case 'jobs':
        return { act: 'jobs' };
      case 'repeat':
        return state.last;
      case 'activate':
        return this.#activation(state, state.declarations[fromNewest(act.which, state.declarations)]!.person);
      case 'queue':
        return act;
      case 'confirmList':
      case 'declineList':
      case 'undoList':
        return state.lists.length === 0 ? undefined : { ...act, list: state.lists.length - 1, key: this.#newKey(act.act) };
      case 'approveList': {
        const items = [...new Set(act.which.map((which) => fromNewest(which, state.declarations)))].map((which) => ({ which, version: state.declarations[which]!.version }));
        return { act: 'approveList', officer: act.officer, items, key: this.#newKey('list') };
      }
      case 'wait':
      case 'carrier':
      case 'both':
        return undefined;
      default:
        return this.#upon(act, state);
    }
  }

  #upon(act: Extract<Act, { which: number }>, state: State): Ready | undefined {
    const which = fromNewest(act.which, state.declarations);
    const declared = state.declarations[which]!;
    switch (act.act) {
      case 'receivePaper':
      case 'approve':
      case 'reject':
      case 'undo':
        return { act: act.act, officer: act.officer, which, version: Math.max(1, declared.version - Number(act.stale)), key: this.#newKey(act.act) };
      case 'open':
        return this.#codeFor('correction', declared.reference) && declared.refusals < MOST_REFUSALS ? { act: 'open', which } : undefined;
      case 'follow':
        return { act: 'follow', which, contact: act.contact };
      case 'look':
      case 'photograph':
        return { act: act.act, officer: act.officer, which };
      default:
        return { act: act.act as 'resend' | 'print', which };
    }
  }

  #newKey = (what: string): string => `${what}-${String(++this.#keys).padStart(16, '0')}`;

  async #handIn(state: State, person: number, agency: string): Promise<number> {
    const [one] = this.gateways;
    const photographs = await Promise.all((['portrait', 'identity-front', 'identity-back'] as const).map((kind) => upload(one, kind)));
    state.albums.push({ owner: undefined, kept: true, keys: 0 });
    return this.#handInWith(state, { key: this.#newKey('submit'), person, agency, album: state.albums.length - 1, keys: 0 }, photographs);
  }

  async #handInWith(
    state: State,
    handIn: State['handIns'][number],
    photographs: readonly PhotographReference[],
    more: Pick<DeclarationSubmission, 'correctionKey'> = {},
  ): Promise<number> {
    const { person, agency: agencyCode } = handIn;
    const submission = await rightDeclaration(this.gateways[0], { ...PEOPLE[person], agencyCode, startDate: addDays(dayInVietnam(this.gateways[0].clock.now()), 300), photographs: [...photographs], ...more });
    const at = state.handIns.push(handIn) - 1;
    // No two requests are alike but those that are one.
    this.#submissions[at] = { ...submission, address: { ...submission.address!, street: `Số ${at + 1}` } };
    return at;
  }

  async #handInAgain(state: State, act: 'anew' | 'other', which: number): Promise<Ready | undefined> {
    const at = fromNewest(which, state.handIns);
    const { photographs, correctionKey } = this.#submissions[at]!;
    const handIn = state.handIns[at]!;
    const key = act === 'anew' ? this.#newKey('anew') : handIn.key;
    return { act: 'submit', handIn: await this.#handInWith(state, { ...handIn, key }, photographs, { correctionKey }) };
  }

  async #correct(state: State, which: number): Promise<Ready | undefined> {
    const at = fromNewest(which, state.declarations);
    const given = this.#givenBack.get(at);
    if (!given) return undefined;
    const { person, agency } = state.declarations[at]!;
    const { photographs, correctionKey, album, keys } = given;
    const handIn = { key: this.#newKey('correct'), person, agency, album, keys, corrects: at };
    return { act: 'submit', handIn: await this.#handInWith(state, handIn, photographs, { correctionKey }) };
  }

  #activation(state: State, person: number): Ready | undefined {
    const phone = PEOPLE[person]?.mobilePhone;
    const newest = this.#messages('kích hoạt').findLast(({ to }) => to === phone);
    const by = state.declarations.findIndex(({ reference }) => newest?.body.includes(reference));
    return by < 0 || (state.refusals[person] ?? 0) >= MOST_REFUSALS ? undefined : { act: 'activate', person, by };
  }

  #messages = (words: string): Message[] => [...this.carried.values()].map(({ message }) => message).filter(({ channel, body }) => channel === 'sms' && body.includes(words));

  #codeFor(purpose: 'correction' | 'activation', reference: string): string | undefined {
    const text = this.#messages(purpose === 'correction' ? 'Mã sửa tờ khai' : 'Mã kích hoạt').findLast(({ body }) => body.includes(reference))?.body ?? '';
    return /\b[0-9A-Z]{4}-[0-9A-Z]{4}\b/.exec(text)?.[0];
  }

  /** Does an act and answers its status with what matters of its body, as the model does. */
  async perform(ready: Ready, state: State): Promise<string> {
    if (ready.act === 'jobs') return this.#runJobs();
    const { row, input, headers } = await this.#callOf(ready, state);
    const answer = await this.#next().call(row, input, headers);
    if (answer.status >= 300) return String(answer.body.code);
    return this.#told(ready, answer, headers['Idempotency-Key'] ?? '', state);
  }

  async #runJobs(): Promise<string> {
    await this.#next().jobs.runDue();
    return 'done';
  }

  #next = (): TestGateway => this.gateways[this.#turn++ % 2 === 0 ? 0 : 1];

  async #callOf(ready: Exclude<Ready, { act: 'jobs' }>, state: State): Promise<{ row: Operation; input: Record<string, unknown>; headers: Record<string, string> }> {
    if (ready.act === 'submit') return { row: declarations.submit, input: { ...this.#submissions[ready.handIn] }, headers: { 'Idempotency-Key': state.handIns[ready.handIn]!.key } };
    if (ready.act === 'activate') {
      const activationCode = this.#codeFor('activation', state.declarations[ready.by]!.reference);
      return { row: accounts.activate, input: { bhxhNumber: PEOPLE[ready.person]!.bhxhNumber, activationCode, password: 'trời hôm nay đẹp' }, headers: {} };
    }
    if ('officer' in ready) return this.#officersCallOf(ready, state);
    const { reference, person } = state.declarations[ready.which]!;
    const contact = ready.act === 'follow' && ready.contact !== 'phone' ? (ready.contact === 'email' ? PEOPLE[person]!.email : '0900000009') : PEOPLE[person]!.mobilePhone;
    const row = { follow: declarations.follow, resend: notices.resend, print: declarations.form, open: corrections.open }[ready.act];
    return { row, input: { reference, contact, ...(ready.act === 'open' && { correctionCode: this.#codeFor('correction', reference) }) }, headers: {} };
  }

  async #officersCallOf(ready: Extract<Ready, { officer: number }>, state: State): Promise<{ row: Operation; input: Record<string, unknown>; headers: Record<string, string> }> {
    const headers = { Authorization: `Bearer ${await this.#tokenOf(ready.officer)}`, ...('key' in ready && { 'Idempotency-Key': ready.key }) };
    if (ready.act === 'queue') return { row: reviews.list, input: { limit: 100 }, headers };
    if (ready.act === 'approveList') {
      const items = await Promise.all(ready.items.map(async ({ which, version }) => ({ id: await this.#idOf(state, which), version })));
      return { row: reviews.approveList, input: { items }, headers };
    }
    if ('list' in ready) return { row: reviews[ready.act], input: { listId: this.listIds[ready.list] }, headers };
    const id = await this.#idOf(state, ready.which);
    if (ready.act === 'look') return { row: reviews.read, input: { id }, headers };
    if (ready.act === 'photograph') return { row: reviews.photograph, input: { id, kind: 'portrait' }, headers };
    const { version } = ready as Extract<Ready, { version: number }>;
    return { row: reviews[ready.act], input: { id, version, ...(ready.act === 'reject' && { reasons: ['photograph-unusable'] }) }, headers };
  }

  async #idOf(state: State, which: number): Promise<string> {
    const { reference } = state.declarations[which]!;
    const [row] = this.#ids.has(reference) ? [] : await rowsOf(this.gateways[0].database, `select id from declarations where reference = '${reference}'`);
    if (row) this.#ids.set(reference, String(row['id']));
    return this.#ids.get(reference) ?? randomUUID();
  }

  /** Signing in is proven elsewhere: here a session is begun whenever the clock has ended the one before. */
  async #tokenOf(officer: number): Promise<string> {
    const [{ database, clock }] = this.gateways;
    const now = clock.now().getTime();
    const known = this.#tokens.get(officer);
    if (known && known.until > now) return known.token;
    const { accessToken, expiresIn } = await begin(database.queries, { officerId: this.officerIds[officer] ?? '' }, { clock, settings: SETTINGS });
    this.#tokens.set(officer, { token: accessToken, until: now + expiresIn * 1000 });
    return accessToken;
  }

  #told(ready: Ready, { status, body, headers }: Answer, key: string, state: State): string {
    const again = headers.get('Idempotency-Replayed') ? ' again' : '';
    if (again && JSON.stringify(this.#answers.get(key)) !== JSON.stringify(body)) return `another answer under one key: ${JSON.stringify(body)}`;
    if (key && !again) this.#answers.set(key, body);
    return `${this.#digest(ready, status, body, state)}${again}`;
  }

  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- answers are read as they come
  #digest(ready: Ready, status: number, body: any, state: State): string {
    switch (ready.act) {
      case 'submit':
        return `${status} ${body.reference} ${body.status}`;
      case 'follow':
        return `${status} ${body.status} ${body.history.map((step: { status: string }) => step.status).join()}`;
      case 'open':
        this.#givenBack.set(ready.which, { photographs: body.photographs, correctionKey: body.correctionKey, ...albumGiven(state, ready.which, body.photographs.length) });
        return `${status} ${body.photographs.length} photographs`;
      case 'queue':
        return `${status} ${body.items.map(({ reference }: { reference: string }) => reference).sort().join()}`;
      case 'approveList':
        if (!this.listIds.includes(body.listId)) this.listIds.push(body.listId);
        return listTold(status, body);
      case 'confirmList':
      case 'declineList':
      case 'undoList':
        return listTold(status, body);
      case 'resend':
      case 'print':
      case 'photograph':
      case 'activate':
        return String(status);
      default:
        return `${status} ${body.status} ${body.version}`;
    }
  }
}

export const fromNewest = (which: number, { length }: { readonly length: number }): number => length - 1 - (which % length);

/** Whose photographs were given back: of before the opening, which gave them new keys. */
function albumGiven(state: State, which: number, given: number): { album: number | undefined; keys: number } {
  const album = state.albums.findIndex(({ owner, kept }) => owner === which && kept);
  return { album: given === 0 ? undefined : album, keys: (state.albums[album]?.keys ?? 0) + 1 };
}

const SETTINGS = readSettings({ BHXH_SANDBOX: '1' });

const listTold = (status: number, { state, results }: { state: string; results: { outcome: string; code?: string }[] }): string =>
  `${status} ${state} ${results.map(({ outcome, code }) => (code ? `${outcome} ${code}` : outcome)).join()}`;
