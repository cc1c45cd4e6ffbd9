import { css } from 'lit';
import { dialogStyles } from '../foundation/dialog.styles.js';
import { factsStyles } from './facts.styles.js';
import { paperStyles } from './paper.styles.js';
import { photographStyles } from './photograph.styles.js';
import { recordStyles } from './record.styles.js';

const layout = css`
  h2,
  h3,
  h4,
  p {
    margin: 0;
  }
  h2 {
    font-size: 1.5em;
    line-height: 1.3;
    overflow-wrap: anywhere;
  }
  h2 small {
    font-size: 0.7em;
    font-weight: 500;
    white-space: nowrap;
  }
  h3 {
    margin-block-end: calc(var(--_space) * 1.5);
    font-size: 1.1875em;
    line-height: 1.3;
  }
  h4 {
    font-size: 1em;
  }
  .empty {
    color: inherit;
  }
  .glance {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space) calc(var(--_space) * 4);
    margin: calc(var(--_space) * 1.5) 0 calc(var(--_space) * 3);
  }
  .glance dt {
    font-size: 0.875em;
    opacity: 0.8;
  }
  dd {
    margin: 0;
    font-weight: 600;
    overflow-wrap: anywhere;
  }
  .desk {
    display: grid;
    gap: calc(var(--_space) * 4);
    grid-template-columns: minmax(0, 1fr);
  }
  .main {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: calc(var(--_space) * 4);
    min-inline-size: 0;
  }
  .note,
  .deadline,
  .done,
  .problem {
    margin-block-end: calc(var(--_space) * 2);
    padding: calc(var(--_space) * 1.5) calc(var(--_space) * 2);
    border-inline-start: 4px solid var(--_warning);
    border-radius: var(--_radius);
    background: var(--_surface-soft);
    color: var(--_text);
  }
  .deadline {
    border-color: var(--_primary);
    background: var(--_primary-soft);
  }
  .deadline .left {
    font-weight: 700;
  }
  .deadline[data-state='soon'],
  .deadline[data-state='last-hour'] {
    border-color: var(--_warning);
  }
  .deadline[data-state='over'],
  .problem {
    border-color: var(--_danger);
  }
  .stale {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: var(--_space) calc(var(--_space) * 2);
  }
  .problem button {
    margin-block-start: calc(var(--_space) * 1.5);
  }
  #problem-text {
    margin-block-start: calc(var(--_space) * 0.5);
  }
  .done {
    border-color: var(--_success);
  }
  .undo {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--_space) calc(var(--_space) * 1.5);
    margin-block-start: calc(var(--_space) * 1.5);
    font-variant-numeric: tabular-nums;
  }
`;

const acts = css`
  .acts {
    padding: calc(var(--_space) * 2);
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_text);
  }
  .buttons {
    display: grid;
    gap: var(--_space);
  }
  .buttons .hint {
    margin: 0 0 calc(var(--_space) * 1.5);
    font-size: 0.9375em;
  }
  .acts .quiet {
    margin-block-start: var(--_space);
    padding-inline: 0;
  }
  button.danger {
    border-color: var(--_danger);
    color: var(--_danger);
    font-weight: 600;
  }
  @container (min-width: 38em) and (max-width: 61.99em) {
    .buttons {
      grid-template-columns: max-content minmax(0, 1fr);
      align-items: center;
    }
    .buttons .hint {
      margin: 0;
    }
  }
`;

export const styles = [layout, factsStyles, photographStyles, acts, paperStyles, recordStyles, dialogStyles];
