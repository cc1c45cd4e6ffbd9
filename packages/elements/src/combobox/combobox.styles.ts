import { css } from 'lit';

export const comboboxStyles = css`
  .combobox {
    position: relative;
  }
  .combobox::after {
    content: '';
    position: absolute;
    inset-block-start: calc(var(--_target) / 2 - 0.4em);
    inset-inline-end: calc(var(--_space) * 2);
    inline-size: 0.4em;
    block-size: 0.4em;
    border: solid var(--_muted);
    border-width: 0 2px 2px 0;
    transform: rotate(45deg);
    pointer-events: none;
  }
  .combobox input {
    padding-inline-end: calc(var(--_space) * 5);
    text-overflow: ellipsis;
  }
  .combobox input[aria-invalid='true'] {
    border-color: var(--_danger);
    box-shadow: inset 0 0 0 1px var(--_danger);
  }
  .popup {
    display: flex;
    flex-direction: column;
    max-block-size: 21em;
    margin: 4px 0 0;
    padding: 0;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_text);
    box-shadow: 0 8px 28px rgb(8 25 48 / 0.22);
    overflow: hidden;
  }
  .popup[popover] {
    inset: auto;
    margin: 0;
  }
  .popup .note {
    flex: none;
    margin: 0;
    border: 0;
    border-radius: 0;
  }
  .options {
    flex: auto;
    overflow: auto;
    overscroll-behavior: contain;
  }
  /* Its height is set and its width given: what changes inside lays out nothing around it. */
  .canvas {
    --_row: max(var(--_target), 3em);
    contain: strict;
  }
  .option {
    block-size: var(--_row);
    padding-inline: calc(var(--_space) * 1.5);
    line-height: var(--_row);
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
    cursor: pointer;
    -webkit-tap-highlight-color: transparent;
  }
  .option:hover {
    background: var(--_surface-soft);
  }
  .option[aria-selected='true'] {
    background: var(--_primary-soft);
    box-shadow: inset 3px 0 0 var(--_primary);
  }
  .option.chosen {
    font-weight: 600;
  }
  .option::highlight(bhxh-hit) {
    background-color: var(--_mark);
  }
  @media (forced-colors: active) {
    .option::highlight(bhxh-hit) {
      background-color: Mark;
      color: MarkText;
    }
    .option[aria-selected='true'] {
      forced-color-adjust: none;
      background: Highlight;
      color: HighlightText;
    }
  }
`;
