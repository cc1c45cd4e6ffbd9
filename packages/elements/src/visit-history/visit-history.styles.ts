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
  /* Eight columns, on a tablet or with large text. */
  @container (min-width: 34.01em) and (max-width: 46em) {
    td,
    th button {
      padding-inline: calc(var(--_space) * 0.5);
    }
  }
`;
