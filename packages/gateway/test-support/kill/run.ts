import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { newServerDatabase } from '../gateway.js';
import { killing } from './killing.js';

// npm run kill-test -- --times 200: on the embedded PostgreSQL, or on the server of DATABASE_URL; `--minutes 30` stops earlier, `BHXH_TEST_BUILT=1` kills what `npm run build` made. Ends with 1 when anything was lost or doubled.
const { values } = parseArgs({ options: { times: { type: 'string', default: '20' }, minutes: { type: 'string', default: 'Infinity' } } });
const server = process.env['DATABASE_URL'];
const dataFolder = await mkdtemp(join(tmpdir(), 'bhxh-kill-'));
const database = server ? await newServerDatabase(server) : undefined;
const begun = performance.now();
const until = begun + Number(values.minutes) * 60_000;
const { wrong, ...report } = await killing(Number(values.times), { dataFolder, ...(database && { databaseUrl: database.url }) }, { say: console.log, until });
console.log(JSON.stringify({ on: server ? 'a PostgreSQL server' : 'PGlite', ...report, seconds: Math.round((performance.now() - begun) / 1000) }, null, 2));
for (const sentence of wrong) console.error(`• ${sentence}`);
if (wrong.length > 0) console.error(`${wrong.length} wrong; the data folder is kept: ${dataFolder}`);
else await rm(dataFolder, { recursive: true });
if (wrong.length === 0) await database?.drop();
process.exit(wrong.length > 0 ? 1 : 0);
