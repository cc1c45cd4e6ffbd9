// Makes fonts/*.ttf anew from Tinos: Latin, Vietnamese and the punctuation of letters and forms.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import subsetFont from 'subset-font';

const FACES = ['400Regular', '400Regular_Italic', '700Bold'];

/** ASCII, Latin-1, Latin Extended-A, ơ and ư, combining marks, Vietnamese, dashes, quotes, ellipsis, currency. */
const RANGES = [
  [0x20, 0x7e],
  [0xa0, 0x17f],
  [0x1a0, 0x1a1],
  [0x1af, 0x1b0],
  [0x300, 0x303],
  [0x309, 0x309],
  [0x323, 0x323],
  [0x1ea0, 0x1ef9],
  [0x2010, 0x2015],
  [0x2018, 0x201e],
  [0x2022, 0x2022],
  [0x2026, 0x2026],
  [0x20ab, 0x20ac],
];

const text = RANGES.flatMap(([from, to]) => Array.from({ length: to - from + 1 }, (_, index) => String.fromCodePoint(from + index))).join('');
/** One cut-down face: its file name and bytes. */
async function cutDown(face) {
  const name = `Tinos_${face}.ttf`;
  const whole = readFileSync(new URL(import.meta.resolve(`@expo-google-fonts/tinos/${face}/${name}`)));
  return [name, await subsetFont(whole, text, { targetFormat: 'sfnt' })];
}

const to = process.argv[2] ?? join(import.meta.dirname, '../fonts');
for (const [name, bytes] of await Promise.all(FACES.map(cutDown))) writeFileSync(join(to, name), bytes);
