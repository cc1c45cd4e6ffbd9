import { sql } from 'drizzle-orm';
import { expect } from 'vitest';
import { verifyAudit } from '../../src/audit/verification.js';
import { Secrets } from '../../src/secrets/secrets.js';
import { idempotency } from '../../src/storage/schema.js';
import { dump, rowsOf, SECRET, type TestClock, type TestGateway } from '../gateway.js';
import { type Act, sentenceOf } from './acts.js';
import { INVARIANTS, type Looked } from './invariants.js';
import { apply } from './model.js';
import { look, type Seen } from './seen.js';
import { beginning, type Ready, type State } from './state.js';
import { fromNewest, PEOPLE, World } from './world.js';

/** What the lives are lived in. */
export interface Stage {
  readonly gateways: readonly [TestGateway, TestGateway];
  readonly officerIds: readonly string[];
  readonly clock: TestClock;
  /** Tells the carrier of the gateways whose world this is. */
  readonly enter: (world: World) => void;
}

/** Lives one life from an empty database: after each step the answer is the model's and every invariant holds; at the end everything put out has arrived. */
export async function live(acts: readonly Act[], stage: Stage): Promise<void> {
  await beginAnew(stage);
  const life = new Life(stage);
  try {
    for (const act of acts) await life.step(act);
    await life.end();
  } catch (failure) {
    throw new Error(`${life.trace.join('\n')}\n${failure instanceof Error ? failure.message : String(failure)}`, { cause: failure });
  }
}

class Life {
  readonly trace: string[] = [];
  #state: State;
  #before: Seen | undefined;
  readonly #world: World;
  readonly #notices = new Map<string, { reference: string; notice: string; channel: string }>();

