import { execFileSync } from 'node:child_process';
import { createPublicKey, verify } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { operations, type SealKey } from '@bhxh-kit/contract';
import { readSeal } from '@bhxh-kit/domain/seal/seal.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readForm } from '../../../documents/test-support/reading.js';
import { openTestDatabase, rightDeclaration, rowsOf, SECRET, type TestGateway, testGateway } from '../../test-support/gateway.js';
import { Secrets } from '../secrets/secrets.js';
import { readSettings } from '../settings/settings.js';
import type { Database } from '../storage/database.js';
import { openSealKeys } from './seal-keys.js';

const { submit, form, follow } = operations.declarations;
/** What a desk makes of a seal, by the library of Node and not by the one that sealed. */
function judged(seal: string, keys: readonly SealKey[]) {
  const read = readSeal(seal);
  if (!read.ok) return { kind: read.code };
  const { keyId, reference, entries, message, signature } = read.value;
  const key = keys.find(({ kid }) => kid === keyId);
  if (!key) return { kind: 'unknown-key', keyId };
  const publicKey = createPublicKey({ format: 'jwk', key: { ...key } });
  if (!verify('sha256', message, { key: publicKey, dsaEncoding: 'ieee-p1363' }, signature)) return { kind: 'forged' };
  return { kind: 'genuine', reference, values: Object.fromEntries(entries.map(({ field, text }) => [field, text])) };
}

const keysOf = (...sealKeys: readonly number[]) => openSealKeys(new Secrets(SECRET), { sealKeys });
let database: Database;
let gateway: TestGateway;

beforeAll(async () => {
  database = await openTestDatabase();
  gateway = await testGateway(database);
});
afterAll(async () => {
  await gateway.close();
  await database.close();
});

async function handedIn() {
  const declaration = await rightDeclaration(gateway, { fullName: '  Nguyễn   Văn A ' });
  const { body } = await gateway.call(submit, declaration);
  return { declaration, receipt: body as { reference: string; seal: string; agencyName: string; receivedAt: string } };
}

