import { css } from 'lit';

export const styles = css`
  .said:not(:empty) {
    padding: calc(var(--_space) * 2);
    border-inline-start: 4px solid var(--_primary);
    border-radius: var(--_radius);
    background: var(--_primary-soft);
    color: var(--_text);
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
  .ways {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space) calc(var(--_space) * 3);
    margin-block-start: calc(var(--_space) * 3);
  }
  .actions + .hint {
    margin-block-start: calc(var(--_space) * 2);
  }
  bhxh-one-time-code {
    margin-block-end: calc(var(--_space) * 3);
  }
`;
