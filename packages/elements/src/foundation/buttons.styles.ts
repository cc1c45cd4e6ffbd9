import { css } from 'lit';

/** Buttons, alike in every element. */
export const buttons = css`
  button,
  input,
  select,
  textarea {
    font: inherit;
    letter-spacing: inherit;
    word-spacing: inherit;
    color: inherit;
    margin: 0;
  }
  /* Below 16 px a phone zooms in on the box. */
  input,
  select,
  textarea {
    font-size: max(1em, 16px);
  }
  button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: var(--_space);
    min-block-size: var(--_target);
    min-inline-size: var(--_target);
    padding: calc(var(--_space) * 0.75) calc(var(--_space) * 2.5);
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_text);
    text-align: center;
    cursor: pointer;
    transition: background-color 0.12s, border-color 0.12s;
    touch-action: manipulation;
  }
  button:hover:not(:disabled) {
    background: var(--_primary-soft);
    border-color: var(--_primary);
  }
  button:disabled {
    opacity: 0.55;
    cursor: not-allowed;
  }
`;
