// fontkit for what the form embeds: TrueType outlines, one glyph a character. No WOFF, CFF, variations or shaping: composed Vietnamese needs none.
import { DecodeStream } from 'restructure';
import TTFFont from 'fontkit/src/TTFFont.js';

export const create = (bytes) => new TTFFont(new DecodeStream(bytes));
