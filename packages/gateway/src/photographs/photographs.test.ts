import { createHash } from 'node:crypto';
import { operations } from '@bhxh-kit/contract';
import { errorWords } from '@bhxh-kit/contract/words';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestDatabase, requestFor, rightDeclaration, rowsOf, type TestGateway, testGateway, upload } from '../../test-support/gateway.js';
import { exif, jpeg } from '../../test-support/jpeg.js';
import type { Database } from '../storage/database.js';
import { readPhotograph } from './jpeg.js';
import { CHUNK_SIZE, CHUNK_SIZE_MAX } from './photographs.js';

const { begin, append, progress, discard } = operations.photographs;
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

const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');
const held = (key: string) => ({ 'Photograph-Key': key });
const part = (bytes: Buffer, from: number) => new Uint8Array(bytes.subarray(from, from + CHUNK_SIZE));
/** A photograph of several chunks: bytes after the end of the picture are cut off, so it stays one. */
const large = jpeg(240, 360, { after: Buffer.alloc(CHUNK_SIZE * 2, 7) });

async function refused(bytes: Buffer, sum?: string) {
  const { body } = await gateway.call(begin, { kind: 'portrait', size: bytes.length, ...(sum && { sha256: sum }) });
  const answer = await gateway.call(append, { id: body.id, offset: 0, bytes: new Uint8Array(bytes) }, held(body.key));
  return [answer.status, answer.body.code, answer.body.fieldErrors?.[0].code, (await gateway.call(progress, { id: body.id }, held(body.key))).status];
}

