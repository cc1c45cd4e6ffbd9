import { css } from 'lit';

/** Tabs, total, search. */
export const styles = css`
  [role='tablist'] {
    display: flex;
    flex-wrap: wrap;
    border-block-end: 1px solid var(--_line);
  }
  [role='tab'] {
    border: 0;
    border-block-end: 3px solid transparent;
    border-radius: 0;
    background: none;
    color: inherit;
    padding-inline: calc(var(--_space) * 2);
  }
  [role='tab'][aria-selected='true'] {
    border-block-end-color: var(--_primary);
    color: var(--_primary);
    font-weight: 600;
  }
  .summary {
    margin-block: calc(var(--_space) * 3) calc(var(--_space) * 2);
  }
  .summary p {
    margin: 0;
  }
  .summary strong {
    font-size: 1.25em;
  }
  .summary .note,
  .count {
    color: var(--_muted);
  }
  .tools {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space);
    align-items: end;
    margin-block: calc(var(--_space) * 2);
  }
  .tools .search {
    flex: 14em;
  }
  .search .label {
    display: block;
    margin-block-end: calc(var(--_space) * 0.5);
    font-weight: 600;
  }
  input {
    display: block;
    inline-size: 100%;
    min-block-size: var(--_target);
    padding: calc(var(--_space) * 0.75) calc(var(--_space) * 1.5);
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_text);
  }
  @media print {
    .tools {
      display: none;
    }
  }
`;
