import { css } from 'lit';

export const styles = css`
  #control {
    max-inline-size: 12em;
    font-size: 1.25em;
    font-variant-numeric: tabular-nums;
    letter-spacing: 0.2em;
  }
  .again {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(var(--_space) * 1.5);
    margin-block-start: calc(var(--_space) * 1.5);
  }
  .again .hint {
    margin: 0;
  }
`;
