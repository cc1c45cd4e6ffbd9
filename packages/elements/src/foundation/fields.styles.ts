import { css } from 'lit';

/** Text fields and lists, with label, hint and error. */
export const fields = css`
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
  :is(input, select, textarea):disabled {
    background: var(--_surface-soft);
    color: var(--_muted);
    cursor: not-allowed;
  }
  ::placeholder {
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
`;
