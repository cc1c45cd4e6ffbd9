/** Looks of the camera's dialog. A plain text: a part that is loaded later cannot bring Lit's `css` a second time. */
export const cameraDialogStyles = `
  dialog {
    inline-size: min(44em, 100vw - 1em);
    max-inline-size: none;
    max-block-size: calc(100vh - 1em);
    padding: calc(var(--_space) * 2);
    border: 1px solid var(--_line);
    border-radius: calc(var(--_radius) * 2);
    background: var(--_surface);
    color: var(--_text);
  }
  dialog::backdrop {
    background: rgb(8 25 48 / 0.6);
  }
  dialog h2 {
    margin-block: 0 var(--_space);
    font-size: 1.25em;
  }
  .view {
    position: relative;
    display: grid;
    place-items: center;
    container-type: size;
    aspect-ratio: 4 / 3;
    inline-size: min(100%, 60vh * 4 / 3);
    margin-inline: auto;
    overflow: hidden;
    border-radius: var(--_radius);
    background: #000;
  }
  .view.upright {
    aspect-ratio: 3 / 4;
    inline-size: min(100%, 60vh * 3 / 4);
  }
  video {
    position: absolute;
    inline-size: 100%;
    block-size: 100%;
    object-fit: cover;
  }
  video.mirror {
    transform: scaleX(-1);
  }
  .mask {
    position: relative;
    inline-size: min(92cqi, 92cqb * var(--_aspect));
    aspect-ratio: var(--_aspect);
    border: 2px solid #fff;
    border-radius: 10px;
    box-shadow: 0 0 0 999px rgb(0 0 0 / 0.45);
    pointer-events: none;
  }
  .mask svg {
    position: absolute;
    inline-size: 100%;
    block-size: 100%;
    fill: none;
    stroke: #fff;
    stroke-width: 0.7;
    stroke-dasharray: 3 2;
  }
  dialog .hint {
    margin-block: var(--_space);
    text-align: center;
  }
  dialog .acts {
    display: flex;
    flex-wrap: wrap;
    justify-content: center;
    gap: var(--_space);
  }
`;
