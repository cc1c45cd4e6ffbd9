import { Hono } from 'hono';
import { nobodys } from './accounts/passwords.js';
import { mountAccessLog } from './access-log/routes.js';
import { mountAccounts } from './accounts/routes.js';
import { mountChallenges } from './challenges/routes.js';
import { type Clock, systemClock } from './clock/clock.js';
import { mountCodes } from './codes/routes.js';
import { mountConsents } from './consents/routes.js';
import { mountContacts } from './contacts/routes.js';
import { mountGuardians } from './guardians/routes.js';
import { preflight, secure, shareWith } from './http/headers.js';
import { type Environment, type Mounting, newRequestId } from './http/mount.js';
import { codeOf, problem } from './http/problem.js';
import { Refusal } from './http/refusal.js';
import { openStrangers } from './http/strangers.js';
import type { IdentityVerifier } from './identity/identity-verifier.js';
import { mountIdentities } from './identity/routes.js';
import { verifierOf } from './identity/verifiers.js';
import { openIntegrators } from './integrators/integrators.js';
import { openKeyUses } from './integrators/key-uses.js';
import { createJobs, type Jobs } from './jobs/jobs.js';
import { type Listening, type ListenOptions, listen } from './listening/listening.js';
import { mountMe } from './me/routes.js';
import { mountOfficers } from './officers/routes.js';
import type { Carrier } from './outbox/outbox.js';
import { carrierOf } from './outbox/carriers.js';
import { mountPasskeys } from './passkeys/routes.js';
import { mountPasswords } from './passwords/routes.js';
import { mountPhotographs } from './photographs/routes.js';
import { openPlaces } from './places/places.js';
import { mountPlaces } from './places/routes.js';
import { openRates } from './rates/rates.js';
import { mountRegistration } from './registration/routes.js';
import { mountReviews } from './review/routes.js';
import { mountSandbox } from './sandbox/routes.js';
import { SandboxClock } from './sandbox/sandbox-clock.js';
import { sandboxCarrier } from './sandbox/sandbox-carrier.js';
import { sandboxSecret } from './sandbox/secret.js';
import { sandboxVneid } from './sandbox/sandbox-vneid.js';
import { seed } from './sandbox/seed.js';
import { mountSeals } from './seals/routes.js';
import { openSealKeys } from './seals/seal-keys.js';
import { Secrets } from './secrets/secrets.js';
import { openHolders } from './sessions/sessions.js';
import { mountDevices, mountSessions } from './sessions/routes.js';
import type { Settings } from './settings/settings.js';
import { type Database, openDatabase } from './storage/database.js';
import { checkInstallation } from './storage/installation.js';
import { inFolder } from './storage/unusable.js';
import { type GatewayLog, openLog } from './system/log.js';
import { openMetrics } from './system/metrics.js';
import { mountSystem } from './system/routes.js';
import { providerOf } from './vneid/provider-of.js';
import { mountVneid } from './vneid/routes.js';
import type { VneidProvider } from './vneid/vneid-provider.js';

/** What a gateway is made of. */
export interface GatewayOptions {
  readonly settings: Settings;
  /** The machine's own unless given. */
  readonly clock?: Clock;
  /** JSON lines on standard output unless given. */
  readonly log?: GatewayLog;
  /** Delivers notices; unless given, the webhook of the settings, in the sandbox its record. */
  readonly carrier?: Carrier;
  /** Verifies identities (R15); unless given, the service of the settings, in the sandbox its invented persons. */
  readonly identityVerifier?: IdentityVerifier;
  /** Signs people in with VNeID (A10); unless given, the one of the settings, in the sandbox a simulator. */
  readonly vneid?: VneidProvider;
  /** An open database instead of the one the settings name. It is the giver's to close. */
  readonly database?: Database;
}

export interface Gateway {
  /** Answers one request, without a port: for tests and for hosts with a server of their own. */
  readonly fetch: (request: Request, environment?: Environment['Bindings']) => Promise<Response>;
  /** Opens the port and starts the jobs. */
  readonly listen: (options?: ListenOptions) => Promise<Listening>;
  /** Finishes what is under way, then closes port, jobs and database. */
  readonly close: () => Promise<void>;
  readonly jobs: Jobs;
}

