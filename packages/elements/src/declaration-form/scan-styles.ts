const styles = `
  .scan {
    margin-block: 0 calc(var(--_space) * 3);
    padding: calc(var(--_space) * 2);
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_surface-soft);
    color: var(--_text);
  }
  .scan h3 {
    margin-block: 0 calc(var(--_space) * 0.5);
  }
  .scan p {
    margin-block: 0 var(--_space);
  }
  .scan .acts {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space);
    margin-block-end: var(--_space);
  }
  .scan > :last-child,
  .scan > div > :last-child {
    margin-block-end: 0;
  }
  .scan .said:not(:empty),
  .scan .differing {
    margin-block-start: calc(var(--_space) * 1.5);
    padding: calc(var(--_space) * 1.25) calc(var(--_space) * 1.5);
    border-inline-start: 4px solid var(--_primary);
    background: var(--_surface);
  }
  .scan .differing {
    border-color: var(--_warning);
  }
  .scan .differing h4 {
    margin: 0 0 var(--_space);
    font-size: 1em;
  }
  .scan .error {
    font-weight: 600;
  }
  .scanned {
    display: inline-block;
    margin: 0 0 calc(var(--_space) * 0.5);
    padding-inline: calc(var(--_space) * 1);
    border: 1px solid var(--_success);
    border-radius: 1em;
    background: var(--_surface);
    color: var(--_success);
    font-size: 0.875em;
    font-weight: 600;
  }
  .scanned::before {
    content: '✓ ' / '';
  }
  /* Who has a scanner has a keyboard. */
  @media (pointer: coarse) {
    .scan .wedge {
      display: none;
    }
  }
  @container (max-width: 34em) {
    .scan .acts button {
      flex: 1 1 100%;
    }
  }
`;

/** Looks of what is loaded for scanning. */
export function scanStyles(): CSSStyleSheet {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(styles);
  return sheet;
}