describe('uploading', () => {
  it('R5 · chunks in order make a photograph; the same chunk again is taken once', async () => {
    const { body } = await gateway.call(begin, { kind: 'portrait', size: large.length, sha256: sha256(large) });
    expect(body).toMatchObject({ received: 0, size: large.length, complete: false, chunkSize: CHUNK_SIZE });
    const first = { id: body.id, offset: 0, bytes: part(large, 0) };
    expect((await gateway.call(append, first, held(body.key))).body.received).toBe(CHUNK_SIZE);
    expect((await gateway.call(append, first, held(body.key))).body.received).toBe(CHUNK_SIZE);
    const skipped = await gateway.call(append, { id: body.id, offset: CHUNK_SIZE * 2, bytes: part(large, CHUNK_SIZE * 2) }, held(body.key));
    expect([skipped.status, skipped.body.code]).toEqual([409, 'photograph.out-of-order']);
    expect((await gateway.call(progress, { id: body.id }, held(body.key))).body).toMatchObject({ received: CHUNK_SIZE, complete: false });
    await gateway.call(append, { id: body.id, offset: CHUNK_SIZE, bytes: part(large, CHUNK_SIZE) }, held(body.key));
    const last = { id: body.id, offset: CHUNK_SIZE * 2, bytes: part(large, CHUNK_SIZE * 2) };
    expect((await gateway.call(append, last, held(body.key))).body).toMatchObject({ received: large.length, complete: true });
    expect((await gateway.call(append, last, held(body.key))).body).toMatchObject({ complete: true });
    expect(await rowsOf(database, `select 1 from photograph_chunks where photograph_id = '${body.id}'`)).toEqual([]);
  });

  it('R5 · on a quick connection a chunk is as many together, up to the largest; then it is sent again in parts and taken once', async () => {
    const { body } = await gateway.call(begin, { kind: 'portrait', size: large.length, sha256: sha256(large) });
    expect(body.chunkSizeMax).toBe(CHUNK_SIZE_MAX);
    const two = { id: body.id, offset: 0, bytes: new Uint8Array(large.subarray(0, 2 * CHUNK_SIZE)) };
    expect((await gateway.call(append, two, held(body.key))).body.received).toBe(2 * CHUNK_SIZE);
    expect((await gateway.call(append, { ...two, bytes: part(large, 0) }, held(body.key))).body.received).toBe(2 * CHUNK_SIZE);
    const beyond = await gateway.call(append, { id: body.id, offset: 0, bytes: new Uint8Array(large) }, held(body.key));
    expect([beyond.status, beyond.body.code]).toEqual([409, 'photograph.out-of-order']);
    const rest = { id: body.id, offset: 2 * CHUNK_SIZE, bytes: part(large, 2 * CHUNK_SIZE) };
    expect((await gateway.call(append, rest, held(body.key))).body).toMatchObject({ complete: true });
  });

  it('the same beginning under one key is one upload with one key', async () => {
    const headers = { 'Idempotency-Key': 'begin-0000000001' };
    const [one, two] = [await gateway.call(begin, { kind: 'portrait', size: 10 }, headers), await gateway.call(begin, { kind: 'portrait', size: 10 }, headers)];
    expect(two.body).toEqual(one.body);
  });

  it('a chunk of another length than agreed is refused', async () => {
    const { body } = await gateway.call(begin, { kind: 'portrait', size: large.length });
    const answer = await gateway.call(append, { id: body.id, offset: 0, bytes: new Uint8Array(large.subarray(0, 100)) }, held(body.key));
    expect([answer.status, answer.body.fieldErrors]).toEqual([400, [{ pointer: '', code: 'chunk-size', facts: { expected: CHUNK_SIZE } }]]);
    const odd = await gateway.call(append, { id: body.id, offset: 0, bytes: new Uint8Array(large.subarray(0, CHUNK_SIZE + 1)) }, held(body.key));
    expect(odd.body.fieldErrors).toEqual(answer.body.fieldErrors);
    const size = CHUNK_SIZE_MAX + CHUNK_SIZE;
    const long = await gateway.call(begin, { kind: 'portrait', size });
    const most = await gateway.call(append, { id: long.body.id, offset: 0, bytes: new Uint8Array(size) }, held(long.body.key));
    expect(most.body.fieldErrors).toEqual(answer.body.fieldErrors);
  });

  it('40 MB are refused before they are sent', async () => {
    const answer = await gateway.call(begin, { kind: 'portrait', size: 40 * 1024 * 1024 });
    expect([answer.status, answer.body.fieldErrors]).toEqual([400, [{ pointer: '/size', code: 'too-big', facts: { maximum: 4 * 1024 * 1024 } }]]);
  });

  it('R5 · what is no JPEG, damaged, too small or not what was announced is refused and deleted', async () => {
    expect(await refused(Buffer.from('%PDF-1.7 renamed to .jpg'))).toEqual([422, 'photograph.refused', 'photograph.not-jpeg', 404]);
    expect(await refused(Buffer.from('89504e470d0a1a0a', 'hex'))).toEqual([422, 'photograph.refused', 'photograph.not-jpeg', 404]);
    expect(await refused(jpeg().subarray(0, 300))).toEqual([422, 'photograph.refused', 'photograph.damaged', 404]);
    expect(await refused(jpeg(64, 64))).toEqual([422, 'photograph.refused', 'photograph.too-small', 404]);
    expect(await refused(jpeg(16_000, 128))).toEqual([422, 'photograph.refused', 'photograph.too-large', 404]);
    expect(await refused(jpeg(), sha256(Buffer.from('another')))).toEqual([422, 'photograph.refused', 'photograph.checksum', 404]);
  });

  it('an unknown id, a wrong key and none are one answer', async () => {
    const { id, key } = await upload(gateway, 'portrait');
    const answers = [
      await gateway.call(progress, { id: 'x'.repeat(24) }, held(key)),
      await gateway.call(progress, { id }, held('wrong')),
      await gateway.call(progress, { id }),
    ];
    for (const { status, body } of answers) expect([status, body.code]).toEqual([404, 'photograph.not-found']);
  });

  it('what was discarded, and what no declaration used in time, is gone', async () => {
    const one = await upload(gateway, 'portrait');
    expect((await gateway.call(discard, { id: one.id }, held(one.key))).status).toBe(204);
    expect((await gateway.call(discard, { id: one.id }, held(one.key))).status).toBe(404);
    const two = await upload(gateway, 'portrait');
    gateway.clock.advance({ hours: 6, minutes: 1 });
    expect((await gateway.call(progress, { id: two.id }, held(two.key))).status).toBe(404);
    await gateway.jobs.runDue();
    expect(await rowsOf(database, 'select 1 from photographs')).toEqual([]);
  });
});

describe('a half upload', () => {
  it('nobody went on with is swept with its chunks', async () => {
    const { body } = await gateway.call(begin, { kind: 'portrait', size: large.length });
    await gateway.call(append, { id: body.id, offset: 0, bytes: part(large, 0) }, held(body.key));
    gateway.clock.advance({ hours: 5, minutes: 59 });
    await gateway.jobs.runDue();
    expect(await rowsOf(database, 'select 1 from photograph_chunks')).toHaveLength(1);
    gateway.clock.advance({ minutes: 2 });
    await gateway.jobs.runDue();
    expect(await rowsOf(database, 'select 1 from photographs union all select 1 from photograph_chunks')).toEqual([]);
  });
});

