import { css } from 'lit';

/** The year and the button beside it. */
export const visitStyles = css`
  .year {
    display: flex;
    gap: var(--_space);
    align-items: center;
  }
  select {
    min-block-size: var(--_target);
    padding: calc(var(--_space) * 0.75) calc(var(--_space) * 1.5);
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_text);
  }
`;
