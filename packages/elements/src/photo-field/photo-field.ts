import type { PhotographKind, PhotographState } from '@bhxh-kit/domain';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { Announcer } from '../foundation/announcer.js';
import { controls } from '../foundation/controls.styles.js';
import { type Complaint, FormControl } from '../foundation/form-control.js';
import { foundation } from '../foundation/foundation.styles.js';
import { CropEditor } from './crop-editor.js';
import { FILE_BYTES_MAX, type FileFault } from './file-check.js';
import { outline } from './outline.js';
import { PhotoChangeEvent, type PhotoFieldEventMap, PhotoUploadEvent } from './photo-events.js';
import { styles } from './photo-field.styles.js';
import { PHOTO_FRAMES, type PhotoFrame } from './photo-kinds.js';
import { PhotoUpload } from './photo-upload.js';
import { PreviewCanvas } from './preview-canvas.js';
import { develop, judgeCut, openPicture } from './picture.js';
import { photoFieldWords } from './words.js';

export { PhotoChangeEvent, type PhotoFieldEventMap, PhotoUploadEvent } from './photo-events.js';

/**
 * Ảnh (R5): a form control for one photograph, from the camera, a file, a drop or the clipboard.
 *
 * The person frames it; the result is encoded anew as JPEG, so that place, camera and time of the original are gone, and weighs at most about 600 kB.
 * What may be wrong with it is said before anything is sent; only a picture too small is refused. It is submitted as a file under `name`.
 * Previews are drawn on canvases: the page's CSP needs no `img-src blob:`.
 *
 * @summary Takes, frames and checks one photograph, and uploads it where asked.
 * @fires {PhotoChangeEvent} change - A person took, replaced or removed the photograph; does not bubble. `value` is it already.
 * @fires {PhotoUploadEvent} upload - The upload began, went on, failed, was finished or discarded; does not bubble.
 * @attr {'portrait'|'identity-front'|'identity-back'|'birth-certificate'} kind - Shape and wording.
 * @attr {boolean} auto-upload - Sends what the person decided on with the client, and discards what they remove.
 * @attr {'light'|'dark'} theme - Fixes the colours; without it they follow the page's `color-scheme`.
 * @csspart root - Everything the element shows.
 * @csspart label - The label.
 * @csspart hint - The advice under the label.
 * @csspart error - The sentence that says what is wrong.
 * @csspart stage - The box that takes, frames and shows the photograph.
 * @csspart editor - The canvas on which the photograph is framed.
 * @csspart preview - The canvas that shows the result.
 * @csspart camera - The dialog of the camera.
 * @cssproperty [--bhxh-color-primary=#0b57a4] - Buttons, slider, focus ring.
 */
export class BhxhPhotoField extends FormControl<Blob | undefined> {
  static override styles = [foundation, controls, styles];

  @property({ reflect: true }) kind: PhotographKind = 'portrait';
  @property({ type: Boolean, attribute: 'auto-upload' }) autoUpload = false;

  @state() private fault = '';
  @state() private opening = false;
  @state() private over = false;
  @state() private remarks: readonly { readonly good: boolean; readonly sentence: string }[] = [];

