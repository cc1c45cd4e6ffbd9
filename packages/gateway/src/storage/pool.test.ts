import pg from 'pg';
import { afterAll, describe, expect, it } from 'vitest';
import { openLog } from '../system/log.js';
import { openPool } from './database.js';

const lines: string[] = [];
const log = openLog({ log: 'warn' }, { write: (line: string) => void lines.push(line) });
const url = 'postgres://bhxh@127.0.0.1:5432/bhxh';
const pool = openPool(url, log);
afterAll(() => pool.end());

describe('the connections to a server', () => {
  it('end a statement after 30 seconds unless the URL says otherwise, and stay known to what is between', () => {
    expect(pool.options).toMatchObject({ statement_timeout: 30_000, keepAlive: true });
    const read = (connectionString: string) => new pg.Client({ ...pool.options, connectionString }) as unknown as { connectionParameters: object };
    expect(read(`${url}?statement_timeout=5000`).connectionParameters).toMatchObject({ statement_timeout: '5000' });
  });

  it('tell one that broke by its code alone', () => {
    pool.emit('error', Object.assign(new Error('connection to 192.0.2.1 lost'), { code: 'ECONNRESET' }), new pg.Client());
    pool.emit('error', new Error('Connection terminated unexpectedly'), new pg.Client());
    expect(lines.map((line) => JSON.parse(line) as object)).toEqual([
      { level: 'warn', time: expect.any(Number), code: 'ECONNRESET', msg: 'a connection to the database was lost' },
      { level: 'warn', time: expect.any(Number), code: 'unknown', msg: 'a connection to the database was lost' },
    ]);
  });
});
