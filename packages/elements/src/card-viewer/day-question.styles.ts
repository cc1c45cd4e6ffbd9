/** The question for another day, under the buttons of the facts. */
export const DAY_CSS = `
  .tools + .choice {
    margin-block-start: calc(var(--_space) * 2);
  }
  .choice input {
    display: block;
    inline-size: 100%;
    max-inline-size: 14em;
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
