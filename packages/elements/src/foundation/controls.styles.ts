import { css } from 'lit';

/** Buttons, text fields, labels, hints and errors, alike in every element. `button` is plain; add `class="primary"` or `class="quiet"`. */
export const controls = css`
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
  input:not([type='checkbox'], [type='radio'], [type='file']),
  select,
  textarea {
    display: block;
    inline-size: 100%;
    min-block-size: var(--_target);
    padding: calc(var(--_space) * 0.75) calc(var(--_space) * 1.5);
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_text);
  }
  input:disabled,
  select:disabled,
  textarea:disabled {
    background: var(--_surface-soft);
    color: var(--_muted);
    cursor: not-allowed;
  }
  input::placeholder,
  textarea::placeholder {
    color: var(--_muted);
    opacity: 1;
  }
  [aria-invalid='true']:not([role]) {
    border-color: var(--_danger);
    box-shadow: inset 0 0 0 1px var(--_danger);
  }
  .label {
    display: block;
    margin-block-end: calc(var(--_space) * 0.5);
    font-weight: 600;
  }
  .required,
  .error {
    color: var(--_danger);
  }
  .hint {
    margin: 0 0 calc(var(--_space) * 0.75);
    color: var(--_muted);
  }
  .error {
    margin: calc(var(--_space) * 0.75) 0 0;
    font-weight: 600;
  }
  a {
    color: var(--_primary);
    text-underline-offset: 0.2em;
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
