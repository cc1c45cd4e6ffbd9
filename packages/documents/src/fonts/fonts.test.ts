import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import PDFDocument from '#pdfkit';
import { describe, expect, it } from 'vitest';
import { loadFaces } from './fonts.js';

const VOWELS = [...'aăâeêioôơuưy'].flatMap((vowel) => ['', '\u0300', '\u0301', '\u0309', '\u0303', '\u0323'].map((tone) => (vowel + tone).normalize('NFC')));
const LETTERS = [...VOWELS, ...'bcdđghklmnpqrstvxfjwz'].flatMap((letter) => [letter, letter.toUpperCase()]);
const REST = [...'0123456789 .,:;-–—/()*×·@_+?!"\'“”‘’…&%#', '\u0300', '\u0301', '\u0303', '\u0309', '\u0323'];

describe('the packaged fonts', () => {
  it('draw every Vietnamese letter in both cases, digits, punctuation and combining marks', async () => {
    const doc = new PDFDocument({ font: null });
    for (const [face, bytes] of Object.entries(await loadFaces())) {
      const { font } = doc.registerFont(face, bytes).font(face)._font;
      expect([...LETTERS, ...REST].filter((character) => [...character].length > 1 || !font.hasGlyphForCodePoint(character.codePointAt(0) ?? 0))).toEqual([]);
      expect(font.hasGlyphForCodePoint(0x416)).toBe(false);
    }
  });

  it('are what build/fonts.mjs makes of Tinos', () => {
    const made = mkdtempSync(join(tmpdir(), 'fonts-'));
    try {
      execFileSync(process.execPath, [join(import.meta.dirname, '../../build/fonts.mjs'), made]);
      for (const name of ['Tinos_400Regular.ttf', 'Tinos_400Regular_Italic.ttf', 'Tinos_700Bold.ttf']) {
        expect(readFileSync(join(made, name)).equals(readFileSync(join(import.meta.dirname, '../../fonts', name)))).toBe(true);
      }
    } finally {
      rmSync(made, { recursive: true });
    }
  });
});
