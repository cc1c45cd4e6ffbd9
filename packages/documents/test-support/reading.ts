import { getDocument, OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { PDFPageProxy } from 'pdfjs-dist';

/** A leaf of the structure tree: what a screen reader meets. */
export interface Tagged {
  readonly role: string;
  readonly text: string;
  readonly alt?: string;
}

interface Node {
  readonly role?: string;
  readonly alt?: string;
  readonly type?: string;
  readonly id?: string;
  readonly children?: readonly Node[];
}

/** What a reader finds in the form: the text as it is extracted, in the order it was drawn, and the leaves of the tree in the order of the structure. */
export async function readForm(bytes: Uint8Array) {
  const pdf = await getDocument({ data: bytes.slice(), useSystemFonts: false, verbosity: 0 }).promise;
  const drawn: string[] = [];
  const tagged: Tagged[] = [];
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number);
    const { text, byId } = await marked(page);
    drawn.push(text);
    tagged.push(...leaves((await page.getStructTree()), byId));
  }
  const { info } = await pdf.getMetadata();
  const text = drawn.join('\n');
  return { pages: pdf.numPages, lines: text, text: oneLine(text), packed: text.replace(/\s+/g, ''), tagged, metadata: info as Record<string, unknown> };
}

const HEIGHT = 841.89;

/** Where the motto stands and every level line of the first page, in points from the upper left corner. */
export async function headOf(bytes: Uint8Array) {
  const page = await (await getDocument({ data: bytes.slice(), useSystemFonts: false, verbosity: 0 }).promise).getPage(1);
  const { items } = await page.getTextContent();
  const motto = items.find((item) => 'str' in item && item.str.startsWith('Độc lập'));
  if (!motto || !('str' in motto)) throw new Error('The form has no motto.');
  const { fnArray, argsArray } = await page.getOperatorList();
  const rules = fnArray.flatMap((operator, at) => {
    if (operator !== OPS.constructPath) return [];
    const [left = 0, top = 0, right = 0, bottom = 0] = Object.values(argsArray[at][2] as Float32Array);
    return top === bottom ? [{ x: left, y: top, width: right - left }] : [];
  });
  const [, , , , x, y] = motto.transform as number[];
  return { motto: { x: x ?? 0, baseline: HEIGHT - (y ?? 0), width: motto.width }, rules };
}

const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim();

/** The text of a page, and of each marked content by its id. */
async function marked(page: PDFPageProxy) {
  const byId = new Map<string, string>();
  const open: (string | undefined)[] = [];
  let text = '';
  for (const item of (await page.getTextContent({ includeMarkedContent: true })).items) {
    if ('str' in item) {
      const written = item.str + (item.hasEOL ? '\n' : '');
      text += written;
      const id = open.findLast(Boolean);
      if (id) byId.set(id, (byId.get(id) ?? '') + written);
    } else if (item.type === 'endMarkedContent') open.pop();
    else open.push(item.id);
  }
  return { text, byId };
}

function leaves(node: Node, byId: ReadonlyMap<string, string>): Tagged[] {
  const content = (node.children ?? []).filter((child) => child.type === 'content');
  const own = content.length > 0 ? [{ role: node.role ?? '', text: oneLine(content.map(({ id }) => byId.get(id ?? '') ?? '').join(' ')), ...(node.alt && { alt: node.alt }) }] : [];
  return [...own, ...(node.children ?? []).flatMap((child) => leaves(child, byId))];
}
