import { randomUUID } from 'node:crypto';
import { type Operation, operations } from '@bhxh-kit/contract';
import { addDays, type DeclarationSubmission, dayInVietnam } from '@bhxh-kit/domain';
import { type Answer, rightDeclaration, type TestGateway } from '../gateway.js';
import { freshPerson } from '../reviews.js';
import { type Counts, newCounts, Pace } from './phases.js';

const { declarations, reviews, officers, session } = operations;

/** What can be under way when the gateway is killed. */
export type Act = 'submit' | 'receivePaper' | 'approve';

/** One person's declaration on its way: handed in, its paper received, approved. Each act keeps its key until it is answered. */
export interface Task {
  readonly keys: Readonly<Record<Act, string>>;
  readonly person: ReturnType<typeof freshPerson>;
  submission?: DeclarationSubmission;
  reference?: string;
  received?: true;
  approved?: true;
}

/** A kill that met an act: whether it was aimed at it, and whether its request had reached the gateway. */
export interface Met {
  readonly aimed: boolean;
  readonly begun: boolean;
}

/** What the clients have seen. */
export interface Tally {
  readonly tasks: Task[];
  /** Acts under way now. */
  readonly open: Map<Task, Act>;
  /** Kills that met an act whose outcome is not known yet. */
  readonly met: Map<Task, Met[]>;
  /** Where the kills fell that were aimed, and where into what else was under way. */
  readonly aimed: Counts;
  readonly others: Counts;
  readonly pace: Pace;
  /** Acts whose answer a kill took, and which were asked for again under their key. */
  again: number;
  /** Of those, how many had been done before the kill. */
  replayed: number;
  /** Answers nobody should get. */
  readonly wrong: string[];
  /** Called when an act is asked for the first time. */
  onBegin: (act: Act, task: Task) => void;
}

export const newTally = (): Tally => ({
  tasks: [],
  open: new Map(),
  met: new Map(),
  aimed: newCounts(),
  others: newCounts(),
  pace: new Pace(),
  again: 0,
  replayed: 0,
  wrong: [],
  onBegin: () => undefined,
});

/** The officer who receives and approves, in one session over all kills. */
export interface Officer {
  refreshToken?: string;
}

/** A header for the officer's calls: their session goes on, or they sign in with the code the sandbox shows; once more when a busy machine let it grow old. */
export async function asOfficer(url: string, officer: Officer, tries = 5): Promise<{ Authorization: string }> {
  const { status, body } = officer.refreshToken
    ? await post(url, session.refresh.path, { refreshToken: officer.refreshToken })
    : await post(url, officers.signIn.path, await credentials(url));
  if (body.refreshToken === undefined) delete officer.refreshToken;
  else officer.refreshToken = body.refreshToken;
  if (status < 300) return { Authorization: `Bearer ${body.accessToken}` };
  if (tries > 1) return asOfficer(url, officer, tries - 1);
  throw new Error(`the officer was refused: ${JSON.stringify(body)}`);
}

async function credentials(url: string): Promise<object> {
  const shown = (await (await fetch(`${url}/sandbox/officers`)).json()) as { items: { username: string; password: string; oneTimeCode: string }[] };
  const [{ username, password, oneTimeCode } = { username: '', password: '', oneTimeCode: '' }] = shown.items;
  return { username, password, oneTimeCode };
}

async function post(url: string, path: string, input: object): Promise<{ status: number; body: { accessToken?: string; refreshToken?: string } }> {
  const response = await fetch(`${url}${path}`, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(input) });
  return { status: response.status, body: (await response.json()) as { accessToken?: string; refreshToken?: string } };
}

/** Works on one task after the other until the gateway is gone, or until `enough`; a task begun is gone on with the next time. */
export async function work(gateway: TestGateway, officer: Record<string, string>, own: { task?: Task }, tally: Tally, enough: () => boolean): Promise<void> {
  while (own.task || !enough()) {
    own.task ??= newTask(tally);
    await goOn(own.task, gateway, officer, tally);
    delete own.task;
  }
}

function newTask(tally: Tally): Task {
  const task = { keys: { submit: randomUUID(), receivePaper: randomUUID(), approve: randomUUID() }, person: freshPerson() };
  tally.tasks.push(task);
  return task;
}

async function goOn(task: Task, gateway: TestGateway, officer: Record<string, string>, tally: Tally): Promise<void> {
  task.submission ??= await rightDeclaration(gateway, { ...task.person, startDate: addDays(dayInVietnam(new Date()), 300), locale: 'en' });
  task.reference ??= String((await acknowledged(task, 'submit', declarations.submit, { ...task.submission }, {}, gateway, tally)).body.reference);
  const { body } = await gateway.call(reviews.list, { find: task.reference, status: ['waiting-for-paper', 'in-review', 'approved'] }, officer);
  const id = String(body.items[0].id);
  if (!task.received) {
    await acknowledged(task, 'receivePaper', reviews.receivePaper, { id, version: 1 }, officer, gateway, tally);
    task.received = true;
  }
  await acknowledged(task, 'approve', reviews.approve, { id, version: 2 }, officer, gateway, tally);
  task.approved = true;
}

/** Asks under the act's key until it is acknowledged. Rejects when the gateway is gone. */
async function acknowledged(task: Task, act: Act, row: Operation, input: Record<string, unknown>, headers: Record<string, string>, gateway: TestGateway, tally: Tally): Promise<Answer> {
  const asked = tally.open.get(task) === act;
  if (asked) tally.again++;
  for (;;) {
    // Left set by a kill: that is how an act is known to be asked for again.
    tally.open.set(task, act);
    const begun = performance.now();
    const answering = gateway.call(row, input, { ...headers, 'Idempotency-Key': task.keys[act] });
    if (!asked) tally.onBegin(act, task);
    const answer = await answering;
    if (answer.status < 300) {
      tally.open.delete(task);
      if (asked) settle(task, act, answer.headers.get('Idempotency-Replayed') !== null, tally);
      else tally.pace.note(act, performance.now() - begun);
      return answer;
    }
    if (answer.body.code !== 'request.still-running') {
      tally.wrong.push(`${act}: ${answer.status} ${JSON.stringify(answer.body)}`);
      throw new Error(`${act} was refused`);
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** What was asked for again tells where the kill fell before. */
function settle(task: Task, act: Act, replayed: boolean, tally: Tally): void {
  if (replayed) tally.replayed++;
  const met = tally.met.get(task) ?? [];
  tally.met.delete(task);
  for (const { aimed, begun } of met) {
    const phase = met.length > 1 ? 'unknown' : replayed ? 'done, unanswered' : begun ? 'begun, not done' : 'not begun';
    (aimed ? tally.aimed : tally.others)[act][phase]++;
  }
}
