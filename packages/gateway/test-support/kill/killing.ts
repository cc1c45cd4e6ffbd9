import { once } from 'node:events';
import { SECRET, ROOMY } from '../gateway.js';
import { type GatewayProcess, over, startGateway } from '../process.js';
import { asOfficer, newTally, type Officer, type Tally, type Task, work } from './client.js';
import type { Counts, Target } from './phases.js';
import { type Delivery, openReceivers, type Receivers } from './receivers.js';
import { verify } from './verifying.js';

/** Where the gateway keeps what must survive. */
export interface Place {
  readonly databaseUrl?: string;
  readonly dataFolder: string;
}

/** What came of it all. */
export interface KillReport {
  readonly kills: number;
  /** Where the kills fell that were aimed at an act, and where into other acts that were under way. */
  readonly aimed: Counts;
  readonly others: Counts;
  /** Milliseconds an act took at last. */
  readonly medians: Readonly<Record<string, number | undefined>>;
  readonly declarations: number;
  /** Acts whose answer a kill took and which were asked for again; of those, how many had been done. */
  readonly again: number;
  readonly replayed: number;
  /** Messages delivered, and deliveries that came once more with the same id. */
  readonly messages: number;
  readonly repeated: number;
  /** Everything that is not as it must be; nothing when all is well. */
  readonly wrong: readonly string[];
}

/** People who declare at once. */
const CLIENTS = 4;
const TARGETS = ['submit', 'approve', 'send'] as const;
/** A kill comes anywhere in the time its target takes, or so much later that some come after it. */
const BEYOND = 1.3;

/**
 * Runs the gateway in a process of its own, lets people declare, an officer receive and approve and notices go out, kills it (SIGKILL) in the middle, starts it again, and asks for
 * everything unanswered under its key; `times` times. Each kill aims at a submit, an approval or a delivery by turns, anywhere in the time such a one takes on this machine. Then everything is
 * finished in peace and every row and message is counted. After `until` (milliseconds, of `performance.now`) no further kill begins.
 */
export async function killing(times: number, place: Place, { say, until = Infinity }: { say?: (line: string) => void; until?: number } = {}): Promise<KillReport> {
  const receivers = await openReceivers();
  const env = {
    BHXH_SANDBOX: '1',
    BHXH_RULE_PACK: '2021',
    BHXH_CHALLENGE: 'none',
    BHXH_SECRET: SECRET,
    BHXH_LOG: 'silent',
    BHXH_DATA: place.dataFolder,
    BHXH_ACCESS_MINUTES: '60',
    BHXH_OFFICER_SESSION_HOURS: '24',
    ...(place.databaseUrl && { DATABASE_URL: place.databaseUrl }),
    ...ROOMY,
    ...receivers.env,
    NODE_OPTIONS: `--import ${new URL('./begun.mjs', import.meta.url).href}`,
  };
  const tally = newTally();
  const clients = Array.from({ length: CLIENTS }, (): { task?: Task } => ({}));
  const desk: Officer = {};
  const sent: { readonly delivery: Delivery; readonly answered: boolean; readonly times: number }[] = [];
  try {
    let kills = 0;
    for (; kills < times && performance.now() < until; kills++) {
      const target = TARGETS[kills % TARGETS.length] as (typeof TARGETS)[number];
      const delivery = await killOnce(env, target, { clients, desk, tally, receivers });
      if (delivery) sent.push({ delivery, answered: delivery.answered, times: receivers.taken.get(delivery.id)?.times ?? 0 });
      if ((kills + 1) % 10 === 0) say?.(`${kills + 1} kills, ${tally.tasks.length} declarations, ${tally.wrong.length} wrong`);
    }
    receivers.reliable = true;
    await finish(env, { clients, desk, tally });
    for (const { delivery, answered, times } of sent) {
      const known = answered && receivers.taken.get(delivery.id)?.times === times;
      tally.aimed.send[delivery.refused ? 'begun, not done' : known ? 'answered' : 'done, unanswered']++;
    }
    const wrong = [...tally.wrong, ...(await verify(place, tally, receivers.taken))];
    const repeated = [...receivers.taken.values()].reduce((sum, { times }) => sum + times - 1, 0);
    const { aimed, others, pace, again, replayed } = tally;
    const medians = Object.fromEntries((['submit', 'receivePaper', 'approve', 'send'] as const).map((act) => [act, rounded(pace.median(act))]));
    return { kills, aimed, others, medians, declarations: tally.tasks.length, again, replayed, messages: receivers.taken.size, repeated, wrong };
  } finally {
    await receivers.close();
  }
}

/** Who works at the gateway, and what they have seen. */
interface Everybody {
  readonly clients: readonly { task?: Task }[];
  readonly desk: Officer;
  readonly tally: Tally;
}

