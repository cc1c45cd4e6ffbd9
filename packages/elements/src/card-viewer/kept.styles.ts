/** The choice to keep the card on the device, and what is said of the copy. */
export const KEPT_CSS = `
  .kept {
    padding-block-start: calc(var(--_space) * 2);
    border-block-start: 1px solid var(--_line);
  }
  .kept label {
    display: flex;
    align-items: center;
    gap: calc(var(--_space) * 1.5);
    min-block-size: var(--_target);
    inline-size: fit-content;
    max-inline-size: 100%;
    font-weight: 600;
    cursor: pointer;
  }
  .kept [type='checkbox'] {
    flex: none;
    inline-size: 1.5em;
    block-size: 1.5em;
    accent-color: var(--_primary);
  }
  .kept .small {
    max-inline-size: 46em;
    margin-block: 0;
  }
  .kept [role='status']:not(:empty) {
    max-inline-size: 46em;
    margin-block-start: var(--_space);
  }
  .kept button {
    margin-block-start: calc(var(--_space) * 1.5);
  }
  .kept [hidden] {
    display: none;
  }
`;
