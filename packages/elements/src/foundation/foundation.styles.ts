import { type CSSResult, css, unsafeCSS } from 'lit';

/** The colour tokens: name, light, dark, and in forced colours. A host sets each as `--bhxh-color-<name>`. */
const COLOURS: readonly (readonly [name: string, light: string, dark: string, forced?: string])[] = [
  ['primary', '#0b57a4', '#8fbdf2', 'LinkText'],
  ['on-primary', '#fff', '#08213d', 'Canvas'],
  ['primary-soft', '#e8f1fb', '#1c3350', 'Canvas'],
  ['danger', '#b3261e', '#ffb4ab'],
  ['success', '#146c43', '#86d6ab'],
  ['warning', '#8a5300', '#f2c078'],
  ['surface', '#fff', '#151b23', 'Canvas'],
  ['surface-soft', '#f4f7fb', '#1d2530', 'Canvas'],
  ['text', '#1a2230', '#e9edf3'],
  ['muted', '#4d5a6b', '#b3becc'],
  ['border', '#74808f', '#8a97a8', 'ButtonText'],
  ['line', '#d9e0e9', '#333f4e'],
  ['mark', '#ffe9a8', '#5c4a10', 'Mark'],
];

const colours = (pick: (light: string, dark: string) => string): CSSResult =>
  unsafeCSS(COLOURS.map(([name, light, dark]) => `--_${name}:var(--bhxh-color-${name},${pick(light, dark)});`).join(''));

/**
 * Tokens and the fence against host CSS. Everything is painted inside `.root`, which takes only font, colour and text spacing from the page
 * (text spacing, because a reader may have widened it); rules of the page can reach no further than the outer box.
 *
 * Where an element paints a surface it also paints the text on it (`--_surface` with `--_text`); elsewhere the page's colour shows through.
 * Dark follows the page's `color-scheme`, not the system alone: an element must not turn dark on a page that is light. `light-dark()` is Chrome 123;
 * older browsers stay light unless `theme="dark"` says otherwise.
 */
export const foundation = css`
  :host {
    display: block;
  }
  :host([hidden]) {
    display: none !important;
  }
  .root {
    all: initial;
    display: block;
    box-sizing: border-box;
    container-type: inline-size;
    color: inherit;
    color-scheme: inherit;
    cursor: inherit;
    visibility: inherit;
    pointer-events: inherit;
    font-family: var(--bhxh-font, inherit);
    font-size: var(--bhxh-font-size, inherit);
    line-height: var(--bhxh-line-height, 1.5);
    letter-spacing: inherit;
    word-spacing: inherit;
    -webkit-text-size-adjust: 100%;
    overflow-wrap: break-word;

    ${colours((light) => light)}
    --_focus: var(--bhxh-color-focus, var(--_primary));
    --_space: var(--bhxh-space, 0.5em);
    --_radius: var(--bhxh-radius, 6px);
    --_target: var(--bhxh-target, 44px);
  }
  :host([theme='dark']) .root {
    color-scheme: dark;
    ${colours((_, dark) => dark)}
  }
  @supports (color: light-dark(#000, #fff)) {
    :host .root {
      ${colours((light, dark) => `light-dark(${light},${dark})`)}
    }
  }
  :host([theme='light']) .root {
    color-scheme: light;
  }
  /* Not for ::before and ::after: every element would have their style computed, a quarter of the time until a table of rows is on the page. */
  .root * {
    box-sizing: border-box;
  }
  :focus-visible {
    outline: 3px solid var(--_focus);
    outline-offset: 2px;
  }
  .visually-hidden {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    margin: -1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  @media (forced-colors: active) {
    .root {
      ${unsafeCSS(COLOURS.map(([name, , , forced = 'CanvasText']) => `--_${name}:${forced}!important;`).join(''))}
      --_focus: Highlight !important;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    *,
    ::before,
    ::after,
    ::backdrop {
      animation: none !important;
      transition: none !important;
      scroll-behavior: auto !important;
    }
  }
  @media print {
    .root {
      color: #000;
    }
    button,
    .no-print {
      display: none;
    }
  }
`;
