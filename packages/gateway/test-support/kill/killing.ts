import { SECRET, ROOMY } from '../gateway.js';
import { over, startGateway } from '../process.js';
import { type Act, asOfficer, newTally, type Officer, type Tally, type Task, work } from './client.js';
import { openReceivers, type Receivers } from './receivers.js';
import { verify } from './verifying.js';

/** Where the gateway keeps what must survive. */
export interface Place {
  readonly databaseUrl?: string;
  readonly dataFolder: string;
}

/** What came of it all. */
export interface KillReport {
  readonly kills: number;
  /** How many kills met an act of each kind under way, a delivery among them; one kill may meet several. */
  readonly met: Readonly<Record<Act | 'send', number>>;
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

/**
 * Runs the gateway in a process of its own, lets people declare, an officer receive and approve and notices go out, kills it (SIGKILL) in the middle, starts it again, and asks for
 * everything unanswered under its key; `times` times. Each kill aims at a submit, an approval or a delivery by turns, a random moment after it began. Then everything is finished in peace and
 * every row and message is counted. After `until` (milliseconds, of `performance.now`) no further kill begins.
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
  };
  const tally = newTally();
  const clients = Array.from({ length: CLIENTS }, (): { task?: Task } => ({}));
  const desk: Officer = {};
  const met = { submit: 0, receivePaper: 0, approve: 0, send: 0 };
  try {
    let kills = 0;
    for (; kills < times && performance.now() < until; kills++) {
      const target = TARGETS[kills % TARGETS.length] as (typeof TARGETS)[number];
      for (const act of await killOnce(env, target, { clients, desk, tally, receivers })) met[act]++;
      if ((kills + 1) % 10 === 0) say?.(`${kills + 1} kills, ${tally.tasks.length} declarations, ${tally.wrong.length} wrong`);
    }
    receivers.reliable = true;
    await finish(env, { clients, desk, tally });
    const wrong = [...tally.wrong, ...(await verify(place, tally, receivers.taken))];
    const repeated = [...receivers.taken.values()].reduce((sum, { times }) => sum + times - 1, 0);
    return { kills, met, declarations: tally.tasks.length, again: tally.again, replayed: tally.replayed, messages: receivers.taken.size, repeated, wrong };
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

/** Milliseconds after which a kill comes although its target did not. */
const PATIENCE = 15_000;

async function killOnce(
  env: Record<string, string>,
  target: (typeof TARGETS)[number],
  { clients, desk, tally, receivers }: Everybody & { readonly receivers: Receivers },
): Promise<readonly (Act | 'send')[]> {
  const gateway = await startGateway(env);
  await minutesOn(gateway.url, 1);
  const officer = await asOfficer(gateway.url, desk);
  let gone = false;
  const aimed = new Promise<void>((meet) => {
    // Not always the first one, and not always at its beginning.
    let left = 1 + Math.floor(Math.random() * 5);
    const count = () => {
      if (--left <= 0) setTimeout(meet, Math.random() ** 2 * 60);
    };
    tally.onBegin = (act) => (act === target ? count() : undefined);
    receivers.onArrival = () => (target === 'send' ? count() : undefined);
    setTimeout(meet, PATIENCE).unref();
  });
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
  await Promise.race([aimed, gateway.ended]);
  gone = true;
  const met = [...new Set<Act | 'send'>([...tally.open.values(), ...(receivers.open() > 0 ? (['send'] as const) : [])])];
  gateway.child.kill('SIGKILL');
  await Promise.all([gateway.ended, clock, ...working]);
  return met;
}

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
