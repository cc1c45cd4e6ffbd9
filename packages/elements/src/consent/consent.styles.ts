import { css } from 'lit';

export const styles = css`
  .said:not(:empty) {
    padding: calc(var(--_space) * 2);
    border-inline-start: 4px solid var(--_primary);
    border-radius: var(--_radius);
    background: var(--_primary-soft);
    color: var(--_text);
  }
  .purposes {
    margin: 0 0 calc(var(--_space) * 4);
    padding: 0;
    list-style: none;
  }
  .purposes > li {
    padding-block: calc(var(--_space) * 2);
    border-block-start: 1px solid var(--_border);
  }
  .purposes > li:last-child {
    border-block-end: 1px solid var(--_border);
  }
  .purposes h3,
  .purposes h4 {
    margin: 0 0 var(--_space);
    font-size: 1em;
  }
  .kind {
    font-weight: normal;
  }
  .choice {
    display: flex;
    align-items: center;
    gap: calc(var(--_space) * 1.5);
    min-block-size: var(--_target);
  }
  .choice input {
    flex: none;
    inline-size: 1.5em;
    block-size: 1.5em;
    accent-color: var(--_primary);
  }
  summary {
    min-block-size: var(--_target);
    align-content: center;
    cursor: pointer;
  }
  details p {
    margin-block-end: calc(var(--_space) * 2);
  }
  .history {
    margin: 0;
    padding-inline-start: 1.25em;
  }
`;
