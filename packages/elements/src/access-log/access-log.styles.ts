import { css } from 'lit';

export const styles = css`
  h2 {
    margin: 0 0 calc(var(--_space) * 1.5);
    font-size: 1.5em;
    line-height: 1.3;
  }
  p {
    margin: 0 0 calc(var(--_space) * 2);
    max-inline-size: 46em;
  }
  table {
    inline-size: 100%;
    font: inherit;
    border: 1px solid var(--_line);
    border-collapse: collapse;
    background: var(--_surface);
    color: var(--_text);
  }
  th,
  td {
    padding: var(--_space) calc(var(--_space) * 1.5);
    border-block-end: 1px solid var(--_line);
    text-align: start;
    vertical-align: top;
  }
  th {
    background: var(--_surface-soft);
    font-weight: 600;
  }
  .when,
  .reference {
    font-variant-numeric: tabular-nums;
  }
  .more {
    display: flex;
    justify-content: center;
    margin-block-start: calc(var(--_space) * 2);
  }
  @container (max-width: 34em) {
    table,
    tbody,
    tr {
      display: block;
    }
    table {
      border: 0;
    }
    thead {
      position: absolute;
      inline-size: 1px;
      block-size: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }
    tbody tr {
      margin-block-end: calc(var(--_space) * 1.5);
      padding: var(--_space) calc(var(--_space) * 1.5);
      border: 1px solid var(--_line);
      border-radius: var(--_radius);
    }
    td {
      display: grid;
      grid-template-columns: minmax(6em, 34%) 1fr;
      gap: var(--_space);
      padding: calc(var(--_space) * 0.4) 0;
      border: 0;
      overflow-wrap: anywhere;
    }
    td::before {
      content: attr(data-label);
      color: var(--_muted);
    }
    .more button {
      inline-size: 100%;
    }
  }
  @media print {
    thead {
      display: table-header-group;
    }
    tr {
      break-inside: avoid;
    }
  }
`;
