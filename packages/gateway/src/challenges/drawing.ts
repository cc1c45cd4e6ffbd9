import { randomInt } from 'node:crypto';
import type { Challenge } from '@bhxh-kit/contract';

type Point = readonly [x: number, y: number];

/** Digits as one stroke each, on a field of 4 by 6. No 0 and 1: both are taken for letters. */
const GLYPHS: Readonly<Record<string, readonly Point[]>> = {
  '2': [
    [0, 1],
    [1, 0],
    [3, 0],
    [4, 1],
    [4, 2],
    [0, 6],
    [4, 6],
  ],
  '3': [
    [0, 0],
    [4, 0],
    [2, 2.5],
    [4, 4],
    [3.5, 5.5],
    [2, 6],
    [0, 5.2],
  ],
  '4': [
    [3, 6],
    [3, 0],
    [0, 4],
    [4, 4],
  ],
  '5': [
    [4, 0],
    [0.5, 0],
    [0, 2.6],
    [2.5, 2.2],
    [4, 3.6],
    [3.6, 5.4],
    [2, 6],
    [0, 5.3],
  ],
  '6': [
    [3.6, 0],
    [1, 2],
    [0, 4],
    [0.6, 5.6],
    [2.4, 6],
    [4, 4.6],
    [3.2, 3.1],
    [1.4, 3],
    [0.1, 4.2],
  ],
  '7': [
    [0, 0],
    [4, 0],
    [1.5, 6],
  ],
  '8': [
    [2, 3],
    [0.4, 1.6],
    [1, 0.2],
    [3, 0.2],
    [3.6, 1.6],
    [2, 3],
    [0, 4.4],
    [0.8, 5.9],
    [3.2, 5.9],
    [4, 4.4],
    [2, 3],
  ],
  '9': [
    [3.9, 1.8],
    [2.6, 3],
    [0.8, 2.9],
    [0, 1.4],
    [1.6, 0],
    [3.4, 0.4],
    [4, 2],
    [3, 4],
    [0.4, 6],
  ],
};

const [STEP, MARGIN, HEIGHT] = [30, 12, 60];

/** A number between two, to the hundredth. */
const between = (from: number, to: number): number => from + randomInt(Math.round((to - from) * 100) + 1) / 100;

/** Mã kiểm tra as a picture: every digit turned, stretched and moved a little, with strokes that mean nothing across them. */
export function drawn(digits: string): NonNullable<Challenge['picture']> {
  const width = digits.length * STEP + 2 * MARGIN;
  const strokes = Array.from(digits, (digit, at) => pathOf(placed(GLYPHS[digit] ?? [], MARGIN + at * STEP + 4)));
  const noise = Array.from({ length: 3 }, () => pathOf([0, 1, 2].map((at): Point => [(at * width) / 2, between(8, HEIGHT - 8)])));
  return { width, height: HEIGHT, strokes: shuffled([...strokes, ...noise]) };
}

function placed(points: readonly Point[], left: number): Point[] {
  const [turn, wide, high] = [between(-0.3, 0.3), between(4, 5), between(4.6, 5.6)];
  const [dx, dy] = [left + between(-2, 2), between(10, 16)];
  return points.map(([x, y]) => {
    const [u, v] = [(x - 2) * wide + between(-0.6, 0.6), (y - 3) * high + between(-0.6, 0.6)];
    return [dx + 10 + u * Math.cos(turn) - v * Math.sin(turn), dy + 16 + u * Math.sin(turn) + v * Math.cos(turn)];
  });
}

const pathOf = (points: readonly Point[]): string => `M${points.map(([x, y]) => `${x.toFixed(1)} ${y.toFixed(1)}`).join('L')}`;

function shuffled<Item>(items: readonly Item[]): Item[] {
  const order = items.map((item) => ({ item, place: randomInt(1_000_000) }));
  return order.sort((one, other) => one.place - other.place).map(({ item }) => item);
}
