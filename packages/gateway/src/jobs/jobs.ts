import { forgetAccountCodes } from '../accounts/account-codes.js';
import { identifyOlder } from '../accounts/account-identities.js';
import { forgetTries } from '../accounts/lockout.js';
import { forgetCodes } from '../accounts/sent-codes.js';
import { openSealing } from '../audit/seals.js';
import type { Clock } from '../clock/clock.js';
import { forgetSpent } from '../challenges/spending.js';
import { forgetEmailCodes } from '../codes/email-codes.js';
import { forgetContactChanges } from '../contacts/contact-change.js';
import { forgetWaiting } from '../guardians/waiting-guardians.js';
import { forgetAnswers } from '../idempotency/idempotency.js';
import type { KeyUses } from '../integrators/key-uses.js';
import { type Carrier, deliverDue, givenUp, waiting } from '../outbox/outbox.js';
import { forgetChallenges } from '../passkeys/challenges.js';
import { remindOfPasswords } from '../passwords/password-reminders.js';
import { forgetResets } from '../passwords/reset-codes.js';
import { removeExpired } from '../photographs/photographs-repository.js';
import { forgetCounts } from '../rates/rates.js';
import { cancelOverdue } from '../registration/expiry.js';
import { remindDue } from '../registration/reminders.js';
import { removeTombstones } from '../registration/tombstones.js';
import { forgetLeases, forgetRejected, forgetRestoring } from '../review/forgetting.js';
import { markOlder } from '../review/marks.js';
import type { Secrets } from '../secrets/secrets.js';
import { endClosed, forgetSessions } from '../sessions/sessions.js';
import { forgetTickets } from '../sessions/tickets.js';
import type { Settings } from '../settings/settings.js';
import type { Queries } from '../storage/database.js';
import type { GatewayLog } from '../system/log.js';
import type { Metrics } from '../system/metrics.js';

interface Needs {
  readonly db: Queries;
  readonly clock: Clock;
  readonly secrets: Secrets;
  readonly settings: Pick<Settings, 'tombstoneDays' | 'rulePack'>;
  readonly log: GatewayLog;
  readonly metrics: Metrics;
  /** Absent: notices wait in the outbox. */
  readonly carrier: Carrier | undefined;
  /** What calls have noted of integrator keys. */
  readonly keyUses: Pick<KeyUses, 'keep'>;
  /** Called before each run, e.g. to take over a clock that another instance moved. When it fails, that run is left out. */
  readonly beforeRun?: () => Promise<void> | undefined;
}

/** Work the clock causes. Any number of instances may run it at once: each takes rows the others have not locked. */
export interface Jobs {
  /** Does everything that is due, the deadlines first, so that their notices go out in the same run. A job that fails is logged and does not stop the others. */
  runDue(): Promise<void>;
  /** Runs on until `stop`. */
  start(everySeconds?: number): void;
  /**
   * Waits for the run under way, keeps what was noted of keys and seals what was done since. Deliveries have ten seconds unless told otherwise (milliseconds), then they are ended and
   * tried again after the next start.
   */
  stop(within?: number): Promise<void>;
}

const SEALING = 'seal the audit trail';
const KEEPING_USES = 'keep the last uses of keys';

