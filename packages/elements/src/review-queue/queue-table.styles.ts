import { css } from 'lit';

/** The rows, and what stands around them: beside the table's own styles, which it shares with the histories. */
export const queueTableStyles = css`
  .bar {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 calc(var(--_space) * 2);
  }
  .bar .chosen-count {
    display: grid;
    margin-inline-start: auto;
    text-align: end;
  }
  /* The longer of the two sentences keeps its lines: else the rows below would move under the pointer that chooses one. */
  .chosen-count > *,
  .chosen-count::after {
    grid-area: 1 / 1;
  }
  .chosen-count::after {
    content: attr(data-hint);
    visibility: hidden;
  }
  .bar .warn {
    flex: 1 1 100%;
  }
  .scroller {
    max-block-size: var(--bhxh-table-height, none);
  }
  thead th {
    padding: var(--_space) calc(var(--_space) * 1.5);
    font-weight: 600;
  }
  tbody th {
    padding: calc(var(--_space) * 1) calc(var(--_space) * 1.5);
    border-block-end: 1px solid var(--_line);
    font-weight: 400;
    text-align: start;
    vertical-align: middle;
  }
  .row {
    cursor: pointer;
  }
  .row:hover {
    background: var(--_surface-soft);
  }
  .row.chosen {
    background: var(--_primary-soft);
  }
  .row[aria-current] > :first-child {
    box-shadow: inset 4px 0 0 var(--_primary);
  }
  .choose {
    inline-size: var(--_target);
    padding-block: 0;
    text-align: center;
  }
  .box {
    justify-content: center;
    min-inline-size: var(--_target);
  }
  .narrow {
    display: none;
  }
  th .open {
    min-inline-size: 0;
    inline-size: auto;
    padding: 0;
    min-block-size: 2em;
    border-radius: var(--_radius);
    text-decoration: underline;
    text-decoration-thickness: 1px;
    white-space: normal;
  }
  th .open:focus-visible {
    outline-offset: 2px;
  }
  .code {
    font-variant-numeric: tabular-nums;
    overflow-wrap: anywhere;
  }
  .value {
    display: block;
  }
  .due strong {
    display: block;
    font-weight: 600;
  }
  .due[data-state='soon'] strong {
    color: var(--_warning);
  }
  .due[data-state='over'] strong {
    color: var(--_danger);
    font-weight: 700;
  }
  .due[data-state='over'] strong::before {
    content: '! ' / '';
  }
  .due[data-state='none'] strong {
    font-weight: 400;
  }
  .tag {
    display: inline-block;
    margin-block-start: calc(var(--_space) * 0.5);
    padding: 0 calc(var(--_space) * 0.75);
    border: 1px solid var(--_warning);
    border-radius: var(--_radius);
    font-size: 0.875em;
  }
  .tag.here {
    border-color: var(--_primary);
  }
  .status {
    display: block;
  }
  .further-rows {
    display: flex;
    justify-content: center;
  }
  [aria-busy='true'] tbody {
    opacity: 0.6;
  }
  @container (min-width: 34em) {
    .bar {
      position: sticky;
      inset-block-start: 0;
      z-index: 2;
      padding-block: calc(var(--_space) * 0.5);
      background: var(--_surface);
      color: var(--_text);
    }
    .row button,
    .row input {
      scroll-margin-block: 6em;
    }
  }
  @container (max-width: 34em) {
    tbody th {
      display: block;
      padding: 0 0 calc(var(--_space) * 0.4);
      border: 0;
    }
    thead th:not(.choose) {
      display: none;
    }
    thead th.choose,
    thead .box {
      inline-size: auto;
      justify-content: flex-start;
      text-align: start;
    }
    thead .box {
      padding-inline-start: var(--_space);
    }
    thead th.choose {
      padding: 0;
    }
    .narrow {
      display: inline;
    }
    td.choose {
      display: block;
      inline-size: auto;
    }
    td {
      grid-template-columns: minmax(5.5em, 32%) 1fr;
    }
    .row {
      position: relative;
    }
    .row.boxed {
      padding-inline-start: calc(var(--_target) + var(--_space));
    }
    .row td.choose {
      position: absolute;
      inset-block-start: var(--_space);
      inset-inline-start: 0;
    }
    .bar {
      row-gap: var(--_space);
    }
    .bar #reload {
      padding-inline: 0;
    }
    th .open {
      min-block-size: var(--_target);
    }
    .bar .chosen-count {
      margin: 0;
      flex: 1 1 100%;
      text-align: start;
    }
  }
  @media print {
    .choose {
      display: none !important;
    }
    th .open {
      display: inline;
      border: 0;
      color: #000;
      text-decoration: none;
    }
  }
`;
