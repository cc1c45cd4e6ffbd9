import { css } from 'lit';

/** The box of a photograph keeps its height while the picture is on its way, so that nothing jumps. */
export const photographStyles = css`
  .photographs {
    display: grid;
    gap: calc(var(--_space) * 2);
    align-content: start;
    padding: calc(var(--_space) * 2);
    border-block-start: 1px solid var(--_line);
  }
  .photograph {
    min-inline-size: 0;
    margin: 0;
  }
  figcaption {
    margin-block-end: calc(var(--_space) * 0.5);
    color: var(--_muted);
    font-size: 0.9375em;
  }
  .box {
    block-size: var(--bhxh-photograph-height, 20em);
    overflow: auto;
    overscroll-behavior: contain;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_surface-soft);
  }
  .paper .box {
    block-size: var(--bhxh-photograph-height, 15em);
  }
  .box.empty {
    display: grid;
    place-content: center;
    justify-items: center;
    gap: var(--_space);
    padding: calc(var(--_space) * 2);
    text-align: center;
  }
  .box canvas {
    display: block;
    inline-size: 100%;
    block-size: 100%;
    object-fit: contain;
    cursor: grab;
  }
  .box canvas:active {
    cursor: grabbing;
  }
  .tools {
    display: flex;
    flex-wrap: wrap;
    gap: calc(var(--_space) * 0.75);
    margin-block-start: calc(var(--_space) * 0.75);
  }
  .tools button {
    flex: 1 1 auto;
    padding-inline: calc(var(--_space) * 1.5);
  }
  @container (min-width: 38em) {
    .photographs {
      border-block-start: 0;
      border-inline-start: 1px solid var(--_line);
    }
  }
  @container (max-width: 37.99em) {
    .box {
      block-size: var(--bhxh-photograph-height, 16em);
    }
    .paper .box {
      block-size: var(--bhxh-photograph-height, 12em);
    }
  }
`;