/** Opens the database, brings its schema up to date and mounts the contract. Rejects with a sentence for whoever starts it. */
export async function createGateway({ settings, clock: machine = systemClock, log = openLog(settings), ...given }: GatewayOptions): Promise<Gateway> {
  const database = given.database ?? (await openDatabase(settings, log));
  const closeDatabase = async () => (given.database ? undefined : database.close());
  try {
    const db = database.queries;
    const secret = settings.secret ?? (await inFolder(settings.dataFolder, () => sandboxSecret(settings.dataFolder)));
    const secrets = new Secrets(secret);
    await checkInstallation(db, secrets);
    const sandboxClock = settings.sandbox ? new SandboxClock(machine, db) : undefined;
    await sandboxClock?.refresh();
    const clock: Clock = sandboxClock ?? machine;
    const metrics = openMetrics();
    const carrier = given.carrier ?? carrierOf(settings, machine, settings.sandbox ? sandboxCarrier(db, clock) : undefined);
    const seals = openSealKeys(secrets, settings);
    const own = { db, clock, secrets, seals, settings, log, metrics };
    const keyUses = openKeyUses(own);
    const integratorOf = openIntegrators({ ...own, uses: keyUses });
    const mounting: Mounting = { ...own, countCall: openRates(db, clock), holderOf: openHolders(own), integratorOf };
    const verifier = given.identityVerifier ?? verifierOf(settings, machine);
    const named = given.vneid ?? providerOf(settings, machine);
    const ownVneid = named || !settings.sandbox ? undefined : sandboxVneid(clock);
    const vneid = named ?? ownVneid?.provider;
    const directory = await openPlaces(settings, clock, log);
    const jobs = createJobs({ ...own, carrier, keyUses, beforeRun: () => sandboxClock?.refresh() });
    await nobodys();
    if (settings.sandbox) await seed(db, mounting);

    const tellStranger = openStrangers(settings, log);
    const app = new Hono<Environment>();
    app.use(async (context, next) => {
      context.set('requestId', newRequestId());
      await sandboxClock?.refresh();
      if (context.req.method === 'OPTIONS') context.res = preflight();
      else await next();
      secure(context.res.headers, settings);
      shareWith(context.res.headers, context.req.header('origin') ?? null, settings);
      tellStranger(context.req.raw);
      context.res.headers.set('Request-Id', context.get('requestId'));
    });
    app.notFound((context) => problem(new Refusal('route.unknown'), context.get('requestId'), context.req.header('accept-language')));
    app.onError((failure, context) => {
      log.failed(context.get('requestId'), 'gateway', codeOf(failure), failure);
      return problem(failure, context.get('requestId'), context.req.header('accept-language'));
    });
    mountSystem(app, { verifier, vneid }, mounting);
    mountPlaces(app, directory, mounting);
    mountPhotographs(app, mounting);
    mountRegistration(app, directory, mounting);
    mountSessions(app, mounting);
    mountDevices(app, mounting);
    mountMe(app, mounting);
    mountGuardians(app, mounting);
    mountContacts(app, mounting);
    mountAccessLog(app, directory, mounting);
    mountOfficers(app, directory, mounting);
    mountReviews(app, directory, mounting);
    mountAccounts(app, mounting);
    mountPasskeys(app, mounting);
    mountPasswords(app, mounting);
    mountCodes(app, mounting);
    mountChallenges(app, mounting);
    mountSeals(app, mounting);
    mountConsents(app, mounting);
    mountIdentities(app, verifier, mounting);
    mountVneid(app, vneid, mounting);
    ownVneid?.mount(app as unknown as Hono);
    if (sandboxClock) mountSandbox(app, sandboxClock, jobs, mounting);

    const open = new Set<Listening>();
    return {
      fetch: async (request, environment) => app.fetch(request, environment),
      jobs,
      listen: async (options = {}) => {
        const listening = await listen(app, metrics, settings, options);
        open.add(listening);
        jobs.start();
        return listening;
      },
      close: async () => {
        await Promise.all([...open].map((listening) => listening.close()));
        await jobs.stop();
        await closeDatabase();
      },
    };
  } catch (failure) {
    await closeDatabase();
    throw failure;
  }
}