/** Milliseconds after which a kill comes although its target did not: it is counted among the kills and aimed at nothing. A machine with other work takes seconds to an act. */
const PATIENCE = 60_000;

/** One life of the gateway; answers the delivery the kill was aimed at, where it was one. */
async function killOnce(
  env: Record<string, string>,
  target: (typeof TARGETS)[number],
  { clients, desk, tally, receivers }: Everybody & { readonly receivers: Receivers },
): Promise<Delivery | undefined> {
  const gateway = await startGateway(env);
  await minutesOn(gateway.url, 1);
  const officer = await asOfficer(gateway.url, desk);
  let gone = false;
  const aiming = aim(target, tally, receivers);
  const working = clients.map((own) =>
    work(over(gateway.url), officer, own, tally, () => false).catch((failure: unknown) => {
      if (!gone) tally.wrong.push(`before the kill: ${String(failure)}`);
    }),
  );
  // Each minute lets the notices of approvals go out.
  const clock = (async () => {
    while (!gone) {
      await new Promise((resolve) => setTimeout(resolve, target === 'send' ? 150 : 600));
      await minutesOn(gateway.url, 1).catch(() => undefined);
    }
  })();
  const aimed = await Promise.race([aiming, gateway.ended.then(() => undefined)]);
  gone = true;
  const answered = aimed?.delivery?.answered;
  await kill(gateway);
  await Promise.all([clock, ...working]);
  tellPhases(gateway.output(), aimed?.task, target, tally);
  // What its receiver does after the kill nobody at the gateway knows.
  return aimed?.delivery && { ...aimed.delivery, answered: answered ?? false };
}

/** What the kill was aimed at. */
interface Aimed {
  readonly task?: Task;
  readonly delivery?: Delivery;
}

/** Waits for one of the next acts of a kind, not always the first one, and then until anywhere in it. Nothing when none came. */
function aim(target: (typeof TARGETS)[number], tally: Tally, receivers: Receivers): Promise<Aimed | undefined> {
  return new Promise((meet) => {
    let left = 1 + Math.floor(Math.random() * 3);
    const count = (aimed: Aimed) => {
      const median = tally.pace.median(target);
      if (median !== undefined && --left === 0) setTimeout(() => meet(aimed), Math.random() * BEYOND * median);
    };
    let before = -Infinity;
    tally.onBegin = (act, task) => (act === target ? count({ task }) : undefined);
    receivers.onArrival = (delivery) => {
      // They are carried one after the other: from one to the next is as long as one takes with all that is written of it.
      const now = performance.now();
      if (now - before < PAUSE) tally.pace.note('send', now - before);
      before = now;
      if (target === 'send') count({ delivery });
    };
    setTimeout(() => meet(undefined), PATIENCE).unref();
  });
}

/** Milliseconds after which the next delivery belongs to another run. */
const PAUSE = 120;

/** Its last words are waited for. */
async function kill({ child }: GatewayProcess): Promise<void> {
  const closed = once(child, 'close');
  child.kill('SIGKILL');
  await closed;
}

/** Of every act that was not answered it is kept whether it had begun; the answer when it is asked for again tells the rest. */
function tellPhases(output: string, aimed: Task | undefined, target: Target, tally: Tally): void {
  for (const [task, act] of tally.open) {
    const met = { aimed: task === aimed && act === target, begun: output.includes(`begun ${task.keys[act]}`) };
    tally.met.set(task, [...(tally.met.get(task) ?? []), met]);
  }
  if (aimed && tally.open.get(aimed) !== target) tally.aimed[target].answered++;
}

const rounded = (milliseconds: number | undefined): number | undefined => milliseconds && Math.round(milliseconds * 10) / 10;

/** Everything begun is finished, everything put out is delivered: what a killed worker held comes back after minutes. */
async function finish(env: Record<string, string>, { clients, desk, tally }: Everybody): Promise<void> {
  const gateway = await startGateway(env);
  await minutesOn(gateway.url, 1);
  const officer = await asOfficer(gateway.url, desk);
  for (const ended of await Promise.allSettled(clients.map((own) => work(over(gateway.url), officer, own, tally, () => true))))
    if (ended.status === 'rejected') tally.wrong.push(`at the end: ${String(ended.reason)}`);
  for (let hours = 0; hours < 3; hours++) await minutesOn(gateway.url, 61);
  gateway.child.kill('SIGTERM');
  if ((await gateway.ended) !== 0) tally.wrong.push(`the gateway ended badly: ${gateway.output()}`);
}

/** Moves the gateway's clock on, and lets it do what is due. */
async function minutesOn(url: string, advanceMinutes: number): Promise<void> {
  const moved = await fetch(`${url}/sandbox/clock`, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ advanceMinutes }) });
  await moved.body?.cancel();
}
