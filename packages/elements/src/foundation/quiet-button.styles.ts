import { css } from 'lit';

/** `class="quiet"`: an act that looks like a link. */
export const quietButton = css`
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
`;
