import { css } from 'lit';

/** What went wrong, with its way out beside it or, where it is narrow, below: the look of every `notice()`. */
export const noticeStyles = css`
  .notice {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space);
    align-items: center;
    margin-block: calc(var(--_space) * 2);
    padding: calc(var(--_space) * 2);
    border-inline-start: 4px solid var(--_warning);
    background: var(--_surface-soft);
    color: var(--_text);
  }
  .notice.failed {
    border-color: var(--_danger);
  }
  .notice p {
    margin: 0;
    flex: 16em;
  }
`;
