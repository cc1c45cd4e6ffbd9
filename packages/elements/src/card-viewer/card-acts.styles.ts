/** What comes with the acts: the turn from front to back, and the question for another day under the buttons of the facts. */
export const ACTS_CSS = `
  .card {
    perspective: 60em;
  }
  .faces {
    transform-style: preserve-3d;
    transition: transform 0.45s ease;
  }
  .faces svg {
    backface-visibility: hidden;
  }
  .faces svg + svg,
  .faces.back {
    transform: rotateY(180deg);
  }
  @media print {
    /* Chromium prints both sides of what is turned, the far one mirrored over the near one: the page is printed flat, with the side that is seen. */
    .faces,
    .faces svg {
      transform: none !important;
      transform-style: flat;
      backface-visibility: visible;
    }
    .faces.back svg:first-child,
    .faces:not(.back) svg + svg {
      display: none;
    }
  }
  .tools + .choice {
    margin-block-start: calc(var(--_space) * 2);
  }
  .choice input {
    display: block;
    inline-size: 100%;
    max-inline-size: 14em;
    margin-block-start: calc(var(--_space) * 0.5);
    min-block-size: var(--_target);
    padding-inline: var(--_space);
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_text);
  }
  .choice p {
    margin-block-start: var(--_space);
  }
`;
