import { css } from 'lit';

export const styles = css`
  .ways {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space) calc(var(--_space) * 3);
    margin-block-start: calc(var(--_space) * 3);
  }
  .way {
    margin-block-start: calc(var(--_space) * 3);
  }
  .way .hint {
    margin-block: var(--_space) 0;
  }
  [part='check'] .actions {
    margin-block-start: calc(var(--_space) * 2);
  }
  .actions + .hint {
    margin-block-start: calc(var(--_space) * 2);
  }
  bhxh-one-time-code {
    margin-block-end: calc(var(--_space) * 3);
  }
`;
