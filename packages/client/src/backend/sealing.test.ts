import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Sealing } from './sealing.js';

const ORIGIN = 'https://truong.example.vn';
const [OLD, NEW] = ['bí mật cũ của máy chủ, hơn ba mươi hai ký tự', 'bí mật mới của máy chủ, hơn ba mươi hai ký tự'];
const sealing = new Sealing([OLD], ORIGIN);
const session = fc.record({ name: fc.string(), turn: fc.string(), accessToken: fc.string(), refreshToken: fc.string({ unit: 'grapheme' }) });

describe('a sealed session', () => {
  it('opens as it was sealed, says nothing of itself, and is another text each time', async () => {
    await fc.assert(
      fc.asyncProperty(session, fc.nat(), async (held, now) => {
        const [one, other] = [await sealing.seal(held, now), await sealing.seal(held, now)];
        expect(await sealing.open(one)).toEqual({ ...held, sealedAt: now });
        expect(one).toMatch(/^[\w-]{8}\.[\w-]+$/);
        expect(one).not.toBe(other);
        for (const part of Object.values(held)) if (part.length > 4) expect(atob(one.slice(9).replaceAll('-', '+').replaceAll('_', '/'))).not.toContain(part);
      }),
      { numRuns: 40 },
    );
  });

  it('opens with no character changed, left out, added or moved, and not at another origin', async () => {
    const held = { name: 'ten', turn: '1', accessToken: 'a'.repeat(43), refreshToken: 'r'.repeat(43) };
    const text = await sealing.seal(held, 1);
    const elsewhere = new Sealing([OLD], 'https://khac.example.vn');
    await fc.assert(
      fc.asyncProperty(
        fc.nat(text.length - 1),
        fc.constantFrom(...'AZaz09-_.= é'),
        fc.constantFrom('change', 'insert', 'remove', 'cut'),
        async (at, sign, how) => {
          const changed = {
            change: text.slice(0, at) + sign + text.slice(at + 1),
            insert: text.slice(0, at) + sign + text.slice(at),
            remove: text.slice(0, at) + text.slice(at + 1),
            cut: text.slice(0, at),
          }[how];
          if (changed !== text) expect(await sealing.open(changed)).toBeUndefined();
        },
      ),
      { numRuns: 200 },
    );
    expect(await elsewhere.open(text)).toBeUndefined();
    expect(await sealing.open(text)).toMatchObject(held);
  });

  it('opens after a new secret was put in front, and no longer when the old one is left out', async () => {
    const held = { name: 'ten', turn: '1', accessToken: 'a', refreshToken: 'r' };
    const text = await sealing.seal(held, 1);
    const both = new Sealing([NEW, OLD], ORIGIN);
    expect(await both.open(text)).toMatchObject(held);
    const newer = await both.seal(held, 2);
    expect(await new Sealing([NEW], ORIGIN).open(newer)).toMatchObject(held);
    expect([await sealing.open(newer), await new Sealing([NEW], ORIGIN).open(text)]).toEqual([undefined, undefined]);
  });

  it.each([[[]], [['ngắn']], [[OLD, '']]])('is not made with %j, and the secret is not repeated', (secrets) => {
    expect(() => new Sealing(secrets, ORIGIN)).toThrow(/32 characters/);
    expect(() => new Sealing(secrets, ORIGIN)).not.toThrow(/ngắn/);
  });
});
