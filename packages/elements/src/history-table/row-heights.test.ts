import fc from 'fast-check';
import { expect, it } from 'vitest';
import { RowHeights } from './row-heights.js';

it('H1 · the row at a height is the one whose top is at or above it and whose end is below', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 300 }), { minLength: 1, maxLength: 200 }), fc.nat({ max: 20_000 }), fc.nat(3), (sizes, height, skip) => {
      const heights = new RowHeights(40);
      heights.rows = Uint32Array.from(sizes, (_, row) => row);
      sizes.forEach((size, position) => position % (skip + 1) === 0 && heights.measure(position, size));
      const at = heights.at(height);
      expect(heights.top(at)).toBeLessThanOrEqual(height);
      if (at < sizes.length - 1) expect(heights.top(at + 1)).toBeGreaterThan(height);
      if (skip === 0) expect(heights.top(sizes.length)).toBe(sizes.reduce((sum, size) => sum + size, 0));
    }),
  );
});

it('H1 · a height is remembered by row, whatever the order', () => {
  const heights = new RowHeights(40);
  heights.rows = Uint32Array.of(0, 1);
  heights.measure(0, 100);
  heights.measure(1, 20);
  heights.rows = Uint32Array.of(1, 0);
  expect([heights.top(1), heights.top(2)]).toEqual([20, 120]);
});
