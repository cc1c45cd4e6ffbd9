import { css } from 'lit';

/** Duplicates and history. */
export const recordStyles = css`
  .scroller {
    overflow-x: auto;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_text);
  }
  .scroller:focus-visible {
    outline-offset: -3px;
  }
  .duplicates > p {
    margin-block-end: calc(var(--_space) * 1.5);
  }
  table {
    inline-size: 100%;
    border-collapse: collapse;
    font: inherit;
    font-size: 0.9375em;
    color: inherit;
  }
  th,
  td {
    min-inline-size: 8.5em;
    padding: calc(var(--_space) * 0.75) calc(var(--_space) * 1.5);
    border-block-end: 1px solid var(--_line);
    text-align: start;
    vertical-align: top;
    font-variant-numeric: tabular-nums;
  }
  tr:last-child > * {
    border-block-end: 0;
  }
  thead th {
    background: var(--_surface-soft);
  }
  th[scope='row'] {
    min-inline-size: 6.5em;
    color: var(--_muted);
    font-weight: 500;
  }
  /* Side by side only where two other declarations fit beside this one, a whole reference number in a column; else each value after what it is a value of. */
  @container (max-width: 45.99em) {
    table,
    tbody,
    tr,
    th[scope='row'] {
      display: block;
    }
    thead,
    td:empty {
      display: none;
    }
    tr {
      padding: var(--_space) calc(var(--_space) * 1.5);
      border-block-end: 1px solid var(--_line);
    }
    tr:last-child {
      border-block-end: 0;
    }
    th,
    td {
      min-inline-size: 0;
      padding: 0;
      border: 0;
    }
    td {
      display: grid;
      grid-template-columns: minmax(0, 2fr) minmax(0, 3fr);
      gap: var(--_space);
      padding-block-start: calc(var(--_space) * 0.5);
      overflow-wrap: anywhere;
    }
    td::before {
      content: attr(data-of);
      color: var(--_muted);
    }
    td > mark {
      justify-self: start;
    }
  }
  mark {
    padding-inline: 0.2em;
    border-radius: 2px;
    background: var(--_mark);
    color: var(--_text);
    font-weight: 700;
  }
  ol {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .history ol > li {
    padding: var(--_space) calc(var(--_space) * 2);
    border-inline-start: 4px solid var(--_line);
  }
  .history ol > li:last-child {
    border-color: var(--_primary);
  }
  .history .undone strong {
    font-weight: 500;
    text-decoration: line-through;
  }
  .tag {
    font-size: 0.875em;
    font-style: italic;
  }
  .by {
    font-size: 0.9375em;
    opacity: 0.85;
  }
  .history ul {
    margin: calc(var(--_space) * 0.5) 0 0;
    padding-inline-start: 1.25em;
  }
  .said {
    margin-block-start: calc(var(--_space) * 0.5);
    font-style: italic;
    overflow-wrap: anywhere;
  }
  @media (forced-colors: active) {
    mark {
      background: Mark;
      color: MarkText;
    }
  }
  @media print {
    .part,
    .history li {
      break-inside: avoid;
    }
  }
`;
