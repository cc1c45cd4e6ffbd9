import { css } from 'lit';

/** `class="primary"`: the one act that matters most. */
export const primaryButton = css`
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
  @media (forced-colors: active) {
    button.primary {
      forced-color-adjust: none;
      background: Highlight;
      border-color: Highlight;
      color: HighlightText;
    }
  }
`;
