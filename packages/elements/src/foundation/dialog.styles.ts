import { css } from 'lit';

/** A dialog in which something is decided: choices with a reason, what will be sent, and the buttons. */
export const dialogStyles = css`
  dialog {
    inline-size: min(44em, 100vw - 1em);
    max-inline-size: none;
    max-block-size: min(56em, 100vh - 1em);
    padding: calc(var(--_space) * 3);
    border: 1px solid var(--_border);
    border-radius: calc(var(--_radius) * 2);
    background: var(--_surface);
    color: var(--_text);
    overflow: auto;
    overscroll-behavior: contain;
    outline: none;
  }
  dialog::backdrop {
    background: rgb(8 25 48 / 0.5);
  }
  fieldset {
    display: grid;
    min-inline-size: 0;
    margin: 0 0 calc(var(--_space) * 2.5);
    padding: 0;
    border: 0;
  }
  legend {
    padding: 0;
  }
  fieldset .error {
    margin-block: 0 var(--_space);
  }
  .choice {
    display: flex;
    align-items: center;
    gap: calc(var(--_space) * 1.5);
    min-block-size: var(--_target);
    cursor: pointer;
  }
  .choice input {
    flex: none;
    inline-size: 1.375em;
    block-size: 1.375em;
    accent-color: var(--_primary);
  }
  textarea {
    resize: vertical;
  }
  .preview {
    margin-block: calc(var(--_space) * 2.5);
    padding: calc(var(--_space) * 2);
    border: 1px dashed var(--_border);
    border-radius: var(--_radius);
    background: var(--_surface-soft);
  }
  .preview ul {
    margin: var(--_space) 0 0;
    padding-inline-start: 1.25em;
  }
  .preview .hint {
    margin-block: var(--_space) 0;
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: calc(var(--_space) * 1.5);
  }
  .actions button {
    flex: 1 1 12em;
  }
  @media (min-width: 40em) {
    fieldset {
      grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
      column-gap: calc(var(--_space) * 3);
    }
    fieldset .error {
      grid-column: 1 / -1;
    }
    .actions button {
      flex: none;
    }
  }
`;
