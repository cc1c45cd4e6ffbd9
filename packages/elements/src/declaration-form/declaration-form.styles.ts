import { css } from 'lit';

export const styles = css`
  h2,
  h3 {
    margin: 0;
    line-height: 1.3;
  }
  h2 {
    font-size: 1.5em;
    text-wrap: balance;
  }
  /* No one operates a heading: the focus is there for the reader that begins to read from it. */
  h2:focus {
    outline: none;
  }
  h3 {
    font-size: 1.125em;
    margin-block: calc(var(--_space) * 5) calc(var(--_space) * 2);
  }
  p {
    margin: 0 0 calc(var(--_space) * 2);
  }
  .sheet {
    max-inline-size: 44em;
  }
  .steps {
    display: flex;
    gap: var(--_space);
    margin: 0 0 calc(var(--_space) * 4);
    padding: 0;
    list-style: none;
  }
  .steps li {
    flex: 1;
    min-inline-size: 0;
    padding-block-start: calc(var(--_space) * 1.25);
    border-block-start: 4px solid var(--_line);
    font-size: 0.875em;
  }
  .steps .done,
  .steps .current {
    border-color: var(--_primary);
  }
  .steps .current {
    font-weight: 600;
  }
  .steps .skipped .step-name {
    text-decoration: line-through;
  }
  .dot {
    margin-inline-end: 0.25em;
    font-variant-numeric: tabular-nums;
  }
  .field {
    display: block;
    margin: 0 0 calc(var(--_space) * 4);
    padding: 0;
    border: 0;
    min-inline-size: 0;
  }
  .field > .label {
    margin-block-start: 0;
  }
  bhxh-address-field {
    display: block;
    margin-block-end: calc(var(--_space) * 4);
  }
  bhxh-address-field::part(label) {
    font-weight: 600;
  }
  .hint,
  .optional {
    color: inherit;
    opacity: 0.8;
  }
  .hint {
    font-size: 0.9375em;
  }
  .optional {
    font-weight: 400;
    font-size: 0.875em;
  }
  input.short-12 {
    max-inline-size: 16ch;
  }
  input.short-16 {
    max-inline-size: 20ch;
  }
  input.short-18 {
    max-inline-size: 24ch;
  }
  input.short-36 {
    max-inline-size: 36ch;
  }
  .choice {
    display: flex;
    gap: calc(var(--_space) * 1.5);
    align-items: flex-start;
    min-block-size: var(--_target);
    margin-block-end: var(--_space);
    padding: calc(var(--_space) * 1.25) calc(var(--_space) * 1.5);
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_text);
    cursor: pointer;
  }
  .choice:has(input:checked) {
    border-color: var(--_primary);
    box-shadow: inset 0 0 0 1px var(--_primary);
    background: var(--_primary-soft);
  }
  .choices[aria-invalid='true'] {
    box-shadow: none;
  }
  :is(.choices[aria-invalid='true'] .choice, .choice:has([aria-invalid='true'])) {
    border-color: var(--_danger);
  }
  .choice input {
    flex: none;
    inline-size: 1.25em;
    block-size: 1.25em;
    margin: 0.125em 0 0;
    accent-color: var(--_primary);
  }
  .below,
  .block {
    margin-block-end: calc(var(--_space) * 4);
    padding-inline-start: calc(var(--_space) * 2);
    border-inline-start: 4px solid var(--_line);
  }
  .block h3,
  .notice h3 {
    margin-block-start: 0;
    margin-block-end: var(--_space);
  }
  .block .field:last-child,
  .below .field {
    margin-block-end: 0;
  }
  .notice,
  .deadline {
    margin-block: 0 calc(var(--_space) * 3);
    padding: calc(var(--_space) * 2);
    border-inline-start: 4px solid var(--_primary);
    border-radius: var(--_radius);
    background: var(--_primary-soft);
    color: var(--_text);
  }
  .deadline p {
    margin: 0;
  }
  .deadline .left {
    font-size: 1.25em;
    font-weight: 700;
  }
  .deadline[data-state='soon'],
  .deadline[data-state='last-hour'] {
    border-color: var(--_warning);
  }
  .deadline[data-state='over'] {
    border-color: var(--_danger);
  }
  .warning {
    margin: calc(var(--_space) * 0.75) 0 0;
    padding-inline-start: calc(var(--_space) * 1.25);
    border-inline-start: 4px solid var(--_warning);
  }
  .summary,
  .problem {
    margin-block: 0 calc(var(--_space) * 4);
    padding: calc(var(--_space) * 2) calc(var(--_space) * 2.5);
    border: 2px solid var(--_danger);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_text);
  }
  .summary h3,
  .problem h3 {
    margin-block: 0 var(--_space);
  }
  .summary ul {
    margin: 0;
    padding-inline-start: 1.25em;
  }
  .summary a {
    color: var(--_danger);
    font-weight: 600;
    display: block;
    inline-size: fit-content;
    padding-block: calc(var(--_space) * 0.5);
  }
  .summary .mended {
    list-style-type: '✓';
    padding-inline-start: 0.25em;
  }
  .mended a {
    color: inherit;
    font-weight: 400;
  }
  /* About as tall as what it waits for: the page below stays where it is. */
  .awaited {
    min-block-size: 30em;
  }
  .problem p:last-child {
    margin: 0;
  }
  .step-head {
    margin-block-end: calc(var(--_space) * 3);
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: calc(var(--_space) * 1.5);
    margin-block-start: calc(var(--_space) * 5);
  }
  .actions .primary {
    min-inline-size: 10em;
  }
  @container (max-width: 34em) {
    .steps .step-name {
      position: absolute;
      inline-size: 1px;
      block-size: 1px;
      overflow: hidden;
      clip-path: inset(50%);
      white-space: nowrap;
    }
    .dot {
      display: block;
      text-align: center;
      margin: 0;
    }
    .actions button {
      flex: 1 1 100%;
    }
  }
  @media (forced-colors: active) {
    .choice:has(input:checked) {
      outline: 2px solid Highlight;
    }
    .steps .current {
      border-color: Highlight;
    }
  }
`;
