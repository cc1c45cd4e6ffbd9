import { css } from 'lit';

/** Row height is fixed per width: 44 px, or two lines of text where the element is narrow, so that rows can be windowed. A longer name is whole below the tree. */
export const browserStyles = css`
  dialog {
    inline-size: min(40em, 100vw - 2em);
    max-inline-size: none;
    block-size: min(44em, 100vh - 2em);
    max-block-size: none;
    padding: 0;
    border: 1px solid var(--_line);
    border-radius: calc(var(--_radius) * 2);
    background: var(--_surface);
    color: var(--_text);
    box-shadow: 0 12px 48px rgb(8 25 48 / 0.28);
    overflow: hidden;
    outline: none;
  }
  dialog::backdrop {
    background: rgb(8 25 48 / 0.5);
  }
  .sheet {
    display: flex;
    flex-direction: column;
    block-size: 100%;
    padding: calc(var(--_space) * 3);
    container-type: inline-size;
  }
  h2 {
    margin-block-end: calc(var(--_space) * 2);
    font-size: 1.25em;
    line-height: 1.3;
  }
  .browse {
    display: flex;
    flex-direction: column;
    flex: 1;
    min-block-size: 0;
  }
  .browse .hint {
    margin-block: calc(var(--_space) * 0.75) var(--_space);
    font-size: 0.9375em;
  }
  .tree {
    --_row: max(var(--_target), 2em);
    position: relative;
    flex: 1;
    min-block-size: calc(var(--_row) * 3);
    overflow: auto;
    overscroll-behavior: contain;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_text);
  }
  .tree:focus-visible {
    outline-offset: 0;
  }
  .canvas {
    contain: layout style;
  }
  .row {
    display: flex;
    align-items: center;
    gap: 0.5em;
    block-size: var(--_row);
    padding-inline: 0.25em 0.75em;
    line-height: 1.25;
    cursor: pointer;
    touch-action: manipulation;
    -webkit-tap-highlight-color: transparent;
  }
  .row[aria-level='2'] {
    padding-inline-start: 1.75em;
  }
  .row[aria-level='3'] {
    padding-inline-start: 3.25em;
  }
  .row:not([aria-level='1'], [aria-level='2'], [aria-level='3']) {
    padding-inline-start: 4.75em;
  }
  .row:hover {
    background: var(--_surface-soft);
  }
  .row.active {
    background: var(--_primary-soft);
    box-shadow: inset 3px 0 0 var(--_primary);
  }
  .row[aria-selected='true'] .name {
    font-weight: 600;
  }
  .twisty,
  .leaf {
    flex: none;
    align-self: stretch;
    inline-size: 2em;
  }
  .twisty {
    display: grid;
    place-items: center;
  }
  .twisty::before {
    content: '';
    border: solid transparent;
    border-width: 0.35em 0 0.35em 0.5em;
    border-inline-start-color: var(--_muted);
    forced-color-adjust: none;
  }
  .row[aria-expanded='true'] .twisty::before {
    transform: rotate(90deg);
  }
  .code {
    flex: none;
    min-inline-size: 3.6em;
    color: var(--_muted);
    font-variant-numeric: tabular-nums;
  }
  .name {
    order: 1;
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
    /* As much as the tallest fonts of these letters want: what is out of a line is cut off. */
    line-height: 1.4;
    overflow: hidden;
  }
  mark {
    background: var(--_mark);
    color: inherit;
    border-radius: 2px;
  }
  .acts {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: flex-end;
    gap: calc(var(--_space) * 1.5);
    margin-block-start: calc(var(--_space) * 2);
  }
  .marked {
    flex: 1 1 14em;
    font-weight: 600;
  }
  /* Its place is kept when the focus goes: what lies below must not move away under a finger. */
  .whole {
    min-block-size: 1.5em;
    margin-block-start: calc(var(--_space) * 0.75);
    visibility: hidden;
  }
  .tree:focus ~ .whole {
    visibility: visible;
  }
  :host([inline]) .tree {
    flex: none;
    block-size: var(--bhxh-tree-height, 26em);
  }
  @container (max-width: 30em) {
    /* Half of what stands before a branch: below one it is seen to be inside, and leaves the name its room. */
    .row:not([aria-level='1']) .leaf {
      inline-size: 1em;
    }
    .tree {
      --_row: max(var(--_target), 3.1em);
    }
  }
  @media (max-width: 40em) {
    dialog {
      inline-size: 100vw;
      block-size: 100vh;
      block-size: 100dvh;
      margin: 0;
      border: 0;
      border-radius: 0;
    }
    .sheet {
      padding: calc(var(--_space) * 2);
    }
    .acts button {
      flex: 1;
    }
    .marked {
      flex-basis: 100%;
    }
  }
  @media (forced-colors: active) {
    mark {
      color: MarkText;
    }
    .row.active {
      forced-color-adjust: none;
      background: Highlight;
      color: HighlightText;
    }
    .row.active .code {
      color: inherit;
    }
    .twisty::before {
      border-inline-start-color: currentColor;
    }
  }
  @media print {
    .browse {
      display: none;
    }
  }
`;
