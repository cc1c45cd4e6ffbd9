import { describe, expect, it } from 'vitest';
import { createClient } from '../client/create-client.js';
import { createTestGateway, officers, sampleDeclaration, testSeal } from '../testing/testing.js';
import { type KeyStore, keptKeys, printedOf, sealKeys, verifySeal } from './seals.js';

const BASE = 'https://gateway.test';

function memoryStore(): KeyStore & { readonly items: Map<string, string> } {
  const items = new Map<string, string>();
  return { items, getItem: (name) => items.get(name) ?? null, setItem: (name, value) => void items.set(name, value) };
}

/** A case as an officer reads it, with the code of its paper. */
async function paperOf(change: Partial<typeof sampleDeclaration> = {}) {
  const gateway = createTestGateway({ declarations: [{ submission: { ...sampleDeclaration, ...change } }] });
  const bhxh = createClient({ baseUrl: BASE, fetch: gateway.fetch, retries: 0 });
  const { username, password, oneTimeCode } = officers.provincial;
  await bhxh.officers.signIn({ username, password, oneTimeCode });
  const [row] = (await bhxh.reviews.list()).items;
  const file = await bhxh.reviews.read({ id: row?.id ?? '' });
  const printed = printedOf(file)!;
  return { gateway, bhxh, file, printed, scan: await testSeal(printed), keys: (await bhxh.seals.keys()).keys };
}

describe('verifying a seal', () => {
  it('O2 · a paper that agrees with its case differs in nothing', async () => {
    const { printed, scan, keys, file } = await paperOf();
    expect(await verifySeal(scan, { keys, printed })).toMatchObject({ kind: 'genuine', reference: file.reference, differences: [] });
    expect(await verifySeal(scan, { keys })).not.toHaveProperty('differences');
  });

  it('O2 · each field in which paper and data differ is named, with both values', async () => {
    const { printed, scan, keys } = await paperOf();
    const corrected = { ...printed, fullName: 'Nguyễn Văn An', email: undefined, stopReason: 'Chuyển nơi ở' };
    expect(await verifySeal(scan, { keys, printed: corrected })).toMatchObject({
      kind: 'genuine',
      differences: [
        { field: 'fullName', paper: 'Nguyễn Văn A', data: 'Nguyễn Văn An' },
        { field: 'email', paper: 'nguyen.van.a@example.vn', data: '' },
        { field: 'stopReason', paper: '', data: 'Chuyển nơi ở' },
      ],
    });
  });

  it('O2 · damaged, unknown, forged and other codes are told apart', async () => {
    const { scan, keys } = await paperOf();
    const [key] = keys;
    expect(await verifySeal(scan.slice(0, -4), { keys })).toEqual({ kind: 'damaged', typed: false });
    expect(await verifySeal(scan, { keys: [] })).toEqual({ kind: 'unknown-key', keyId: 'c0dec0de' });
    expect(await verifySeal(scan, { keys: [{ ...key!, y: key!.x }] })).toEqual({ kind: 'forged' });
    // Of several keys the one the code names; by another name it is none of them.
    const renamed = { ...key!, kid: '0badcafe' };
    expect(await verifySeal(scan, { keys: [{ ...renamed, y: key!.x }, key!] })).toMatchObject({ kind: 'genuine' });
    expect(await verifySeal(scan, { keys: [renamed] })).toEqual({ kind: 'unknown-key', keyId: 'c0dec0de' });
    expect(await verifySeal('9999999901', { keys })).toEqual({ kind: 'none' });
  });

  it('O2 · a case whose data were deleted has nothing to compare with', async () => {
    const { file } = await paperOf();
    const { declared: _, ...emptied } = file;
    expect(printedOf(emptied as typeof file)).toBeUndefined();
  });
});

describe('the keys of a desk', () => {
  it('O2 · are kept for the time without a network, for their gateway alone', async () => {
    const { gateway, bhxh, keys } = await paperOf();
    const store = memoryStore();
    expect(await sealKeys(bhxh, store)).toEqual(keys);
    gateway.script('seals.keys', { kind: 'cut-before' });
    expect(await sealKeys(bhxh, store)).toEqual(keys);
    expect([keptKeys(bhxh.baseUrl, store), keptKeys('https://other.test', store)]).toEqual([keys, []]);
  });

  it('O2 · without any, the failure of the network is told', async () => {
    const { gateway, bhxh } = await paperOf();
    gateway.script('seals.keys', { kind: 'cut-before' });
    await expect(sealKeys(bhxh, memoryStore())).rejects.toMatchObject({ name: 'NetworkError' });
  });

  it('O2 · a storage that is full, forbidden or holds something else is none', async () => {
    const { bhxh, keys } = await paperOf();
    const full: KeyStore = {
      getItem: () => '[{"kid":1}, null, "x"]',
      setItem: () => {
        throw new Error('full');
      },
    };
    expect(await sealKeys(bhxh, full)).toEqual(keys);
    expect(keptKeys(bhxh.baseUrl, full)).toEqual([]);
    expect(keptKeys(bhxh.baseUrl, { ...full, getItem: () => '{' })).toEqual([]);
  });
});
