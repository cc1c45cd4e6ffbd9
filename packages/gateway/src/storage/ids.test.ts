import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isId } from './ids.js';

describe('the id of a row', () => {
  it('is what PostgreSQL writes, and nothing around it', () => {
    const id = randomUUID();
    expect(isId(id)).toBe(true);
    for (const text of [
      '',
      id.toUpperCase(),
      id.slice(1),
      `${id}0`,
      ` ${id}`,
      `${id}\n`,
      `{${id}}`,
      id.replaceAll('-', ''),
      id.replace('-', '0'),
      `${id}${id}`,
    ])
      expect(isId(text), JSON.stringify(text)).toBe(false);
  });

  it('is none with one character left out, put in or changed to what is no digit', () => {
    fc.assert(
      fc.property(fc.uuid(), fc.nat(35), fc.constantFrom('', 'g', '-', 'A', ' ', "'", '\u0660'), fc.boolean(), (id, at, sign, put) => {
        const changed = id.slice(0, at) + sign + id.slice(put && sign !== '' ? at : at + 1);
        fc.pre(changed !== id);
        expect(isId(changed)).toBe(false);
      }),
    );
  });
});
