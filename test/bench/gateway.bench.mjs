// The gateway beside its own driver: cards read by session, how long they take at half load, declarations a second,
// and whether these stay the same as declarations pile up.
// Against the embedded PostgreSQL, or against the server of DATABASE_URL (an empty database of your own: personas and declarations are written to it):
//   DATABASE_URL=postgres://postgres@127.0.0.1:5432/bench npm run bench -- gateway
// Gateway and driver run in this thread, callers in another, so that what is compared is the work of serving and not of calling.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createGateway, openDatabase, PERSONAS, readSettings } from '@bhxh-kit/gateway';
import { sql } from 'drizzle-orm';
import pg from 'pg';
import { openCallers, rate, times } from './gateway-callers.mjs';
import { fillUp } from './gateway-stored.mjs';

export const title = 'gateway';

/** Declarations stored while the figures that must stay flat are taken; BENCH_STORED=1000,100000,1000000 asks for more. */
const STORED = (process.env.BENCH_STORED ?? '1000,100000').split(',').map(Number);
/** Flat: what these machines' noise leaves of 1. */
const FLAT = 0.85;

const quantile = (sorted, part) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))];

/** Somebody's new telephone number: what can be declared again and again without photographs or another one's word. */
const declarationOf = ({ fullName, bhxhNumber, identityNumber }, at) => ({
  rulePack: '2025',
  purpose: 'adjust',
  subject: 'individual',
  changes: ['mobilePhone'],
  fullName,
  bhxhNumber,
  identityNumber,
  contactName: fullName,
  mobilePhone: `0900000${String(at).padStart(3, '0')}`,
  agencyCode: '001',
  handIn: 'at-agency',
  commitment: true,
  photographs: [],
  locale: 'vi',
});

const nameOf = (stored) => `${stored === STORED[0] ? '' : 'bhxh '}${stored.toLocaleString('en')} stored`;

/** A sandbox with a database of its own beside the others: on the same server, or embedded in the same folder. */
async function openStored(stored, folder, settings) {
  const { databaseUrl } = settings;
  const url = databaseUrl && Object.assign(new URL(databaseUrl), { pathname: `${new URL(databaseUrl).pathname}_${stored}` }).href;
  const onServer = async (statement) => {
    if (!databaseUrl) return;
    const client = new pg.Client({ connectionString: databaseUrl });
    await client.connect();
    await client.query(statement);
    await client.end();
  };
  const name = url && pg.escapeIdentifier(new URL(url).pathname.slice(1));
  await onServer(`create database ${name}`);
  const database = await openDatabase({ databaseUrl: url, dataFolder: join(folder, String(stored)) });
  const gateway = await createGateway({ settings, database });
  const listening = await gateway.listen({ port: 0 });
  const close = async () => {
    await gateway.close();
    await database.close();
    await onServer(`drop database ${name} with (force)`);
  };
  return { database, url: listening.url, close };
}

/** Declaring, and following the first that was taken. */
async function ordersOf(url, person) {
  const json = { 'Content-Type': 'application/json' };
  const post = async (path, body, headers = {}) =>
    (await fetch(`${url}${path}`, { method: 'POST', headers: { ...json, ...headers }, body: JSON.stringify(body) })).json();
  const { accessToken } = await post('/v1/session', { bhxhNumber: person.profile.bhxhNumber, password: person.password });
  const headers = { ...json, Authorization: `Bearer ${accessToken}` };
  const bodies = Array.from({ length: 300 }, (_, at) => declarationOf(person.profile, at));
  const { reference } = await post('/v1/declarations', bodies[0], { ...headers, 'Idempotency-Key': crypto.randomUUID() });
  return {
    submit: { url: `${url}/v1/declarations`, method: 'POST', headers, bodies, keyed: true },
    follow: { url: `${url}/v1/declarations/follow`, method: 'POST', headers: json, bodies: [{ reference, contact: bodies[0].mobilePhone }] },
  };
}

