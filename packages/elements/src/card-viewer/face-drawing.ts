import { type Mark, PAPER } from './card-face.js';
import type { QrPath } from './qr-path.js';

export { frontOf, PAPER } from './card-face.js';
export { faceWords } from './face-words.js';

/** A face as SVG; turned a quarter for reading on an upright phone. Decorative: the facts beside it say the same in text. */
export function faceSvg(marks: readonly Mark[], turned = false): SVGElement {
  const { width, height, font } = PAPER;
  const face = drawn('svg', { viewBox: turned ? `0 0 ${height} ${width}` : `0 0 ${width} ${height}`, 'aria-hidden': true, 'font-family': font });
  const page = drawn('g', turned ? { transform: `translate(${height} 0) rotate(90)` } : {});
  page.append(...marks.map(markSvg));
  face.append(page);
  return face;
}

/** The QR code alone, black on white, with a name. */
export function qrSvg({ size, d }: QrPath, label: string): SVGElement {
  const code = drawn('svg', { viewBox: `0 0 ${size} ${size}`, role: 'img', 'aria-label': label, 'shape-rendering': 'crispEdges' });
  code.append(drawn('rect', { width: size, height: size, fill: '#fff' }), drawn('path', { d }));
  return code;
}

function markSvg(mark: Mark): SVGElement {
  const { kind, x, y, colour: fill } = mark;
  if (kind === 'box') return drawn('rect', { x, y, width: mark.width, height: mark.height, fill });
  if (kind === 'path') return drawn('path', { transform: `translate(${x} ${y}) scale(${mark.scale})`, d: mark.d, fill, 'shape-rendering': 'crispEdges' });
  const text = drawn('text', { x, y, 'font-size': mark.size, fill, 'font-weight': mark.bold ? 700 : 400, 'text-anchor': mark.middle ? 'middle' : 'start' });
  text.setAttributeNS('http://www.w3.org/XML/1998/namespace', 'xml:space', 'preserve');
  text.textContent = mark.text;
  return text;
}

function drawn(tag: string, attributes: Readonly<Record<string, string | number | boolean>>): SVGElement {
  const made = document.createElementNS('http://www.w3.org/2000/svg', tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, String(value));
  return made;
}
