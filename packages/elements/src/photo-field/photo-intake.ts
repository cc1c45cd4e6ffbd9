import { html, type ReactiveControllerHost, type TemplateResult } from 'lit';

/** The ways a file comes in other than by the page's own camera: file boxes, a drop, the clipboard. */
export class PhotoIntake {
  /** A file is held over the field. */
  over = false;

  constructor(
    private readonly host: ReactiveControllerHost & { readonly renderRoot: HTMLElement | DocumentFragment },
    private readonly isLocked: () => boolean,
    private readonly take: (file: File) => void,
  ) {}

  /** Opens the file box, or the camera of a phone. */
  pick(id: 'file' | 'shot' = 'file'): void {
    (this.host.renderRoot as ParentNode).querySelector<HTMLInputElement>(`#${id}`)?.click();
  }

  /** Buttons open them, so they are never seen; `capture` asks a phone for its camera. */
  boxes(choose: string, take: string, capture: 'user' | 'environment'): TemplateResult {
    const locked = this.isLocked();
    return html`<input id="file" type="file" accept="image/*" tabindex="-1" aria-label=${choose} ?disabled=${locked} @change=${this.#onFile} />
      <input id="shot" type="file" accept="image/*" capture=${capture} tabindex="-1" aria-label=${take} ?disabled=${locked} @change=${this.#onFile} />`;
  }

  readonly #onFile = (event: Event) => {
    const input = event.target as HTMLInputElement;
    const [file] = input.files ?? [];
    // The same file may be chosen again.
    input.value = '';
    if (file) this.take(file);
  };

  readonly onDrag = (event: DragEvent): void => {
    if (this.isLocked() || !event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    this.over = event.type === 'dragover';
    this.host.requestUpdate();
    const [file] = event.dataTransfer.files;
    if (event.type === 'drop' && file) this.take(file);
  };

  readonly onPaste = (event: ClipboardEvent): void => {
    const [file] = event.clipboardData?.files ?? [];
    if (!file || this.isLocked()) return;
    event.preventDefault();
    this.take(file);
  };
}