describe('the room for photographs nobody declared yet', () => {
  const from = (address: string, row: Parameters<TestGateway['call']>[0], input: Record<string, unknown>) =>
    narrow.fetch(requestFor(row, input, {}), { incoming: { socket: { remoteAddress: address } } });
  let room: Database;
  let narrow: TestGateway;
  beforeAll(async () => {
    room = await openTestDatabase();
    narrow = await testGateway(room, { env: { BHXH_UPLOADS_OPEN: '4', BHXH_UPLOADS_OPEN_MB: '8' } });
  });
  afterAll(async () => {
    await narrow.close();
    await room.close();
  });

  it('is the same for all addresses: beyond it a beginning is refused in words that name the way out, and nothing is kept of it', async () => {
    for (let at = 1; at <= 4; at++) expect((await from(`192.0.2.${at}`, begin, { kind: 'portrait', size: 1000 })).status).toBe(201);
    const refusal = await from('192.0.2.5', begin, { kind: 'portrait', size: 1000 });
    const { code } = (await refusal.json()) as { code: 'photograph.no-room' };
    expect([refusal.status, code, refusal.headers.get('retry-after')]).toEqual([503, 'photograph.no-room', '120']);
    expect(errorWords[code].vi).toMatch(/thử lại sau ít phút.*hồ sơ giấy/);
    expect(errorWords[code].en).toMatch(/Try again in a few minutes.*paper/);
    expect(await rowsOf(room, 'select 1 from photographs')).toHaveLength(4);
  });

  it('is there again when they are swept, and is also one of bytes', async () => {
    narrow.clock.advance({ hours: 6, minutes: 1 });
    await narrow.jobs.runDue();
    expect((await from('192.0.2.5', begin, { kind: 'portrait', size: 4_000_000 })).status).toBe(201);
    expect((await from('192.0.2.6', begin, { kind: 'portrait', size: 4_000_000 })).status).toBe(201);
    expect((await from('192.0.2.7', begin, { kind: 'portrait', size: 1000 })).status).toBe(503);
  });

  it('counts no photograph that a declaration took', async () => {
    narrow.clock.advance({ hours: 6, minutes: 1 });
    await narrow.jobs.runDue();
    for (let at = 0; at < 2; at++) expect((await narrow.call(operations.declarations.submit, await rightDeclaration(narrow))).status).toBe(201);
    expect(await rowsOf(room, 'select 1 from photographs')).toHaveLength(6);
    expect((await from('192.0.2.8', begin, { kind: 'portrait', size: 1000 })).status).toBe(201);
  });
});

describe('the bytes that are kept', () => {
  const pixels = (bytes: Buffer) => bytes.subarray(bytes.indexOf(Buffer.from([0xff, 0xdb])));

  it('R5 · EXIF, comments and whatever hides after the end are removed, the picture is not touched', () => {
    const comment = Buffer.concat([Buffer.from([0xff, 0xfe, 0, 12]), Buffer.from('GPS KANARI')]);
    const read = readPhotograph(jpeg(240, 360, { before: [exif('GPS KANARI'), comment], after: Buffer.from('KANARI film') }));
    expect(read.ok && [read.value.includes('KANARI'), read.value.includes('Exif'), pixels(read.value).equals(pixels(jpeg()))]).toEqual([false, false, true]);
  });

  it('whatever metadata there is, none is kept; whatever is cut off or changed, nothing is thrown', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 8 }), fc.nat(), fc.nat(255), (text, at, byte) => {
        const whole = jpeg(240, 360, { before: [exif(`KANARI ${text}`)] });
        const read = readPhotograph(whole);
        expect(read.ok && read.value.equals(jpeg())).toBe(true);
        expect(readPhotograph(whole.subarray(0, at % whole.length)).ok).toBe(false);
        const changed = Buffer.from(whole);
        changed[at % whole.length] = byte;
        expect(() => readPhotograph(changed)).not.toThrow();
      }),
    );
  });

  it('are sealed: neither the row nor its chunks hold the picture’s bytes', async () => {
    const { body } = await gateway.call(begin, { kind: 'portrait', size: large.length });
    await gateway.call(append, { id: body.id, offset: 0, bytes: part(large, 0) }, held(body.key));
    const { id } = await upload(gateway, 'portrait');
    const frame = jpeg().subarray(20, 60).toString('hex');
    const rows = await rowsOf(
      database,
      `select encode(sealed, 'hex') as bytes from photograph_chunks union all select encode(sealed, 'hex') from photographs where id = '${id}'`,
    );
    expect(rows).toHaveLength(2);
    for (const { bytes } of rows) expect(bytes).not.toContain(frame);
  });
});