describe('the seal of a declaration', () => {
  it('R11 · comes with the receipt, and holds what was declared as Mẫu 01 prints it', async () => {
    const { declaration, receipt } = await handedIn();
    const { body } = await gateway.call(operations.seals.keys);
    const verdict = judged(receipt.seal, body.keys);
    expect(verdict).toMatchObject({ kind: 'genuine', reference: receipt.reference });
    const sealed = verdict.values ?? {};
    expect(sealed).toMatchObject({
      fullName: 'Nguyễn Văn A',
      agency: receipt.agencyName,
      receivedOn: '2026-11-21',
      bhxhNumber: declaration.bhxhNumber,
      mobilePhone: '0900000001',
    });
    const printed = await gateway.call(form, { reference: receipt.reference, contact: '0900000001' });
    const { tagged, text, pages } = await readForm(new Uint8Array(printed.body));
    expect(text).toContain(sealed['address']);
    expect([pages, printed.body.length < 150_000]).toEqual([1, true]);
    expect(tagged.filter(({ alt }) => alt?.includes('mã QR')).map(({ role, alt }) => [role, alt?.includes(receipt.reference)])).toEqual([['Figure', true]]);
  });

  it('R11 · is the same when the answer is asked for again, is no part of what follows a declaration, and goes with its data', async () => {
    const declaration = await rightDeclaration(gateway);
    const key = { 'Idempotency-Key': 'seal-test-key-0000001' };
    const { body: first } = await gateway.call(submit, declaration, key);
    expect((await gateway.call(submit, declaration, key)).body.seal).toBe(first.seal);
    const { body: progress } = await gateway.call(follow, { reference: first.reference, contact: '0900000001' });
    expect(progress).not.toHaveProperty('seal');
    const columns = await rowsOf(database, `select * from declarations where reference = '${first.reference}'`);
    expect(JSON.stringify(columns)).not.toContain(first.seal.slice(0, 60));
  });

  it('R11 · a declaration of a time before seals prints as it did', async () => {
    const { receipt } = await handedIn();
    const [row] = await rowsOf(database, `select id, sealed from declarations where reference = '${receipt.reference}'`);
    const secrets = new Secrets(SECRET);
    const { seal: _, ...older } = secrets.openJson<{ seal: string }>('declaration', String(row?.['id']), row?.['sealed'] as Uint8Array);
    const bytes = secrets.sealJson('declaration', String(row?.['id']), older).toString('hex');
    await rowsOf(database, `update declarations set sealed = '\\x${bytes}' where reference = '${receipt.reference}'`);
    const printed = await gateway.call(form, { reference: receipt.reference, contact: '0900000001' });
    expect((await readForm(new Uint8Array(printed.body))).tagged.filter(({ role }) => role === 'Figure')).toHaveLength(1); // the portrait
  });

  it('R11 · is verified by openssl, as the docs say', async () => {
    const { receipt } = await handedIn();
    const read = readSeal(receipt.seal);
    if (!read.ok) throw new Error(read.code);
    const folder = mkdtempSync(join(tmpdir(), 'seal-'));
    try {
      const [key] = (await gateway.call(operations.seals.keys)).body.keys;
      const pem = createPublicKey({ format: 'jwk', key }).export({ type: 'spki', format: 'pem' });
      writeFileSync(join(folder, 'key.pem'), pem);
      writeFileSync(join(folder, 'message.bin'), read.value.message);
      writeFileSync(join(folder, 'signature.der'), derOf(read.value.signature));
      const args = ['dgst', '-sha256', '-verify', 'key.pem', '-signature', 'signature.der', 'message.bin'];
      expect(execFileSync('openssl', args, { cwd: folder, encoding: 'utf8' })).toContain('Verified OK');
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

/** Two integers as openssl takes them. */
function derOf(signature: Uint8Array): Buffer {
  const integers = [signature.subarray(0, 32), signature.subarray(32)].map((half) => {
    const bytes = Buffer.from(
      BigInt(`0x${Buffer.from(half).toString('hex')}`)
        .toString(16)
        .replace(/^(..)*.$/, '0$&'),
      'hex',
    );
    const positive = (bytes[0] ?? 0) & 0x80 ? Buffer.concat([Buffer.from([0]), bytes]) : bytes;
    return Buffer.concat([Buffer.from([2, positive.length]), positive]);
  });
  const whole = Buffer.concat(integers);
  return Buffer.concat([Buffer.from([0x30, whole.length]), whole]);
}

describe('the keys of the seal', () => {
  const printed = {
    reference: '00001.GD_2026_001',
    agencyName: 'BHXH',
    receivedAt: '2026-01-05T02:00:00Z',
    addressText: '',
    rulePack: '2025',
    purpose: 'stop',
    subject: 'individual',
    fullName: 'Nguyễn Văn A',
    bhxhNumber: '9999999001',
    contactName: 'Nguyễn Văn A',
    mobilePhone: '0900000001',
  };

  it('R11 · are public keys for ES256, and can be kept by their ETag', async () => {
    const { body, headers } = await gateway.call(operations.seals.keys);
    expect(body.keys).toEqual([
      {
        kty: 'EC',
        crv: 'P-256',
        x: expect.stringMatching(/^[\w-]{43}$/),
        y: expect.stringMatching(/^[\w-]{43}$/),
        kid: expect.stringMatching(/^[\da-f]{8}$/),
        alg: 'ES256',
        use: 'sig',
      },
    ]);
    expect((await gateway.send(operations.seals.keys, {}, { 'If-None-Match': headers.get('etag') ?? '' })).status).toBe(304);
  });

  it('R11 · are those of the secret: every instance has them, no other installation does', () => {
    expect(keysOf(1, 2).published).toEqual(keysOf(1, 2).published);
    expect(openSealKeys(new Secrets('another secret, longer than 32 bytes'), { sealKeys: [1] }).published).not.toEqual(keysOf(1).published);
  });

  it('R11 · the last one seals, papers of an older one stay genuine, and those of a withdrawn one are of an unknown key', async () => {
    const before = await keysOf(1).seal(printed);
    const after = await keysOf(1, 2).seal(printed);
    const { published } = keysOf(1, 2);
    expect([judged(before, published).kind, judged(after, published).kind]).toEqual(['genuine', 'genuine']);
    expect(judged(after, keysOf(1).published)).toEqual({ kind: 'unknown-key', keyId: published[1]?.kid });
    expect(judged(before, keysOf(2).published).kind).toBe('unknown-key');
    const [other] = keysOf(9).published;
    expect(judged(before, [{ ...(other as SealKey), kid: published[0]?.kid ?? '' }]).kind).toBe('forged');
  });

  it.each(['', '0', '2,1', '1,1', '1;2', '12345'])('R11 · their setting takes ascending numbers, not %j', (numbers) => {
    const read = () => readSettings({ BHXH_SECRET: SECRET, BHXH_SEAL_KEYS: numbers }).sealKeys;
    // Nothing given is the default.
    if (numbers === '') expect(read()).toEqual([1]);
    else expect(read).toThrow('BHXH_SEAL_KEYS must be whole numbers from 1 to 9999, ascending');
  });
});
