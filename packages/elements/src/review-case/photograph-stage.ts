/** How large a photograph is shown, in times of what fits its box. */
export const ZOOMS = [1, 1.5, 2, 3, 4] as const;

/** What keys do in the box of a photograph: the same table the tests walk. Arrows scroll by themselves. */
export const STAGE_KEYS: Readonly<Record<string, (stage: PhotographStage) => void>> = {
  '+': (stage) => stage.zoomBy(1),
  '=': (stage) => stage.zoomBy(1),
  '-': (stage) => stage.zoomBy(-1),
  '0': (stage) => stage.reset(),
  r: (stage) => stage.turn(),
  R: (stage) => stage.turn(),
};

/** One photograph as it is looked at: its bytes, how large, how turned. Drawn on a canvas, which needs no object URL and no `img-src blob:` in the page's policy. */
export class PhotographStage {
  state: 'loading' | 'ready' | 'failed' = 'loading';
  #at = 0;
  #turns = 0;
  #photo: Blob | undefined;
  /** What the canvas shows: which photograph, turned how. */
  #drawn: { readonly canvas: HTMLCanvasElement; readonly turns: number } | undefined;

  constructor(
    readonly kind: string,
    private readonly changed: () => void,
  ) {}

  get zoom(): number {
    return ZOOMS[this.#at] ?? 1;
  }
  get degrees(): number {
    return this.#turns * 90;
  }
  get smallest(): boolean {
    return this.#at === 0;
  }
  get largest(): boolean {
    return this.#at === ZOOMS.length - 1;
  }

  take(photo: Blob): void {
    this.#photo = photo;
    this.state = 'ready';
    this.changed();
  }

  fail(): void {
    this.state = 'failed';
    this.changed();
  }

  zoomBy(steps: number): void {
    this.#at = Math.min(ZOOMS.length - 1, Math.max(0, this.#at + steps));
    this.changed();
  }

  turn(): void {
    this.#turns = (this.#turns + 1) % 4;
    this.changed();
  }

  reset(): void {
    this.#at = this.#turns = 0;
    this.changed();
  }

  /** Puts the picture on its canvas, where it is not yet, in the size asked for; what was in the middle of the box stays there. */
  draw(canvas: HTMLCanvasElement): void {
    const box = canvas.parentElement;
    const size = `${this.zoom * 100}%`;
    if (box && canvas.style.inlineSize !== size) {
      const middle = {
        x: (box.scrollLeft + box.clientWidth / 2) / (box.scrollWidth || 1),
        y: (box.scrollTop + box.clientHeight / 2) / (box.scrollHeight || 1),
      };
      canvas.style.inlineSize = canvas.style.blockSize = size;
      box.scrollLeft = middle.x * box.scrollWidth - box.clientWidth / 2;
      box.scrollTop = middle.y * box.scrollHeight - box.clientHeight / 2;
    }
    if (!this.#photo || (this.#drawn?.canvas === canvas && this.#drawn.turns === this.#turns)) return;
    this.#drawn = { canvas, turns: this.#turns };
    void this.#paint(canvas, this.#photo, this.#turns);
  }

  async #paint(canvas: HTMLCanvasElement, photo: Blob, turns: number): Promise<void> {
    try {
      const picture = await createImageBitmap(photo);
      if (this.#photo === photo && this.#turns === turns) {
        const lying = turns % 2 === 1;
        canvas.width = lying ? picture.height : picture.width;
        canvas.height = lying ? picture.width : picture.height;
        const pen = canvas.getContext('2d');
        pen?.translate(canvas.width / 2, canvas.height / 2);
        pen?.rotate((turns * Math.PI) / 2);
        pen?.drawImage(picture, -picture.width / 2, -picture.height / 2);
      }
      picture.close();
    } catch {
      this.fail();
    }
  }

  /** Forgets the photograph: nothing of it stays in the page. */
  forget(): void {
    if (this.#drawn) this.#drawn.canvas.width = this.#drawn.canvas.height = 0;
    this.#photo = this.#drawn = undefined;
    this.state = 'loading';
  }
}
