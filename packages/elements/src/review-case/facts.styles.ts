import { css } from 'lit';

/** Facts, and the grid in which the acts stand beside them. */
export const factsStyles = css`
  .part {
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_text);
    overflow: clip;
  }
  .part + .part {
    margin-block-start: calc(var(--_space) * 2);
  }
  .part-head {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    min-block-size: var(--_target);
    padding: 0 calc(var(--_space) * 2);
    border-block-end: 1px solid var(--_line);
    background: var(--_surface-soft);
  }
  .part-head button {
    padding-inline: 0;
  }
  .keys {
    margin-block-end: var(--_space);
    font-size: 0.9375em;
    opacity: 0.85;
  }
  .beside {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
  }
  .part dl {
    margin: 0;
  }
  .row {
    padding: var(--_space) calc(var(--_space) * 2);
  }
  .row + .row {
    border-block-start: 1px solid var(--_line);
  }
  .row dt {
    color: var(--_muted);
    font-size: 0.9375em;
  }
  .row dd {
    font-variant-numeric: tabular-nums;
  }
  [data-field='fullName'] dd,
  [data-field='identityNumber'] dd,
  [data-field='guardianIdentityNumber'] dd,
  [data-field='bhxhNumber'] dd {
    font-size: 1.1875em;
    letter-spacing: 0.02em;
  }
  @container (min-width: 38em) {
    .pictured {
      grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
    }
    /* What is compared stays beside the photograph that is looked at. */
    .pictured dl {
      position: sticky;
      inset-block-start: 0;
      align-self: start;
    }
    .beside:not(.pictured) .row {
      display: grid;
      grid-template-columns: 14em minmax(0, 1fr);
      align-items: baseline;
      gap: calc(var(--_space) * 2);
    }
  }
  @container (min-width: 62em) {
    .desk {
      grid-template-columns: minmax(0, 1fr) 19em;
      align-items: start;
    }
    .acts {
      grid-area: 1 / 2;
      position: sticky;
      inset-block-start: var(--_space);
    }
  }
`;
