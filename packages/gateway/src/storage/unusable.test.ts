import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { openDatabase } from './database.js';
import { FolderUnusable, inFolder, ServerUnusable, serverUnusable } from './unusable.js';

const folder = mkdtempSync(join(tmpdir(), 'bhxh-unusable-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const opening = (place: { databaseUrl?: string; dataFolder?: string }): Promise<unknown> =>
  openDatabase({ dataFolder: folder, ...place }).catch((failure: unknown) => failure);

/** As drizzle hands on what the driver says. */
const failed = (code: string | undefined, words = 'KANARI') =>
  serverUnusable(new Error('Failed query: select to_regclass(…)', { cause: Object.assign(new Error(words), code && { code }) })).message;

describe('a server that cannot be used', () => {
  it('is told by its setting, with the way out and without the password', async () => {
    const failure = await opening({ databaseUrl: 'postgres://bhxh:KANARI@127.0.0.1:1/bhxh' });
    expect(failure).toBeInstanceOf(ServerUnusable);
    expect((failure as Error).message).toBe(
      'DATABASE_URL names a server that does not answer (ECONNREFUSED). Start it, or correct host and port; without DATABASE_URL PostgreSQL runs embedded.',
    );
  });

  it.each([
    ['ENOTFOUND', 'names a host that nobody knows'],
    ['3D000', 'names a database that the server does not have'],
    ['28P01', 'has a role or a password that the server does not accept'],
    ['28000', 'has a role or a password that the server does not accept'],
    ['42501', 'has a role that may not do what is needed'],
    ['57P03', 'names a server that takes no connection now'],
    ['SELF_SIGNED_CERT_IN_CHAIN', 'names a server whose certificate is not trusted'],
    ['XX000', 'names a server that cannot be used'],
  ])('is told in plain words for %s, without those of the driver, in which the URL may stand', (code, words) => {
    expect(failed(code)).toMatch(new RegExp(`^DATABASE_URL ${words} \\(${code}\\)\\. [A-Z].*\\.$`));
    expect(failed(code)).not.toContain('KANARI');
  });

  it('is told in the words of the driver where it gives no code, and of the server where a table is in the way', () => {
    expect(failed(undefined, 'The server does not support SSL connections')).toContain('cannot be used (The server does not support SSL connections).');
    expect(failed('42P07', 'relation "audit" already exists')).toContain('cannot be used (42P07, relation "audit" already exists).');
  });
});

describe('a data folder that cannot be used', () => {
  it('is told by its setting when a file is in its place or on the way to it', async () => {
    const file = join(folder, 'file');
    writeFileSync(file, '');
    for (const dataFolder of [file, join(file, 'below')]) {
      const failure = await opening({ dataFolder });
      expect(failure).toBeInstanceOf(FolderUnusable);
      expect((failure as Error).message).toMatch(/^BHXH_DATA: .*file(\/below)? needs a folder where a file is \((EEXIST|ENOTDIR)\)\. Choose another folder,/);
    }
  });

  it('is told by its setting when it may not be written to', async () => {
    // Whoever runs this as root may write everywhere.
    const denied = () => Promise.reject(Object.assign(new Error("EACCES: permission denied, mkdir '/data'"), { code: 'EACCES' }));
    await expect(inFolder('/data', denied)).rejects.toThrow('BHXH_DATA: /data may not be written to by the user the gateway runs as (EACCES).');
  });

  it.skipIf(process.getuid?.() === 0)('is told when the folder is there and closed', async () => {
    const closed = join(folder, 'closed');
    mkdirSync(closed);
    chmodSync(closed, 0o500);
    expect(await opening({ dataFolder: closed })).toBeInstanceOf(FolderUnusable);
  });

  it('leaves any other failure as it is', async () => {
    await expect(inFolder('/data', () => Promise.reject(new Error('the file is damaged')))).rejects.toThrow(/^the file is damaged$/);
  });
});
