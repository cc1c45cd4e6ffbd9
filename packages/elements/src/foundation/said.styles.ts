import { css } from 'lit';

/** What a sheet says of what it did, and a choice with its box. */
export const said = css`
  .said:not(:empty) {
    padding: calc(var(--_space) * 2);
    border-inline-start: 4px solid var(--_primary);
    border-radius: var(--_radius);
    background: var(--_primary-soft);
    color: var(--_text);
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
`;
