import { css } from 'lit';

export const styles = css`
  .purposes {
    margin: 0 0 calc(var(--_space) * 4);
    padding: 0;
    list-style: none;
  }
  .purposes > li {
    padding-block: calc(var(--_space) * 2);
    border-block-start: 1px solid var(--_line);
  }
  .purposes > li:last-child {
    border-block-end: 1px solid var(--_line);
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
    gap: calc(var(--_space) * 1.5);
    margin-block-end: 0;
  }
  .choice input {
    flex: none;
    inline-size: 1.5em;
    block-size: 1.5em;
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
