import { html, svg, type TemplateResult } from 'lit';
import { CARD, type Mark } from './card-face.js';

/** The same in SVG, in the saved picture and in print. */
export const FONT = "'Be Vietnam Pro', 'Segoe UI', Roboto, Arial, sans-serif";

/** A face as SVG; turned a quarter for reading on an upright phone. Decorative: the facts beside it say the same in text. */
export function faceSvg(marks: readonly Mark[], turned = false): TemplateResult {
  const { width, height } = CARD;
  return html`<svg viewBox=${turned ? `0 0 ${height} ${width}` : `0 0 ${width} ${height}`} aria-hidden="true" font-family=${FONT}>
    <g transform=${turned ? `translate(${height} 0) rotate(90)` : 'rotate(0)'}>${marks.map(markSvg)}</g>
  </svg>`;
}

function markSvg(mark: Mark) {
  if (mark.kind === 'box') return svg`<rect x=${mark.x} y=${mark.y} width=${mark.width} height=${mark.height} fill=${mark.colour}></rect>`;
  if (mark.kind === 'path')
    return svg`<path transform=${`translate(${mark.x} ${mark.y}) scale(${mark.scale})`} d=${mark.d} fill=${mark.colour} shape-rendering="crispEdges"></path>`;
  return svg`<text x=${mark.x} y=${mark.y} font-size=${mark.size} fill=${mark.colour} font-weight=${mark.bold ? 700 : 400} text-anchor=${mark.middle ? 'middle' : 'start'} xml:space="preserve">${mark.text}</text>`;
}