export default async function* ({ runs }) {
  const folder = mkdtempSync(join(tmpdir(), 'bhxh-bench-'));
  const many = '9999999/60';
  const common = {
    BHXH_CHALLENGE: 'none',
    BHXH_SECRET: 'a secret of the bench, longer than 32 bytes',
    BHXH_LOG: 'silent',
    BHXH_DATA: folder,
    BHXH_RATE_ME: many,
    BHXH_RATE_DECLARE: many,
    BHXH_RATE_FOLLOW: many,
    ...(process.env.DATABASE_URL ? { DATABASE_URL: process.env.DATABASE_URL } : {}),
  };
  // The sandbox puts the personas in and holds the rules of 2025; cards are read through a gateway without it, as in an office.
  const sandboxed = readSettings({ ...common, BHXH_SANDBOX: '1', BHXH_RULE_PACK: '2025' });
  const database = await openDatabase(sandboxed);
  const sandbox = await createGateway({ settings: sandboxed, database });
  const office = await createGateway({ settings: readSettings(common), database });
  const [{ url: sandboxUrl }, { url }] = [await sandbox.listen({ port: 0 }), await office.listen({ port: 0 })];
  const callers = openCallers();
  try {
    const [person] = PERSONAS;
    const signIn = await fetch(`${url}/v1/session`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ bhxhNumber: person.profile.bhxhNumber, password: person.password }),
    });
    const headers = { Authorization: `Bearer ${(await signIn.json()).accessToken}` };
    const cards = { url: `${url}/v1/me/cards`, method: 'GET', headers };
    const driver = () => database.queries.execute(sql`select * from health_cards where account_id = ${person.id}`);
    const values = { driver: [], 'bhxh gateway': [] };
    for (let run = 0; run <= runs; run++) {
      const [alone, through] = [await rate(1000, driver), await callers.measure(cards, 1000)];
      if (run > 0) values.driver.push(alone) && values['bhxh gateway'].push(through);
    }
    yield { figure: 'card read by session', unit: '/s', baseline: 'driver', values, budget: 0.5, more: 'better' };

    const half = values['bhxh gateway'].toSorted((a, b) => a - b)[runs >> 1] / 2;
    const spread = { 'gateway median': [], 'bhxh gateway p99': [], 'driver p99': [] };
    for (let run = 0; run < runs; run++) {
      const through = await callers.measure(cards, 1000, half);
      spread['gateway median'].push(quantile(through, 0.5));
      spread['bhxh gateway p99'].push(quantile(through, 0.99));
      spread['driver p99'].push(quantile(await times(1000, half, driver), 0.99));
    }
    yield { figure: 'card read at half load', unit: 'ms', baseline: 'gateway median', values: spread, budget: 5 };

    const submit = {
      url: `${sandboxUrl}/v1/declarations`,
      method: 'POST',
      headers: { ...headers, 'Content-Type': 'application/json' },
      bodies: Array.from({ length: 300 }, (_, at) => declarationOf(person.profile, at)),
      keyed: true,
    };
    const declared = { '150 a second': [], 'bhxh gateway': [] };
    for (let run = 0; run < runs; run++) {
      declared['150 a second'].push(150);
      declared['bhxh gateway'].push(await callers.measure(submit, 300));
    }
    yield { figure: 'declarations kept', unit: '/s', baseline: '150 a second', values: declared, budget: 1, more: 'better' };

    const kept = {};
    const followed = {};
    const offices = await Promise.all(STORED.map((stored) => openStored(stored, folder, sandboxed)));
    try {
      const orders = await Promise.all(offices.map(({ url: at }) => ordersOf(at, person)));
      for (const [at, stored] of STORED.entries()) {
        await fillUp(offices[at].database.queries, stored);
        [kept[nameOf(stored)], followed[nameOf(stored)]] = [[], []];
      }
      // Taken in turn, so that what else the machine does meets all of them.
      for (let run = 0; run <= runs; run++)
        for (const [at, stored] of STORED.entries()) {
          const [submits, follows] = [await callers.measure(orders[at].submit, 200), await callers.measure(orders[at].follow, 400)];
          if (run > 0) kept[nameOf(stored)].push(submits) && followed[nameOf(stored)].push(follows);
        }
    } finally {
      await Promise.all(offices.map(({ close }) => close()));
    }
    const baseline = nameOf(STORED[0]);
    yield { figure: 'declarations kept, as they grow', unit: '/s', baseline, values: kept, budget: FLAT, more: 'better' };
    yield { figure: 'declarations followed, as they grow', unit: '/s', baseline, values: followed, budget: FLAT, more: 'better' };
  } finally {
    await callers.close();
    await Promise.all([sandbox.close(), office.close()]);
    await database.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
