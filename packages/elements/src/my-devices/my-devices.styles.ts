import { css } from 'lit';

export const styles = css`
  ul {
    margin: 0 0 calc(var(--_space) * 3);
    padding: 0;
    list-style: none;
  }
  li {
    padding-block: calc(var(--_space) * 1.5);
    border-block-end: 1px solid var(--_line);
  }
  li p {
    margin: 0;
  }
  .name {
    font-weight: 600;
  }
  .passkeys {
    margin-block-start: calc(var(--_space) * 5);
    overflow-wrap: anywhere;
  }
  .passkeys h4 {
    margin: calc(var(--_space) * 3) 0 calc(var(--_space) * 1.5);
  }
  .passkeys li > .actions,
  .passkeys .sure {
    margin-block-start: var(--_space);
  }
  .sure {
    padding: calc(var(--_space) * 2);
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_surface-soft);
    color: var(--_text);
  }
  .sure p {
    margin-block-end: calc(var(--_space) * 2);
  }
`;
