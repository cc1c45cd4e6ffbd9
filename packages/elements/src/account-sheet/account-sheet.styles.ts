import { css } from 'lit';

export const styles = css`
  .said:not(:empty) {
    padding: calc(var(--_space) * 2);
    border-inline-start: 4px solid var(--_primary);
    border-radius: var(--_radius);
    background: var(--_primary-soft);
    color: var(--_text);
  }
  /* For password managers alone: stronger than what shows text fields. */
  .sheet input[hidden] {
    display: none;
  }
  .step {
    margin-block-end: var(--_space);
    font-weight: 600;
  }
  .rule:not(:empty) {
    margin-block: calc(var(--_space) * 0.75) 0;
  }
  form + .hint {
    margin-block-start: calc(var(--_space) * 2);
  }
  .problem h4 {
    margin: 0 0 var(--_space);
    font-size: 1.125em;
  }
  .problem > :last-child {
    margin-block-end: 0;
  }
  .choice {
    display: flex;
    align-items: center;
    gap: var(--_space);
    min-block-size: var(--_target);
    margin-block-end: calc(var(--_space) * 2);
  }
  .choice input {
    inline-size: 1.25em;
    block-size: 1.25em;
    accent-color: var(--_primary);
  }
  bhxh-one-time-code {
    display: block;
    margin-block-end: calc(var(--_space) * 3);
  }
`;
