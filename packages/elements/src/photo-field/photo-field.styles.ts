import { css } from 'lit';

export const styles = css`
  p,
  h2 {
    margin: 0;
  }
  .stage {
    display: flex;
    flex-direction: column;
    align-items: center;
    gap: calc(var(--_space) * 1.5);
    padding: calc(var(--_space) * 2.5);
    border: 2px dashed var(--_border);
    border-radius: calc(var(--_radius) * 1.5);
    background: var(--_surface-soft);
    color: var(--_text);
    text-align: center;
  }
  .stage.filled {
    border-style: solid;
    border-width: 1px;
    border-color: var(--_line);
  }
  .stage.over {
    border-color: var(--_primary);
    background: var(--_primary-soft);
  }
  .stage[data-invalid='true'] {
    border-color: var(--_danger);
  }
  .outline,
  canvas {
    inline-size: auto;
    max-inline-size: 100%;
    block-size: auto;
    max-block-size: 20em;
    border-radius: var(--_radius);
  }
  .outline {
    display: block;
    block-size: 7em;
    color: var(--_muted);
  }
  canvas {
    display: block;
    background: #fff;
    box-shadow: 0 1px 6px rgb(8 25 48 / 0.25);
  }
  canvas.editor {
    cursor: move;
    touch-action: none;
  }
  .advice {
    color: var(--_muted);
  }
  /* Nothing is dragged with a finger. */
  @media (pointer: coarse) {
    .advice {
      display: none;
    }
  }
  .acts,
  .tools {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: center;
    gap: var(--_space);
  }
  .tools {
    inline-size: 100%;
    max-inline-size: 26em;
  }
  .zoom {
    display: flex;
    flex: 1 1 12em;
    align-items: center;
    gap: var(--_space);
  }
  input[type='range'] {
    flex: 1;
    min-inline-size: 6em;
    padding: 0;
    border: 0;
    background: none;
    accent-color: var(--_primary);
  }
  input[type='file'] {
    display: none;
  }
  .words {
    display: grid;
    gap: calc(var(--_space) * 0.5);
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .warning {
    color: var(--_warning);
    font-weight: 600;
  }
  .good {
    color: var(--_success);
  }
  progress {
    inline-size: min(100%, 20em);
    accent-color: var(--_primary);
  }
  @media print {
    .stage:not(.filled) {
      display: none;
    }
  }
`;