  readonly #t = this.speak(photoFieldWords);
  readonly #announcer = new Announcer(this);
  readonly #editor = new CropEditor(this, this.#t);
  readonly #preview = new PreviewCanvas(this);
  readonly #upload = new PhotoUpload((now) => {
    this.requestUpdate();
    this.dispatchEvent(new PhotoUploadEvent(now));
  });
  #original: Blob | undefined;
  #camera: AbortController | undefined;
  /** Counts what was asked to open: only the last one shows. */
  #asked = 0;

  protected readonly emptyValue = undefined;

  /** Where the photograph stands at the gateway. A form that comes back to this step sets what it kept. */
  @property({ attribute: false })
  get upload(): PhotographState | undefined {
    return this.#upload.state;
  }
  set upload(now: PhotographState | undefined) {
    if (now !== this.#upload.state) this.#upload.state = now;
    this.requestUpdate();
  }

  protected fromText(): undefined {
    return undefined;
  }
  protected toText(value: Blob | undefined): string {
    return value || this.#upload?.state?.status === 'kept' ? 'photograph' : '';
  }
  protected override toSubmission(value: Blob | undefined): File | null {
    return value ? new File([value], `${this.kind}.jpg`, { type: value.type }) : null;
  }
  protected get anchor(): HTMLElement | null | undefined {
    return (this.renderRoot as ParentNode | undefined)?.querySelector<HTMLElement>('#control');
  }
  protected override get labelText(): string {
    return super.labelText || this.#t(this.kind);
  }
  protected override complaint(): Complaint | undefined {
    if (this.#editor?.picture) return { flag: 'customError', sentence: this.#t('editing') };
    const missing = super.complaint();
    return missing && { ...missing, sentence: `${this.#t('missing', { label: this.labelText })} ${this.common('required')}` };
  }

  get #frame(): PhotoFrame {
    return PHOTO_FRAMES[this.kind] ?? PHOTO_FRAMES.portrait;
  }
  get #locked(): boolean {
    return this.isDisabled || this.readonly;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#camera?.abort();
  }

  override formResetCallback(): void {
    this.#editor.close();
    this.#original = undefined;
    this.fault = '';
    this.remarks = [];
    super.formResetCallback();
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    this.#preview.show(this.value);
  }

  /** Opens a file for framing, as the person's choice. Says why where it cannot be taken; what was there before stays. */
  async open(file: Blob): Promise<void> {
    if (this.#locked) return;
    const asked = ++this.#asked;
    this.opening = true;
    this.fault = '';
    const opened = await openPicture(file);
    if (asked !== this.#asked) {
      if (typeof opened !== 'string') opened.close();
      return;
    }
    this.opening = false;
    if (typeof opened === 'string') return this.#refuse(opened, file.size);
    this.#original = file;
    this.remarks = [];
    this.#editor.open(opened, this.#frame.aspect);
    await this.updateComplete;
    this.focus();
  }

  #refuse(fault: FileFault, size: number): void {
    const megabytes = (bytes: number) => Math.round(bytes / 1e6);
    this.fault = fault === 'too-large' ? this.#t('fault-too-large', { size: megabytes(size), max: megabytes(FILE_BYTES_MAX) }) : this.#t(`fault-${fault}`);
  }

  /** “Dùng ảnh này”. */
  readonly #use = async () => {
    const { picture, crop, cutSize } = this.#editor;
    if (!picture || !crop || this.opening) return;
    const { shortEdgeMin, longEdge, aspect } = this.#frame;
    if (Math.min(cutSize.width, cutSize.height) < shortEdgeMin) {
      this.fault = this.#t('too-small', { ...cutSize, min: shortEdgeMin });
      return;
    }
    this.opening = true;
    const warnings = judgeCut(picture, crop, aspect !== PHOTO_FRAMES.portrait.aspect);
    const result = await develop(picture, crop, longEdge);
    this.opening = false;
    if (!result) return this.#refuse('broken', 0);
    const taken = this.#t('taken', { width: result.width, height: result.height, size: Math.ceil(result.blob.size / 1000) });
    const remarks = warnings.length ? warnings.map((warning) => ({ good: false, sentence: this.#t(warning) })) : [{ good: true, sentence: this.#t('good') }];
    this.remarks = [...remarks, { good: true, sentence: taken }];
    this.#announcer.say(this.remarks.map(({ sentence }) => sentence).join(' '));
    this.fault = '';
    this.#editor.close();
    this.#decide(result.blob);
  };

  #decide(photo: Blob | undefined): void {
    const photographs = this.activeClient?.photographs;
    this.#upload.discard(photographs);
    this.value = photo;
    this.dispatchEvent(new PhotoChangeEvent(photo));
    if (photo && this.autoUpload) this.#send();
  }
  readonly #send = () => {
    const photographs = this.activeClient?.photographs;
    if (photographs && this.value) void this.#upload.send(photographs, this.value, this.kind);
  };
  readonly #remove = () => {
    this.#original = undefined;
    this.remarks = [];
    this.#announcer.say(this.#t('removed'));
    this.#decide(undefined);
  };

  readonly #leaveEditor = () => {
    this.#editor.close();
    this.fault = '';
  };
  readonly #pick = () => this.renderRoot.querySelector<HTMLInputElement>('#file')?.click();

  /** A phone's own camera is better than any dialog; elsewhere the page's dialog shows the frame. */
  readonly #take = async () => {
    const facing = this.kind === 'portrait' ? 'user' : 'environment';
    if (matchMedia('(pointer: coarse)').matches || !navigator.mediaDevices) {
      this.renderRoot.querySelector<HTMLInputElement>('#shot')?.click();
      return;
    }
    this.#camera?.abort();
    const { signal } = (this.#camera = new AbortController());
    const camera = await import('./camera.js').catch(() => undefined);
    if (!camera) {
      this.fault = this.common('actFailed');
      return;
    }
    const container = this.renderRoot as HTMLElement;
    const picture = await camera.photograph({ container, aspect: this.#frame.aspect ?? 3 / 4, facing, t: this.#t, close: this.common('close'), signal });
    if (typeof picture === 'string') this.fault = this.#t(picture);
    else if (picture) await this.open(picture);
  };

  readonly #onFile = (event: Event) => {
    const input = event.target as HTMLInputElement;
    const [file] = input.files ?? [];
    // The same file may be chosen again.
    input.value = '';
    if (file) void this.open(file);
  };
  readonly #onDrag = (event: DragEvent) => {
    if (this.#locked || !event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    this.over = event.type === 'dragover';
    const [file] = event.dataTransfer.files;
    if (event.type === 'drop' && file) void this.open(file);
  };
  readonly #onPaste = (event: ClipboardEvent) => {
    const [file] = event.clipboardData?.files ?? [];
    if (!file) return;
    event.preventDefault();
    void this.open(file);
  };

  protected override render(): TemplateResult {
    const label = this.label || (this.internals.labels?.length ? '' : this.#t(this.kind));
    const filled = this.#editor.picture || !this.isEmpty;
    return html`${label ? html`<div class="label" part="label" id="label">${label}${this.required ? html`<span class="required" aria-hidden="true"> *</span>` : nothing}</div>` : nothing}
      <p class="hint" part="hint" id="hint">${this.hint || this.#t(`${this.kind}-advice`)}</p>
      ${this.#announcer.region}
      <div class="stage ${filled ? 'filled' : ''} ${this.over ? 'over' : ''}" part="stage" role="group" aria-label=${this.labelText} data-invalid=${String(this.shownError !== '')}
        @dragover=${this.#onDrag} @dragleave=${this.#onDrag} @drop=${this.#onDrag} @paste=${this.#onPaste}>
        ${this.opening ? html`<p role="status">${this.#t('opening')}</p>` : nothing}
        ${this.#editor.picture ? this.#editing() : this.isEmpty ? this.#empty() : this.#chosen()}
        <input id="file" type="file" accept="image/*" tabindex="-1" aria-label=${this.#t('choose')} ?disabled=${this.#locked} @change=${this.#onFile} />
        <input id="shot" type="file" accept="image/*" capture=${this.kind === 'portrait' ? 'user' : 'environment'} tabindex="-1" aria-label=${this.#t('take')} ?disabled=${this.#locked} @change=${this.#onFile} />
      </div>
      ${this.fault ? html`<p class="error" part="fault" role="alert">${this.fault}</p>` : nothing}${this.fieldBottom()}`;
  }

  #empty(): TemplateResult {
    return html`${outline(this.#frame.aspect ?? 0.72, this.kind === 'portrait')}
      <div class="acts">
        <button id="control" type="button" class="primary" aria-label="${this.labelText}: ${this.#t('choose')}" aria-describedby=${this.shownError ? 'hint error' : 'hint'} ?disabled=${this.#locked} @click=${this.#pick}>${this.#t('choose')}</button>
        <button type="button" ?disabled=${this.#locked} @click=${this.#take}>${this.#t('take')}</button>
      </div>
      <p class="advice">${this.#t('dropHere')}</p>`;
  }

  #editing(): TemplateResult {
    return html`${this.#editor.render()}
      <div class="acts">
        <button type="button" class="primary" ?disabled=${this.opening} @click=${this.#use}>${this.#t('use')}</button>
        <button type="button" @click=${this.#leaveEditor}>${this.#t('again')}</button>
      </div>`;
  }

  #chosen(): TemplateResult {
    const original = this.#original;
    return html`${this.value ? html`<canvas class="preview" part="preview" role="img" aria-label=${this.#t('preview', { label: this.labelText })}></canvas>` : nothing}
      ${this.remarks.length ? html`<ul class="words">${this.remarks.map(({ good, sentence }) => html`<li class=${good ? 'good' : 'warning'}>${sentence}</li>`)}</ul>` : nothing}
      ${this.#sending()}
      <div class="acts">
        <button id="control" type="button" ?disabled=${this.#locked} aria-describedby="hint" @click=${this.#pick}>${this.#t('again')}</button>
        ${original ? html`<button type="button" ?disabled=${this.#locked} @click=${() => this.open(original)}>${this.#t('edit')}</button>` : nothing}
        <button type="button" class="quiet" ?disabled=${this.#locked} @click=${this.#remove}>${this.#t('remove')}</button>
      </div>`;
  }

  #sending(): TemplateResult | typeof nothing {
    const now = this.#upload.state;
    if (!now) return nothing;
    if (now.status === 'kept') return html`<p class="good" role="status">${this.#t('kept')}</p>`;
    if (now.status === 'failed') {
      return html`<p class="warning" role="alert">${this.#t(now.code === 'upload.cancelled' ? 'cancelled' : 'failed')}</p>
        <button type="button" class="primary" @click=${this.#send}>${this.#t('send')}</button>`;
    }
    const percent = Math.round(now.progress * 100);
    return html`<label class="sending">${this.#t('uploading', { percent })} <progress max="1" .value=${now.progress}></progress></label>
      <button type="button" @click=${() => this.#upload.cancel()}>${this.#t('cancel')}</button>`;
  }
}

export interface BhxhPhotoField {
  addEventListener<K extends keyof PhotoFieldEventMap>(
    type: K,
    listener: (this: BhxhPhotoField, event: PhotoFieldEventMap[K]) => unknown,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener(type: string, listener: EventListenerOrEventListenerObject, options?: boolean | AddEventListenerOptions): void;
}

declare global {
  interface HTMLElementTagNameMap {
    'bhxh-photo-field': BhxhPhotoField;
  }
}
