import { css } from 'lit';

/** The two faces and the dialog with the QR code. */
export const displayStyles = css`
  .card.shown {
    perspective: 60em;
    aspect-ratio: auto;
    background: none;
  }
  .card.turned {
    max-inline-size: 19em;
  }
  .faces {
    display: grid;
    transform-style: preserve-3d;
    transition: transform 0.45s ease;
  }
  .faces svg {
    grid-area: 1 / 1;
    display: block;
    inline-size: 100%;
    border-radius: 3.5% / 5.5%;
    box-shadow: 0 0 0 1px var(--_line), 0 2px 10px rgb(10 30 60 / 0.15);
    backface-visibility: hidden;
    forced-color-adjust: none;
  }
  .faces svg:last-child,
  .faces.back {
    transform: rotateY(180deg);
  }
  .small {
    color: var(--_muted);
    font-size: 0.875em;
    margin-block-start: var(--_space);
  }
  dialog {
    inline-size: min(34rem, 100%);
    max-inline-size: 100%;
    padding: calc(var(--_space) * 3);
    border: 0;
    border-radius: var(--_radius);
    background: #fff;
    color: #000;
    color-scheme: light;
    forced-color-adjust: none;
    text-align: center;
  }
  dialog h2 {
    margin: 0;
  }
  dialog svg {
    display: block;
    inline-size: min(100%, 70vh);
    margin-inline: auto;
  }
  dialog button {
    background: #fff;
    color: #0b57a4;
    border-color: #0b57a4;
    margin-block-start: calc(var(--_space) * 2);
  }
  dialog::backdrop {
    background: rgb(255 255 255 / 0.94);
  }
  @media print {
    .card.shown {
      inline-size: 85.6mm;
      max-inline-size: none;
    }
    .faces svg {
      box-shadow: none;
      print-color-adjust: exact;
    }
  }
`;
