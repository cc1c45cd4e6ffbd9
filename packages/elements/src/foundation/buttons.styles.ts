import { css } from 'lit';

/** Buttons, alike in every element: plain, `class="primary"` or `class="quiet"`. */
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
    -webkit-tap-highlight-color: transparent;
  }
  button:hover:not(:disabled) {
    background: var(--_primary-soft);
    border-color: var(--_primary);
  }
  button.primary {
    background: var(--_primary);
    border-color: var(--_primary);
    color: var(--_on-primary);
    font-weight: 600;
  }
  button.primary:hover:not(:disabled) {
    background: var(--_primary);
    box-shadow: inset 0 0 0 99px rgb(0 0 0 / 0.12);
  }
  button.quiet {
    background: none;
    border-color: transparent;
    color: var(--_primary);
    text-decoration: underline;
    text-underline-offset: 0.2em;
  }
  button.quiet:hover:not(:disabled) {
    background: var(--_primary-soft);
  }
  button:disabled {
    opacity: 0.55;
    cursor: not-allowed;
  }
  @media (forced-colors: active) {
    button.primary {
      forced-color-adjust: none;
      background: Highlight;
      border-color: Highlight;
      color: HighlightText;
    }
  }
`;
