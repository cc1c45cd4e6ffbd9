import { html, svg, type TemplateResult } from 'lit';

/** The shape that is asked for, drawn, so that it is understood before anything is read. */
export function outline(aspect: number, face: boolean): TemplateResult {
  const width = 100 * aspect;
  return html`<svg class="outline" viewBox="0 0 ${width} 100" fill="none" stroke="currentColor" stroke-width="2" aria-hidden="true">
    <rect x="2" y="2" width=${width - 4} height="96" rx="5" stroke-dasharray="6 4"></rect>
    ${
      face
        ? svg`<ellipse cx=${width / 2} cy="40" rx="14" ry="18"></ellipse><path d="M${width / 2 - 26} 92c0-20 10-28 26-28s26 8 26 28"></path>`
        : svg`<path d="M${width * 0.14} 26h${width * 0.5}M${width * 0.14} 46h${width * 0.72}M${width * 0.14} 62h${width * 0.72}M${width * 0.14} 78h${width * 0.4}"></path>`
    }
  </svg>`;
}
