import { css } from 'lit';

export const styles = css`
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
  bhxh-one-time-code {
    display: block;
    margin-block-end: calc(var(--_space) * 3);
  }
`;
