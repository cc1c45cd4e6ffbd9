import { css } from 'lit';

export const styles = css`
  .deadline p {
    margin: 0;
  }
  dl {
    display: grid;
    gap: calc(var(--_space) * 1.5);
    margin: 0 0 calc(var(--_space) * 3);
  }
  dt {
    opacity: 0.8;
  }
  dd {
    margin: 0;
    font-weight: 600;
    overflow-wrap: anywhere;
  }
  .status {
    font-size: 1.25em;
  }
  .deadline {
    margin-block-end: calc(var(--_space) * 3);
    padding: calc(var(--_space) * 2);
    border-inline-start: 4px solid var(--_primary);
    border-radius: var(--_radius);
    background: var(--_primary-soft);
    color: var(--_text);
  }
  .deadline .left {
    font-size: 1.25em;
    font-weight: 700;
  }
  .deadline[data-state='soon'],
  .deadline[data-state='last-hour'] {
    border-color: var(--_warning);
  }
  .deadline[data-state='over'] {
    border-color: var(--_danger);
  }
  .reasons,
  .officer {
    margin: 0 0 calc(var(--_space) * 2);
    padding: calc(var(--_space) * 2);
    border-inline-start: 4px solid var(--_danger);
    border-radius: var(--_radius);
    background: var(--_surface-soft);
    color: var(--_text);
    list-style: none;
  }
  .reasons li + li {
    margin-block-start: calc(var(--_space) * 1.5);
  }
  .officer {
    border-color: var(--_line);
    overflow-wrap: anywhere;
  }
  [part='check'] .actions {
    margin-block-start: calc(var(--_space) * 2);
  }
  .actions {
    margin-block-end: var(--_space);
  }
  .history {
    margin: 0 0 calc(var(--_space) * 3);
    padding: 0;
    list-style: none;
  }
  .history li {
    padding: var(--_space) calc(var(--_space) * 2);
    border-inline-start: 4px solid var(--_line);
  }
  .history li:last-child {
    border-color: var(--_primary);
    font-weight: 600;
  }
  @container (min-width: 34em) {
    dl > div {
      display: grid;
      grid-template-columns: 12em 1fr;
      align-items: baseline;
    }
  }
  @container (max-width: 34em) {
    .rejection > button {
      inline-size: 100%;
    }
  }
`;
