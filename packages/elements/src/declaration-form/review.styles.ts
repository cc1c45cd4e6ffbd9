import { css } from 'lit';

/** The review and the receipt. */
export const styles = css`
  .review {
    margin-block-end: calc(var(--_space) * 4);
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_text);
  }
  .review-head {
    display: flex;
    align-items: center;
    justify-content: space-between;
    padding: var(--_space) calc(var(--_space) * 2);
    border-block-end: 1px solid var(--_line);
    background: var(--_surface-soft);
  }
  .review-head h3 {
    margin: 0;
  }
  .review-head .quiet {
    padding-inline: 0;
    min-inline-size: var(--_target);
  }
  dl {
    margin: 0;
  }
  .row {
    position: relative;
    padding: var(--_space) calc(var(--_space) * 2);
    padding-inline-end: calc(var(--_target) + var(--_space) * 3);
  }
  .row + .row {
    border-block-start: 1px solid var(--_line);
  }
  dt {
    color: var(--_muted);
    font-size: 0.9375em;
  }
  dd {
    margin: 0;
    font-weight: 600;
    overflow-wrap: anywhere;
  }
  .row a {
    position: absolute;
    inset-block: 0;
    inset-inline-end: calc(var(--_space) * 2);
    display: grid;
    place-items: center;
    min-block-size: var(--_target);
    min-inline-size: var(--_target);
    font-weight: 400;
  }
  .facts {
    display: grid;
    gap: calc(var(--_space) * 2);
    margin-block-end: calc(var(--_space) * 3);
  }
  .facts dt {
    color: inherit;
    opacity: 0.8;
  }
  .reference {
    font-size: 1.5em;
    font-variant-numeric: tabular-nums;
  }
  .todo {
    margin: 0 0 calc(var(--_space) * 2);
    padding-inline-start: 1.5em;
  }
  .todo li + li {
    margin-block-start: var(--_space);
  }
  @container (min-width: 40em) {
    .row,
    .facts > div {
      display: grid;
      grid-template-columns: 12em 1fr;
      column-gap: calc(var(--_space) * 2);
      align-items: baseline;
    }
    .row {
      grid-template-columns: 14em 1fr;
      align-items: center;
      min-block-size: var(--_target);
    }
  }
  @media print {
    .deadline,
    .review {
      break-inside: avoid;
    }
  }
`;
