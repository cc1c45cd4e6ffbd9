import { css } from 'lit';

/** The check of the paper: its box, and what came of it. */
export const paperStyles = css`
  .paper-check {
    margin-block-end: calc(var(--_space) * 2);
    padding-block-end: calc(var(--_space) * 2);
    border-block-end: 1px solid var(--_line);
  }
  .empty + .paper-check {
    max-inline-size: 44em;
    margin-block-start: calc(var(--_space) * 3);
    border: 0;
  }
  .paper-check .line {
    display: flex;
    gap: var(--_space);
  }
  .paper-check .line input {
    flex: 1;
    min-inline-size: 0;
  }
  .told {
    margin-block-start: calc(var(--_space) * 1.5);
    padding: calc(var(--_space) * 1.5) calc(var(--_space) * 2);
    border-inline-start: 4px solid var(--_warning);
    border-radius: var(--_radius);
    background: var(--_surface-soft);
    color: var(--_text);
    overflow-wrap: anywhere;
  }
  .told.success {
    border-color: var(--_success);
  }
  .told.danger {
    border-color: var(--_danger);
  }
  .told p + p,
  .told dl,
  .told button {
    margin-block-start: var(--_space);
  }
  .verdict > p {
    margin-block-start: var(--_space);
  }
  .told dl {
    display: grid;
    gap: var(--_space);
    margin-block-end: 0;
  }
  .told dl > div {
    padding-block-start: var(--_space);
    border-block-start: 1px solid var(--_line);
  }
  .told dt {
    color: var(--_muted);
    font-size: 0.9375em;
  }
  @container (min-width: 38em) {
    .empty + .paper-check .told dl > div {
      display: grid;
      grid-template-columns: 15em minmax(0, 1fr);
      align-items: baseline;
      gap: calc(var(--_space) * 2);
    }
  }
  .told .which {
    color: var(--_muted);
    font-weight: 400;
  }
`;
