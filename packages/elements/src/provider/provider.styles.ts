import { css } from 'lit';

/** The provider has no box of its own: the page's layout passes through it. */
export const styles = css`
  :host {
    display: contents;
  }
  .problem {
    margin: 0 0 calc(var(--_space) * 2);
    padding: calc(var(--_space) * 1.5);
    border: 1px solid var(--_danger);
    border-inline-start-width: 4px;
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_text);
  }
  .problem p {
    margin: 0;
  }
  .why {
    color: var(--_danger);
    font-weight: 600;
  }
`;
