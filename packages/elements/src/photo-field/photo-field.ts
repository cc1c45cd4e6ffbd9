import type { PhotographKind, PhotographState } from '@bhxh-kit/domain';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { Announcer } from '../foundation/announcer.js';
import { controls } from '../foundation/controls.styles.js';
import { type Complaint, FormControl } from '../foundation/form-control.js';
import { foundation } from '../foundation/foundation.styles.js';
import { property, state } from '../foundation/property.js';
import { CameraOpener } from './camera-opener.js';
import { CropEditor, type Kept } from './crop-editor.js';
import { PhotoChangeEvent, type PhotoFieldEventMap, PhotoUploadEvent } from './photo-events.js';
import { styles } from './photo-field.styles.js';
import { PhotoIntake } from './photo-intake.js';
import { remarksList, uploadEnd, uploadNote } from './photo-notes.js';
import { chosenStage, emptyStage, frameOf, framingStage } from './photo-stage.js';
import { PhotoUpload } from './photo-upload.js';
import { PreviewCanvas } from './preview-canvas.js';
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
 * @attr {boolean} auto-upload - Sends what the person decided on with the client, and discards what it sent and they remove.
 * @attr {'light'|'dark'} theme - Fixes the colours; without it they follow the page's `color-scheme`.
 * @csspart root - Everything the element shows.
 * @csspart label - The label.
 * @csspart hint - The advice under the label.
 * @csspart error - The sentence that says what is wrong.
 * @csspart fault - Why a file or the camera cannot be used.
 * @csspart stage - The box that takes, frames and shows the photograph.
 * @csspart editor - The canvas on which the photograph is framed.
 * @csspart preview - The canvas that shows the result.
 * @csspart camera - The dialog of the camera.
 * @cssproperty [--bhxh-color-primary=#0b57a4] - Buttons, slider, focus ring.
 */
export class BhxhPhotoField extends FormControl<Blob | undefined> {
  /** @internal */
  static override styles = [foundation, controls, styles];

  @property({ reflect: true }) kind: PhotographKind = 'portrait';
  @property({ type: Boolean, attribute: 'auto-upload' }) autoUpload = false;

  /** What went wrong, worded when it is shown, so that it follows the language; what a phone's camera app is the way out of is told with a button for it. */
  @state() private fault: ((() => string) & { readonly byApp?: boolean }) | undefined;
  /** A file that could not be opened for want of the code for it, or that was being framed when the field left the page. */
  @state() private waiting: Blob | undefined;
  /** What is known of the photograph taken here; its original can be framed again. */
  @state() private kept: (Kept & { readonly blob: Blob; readonly original: Blob }) | undefined;

  readonly #t = this.speak(photoFieldWords);
  readonly #announcer = new Announcer(this);
  readonly #editor = new CropEditor(this);
  readonly #intake = new PhotoIntake(
    this,
    () => this.#locked,
    (file) => void this.open(file),
  );
  readonly #camera = new CameraOpener(this);
  readonly #preview = new PreviewCanvas(this);
  readonly #upload = new PhotoUpload((now) => {
    this.requestUpdate();
    this.dispatchEvent(new PhotoUploadEvent(now));
    if (!now || now.status === 'uploading') return;
    const end = `${this.labelText}: ${uploadEnd(now, this.#t, this.#editor.tools)}`;
    // One that ends at once comes before what is amiss with the photograph was said, and takes its place.
    this.#announcer.say(this.#announcer.region.textContent ? end : `${this.#remarks} ${end}`);
  });

  protected readonly emptyValue = undefined;

  /** Where the photograph stands at the gateway. A form that comes back to this step sets what it kept. */
  @property({ attribute: false })
  get upload(): PhotographState | undefined {
    return this.#upload.state;
  }
  set upload(now: PhotographState | undefined) {
    this.#upload.set(now);
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
    if (this.#editor?.isOpen) return { flag: 'customError', sentence: this.#editor.tools!.t('editing') };
    const missing = super.complaint();
    return missing && { ...missing, sentence: `${this.#t('missing', { label: this.labelText })} ${this.common('required')}` };
  }

  get #facing(): 'user' | 'environment' {
    return this.kind === 'portrait' ? 'user' : 'environment';
  }
  get #locked(): boolean {
    return this.isDisabled || this.readonly;
  }
  /** What is said of the photograph that was taken here. */
  get #remarks(): string {
    const remarks = (this.kept && this.#editor.tools?.remarks(this.kept)) ?? [];
    return remarks.map(({ sentence }) => sentence).join(' ');
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.waiting) void this.open(this.waiting);
  }

  /** A field that is only moved is back in the same tick. One that stays away keeps the file it was framing, and frees its pixels. */
  override disconnectedCallback(): void {
    super.disconnectedCallback();
    setTimeout(() => {
      if (this.isConnected || !this.#editor.file) return;
      this.waiting = this.#editor.file;
      this.#editor.close();
    });
  }

  override formResetCallback(): void {
    this.#camera.close();
    this.#leaveEditor();
    this.kept = undefined;
    this.#upload.discard();
    super.formResetCallback();
  }

  /** Waits for a file that is being opened too. */
  protected override async getUpdateComplete(): Promise<boolean> {
    const done = await super.getUpdateComplete();
    await this.#editor.settled;
    return done && !this.isUpdatePending;
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    this.#preview.show(this.value);
  }

  /** Most buttons here go with the press: the focus they had stays in the field. */
  protected override update(changed: PropertyValues): void {
    const held = this.shadowRoot?.activeElement;
    super.update(changed);
    if (held && !held.isConnected) this.focus();
  }

  /** Fetched once the page is idle, so that a line that is cut later does no harm; not where the person saves data. */
  protected override firstUpdated(): void {
    const { connection } = navigator as { connection?: { saveData?: boolean } };
    if (!connection?.saveData) (globalThis.requestIdleCallback ?? setTimeout)(this.#editor.prepare);
  }

  /** Opens a file for framing, as the person's choice. Says why where it cannot be taken; what was there before stays. */
  async open(file: Blob): Promise<void> {
    if (this.#locked) return;
    this.fault = this.waiting = undefined;
    const opened = await this.#editor.open(file, frameOf(this.kind));
    if (opened === 'overtaken') return;
    if (opened === 'not-loaded') {
      this.waiting = file;
      this.fault = () => this.#t('notLoaded');
    } else if (opened === 'framing') {
      // Begun anew: the dialog the file came from took the focus, not the person.
      this.touched = false;
      await this.updateComplete;
      this.focus();
      this.#announcer.say(this.#editor.tools!.t('opened'));
    } else this.fault = () => this.#editor.tools!.refusalText(opened, file.size);
  }

  /** “Dùng ảnh này”. */
  readonly #use = () => {
    const { file, tools } = this.#editor;
    if (!file || !tools || this.#editor.busy) return;
    const { shortEdgeMin: min } = frameOf(this.kind);
    const used = this.#editor.use();
    if (!used) this.fault = () => tools.refusalText({ fault: 'broken' }, file.size);
    else if ('tooSmall' in used) this.fault = () => tools.t('too-small', { ...used.tooSmall, min });
    else {
      this.kept = { ...used, bytes: used.blob.size, original: file };
      this.#leaveEditor();
      this.#announcer.say(this.#remarks);
      this.#decide(used.blob);
    }
  };

  #decide(photo: Blob | undefined): void {
    this.#upload.discard();
    this.value = photo;
    this.dispatchEvent(new PhotoChangeEvent(photo));
    if (photo && this.autoUpload) this.#send();
  }
  readonly #send = () => {
    const photographs = this.activeClient?.photographs;
    if (photographs && this.value) void this.#upload.send(photographs, this.value, this.kind);
  };
  readonly #remove = () => {
    this.kept = undefined;
    this.#announcer.say(this.#t('removed'));
    this.#decide(undefined);
  };

  readonly #leaveEditor = () => {
    this.#editor.close();
    this.#announcer.hush();
    this.fault = this.waiting = undefined;
  };

  readonly #openApp = () => this.#intake.pick('shot');

  readonly #take = async () => {
    this.fault = undefined;
    const wish = { kind: this.kind, aspect: frameOf(this.kind).aspect };
    const picture = await this.#camera.photograph(wish, { close: this.common('close'), app: this.#t('app') }, this.#openApp);
    if (picture instanceof Blob) await this.open(picture);
    else if (picture) {
      const fault = picture === 'not-loaded' ? () => this.common('actFailed') : () => this.#camera.say(picture);
      this.fault = Object.assign(fault, { byApp: this.#camera.hasApp });
    }
  };

  protected override render(): TemplateResult {
    const label = this.label || (this.internals.labels?.length ? '' : this.#t(this.kind));
    const filled = this.#editor.isOpen || !this.isEmpty;
    return html`${label ? html`<div class="label" part="label" id="label">${label}${this.required ? html`<span class="required" aria-hidden="true"> *</span>` : nothing}</div>` : nothing}
      <p class="hint" part="hint" id="hint">${this.hint || this.#t(`${this.kind}-advice`)}</p>
      ${this.#announcer.region}
      <div class="stage ${filled ? 'filled' : ''} ${this.#intake.over ? 'over' : ''}" part="stage" role="group" aria-label=${this.labelText} data-invalid=${String(this.shownError !== '')}
        @focusin=${this.#editor.prepare} @pointerenter=${this.#editor.prepare} @dragover=${this.#intake.onDrag} @dragleave=${this.#intake.onDrag} @drop=${this.#intake.onDrag} @paste=${this.#intake.onPaste}>
        ${this.#editor.busy || this.#camera.isLoading ? html`<p role="status">${this.#t('opening')}</p>` : nothing}
        ${this.#stage()}
        ${this.#intake.boxes(this.#t('choose'), this.#t('take'), this.#facing)}
      </div>
      ${this.#trouble()}${this.fieldBottom()}`;
  }

  #trouble(): TemplateResult | typeof nothing {
    const { fault, waiting } = this;
    if (!fault) return nothing;
    const button = (words: string, act: () => unknown) => html`<button type="button" @click=${act}>${words}</button>`;
    return html`<div role="alert"><p class="error" part="fault">${fault()}</p>
      ${waiting ? button(this.common('retry'), () => this.open(waiting)) : nothing} ${fault.byApp ? button(this.#t('app'), this.#openApp) : nothing}</div>`;
  }

  #stage(): TemplateResult {
    const view = { t: this.#t, labelText: this.labelText, locked: this.#locked };
    const pick = () => this.#intake.pick();
    if (this.#editor.isOpen) {
      return framingStage(
        { ...view, busy: this.#editor.busy, editor: this.#editor.render(), use: this.#editor.tools!.t('use') },
        { use: this.#use, leave: this.#leaveEditor },
      );
    }
    if (this.isEmpty) {
      const acts = { pick, take: () => void this.#take(), prepareCamera: this.#camera.prepare };
      return emptyStage({ ...view, kind: this.kind, invalid: this.shownError !== '' }, acts);
    }
    // Of another photograph, which the page set, nothing is known.
    const kept = this.kept?.blob === this.value ? this.kept : undefined;
    const { tools } = this.#editor;
    const { upload } = this;
    const notes = [
      kept && tools ? remarksList(tools.remarks(kept)) : nothing,
      uploadNote(upload, { ...view, tools }, { send: this.#send, cancel: () => this.#upload.cancel() }),
    ];
    const edit = kept && (() => void this.open(kept.original));
    return chosenStage({ ...view, pictured: this.value !== undefined, notes, failed: upload?.status === 'failed' }, { pick, edit, remove: this.#remove });
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
