import { css } from 'lit';

export const styles = css`
  .profile {
    max-inline-size: 48em;
  }
  h2 {
    margin: 0 0 calc(var(--_space) * 2);
    font-size: 1.5em;
    line-height: 1.3;
  }
  h3 {
    margin: 0 0 calc(var(--_space) * 2);
    font-size: 1.2em;
  }
  p {
    margin: 0 0 calc(var(--_space) * 1.5);
  }
  .whose {
    max-inline-size: 26em;
    margin-block-end: calc(var(--_space) * 2);
  }
  .problem {
    margin-block-end: calc(var(--_space) * 2);
    padding: calc(var(--_space) * 1.5) calc(var(--_space) * 2);
    border-inline-start: 4px solid var(--_danger);
    background: var(--_surface-soft);
    color: var(--_text);
  }
  .problem p {
    margin: 0;
  }
  dl {
    margin: 0;
  }
  dl div {
    display: grid;
    grid-template-columns: minmax(7em, 34%) 1fr;
    gap: calc(var(--_space) * 2);
    padding-block: var(--_space);
    border-block-end: 1px solid var(--_line);
  }
  dt {
    opacity: 0.85;
  }
  dd {
    margin: 0;
    font-weight: 600;
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }
  .number {
    font-variant-numeric: tabular-nums;
    letter-spacing: 0.04em;
  }
  .tools,
  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space);
    margin-block-start: calc(var(--_space) * 2);
  }
  .contact {
    margin-block-start: calc(var(--_space) * 3);
    padding: calc(var(--_space) * 2.5);
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_text);
  }
  .contact .field {
    max-inline-size: 26em;
    margin-block-end: calc(var(--_space) * 2);
  }
  #again-wait {
    margin-block: var(--_space) 0;
  }
  .contact .said:not(:empty) {
    padding: calc(var(--_space) * 1.5) calc(var(--_space) * 2);
    border-inline-start: 4px solid var(--_primary);
    background: var(--_primary-soft);
  }
  @container (max-width: 34em) {
    .tools button,
    .actions button {
      inline-size: 100%;
    }
  }
`;