  constructor(readonly stage: Stage) {
    this.#world = new World(stage.gateways, stage.officerIds);
    stage.enter(this.#world);
    this.#state = beginning(stage.clock.now().getTime());
  }

  async step(act: Act): Promise<void> {
    this.trace.push(`${this.trace.length + 1}. ${sentenceOf(act)}`);
    if (act.act === 'wait') this.#wait(momentOf(act, this.#state));
    else if (act.act === 'carrier') this.#world.carries = act.carries;
    else if (act.act === 'both') await this.#both(act);
    else {
      const ready = await this.#world.ready(act, this.#state);
      if (ready) await this.#alone(ready);
    }
  }

  async #alone(ready: Ready): Promise<void> {
    const told = await this.#world.perform(ready, this.#state);
    this.#say(told);
    expect(told).toBe(apply(this.#state, ready));
    if ('key' in ready) this.#state.last = ready;
    await this.#check(this.#state);
  }

  /** Two at once must be as one after the other, whichever came first. */
  async #both(act: Extract<Act, { act: 'both' }>): Promise<void> {
    const one = await this.#world.ready(act.one, this.#state);
    const drawn = await this.#world.ready(act.other, this.#state);
    // Of two lists made at once nobody could tell which is the later one.
    const other = one?.act === 'approveList' && drawn?.act === 'approveList' ? undefined : drawn;
    if (!one || !other) {
      const alone = one ?? other;
      return alone ? this.#alone(alone) : undefined;
    }
    const told = await Promise.all([this.#world.perform(one, this.#state), this.#world.perform(other, this.#state)]);
    this.#say(told.join(' | '));
    // A job passes over what somebody else has locked, and takes it the next time.
    const withJobs = one.act === 'jobs' || other.act === 'jobs';
    if (withJobs) await this.#world.perform({ act: 'jobs' }, this.#state);
    const outcomes = ordersOf(one, other, told).map((order) => outcomeOf(this.#state, order, withJobs));
    const right = outcomes.filter(({ answers }) => answers.every((answer, at) => answer === undefined || answer === told[at]));
    expect(right.length, `${told.join(' | ')} instead of ${outcomes.map(({ answers }) => answers.join(' | ')).join(', or ')}`).toBeGreaterThan(0);
    for (const ready of [one, other]) if ('key' in ready) for (const { state } of right) state.last = ready;
    await this.#checkOneOf(right.map(({ state }) => state));
  }

  #say(told: string): void {
    this.trace.push(`${this.trace.pop() ?? ''} → ${told}`);
  }

  #wait(until: number): void {
    const more = Math.max(0, until - this.#state.now);
    this.stage.clock.advance({ seconds: more / 1000 });
    this.#state.now = this.stage.clock.now().getTime();
    this.#say(this.stage.clock.now().toISOString());
  }

  async #check(must: State, seen?: Seen): Promise<void> {
    const now = seen ?? (await this.#look());
    const looked: Looked = { must, seen: now, before: this.#before, carried: this.#world.carried, notices: this.#notices };
    for (const [invariant, holds] of Object.entries(INVARIANTS)) {
      try {
        holds(looked);
      } catch (failure) {
        throw new Error(`BROKEN: ${invariant}\n${failure instanceof Error ? failure.message : ''}`, { cause: failure });
      }
    }
    this.#state = must;
    this.#before = now;
  }

  async #checkOneOf([first, second]: readonly State[]): Promise<void> {
    const seen = await this.#look();
    try {
      await this.#check(first!, seen);
    } catch (failure) {
      if (!second) throw failure;
      await this.#check(second, seen);
    }
  }

  async #look(): Promise<Seen> {
    const seen = await look(this.stage.gateways[0].database, { officerIds: this.stage.officerIds, listIds: this.#world.listIds });
    for (const { reference, messages } of seen.declarations) for (const { id, notice, channel } of messages) this.#notices.set(id, { reference, notice, channel });
    return seen;
  }

  /** With a carrier that takes everything, everything arrives; the trail's chain is whole; and nobody's data stands anywhere in the clear, or in a stored answer. */
  async end(): Promise<void> {
    this.trace.push('At the end.');
    this.#world.carries = 'all';
    for (const minutes of [2, 120]) {
      this.#wait(this.#state.now + minutes * 60_000);
      await this.#alone({ act: 'jobs' });
    }
    const { database, clock } = this.stage.gateways[0];
    expect(this.#before?.declarations.flatMap(({ messages }) => messages.filter(({ delivered }) => !delivered))).toEqual([]);
    const secrets = new Secrets(SECRET);
    expect((await verifyAudit(database.queries, { clock, secrets })).broken).toBeUndefined();
    const answers = (await database.queries.select().from(idempotency)).map(({ keyHash, answer }) => JSON.stringify(secrets.openJson('answer', keyHash, answer)));
    const everything = `${await dump(database)}\n${answers.join('\n')}`;
    for (const value of PEOPLE.flatMap((person) => Object.values(person))) expect(everything.includes(value), value).toBe(false);
  }
}

/** The orders two acts may have been done in. Of two with one key, one may have been told that the other is still at work. */
function ordersOf(one: Ready, other: Ready, told: readonly string[]): (readonly { readonly ready: Ready; readonly at: number }[])[] {
  const [first, second] = [
    { ready: one, at: 0 },
    { ready: other, at: 1 },
  ];
  const oneKey = JSON.stringify(keyOf(one)) === JSON.stringify(keyOf(other));
  if (oneKey && told[0] === 'request.still-running') return [[second]];
  if (oneKey && told[1] === 'request.still-running') return [[first]];
  return [
    [first, second],
    [second, first],
  ];
}

const keyOf = (ready: Ready): unknown => ('key' in ready ? ready.key : ready.act === 'submit' ? ready.handIn : Math.random());

function outcomeOf(before: State, order: readonly { ready: Ready; at: number }[], withJobs: boolean): { state: State; answers: (string | undefined)[] } {
  const state = structuredClone(before);
  const answers: (string | undefined)[] = [undefined, undefined];
  for (const { ready, at } of order) answers[at] = apply(state, ready);
  if (withJobs) apply(state, { act: 'jobs' });
  return { state, answers };
}

/** The moment a wait goes to; the past means not at all. */
function momentOf({ aim, which, by }: Extract<Act, { act: 'wait' }>, { now, declarations, accounts }: State): number {
  if (aim === 'on') return now + by;
  const declared = declarations[fromNewest(which, declarations)]!;
  if (aim === 'deadline') return declared.dueAt + by;
  if (aim === 'undo') return (declared.acts.at(-1)?.at ?? 0) + 60_000 + by;
  if (aim === 'correction') return (declared.correctableUntil ?? 0) + by;
  return (accounts[declared.person]?.codeUntil ?? 0) + by;
}

/** Empties what lives leave behind, past the triggers that keep the trail, and sets the clock back: each life is the same whenever it is lived. */
async function beginAnew({ gateways: [{ database }], clock }: Stage): Promise<void> {
  tables ??= rowsOf(database, "select tablename from pg_tables where schemaname = 'public'").then((rows) => rows.map(({ tablename }) => String(tablename)).filter((table) => !KEPT.has(table)));
  const names = (await tables).join(', ');
  await database.queries.transaction(async (tx) => {
    await tx.execute(sql`set local session_replication_role = 'replica'`);
    await tx.execute(sql.raw(`truncate ${names}`));
    await tx.execute(sql`delete from accounts where id::text not like '00000000-%'`);
  });
  clock.advance({ seconds: (Date.parse(BEGINNING) - clock.now().getTime()) / 1000 });
}

let tables: Promise<string[]> | undefined;
/** A Saturday morning in Vietnam: reminders meet a weekend. */
export const BEGINNING = '2026-11-21T03:00:00.000Z';
const KEPT = new Set(['installation', 'officers', 'officer_passkeys', 'accounts', 'health_cards', 'participation_periods', 'benefit_payments', 'medical_visits']);
