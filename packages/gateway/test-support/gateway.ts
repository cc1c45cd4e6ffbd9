import { randomBytes, randomUUID } from 'node:crypto';
import { isBytes, type Operation, operations, type PhotographUploadBegun } from '@bhxh-kit/contract';
import type { DeclarationSubmission, PhotographKind, PhotographReference, SubjectType } from '@bhxh-kit/domain';
import { sql } from 'drizzle-orm';
import pg from 'pg';
import { emailMac } from '../src/accounts/account-changes.js';
import type { Clock } from '../src/clock/clock.js';
import { createGateway, type Gateway, type GatewayOptions } from '../src/gateway.js';
import { newToken, Secrets, tokenHash } from '../src/secrets/secrets.js';
import { readSettings } from '../src/settings/settings.js';
import { emailCodes } from '../src/storage/codes-schema.js';
import { type Database, openDatabase, rawRows } from '../src/storage/database.js';
import { type GatewayLog, openLog } from '../src/system/log.js';
import { jpeg } from './jpeg.js';
import { openMemory } from './memory.js';

/** A clock the test moves. */
export class TestClock implements Clock {
  #now: number;
  constructor(at = '2026-11-21T03:00:00.000Z') {
    this.#now = Date.parse(at);
  }
  now(): Date {
    return new Date(this.#now);
  }
  advance({ days = 0, hours = 0, minutes = 0, seconds = 0 }: { days?: number; hours?: number; minutes?: number; seconds?: number }): void {
    this.#now += (((days * 24 + hours) * 60 + minutes) * 60 + seconds) * 1000;
  }
}

/** An empty database of the test's own: on the server of DATABASE_URL when it is set, else embedded in memory. */
export async function openTestDatabase(): Promise<Database> {
  const server = process.env['DATABASE_URL'];
  if (!server) return openMemory();
  const { url, drop } = await newServerDatabase(server);
  const database = await openDatabase({ databaseUrl: url, dataFolder: '' });
  return {
    queries: database.queries,
    close: async () => {
      await database.close();
      await drop();
    },
  };
}

/** An empty database on a server, without a schema. */
export async function newServerDatabase(server: string): Promise<{ readonly url: string; readonly drop: () => Promise<void> }> {
  const name = `bhxh_test_${randomBytes(6).toString('hex')}`;
  const admin = new pg.Client({ connectionString: server });
  await admin.connect();
  await admin.query(`create database ${name}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  const drop = async () => {
    await admin.query(`drop database ${name} with (force)`);
    await admin.end();
  };
  return { url: url.href, drop };
}

export const SECRET = 'a secret of the tests, longer than 32 bytes';
/** Rates nobody meets. */
export const ROOMY = Object.fromEntries(['DIRECTORY', 'DECLARE', 'UPLOAD', 'FOLLOW', 'SIGN_IN', 'ME', 'OFFICE', 'CODE', 'IDENTITY', 'SYSTEM'].map((bucket) => [`BHXH_RATE_${bucket}`, '100000/60']));

export interface TestGateway extends Gateway {
  readonly clock: TestClock;
  readonly database: Database;
  readonly logLines: string[];
  /** Calls an operation and answers the response. Writes get a fresh key unless the headers carry one. */
  send(row: Operation, input?: Record<string, unknown>, headers?: Record<string, string>): Promise<Response>;
  /** The same, as status and parsed body. */
  call(row: Operation, input?: Record<string, unknown>, headers?: Record<string, string>): Promise<Answer>;
}

export interface Answer {
  readonly status: number;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- tests read answers as they come
  readonly body: any;
  readonly headers: Headers;
}

export async function testGateway(
  database: Database,
  { env = {}, clock = new TestClock(), ...options }: { env?: Record<string, string>; clock?: TestClock } & Partial<Pick<GatewayOptions, 'carrier' | 'identityVerifier'>> = {},
): Promise<TestGateway> {
  const logLines: string[] = [];
  const log: GatewayLog = openLog({ log: 'debug' }, { write: (line: string) => void logLines.push(line) });
  const settings = readSettings({ BHXH_SECRET: SECRET, BHXH_SANDBOX: '1', BHXH_RULE_PACK: '2021', BHXH_CHALLENGE: 'none', BHXH_LOG: 'debug', ...ROOMY, ...env });
  const gateway = await createGateway({ settings, clock, log, database, ...options });
  const send = async (row: Operation, input: Record<string, unknown> = {}, headers: Record<string, string> = {}) => gateway.fetch(requestFor(row, input, headers), { incoming: { socket: { remoteAddress: '192.0.2.1' } } });
  return {
    ...gateway,
    clock,
    database,
    logLines,
    send,
    call: async (row, input, headers) => {
      const response = await send(row, input, headers);
      const type = response.headers.get('content-type') ?? '';
      const body = type.includes('json') ? await response.json() : Buffer.from(await response.arrayBuffer());
      return { status: response.status, body, headers: response.headers };
    },
  };
}

/** The code of what a call from another address is refused with; nothing of one that is answered. */
export async function refusedFrom({ fetch }: Pick<TestGateway, 'fetch'>, remoteAddress: string, row: Operation, input: Record<string, unknown>): Promise<string | undefined> {
  const response = await fetch(requestFor(row, input, {}), { incoming: { socket: { remoteAddress } } });
  return response.ok ? undefined : ((await response.json()) as { code: string }).code;
}

/** The HTTP request of an operation, as a client makes it. */
export function requestFor(row: Operation, input: Record<string, unknown>, headers: Record<string, string>): Request {
  const rest = { ...input };
  const path = row.path.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    const value = String(rest[name]);
    delete rest[name];
    return encodeURIComponent(value);
  });
  const own: Record<string, string> = row.retry === 'with-key' ? { 'Idempotency-Key': randomUUID() } : {};
  const url = new URL(path, 'http://gateway.example');
  if (!row.body) for (const [name, value] of Object.entries(rest)) url.searchParams.set(name, String(value));
  const body = !row.body ? undefined : isBytes(row.body) ? (rest['bytes'] as Uint8Array<ArrayBuffer>) : JSON.stringify(rest);
  if (body !== undefined) own['Content-Type'] = isBytes(row.body) ? row.body.bytes : 'application/json';
  return new Request(url, { method: row.method, headers: { ...own, ...headers }, ...(body !== undefined && { body }) });
}

/** Uploads a photograph whole and answers its reference. */
export async function upload(gateway: TestGateway, kind: PhotographKind, bytes: Buffer = jpeg()): Promise<PhotographReference> {
  const { id, key, chunkSize } = (await gateway.call(operations.photographs.begin, { kind, size: bytes.length })).body as PhotographUploadBegun;
  for (let offset = 0; offset < bytes.length; offset += chunkSize) {
    const chunk = new Uint8Array(bytes.subarray(offset, offset + chunkSize));
    const answer = await gateway.call(operations.photographs.append, { id, offset, bytes: chunk }, { 'Photograph-Key': key });
    if (answer.status !== 200) throw new Error(`chunk refused: ${JSON.stringify(answer.body)}`);
  }
  return { kind, id, key };
}

/** A right declaration under the 2021 pack, with its photographs uploaded. */
export async function rightDeclaration(gateway: TestGateway, change: Partial<DeclarationSubmission> = {}): Promise<DeclarationSubmission> {
  const photographs = change.photographs ?? [await upload(gateway, 'portrait'), await upload(gateway, 'identity-front'), await upload(gateway, 'identity-back')];
  return {
    rulePack: '2021',
    purpose: 'register',
    subject: 'individual',
    fullName: 'Nguyễn Văn A',
    bhxhNumber: '9999999001',
    identityNumber: '079299000001',
    address: { scheme: '2021', provinceCode: '01', districtCode: '001', communeCode: '00001', street: 'Số 12, ngõ 3, tổ 4' },
    contactName: 'Nguyễn Văn A',
    email: 'nguyen.van.a@example.vn',
    mobilePhone: '0900000001',
    startDate: '2026-11-30',
    transactAt: { kind: 'portal' },
    agencyCode: '00106',
    handIn: 'at-agency',
    commitment: true,
    locale: 'vi',
    ...change,
    photographs,
  };
}

/** What a declaration of this address carries under the 2023 pack, as if its code had been typed (R14). */
export async function confirmedEmail({ database, clock }: TestGateway, email: string, subject: SubjectType): Promise<string> {
  const confirmation = newToken();
  await database.queries.insert(emailCodes).values({
    id: randomUUID(),
    emailMac: emailMac(new Secrets(SECRET), email),
    subject,
    sentAt: clock.now(),
    confirmedAt: clock.now(),
    confirmationHash: tokenHash(confirmation),
  });
  return confirmation;
}

/** A code of six digits, by itself: within what is sealed, which a dump shows as hexadecimal, they come by chance once in hundreds of runs. */
export const byItself = (code: string): RegExp => new RegExp(`(?<![\\da-f])${code}(?![\\da-f])`);

/** Every row of every table as text, for looking whether a value is anywhere. */
export async function dump(database: Database): Promise<string> {
  const tables = (await rowsOf(database, "select tablename from pg_tables where schemaname = 'public'")) as { tablename: string }[];
  const texts = [];
  for (const { tablename } of tables) texts.push(tablename, JSON.stringify(await rowsOf(database, `select t::text from ${tablename} t`)));
  return texts.join('\n');
}

export async function rowsOf(database: Database, query: string): Promise<Record<string, unknown>[]> {
  return (await rawRows(database.queries, sql.raw(query))) as Record<string, unknown>[];
}
