/** A source of chance that repeats itself: the same seed gives the same sequence. */
export interface Chance {
  /** A whole number, both ends included. */
  whole(from: number, to: number): number;
  pick<Item>(list: readonly [Item, ...Item[]]): Item;
  /** @param share how often it is true, 0–1 */
  happens(share: number): boolean;
  /** A sequence of its own under a name: what draws more or less from one changes nothing in another. */
  of(name: string): Chance;
}

/** FNV-1a: a text as 32 bits. */
function hash(text: string): number {
  let bits = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) bits = Math.imul(bits ^ text.charCodeAt(at), 0x01000193);
  return bits >>> 0;
}

/** Mulberry32: small, fast and even enough for invented people. Never for secrets. */
export function chanceOf(seed: string): Chance {
  let state = hash(seed);
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const whole = (from: number, to: number): number => from + Math.floor(next() * (to - from + 1));
  return {
    whole,
    pick: (list) => list[whole(0, list.length - 1)] ?? list[0],
    happens: (share) => next() < share,
    of: (name) => chanceOf(`${seed}/${name}`),
  };
}
