/** A file larger than this is not even opened: a phone could run out of memory over it. */
export const FILE_BYTES_MAX = 60_000_000;

/** A picture with more pixels is not decoded, however small its file: it would take 4 bytes for each. The largest usual sensor gives 9,248 × 6,944. */
export const PIXELS_MAX = 65_000_000;

/** What a file is, by its first bytes; its name and its type are claims only. */
export type FileKind = 'jpeg' | 'png' | 'webp' | 'gif' | 'bmp' | 'heic' | 'avif' | 'tiff' | 'pdf' | 'svg' | 'unknown';

/** How many of a file's first bytes `fileKind` looks at. */
export const HEAD_BYTES = 512;

export function fileKind(head: Uint8Array): FileKind {
  const text = String.fromCharCode(...head.subarray(0, HEAD_BYTES));
  if (text.startsWith('\xff\xd8\xff')) return 'jpeg';
  if (text.startsWith('\x89PNG\r\n\x1a\n')) return 'png';
  if (text.startsWith('RIFF') && text.startsWith('WEBP', 8)) return 'webp';
  if (/^GIF8[79]a/.test(text)) return 'gif';
  if (text.startsWith('BM')) return 'bmp';
  if (text.startsWith('ftyp', 4)) return /^avi[fs]/.test(text.slice(8)) ? 'avif' : /^(hei[cxms]|hev[cxms]|mif1|msf1)/.test(text.slice(8)) ? 'heic' : 'unknown';
  if (text.startsWith('II*\0') || text.startsWith('MM\0*')) return 'tiff';
  if (text.includes('%PDF-')) return 'pdf';
  if (/^(\xef\xbb\xbf)?\s*(<\?xml|<!--|<!DOCTYPE svg|<svg)/i.test(text) && /<svg/i.test(text)) return 'svg';
  return 'unknown';
}

/** Why a file cannot be taken. */
export type FileFault = 'empty' | 'too-large' | 'too-many-pixels' | 'pdf' | 'svg' | 'heic' | 'not-an-image' | 'broken';

/** What is wrong before anything is decoded. An SVG is refused because it is a document with scripts, not a photograph; TIFF since one browser alone opens it. */
export function fileFault(kind: FileKind, size: number): FileFault | undefined {
  if (size === 0) return 'empty';
  if (kind === 'pdf' || kind === 'svg') return kind;
  if (kind === 'unknown' || kind === 'tiff') return 'not-an-image';
  return size > FILE_BYTES_MAX ? 'too-large' : undefined;
}

/** What is wrong when the browser could not decode it. */
export function decodeFault(kind: FileKind): FileFault {
  return kind === 'heic' ? 'heic' : 'broken';
}
