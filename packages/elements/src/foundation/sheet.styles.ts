import { css } from 'lit';

/** A sheet with a heading, a few fields and buttons, and why something did not come about. */
export const sheet = css`
  .sheet {
    max-inline-size: 40em;
  }
  h2,
  h3 {
    margin: 0 0 calc(var(--_space) * 2);
    line-height: 1.3;
  }
  h2 {
    font-size: 1.5em;
  }
  h3 {
    margin-block: calc(var(--_space) * 4) calc(var(--_space) * 1.5);
    font-size: 1.125em;
  }
  p {
    margin: 0 0 calc(var(--_space) * 1.5);
  }
  .field {
    margin-block-end: calc(var(--_space) * 3);
  }
  .hint {
    color: inherit;
    opacity: 0.8;
  }
  .problem {
    margin-block: 0 calc(var(--_space) * 4);
    padding: calc(var(--_space) * 2) calc(var(--_space) * 2.5);
    border: 2px solid var(--_danger);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_text);
  }
  #problem-title {
    margin: 0 0 var(--_space);
    font-size: 1.125em;
  }
  .problem :last-child {
    margin-block-end: 0;
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: calc(var(--_space) * 1.5);
  }
  @container (max-width: 34em) {
    form button,
    .actions button {
      inline-size: 100%;
    }
  }
`;
