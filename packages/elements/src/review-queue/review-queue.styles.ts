import { css } from 'lit';
import { queueTableStyles } from './queue-table.styles.js';

const layout = css`
  h3,
  h4,
  p {
    margin: 0;
  }
  h3 {
    font-size: 1.1875em;
    line-height: 1.3;
  }
  h4 {
    margin-block: calc(var(--_space) * 1.5) calc(var(--_space) * 0.5);
    font-size: 1em;
  }
  .small {
    display: block;
    font-size: 0.875em;
    font-weight: 400;
    color: var(--_muted);
  }
  .queue {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: calc(var(--_space) * 2);
  }
  .empty {
    padding: calc(var(--_space) * 3) 0;
  }
  .empty p {
    margin-block-end: calc(var(--_space) * 1.5);
  }
  .waiting,
  .result {
    padding: calc(var(--_space) * 1.5) calc(var(--_space) * 2);
    border-inline-start: 4px solid var(--_warning);
    border-radius: var(--_radius);
    background: var(--_surface-soft);
    color: var(--_text);
  }
  .news,
  .waiting {
    border-color: var(--_primary);
  }
  .problem {
    margin-block: calc(var(--_space) * 1.5);
    padding: calc(var(--_space) * 1.5) calc(var(--_space) * 2);
    border-inline-start: 4px solid var(--_danger);
    background: var(--_surface-soft);
  }
  .warn {
    padding-inline-start: calc(var(--_space) * 1.5);
    border-inline-start: 4px solid var(--_warning);
    font-weight: 600;
  }
`;

const filters = css`
  .filters {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: calc(var(--_space) * 2);
    justify-items: start;
  }
  .filters > * {
    inline-size: 100%;
  }
  .filters > button {
    inline-size: auto;
  }
  .line {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space);
  }
  .line input {
    flex: 1 1 12em;
    inline-size: auto;
    min-inline-size: 0;
  }
  .hint {
    color: inherit;
    opacity: 0.8;
  }
  .statuses,
  details {
    margin-block: calc(var(--_space) * -1) 0;
  }
  .statuses {
    display: flex;
    flex-wrap: wrap;
    gap: 0 calc(var(--_space) * 3);
  }
  .statuses .label {
    margin: 0;
  }
  .statuses legend,
  .statuses + details {
    margin: 0;
  }
  .status-box,
  .box {
    display: inline-flex;
    align-items: center;
    gap: var(--_space);
    min-block-size: var(--_target);
    cursor: pointer;
  }
  [type='checkbox'] {
    flex: none;
    inline-size: 1.375em;
    block-size: 1.375em;
    accent-color: var(--_primary);
  }
  summary {
    display: list-item;
    min-block-size: var(--_target);
    inline-size: fit-content;
    padding-block: calc((var(--_target) - 1.5em) / 2);
    color: var(--_primary);
    cursor: pointer;
  }
  .further {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(16em, 100%), 1fr));
    gap: calc(var(--_space) * 2);
    align-items: start;
    padding-block: var(--_space) calc(var(--_space) * 2);
  }
`;

const lists = css`
  .waiting ul,
  .result ul,
  .counts {
    display: grid;
    gap: calc(var(--_space) * 1.5);
    margin: var(--_space) 0 0;
    padding: 0;
    list-style: none;
  }
  .waiting li {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--_space) calc(var(--_space) * 2);
  }
  .waiting li p {
    flex: 1 1 18em;
  }
  .result .small,
  .cases .small {
    display: inline;
  }
  .result .reason {
    color: inherit;
  }
  .result {
    border-color: var(--_success);
  }
  #dismiss,
  #clear,
  .refused button,
  .agency .quiet {
    padding-inline: 0;
  }
  .undo {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--_space) calc(var(--_space) * 1.5);
    margin-block-start: calc(var(--_space) * 1.5);
    font-variant-numeric: tabular-nums;
  }
  .list-dialog h3 {
    margin-block-end: calc(var(--_space) * 1.5);
  }
  .list-dialog > p {
    margin-block: calc(var(--_space) * 1.5);
  }
  .counts {
    gap: calc(var(--_space) * 0.5);
  }
  .cases {
    max-block-size: 14em;
    margin-block: calc(var(--_space) * 2);
    padding: var(--_space) calc(var(--_space) * 2);
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    overflow: auto;
  }
  .cases ol {
    margin: 0;
    padding-inline-start: 2em;
  }
`;

/** The queue around its table. */
export const styles = [layout, filters, queueTableStyles, lists];
