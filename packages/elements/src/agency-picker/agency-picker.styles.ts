import { css } from 'lit';

/** The closed control: the choice, its button, the suggestion. The tree brings its own (`agency-browser.styles.ts`). */
export const styles = css`
  p,
  h2 {
    margin: 0;
  }
  .chosen {
    margin-block-end: calc(var(--_space) * 1.5);
    padding-inline-start: calc(var(--_space) * 1.5);
    border-inline-start: 4px solid var(--_primary);
  }
  .path {
    font-weight: 600;
    font-size: 1.0625em;
  }
  .term {
    opacity: 0.8;
  }
  .chosen a {
    display: inline-block;
    padding-block: calc((var(--_target) - 1.5em) / 2);
    margin-block: calc((1.5em - var(--_target)) / 2);
  }
  .opener {
    inline-size: 100%;
    max-inline-size: 32em;
    justify-content: space-between;
    text-align: start;
    padding-inline: calc(var(--_space) * 1.5);
  }
  .opener::after {
    content: '';
    flex: none;
    inline-size: 0.4em;
    block-size: 0.4em;
    margin-inline: 0.25em;
    border: solid currentColor;
    border-width: 0 2px 2px 0;
    transform: translateY(-25%) rotate(45deg);
  }
  [data-invalid='true'] {
    border-color: var(--_danger);
    box-shadow: inset 0 0 0 1px var(--_danger);
  }
  .note {
    margin-block-end: calc(var(--_space) * 1.5);
    padding: calc(var(--_space) * 1.5);
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_surface-soft);
    color: var(--_text);
  }
  .note button {
    margin-block-start: var(--_space);
  }
  .problem {
    border-color: var(--_danger);
  }

  :host([inline]) .chosen {
    margin-block: calc(var(--_space) * 1.5) 0;
  }
  @media print {
    .suggestion {
      display: none;
    }
    .chosen {
      border-color: #000;
    }
  }
`;
