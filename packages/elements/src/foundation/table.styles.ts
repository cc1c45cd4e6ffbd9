import { css } from 'lit';

/** The table: windowed in a box, cards where it is narrow, whole on paper. Its font is asked for because a page without a doctype gives tables one of their own. */
export const tableStyles = css`
  .scroller {
    overflow: auto;
    overflow-anchor: none;
    max-block-size: var(--bhxh-table-height, 34rem);
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_text);
  }
  table {
    inline-size: 100%;
    font: inherit;
    color: inherit;
    border-collapse: separate;
    border-spacing: 0;
  }
  thead th {
    position: sticky;
    inset-block-start: 0;
    z-index: 1;
    padding: 0;
    background: var(--_surface-soft);
    border-block-end: 1px solid var(--_border);
    text-align: start;
  }
  th button {
    inline-size: 100%;
    justify-content: flex-start;
    border: 0;
    border-radius: 0;
    background: none;
    font-weight: 600;
    text-align: start;
    padding-inline: calc(var(--_space) * 1.5);
  }
  th.money button,
  th.number button {
    justify-content: flex-end;
    text-align: end;
  }
  th button:focus-visible {
    outline-offset: -3px;
  }
  .arrow {
    font-size: 0.75em;
    color: var(--_muted);
  }
  [aria-sort] .arrow {
    color: var(--_primary);
  }
  td {
    padding: var(--_space) calc(var(--_space) * 1.5);
    border-block-end: 1px solid var(--_line);
  }
  .spacer td {
    padding: 0;
    border: 0;
  }
  td.month,
  td.date,
  td.money,
  td.number {
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
  }
  td.money,
  td.number {
    text-align: end;
  }
  .more {
    inline-size: var(--_target);
    padding-block: 0;
  }
  .more button {
    text-decoration: none;
    padding-inline: var(--_space);
  }
  .more .label {
    display: none;
    margin: 0;
  }
  .chevron {
    inline-size: 0.6em;
    block-size: 0.6em;
    border-inline-end: 2px solid;
    border-block-end: 2px solid;
    transform: translateY(-25%) rotate(45deg);
  }
  [aria-expanded='true'] .chevron {
    transform: translateY(25%) rotate(225deg);
  }
  @container (max-width: 34em) {
    table,
    thead,
    tbody,
    tr,
    td {
      display: block;
    }
    thead tr {
      display: flex;
      flex-wrap: wrap;
      padding: var(--_space);
      background: var(--_surface-soft);
      border-block-end: 1px solid var(--_border);
    }
    thead th {
      position: static;
      border: 0;
      background: none;
    }
    thead .more {
      display: none;
    }
    .row {
      padding: calc(var(--_space) * 1.5);
      border-block-end: 1px solid var(--_line);
    }
    td,
    td.money,
    td.number {
      display: grid;
      grid-template-columns: minmax(6.5em, 36%) 1fr;
      gap: var(--_space);
      padding: calc(var(--_space) * 0.4) 0;
      border: 0;
      text-align: start;
    }
    td[data-label]::before {
      content: attr(data-label);
      color: var(--_muted);
      white-space: normal;
    }
    td[data-label]:empty {
      display: none;
    }
    .spacer td,
    td.more {
      display: block;
      inline-size: auto;
    }
    .more .label {
      display: inline;
    }
    .more button {
      margin-inline: -0.5em;
    }
  }
  @media print {
    .scroller {
      max-block-size: none;
      overflow: visible;
      border: 0;
    }
    .more {
      display: none;
    }
    thead th button {
      display: block;
      color: #000;
      min-block-size: 0;
    }
    .arrow {
      display: none;
    }
    thead {
      display: table-header-group;
    }
    thead th {
      position: static;
    }
    tr {
      break-inside: avoid;
    }
  }
`;
