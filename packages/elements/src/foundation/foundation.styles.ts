import { css } from 'lit';

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

    --_primary: var(--bhxh-color-primary, #0b57a4);
    --_on-primary: var(--bhxh-color-on-primary, #fff);
    --_primary-soft: var(--bhxh-color-primary-soft, #e8f1fb);
    --_danger: var(--bhxh-color-danger, #b3261e);
    --_success: var(--bhxh-color-success, #146c43);
    --_warning: var(--bhxh-color-warning, #8a5300);
    --_surface: var(--bhxh-color-surface, #fff);
    --_surface-soft: var(--bhxh-color-surface-soft, #f4f7fb);
    --_text: var(--bhxh-color-text, #1a2230);
    --_muted: var(--bhxh-color-muted, #4d5a6b);
    --_border: var(--bhxh-color-border, #74808f);
    --_line: var(--bhxh-color-line, #d9e0e9);
    --_mark: var(--bhxh-color-mark, #ffe9a8);
    --_focus: var(--bhxh-color-focus, var(--_primary));
    --_space: var(--bhxh-space, 0.5em);
    --_radius: var(--bhxh-radius, 6px);
    --_target: var(--bhxh-target, 44px);
  }
  :host([theme='dark']) .root {
    --_primary: var(--bhxh-color-primary, #8fbdf2);
    --_on-primary: var(--bhxh-color-on-primary, #08213d);
    --_primary-soft: var(--bhxh-color-primary-soft, #1c3350);
    --_danger: var(--bhxh-color-danger, #ffb4ab);
    --_success: var(--bhxh-color-success, #86d6ab);
    --_warning: var(--bhxh-color-warning, #f2c078);
    --_surface: var(--bhxh-color-surface, #151b23);
    --_surface-soft: var(--bhxh-color-surface-soft, #1d2530);
    --_text: var(--bhxh-color-text, #e9edf3);
    --_muted: var(--bhxh-color-muted, #b3becc);
    --_border: var(--bhxh-color-border, #8a97a8);
    --_line: var(--bhxh-color-line, #333f4e);
    --_mark: var(--bhxh-color-mark, #5c4a10);
  }
  @supports (color: light-dark(#000, #fff)) {
    :host .root {
      --_primary: var(--bhxh-color-primary, light-dark(#0b57a4, #8fbdf2));
      --_on-primary: var(--bhxh-color-on-primary, light-dark(#fff, #08213d));
      --_primary-soft: var(--bhxh-color-primary-soft, light-dark(#e8f1fb, #1c3350));
      --_danger: var(--bhxh-color-danger, light-dark(#b3261e, #ffb4ab));
      --_success: var(--bhxh-color-success, light-dark(#146c43, #86d6ab));
      --_warning: var(--bhxh-color-warning, light-dark(#8a5300, #f2c078));
      --_surface: var(--bhxh-color-surface, light-dark(#fff, #151b23));
      --_surface-soft: var(--bhxh-color-surface-soft, light-dark(#f4f7fb, #1d2530));
      --_text: var(--bhxh-color-text, light-dark(#1a2230, #e9edf3));
      --_muted: var(--bhxh-color-muted, light-dark(#4d5a6b, #b3becc));
      --_border: var(--bhxh-color-border, light-dark(#74808f, #8a97a8));
      --_line: var(--bhxh-color-line, light-dark(#d9e0e9, #333f4e));
      --_mark: var(--bhxh-color-mark, light-dark(#ffe9a8, #5c4a10));
    }
  }
  :host([theme='light']) .root {
    color-scheme: light;
  }
  :host([theme='dark']) .root {
    color-scheme: dark;
  }
  .root *,
  .root *::before,
  .root *::after {
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
    padding: 0;
    border: 0;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  @media (forced-colors: active) {
    .root {
      --_primary: LinkText !important;
      --_on-primary: Canvas !important;
      --_primary-soft: Canvas !important;
      --_danger: CanvasText !important;
      --_surface: Canvas !important;
      --_surface-soft: Canvas !important;
      --_text: CanvasText !important;
      --_muted: CanvasText !important;
      --_border: ButtonText !important;
      --_line: CanvasText !important;
      --_mark: Mark !important;
      --_focus: Highlight !important;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    .root *,
    .root *::before,
    .root *::after,
    .root ::backdrop {
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
