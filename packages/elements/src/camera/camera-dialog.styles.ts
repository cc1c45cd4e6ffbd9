/** Looks of the camera's dialog. A plain text: a part that is loaded later cannot bring Lit's `css` a second time. */
export const cameraDialogStyles = `
  dialog {
    inline-size: min(44em, 100vw - 2em);
    max-block-size: calc(100vh - 2em);
    padding: calc(var(--_space) * 2.5);
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
    aspect-ratio: 4 / 3;
    max-block-size: 60vh;
    inline-size: 100%;
    overflow: hidden;
    border-radius: var(--_radius);
    background: #000;
  }
  video {
    position: absolute;
    inline-size: 100%;
    block-size: 100%;
    object-fit: contain;
  }
  .mask {
    position: relative;
    inline-size: 84%;
    border: 2px solid #fff;
    border-radius: 10px;
    box-shadow: 0 0 0 999px rgb(0 0 0 / 0.45);
    pointer-events: none;
  }
  .mask.tall {
    inline-size: auto;
    block-size: 88%;
  }
  .mask.square {
    inline-size: auto;
    block-size: 68%;
  }
  dialog .hint {
    margin-block: var(--_space);
    text-align: center;
  }
`;