export function createJobs(needs: Needs): Jobs {
  const { db, clock, secrets, settings, log, metrics, carrier, keyUses, beforeRun } = needs;
  const seal = openSealing({ db, clock, secrets });
  const sealTrail = async () => void (await seal());
  const jobs: Record<string, () => Promise<void>> = {
    'cancel overdue declarations': async () => {
      const cancelled = await cancelOverdue(db, { clock, secrets });
      if (cancelled > 0) log.said('declarations cancelled', { cancelled });
    },
    'remind of the paper': async () => {
      const reminded = await remindDue(db, { clock, secrets });
      if (reminded > 0) log.said('reminders put out', { reminded });
    },
    'remind of passwords': async () => {
      const reminded = await remindOfPasswords(db, { clock, secrets, settings });
      if (reminded > 0) log.said('reminders of passwords put out', { reminded });
    },
    'remove tombstones': async () => {
      const removed = await removeTombstones(db, { clock, settings });
      if (removed > 0) log.said('tombstones removed', { removed });
    },
    'deliver notices': async () => {
      while (carrier && !stopping) {
        const { delivered, failed, givenUp: lost } = await deliverDue(db, carrier, { clock, secrets, signal: deliveries.signal });
        if (failed > lost.length) log.warned('notices not delivered, they will be tried again', { failed: failed - lost.length });
        for (const id of lost) log.warned('notice given up, it is kept in the outbox', { id });
        if (delivered === 0) break;
      }
      metrics.outboxWaiting(await waiting(db));
      metrics.outboxGivenUp(await givenUp(db));
    },
    'remove unused photographs': () => removeExpired(db, clock.now()),
    'forget answers': () => forgetAnswers(db, clock),
    'forget sessions': () => forgetSessions(db, clock),
    'forget failed sign-ins': () => forgetTries(db, clock),
    [KEEPING_USES]: () => keyUses.keep(),
    [SEALING]: sealTrail,
    'forget passkey challenges': () => forgetChallenges(db, clock),
    'forget counts': () => forgetCounts(db, clock),
    'forget rejected declarations': async () => {
      const forgotten = await forgetRejected(db, clock);
      if (forgotten > 0) log.said('rejected declarations forgotten', { forgotten });
    },
    'end closed accounts': () => endClosed(db, clock),
    'identify older accounts': () => identifyOlder(db, secrets),
    'mark older declarations': async () => void (await markOlder(db, secrets)),
    'forget password resets': () => forgetResets(db, clock),
    'forget codes': () => forgetCodes(db, clock),
    'forget guardians nobody came for': async () => void (await forgetWaiting(db, clock)),
    'forget contact changes': () => forgetContactChanges(db, clock),
    'forget e-mail codes': () => forgetEmailCodes(db, clock),
    'forget account codes': () => forgetAccountCodes(db, clock),
    'forget tickets': () => forgetTickets(db, clock),
    'forget spent challenges': () => forgetSpent(db, clock),
    'forget what an undo would have put back': () => forgetRestoring(db, clock),
    'forget leases': () => forgetLeases(db, clock),
  };
  const deliveries = new AbortController();
  let stopping = false;
  let running: Promise<void> | undefined;
  let timer: NodeJS.Timeout | undefined;

  async function runAll(): Promise<void> {
    // Without its beginning a run would go by a clock that may be wrong: it is left out, the next one is not.
    if (!(await done('begin the run', async () => beforeRun?.()))) return;
    for (const [name, job] of Object.entries(jobs)) await done(name, job);
  }

  /** Never rejects: the runs are chained, and one rejection would be that of every run after it. */
  async function done(name: string, job: () => Promise<void>): Promise<boolean> {
    try {
      await job();
      return true;
    } catch (failure) {
      metrics.jobFailed(name);
      log.failed('job', name, 'server.failed', failure);
      return false;
    }
  }

  const runDue = (): Promise<void> => (running = (running ?? Promise.resolve()).then(runAll));
  return {
    runDue,
    start(everySeconds = 5) {
      let busy = false;
      timer = setInterval(() => {
        if (busy) return;
        busy = true;
        void runDue().finally(() => {
          busy = false;
        });
      }, everySeconds * 1000);
    },
    async stop(within = 10_000) {
      clearInterval(timer);
      stopping = true;
      const patience = setTimeout(() => deliveries.abort(), within);
      await running;
      clearTimeout(patience);
      // So that a gateway that stands still leaves nothing that looks as if it had been put in beside it.
      let limit: NodeJS.Timeout | undefined;
      const last = done(KEEPING_USES, () => keyUses.keep()).then(() => done(SEALING, sealTrail));
      await Promise.race([last, new Promise((resolve) => (limit = setTimeout(resolve, within)))]);
      clearTimeout(limit);
    },
  };
}
