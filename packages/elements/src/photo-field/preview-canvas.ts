import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Draws a photograph on the host's `canvas.preview`. A canvas needs no object URL to be revoked and no `img-src blob:` in the page's CSP. */
export class PreviewCanvas implements ReactiveController {
  #shown: Blob | undefined;
  #drawnOn: HTMLCanvasElement | undefined;

  constructor(private readonly host: ReactiveControllerHost & { readonly renderRoot: HTMLElement | DocumentFragment }) {
    host.addController(this);
  }

  show(photo: Blob | undefined): void {
    if (photo === this.#shown) return;
    this.#shown = photo;
    this.#drawnOn = undefined;
  }

  /** Frees the pixels; they are drawn anew should the field come back. */
  hostDisconnected(): void {
    if (this.#drawnOn) this.#drawnOn.width = this.#drawnOn.height = 0;
    this.#drawnOn = undefined;
  }

  hostConnected(): void {
    this.host.requestUpdate();
  }

  hostUpdated(): void {
    const canvas = (this.host.renderRoot as ParentNode).querySelector<HTMLCanvasElement>('canvas.preview');
    if (!canvas || !this.#shown || this.#drawnOn === canvas) return;
    this.#drawnOn = canvas;
    void this.#draw(canvas, this.#shown);
  }

  async #draw(canvas: HTMLCanvasElement, photo: Blob): Promise<void> {
    try {
      const picture = await createImageBitmap(photo);
      if (this.#shown === photo) {
        canvas.width = picture.width;
        canvas.height = picture.height;
        canvas.getContext('2d')?.drawImage(picture, 0, 0);
      }
      picture.close();
    } catch {
      // A value the page set and the browser cannot show is submitted all the same; the buttons below it stay.
    }
  }
}
