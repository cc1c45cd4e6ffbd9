import { css } from 'lit';

export const styles = css`
  .viewer {
    display: grid;
    gap: calc(var(--_space) * 3);
  }
  @container (min-width: 44em) {
    .viewer {
      grid-template-columns: minmax(0, 26em) minmax(0, 1fr);
      align-items: start;
    }
    .wide,
    .notice {
      grid-column: 1 / -1;
    }
  }
  p {
    margin: 0;
  }
  .choice {
    max-inline-size: 26em;
    font-weight: 600;
  }
  select {
    display: block;
    inline-size: 100%;
    min-block-size: var(--_target);
    padding-inline: var(--_space);
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_text);
    font-weight: 400;
  }
  .validity {
    justify-self: start;
    padding: calc(var(--_space) * 0.5) calc(var(--_space) * 1.5);
    border-inline-start: 4px solid var(--_success);
    background: var(--_surface-soft);
    color: var(--_success);
    font-weight: 600;
  }
  .validity.soon {
    border-color: var(--_warning);
    color: var(--_warning);
  }
  .validity.invalid {
    border-color: var(--_danger);
    color: var(--_danger);
  }
  .card {
    margin: 0;
    max-inline-size: 26em;
  }
  /* As large as the card that comes there. */
  .faces:empty {
    aspect-ratio: 85.6 / 53.98;
    border-radius: 3.5% / 5.5%;
    background: var(--_surface-soft);
  }
  .card.turned {
    max-inline-size: 19em;
  }
  .faces {
    display: grid;
  }
  .faces svg {
    grid-area: 1 / 1;
    inline-size: 100%;
    border-radius: 3.5% / 5.5%;
    box-shadow: 0 0 0 1px var(--_line), 0 2px 10px rgb(10 30 60 / 0.15);
    forced-color-adjust: none;
  }
  .small {
    color: var(--_muted);
    font-size: 0.875em;
    margin-block-start: var(--_space);
  }
  .tools {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space);
    margin-block-start: calc(var(--_space) * 2);
  }
  .tools button {
    flex: 1 0 auto;
    max-inline-size: 12em;
  }
  dl {
    margin: 0;
  }
  dl div {
    display: grid;
    grid-template-columns: minmax(7em, 34%) 1fr;
    gap: calc(var(--_space) * 2);
    padding-block: var(--_space);
    border-block-end: 1px solid var(--_line);
  }
  dt {
    color: var(--_muted);
  }
  dd {
    margin: 0;
    font-weight: 600;
    min-inline-size: 0;
  }
  .number {
    font-variant-numeric: tabular-nums;
    letter-spacing: 0.04em;
  }
  @media print {
    .card {
      inline-size: 85.6mm;
      max-inline-size: none;
    }
    .faces svg {
      box-shadow: none;
      print-color-adjust: exact;
    }
  }
`;
