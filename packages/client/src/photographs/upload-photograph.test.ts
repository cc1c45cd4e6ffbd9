import { describe, expect, it } from 'vitest';
import { createClient } from '../client/create-client.js';
import { createTestGateway } from '../testing/testing.js';
import { nextChunkSize } from './upload-photograph.js';

const photograph = (size: number) => new Blob([Uint8Array.from({ length: size }, (_, index) => index % 251)], { type: 'image/jpeg' });

function made() {
  const gateway = createTestGateway();
  return { gateway, bhxh: createClient({ baseUrl: 'https://gateway.test', fetch: gateway.fetch }) };
}

describe('R5 · a photograph', () => {
  it('goes up chunk by chunk and tells how far it is', async () => {
    const { gateway, bhxh } = made();
    const told: number[] = [];
    const reference = await bhxh.photographs.upload(photograph(150_000), 'portrait', { onProgress: (sent) => told.push(sent) });
    expect(reference).toMatchObject({ kind: 'portrait', id: expect.any(String) as string, key: expect.any(String) as string });
    expect(gateway.requests.filter(({ operation }) => operation === 'photographs.append').length).toBeGreaterThan(1);
    expect(told).toEqual([...told].sort((a, b) => a - b));
    expect(told.at(-1)).toBe(150_000);
    expect((await bhxh.photographs.progress({ id: reference.id, photographKey: reference.key })).complete).toBe(true);
  });

  it('goes up in larger chunks while they go quickly, in small ones again where one was slow, never in larger ones than the gateway takes', () => {
    const begun = { chunkSize: 64, chunkSizeMax: 256 };
    expect([64, 128, 256].map((size) => nextChunkSize(size, 100, begun))).toEqual([128, 256, 256]);
    expect([64, 128, 256].map((size) => nextChunkSize(size, 2_000, begun))).toEqual([64, 128, 256]);
    expect([64, 128, 256].map((size) => nextChunkSize(size, 5_000, begun))).toEqual([64, 64, 64]);
    // A gateway that says nothing of larger ones.
    expect(nextChunkSize(64, 100, { chunkSize: 64 })).toBe(64);
  });

  it('goes on where a lost answer left it, without a second copy of a chunk', async () => {
    const { gateway, bhxh } = made();
    gateway.script('photographs.append', undefined, { kind: 'cut-after' });
    const { id, key } = await bhxh.photographs.upload(photograph(150_000), 'identity-front');
    expect(await bhxh.photographs.progress({ id, photographKey: key })).toMatchObject({ received: 150_000, complete: true });
  });

  it('asks for the place to go on from when the gateway and the page disagree', async () => {
    const { gateway, bhxh } = made();
    gateway.script('photographs.append', undefined, { kind: 'refused', status: 409, code: 'photograph.out-of-order' });
    const { id, key } = await bhxh.photographs.upload(photograph(150_000), 'identity-back');
    expect(gateway.requests.some(({ operation }) => operation === 'photographs.progress')).toBe(true);
    expect(await bhxh.photographs.progress({ id, photographKey: key })).toMatchObject({ complete: true });
  });

  it('stops when the person takes it back', async () => {
    const { gateway, bhxh } = made();
    gateway.script('photographs.append', { kind: 'slow', milliseconds: 10_000 });
    const controller = new AbortController();
    const upload = bhxh.photographs.upload(photograph(150_000), 'portrait', { signal: controller.signal });
    setTimeout(() => controller.abort(), 20);
    await expect(upload).rejects.toMatchObject({ name: 'AbortError' });
  });

  it('sends the digest of the whole file, and no personal data in an address', async () => {
    const { gateway, bhxh } = made();
    await bhxh.photographs.upload(photograph(10), 'portrait');
    expect(gateway.requests[0]?.body).toMatch(/"sha256":"[0-9a-f]{64}"/);
    for (const { url } of gateway.requests) expect(new URL(url).search).toBe('');
  });
});
