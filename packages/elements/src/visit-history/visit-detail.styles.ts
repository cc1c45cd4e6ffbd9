import { detailCss } from '../history-table/row-detail.styles.js';

/** The opened visit: its facts, and below them what each service cost. Plain text, as of any opened row. */
export const visitDetailCss = `${detailCss}
  .costs caption {
    position: static;
    inline-size: auto;
    block-size: auto;
    clip-path: none;
    padding-block: var(--_space);
    font-weight: 600;
    text-align: start;
  }
  .costs thead th { position: static; padding: var(--_space) calc(var(--_space) * 1.5); background: none; }
  .costs thead th.number { text-align: end; }
  @container (min-width: 34.01em) and (max-width: 46em) {
    .costs thead th { padding-inline: calc(var(--_space) * 0.5); }
  }
  .faults { margin-block: var(--_space); color: var(--_warning); }
  @container (max-width: 34em) {
    .costs thead { display: none; }
    .detail .costs td { display: grid; }
    .costs tr { padding-block: var(--_space); border-block-start: 1px solid var(--_line); }
  }
`;
