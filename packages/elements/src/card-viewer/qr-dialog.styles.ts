/** The dialog with the QR code: black on white whatever the page looks like, for a reader's sake. */
export const DIALOG_CSS = `
  dialog {
    /* On white whatever the theme: that of the dark is not to be seen here. */
    --_focus: #0b57a4;
    --_primary: #0b57a4;
    --_primary-soft: #e8f1fb;
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
`;
