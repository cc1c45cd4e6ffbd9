import { css } from 'lit';

export const styles = css`
  .sheet {
    max-inline-size: 40em;
  }
  h2,
  h3 {
    margin: 0 0 calc(var(--_space) * 3);
    line-height: 1.3;
  }
  h2 {
    font-size: 1.5em;
  }
  h3 {
    margin-block: calc(var(--_space) * 4) calc(var(--_space) * 1.5);
    font-size: 1.125em;
  }
  p {
    margin: 0 0 calc(var(--_space) * 1.5);
  }
  .field {
    margin-block-end: calc(var(--_space) * 3);
  }
  .hint {
    color: inherit;
    opacity: 0.8;
  }
  .problem {
    margin-block: 0 calc(var(--_space) * 4);
    padding: calc(var(--_space) * 2) calc(var(--_space) * 2.5);
    border: 2px solid var(--_danger);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_text);
  }
  .problem h3 {
    margin-block: 0 var(--_space);
  }
  .problem p,
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
  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: calc(var(--_space) * 1.5);
  }
  @container (min-width: 34em) {
    dl > div {
      display: grid;
      grid-template-columns: 12em 1fr;
      align-items: baseline;
    }
  }
  @container (max-width: 34em) {
    .actions button,
    form button {
      inline-size: 100%;
    }
  }
`;
