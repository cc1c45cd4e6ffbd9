import { css } from 'lit';

export const styles = css`
  .levels {
    display: grid;
    gap: calc(var(--_space) * 2);
  }
  .field {
    min-inline-size: 0;
  }
  .field .label {
    font-weight: 500;
  }
  .group > .label {
    margin-block-end: var(--_space);
    font-size: 1.0625em;
  }
  .street {
    margin-block-start: calc(var(--_space) * 2);
  }
  .note {
    margin: 0 0 calc(var(--_space) * 2);
    padding: calc(var(--_space) * 1.5);
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_surface-soft);
    color: var(--_text);
  }
  .note p {
    margin: 0;
  }
  .note ul {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space);
    margin: var(--_space) 0;
    padding: 0;
    list-style: none;
  }
  .note button {
    text-align: start;
  }
  .problem {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: var(--_space);
    border-color: var(--_danger);
  }
  @container (min-width: 38em) {
    .levels {
      grid-template-columns: repeat(auto-fit, minmax(0, 1fr));
      grid-auto-flow: column;
    }
  }
`;
