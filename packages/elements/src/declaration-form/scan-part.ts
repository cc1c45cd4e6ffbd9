import type { VneidResult } from '@bhxh-kit/contract';
// From the first entry, all of which the form has: by its own file, a bundler that splits would cut that file off into a chunk that the first load has to fetch too.
import { type Differing, type TextFieldId, textOf } from '@bhxh-kit/domain';
import { decodeScan, type Filled, fillFromPaper, paperOfScan, takeFromPaper } from '@bhxh-kit/domain/scanning';
import type { nothing, TemplateResult } from 'lit';
import type { CameraFault } from '../camera/camera-stream.js';
import type { Translate } from '../foundation/words.js';
import { QrReader } from '../scanning/qr-reader.js';
import { scanByCamera } from '../scanning/scan-by-camera.js';
import { type PictureFault, scanPicture } from '../scanning/scan-picture.js';
import { scanningWords } from '../scanning/scanning-words.js';
import { WedgeWatch } from '../scanning/wedge-watch.js';
import type { CheckTools } from './check-tools.js';
import { fillFromVneid } from './fill-from-vneid.js';
import type { FormSession } from './form-session.js';
import type { FormView } from './form-view.js';
import type { ScanHost } from './scan-opener.js';
import { faultOf, reportOf, type ScanResult } from './scan-report.js';
import { scanStyles } from './scan-styles.js';
import { scanWords } from './scan-words.js';

/** Why nothing was read. */
type Complaint = CameraFault | PictureFault | 'unknown';

/** A code of more parts than any text a person writes has, or an address of the web. */
const CODE = /(?:[|\\][^|\\]*){6}|^\w+:\/\//;

/** Điền bằng cách quét (R19): by camera, by picture, by a wedge scanner. What was read fills the form; it is kept nowhere else and sent nowhere. */
export class ScanPart {
  readonly #t: Translate<typeof scanWords.vi>;
  readonly #scanning: Translate<typeof scanningWords.vi>;
  readonly #reader = new QrReader();
  readonly #wedge: WedgeWatch;
  #camera: AbortController | undefined;
  #searching = false;
  #fault: Complaint | undefined;
  #result: ScanResult | undefined;
  #differing: readonly Differing[] = [];

  constructor(
    private readonly host: ScanHost,
    private readonly tools: CheckTools,
    private readonly session: () => FormSession,
  ) {
    this.#t = tools.translator(scanWords, host);
    this.#scanning = tools.translator(scanningWords, host);
    (host.renderRoot.getRootNode() as ShadowRoot).adoptedStyleSheets.push(scanStyles());
    this.#wedge = new WedgeWatch(host, {
      isOn: () => this.#isOn,
      likeness,
      remember: () => this.#remember(),
      take: (text) => this.#take(text),
    });
    host.addController({ hostUpdated: () => this.#isOn || this.#leave(), hostDisconnected: () => this.#leave() });
  }

  /** What VNeID says of the person (A10), read like a paper. */
  fillFrom(known: VneidResult): void {
    fillFromVneid(this.session(), known, () => this.#t('vneidNote', { by: known.by }));
  }

  get #isOn(): boolean {
    return this.host.isConnected && this.session().form.step === 'person';
  }

  /** The ways to scan, and what the last scan did. */
  offer(view: FormView): TemplateResult {
    const { html } = this.tools;
    const t = this.#t;
    return html`<section class="scan no-print" part="scan" aria-labelledby="scan-title" aria-busy=${String(this.#searching)}>
      <h3 id="scan-title">${t('scanTitle')}</h3>
      <p class="hint">${t('scanHint')}</p>
      <div class="acts">
        <button type="button" @click=${() => void this.#byCamera(view)}>${t('scanCamera')}</button>
        <button type="button" @click=${this.#choose}>${t('scanPicture')}</button>
      </div>
      <input id="scan-file" type="file" accept="image/*" tabindex="-1" hidden aria-label=${t('scanPicture')} @change=${this.#onFile} />
      <p class="hint wedge">${t('scanWedge')}</p>
      <div class="said" role="status">${this.#said(view)}</div>
      ${this.#differences(view)}
    </section>`;
  }

  /** Beside the label of a field a scan or VNeID (A10) filled; its control refers to it. */
  mark(field: TextFieldId): TemplateResult | typeof nothing {
    if (!this.session().form.scanned.includes(field)) return this.tools.nothing;
    return this.tools.html`<p class="scanned" part="scanned" id="scanned-${field}">${this.#t(this.session().proof?.vneid ? 'fromVneid' : 'scanned')}</p>`;
  }

  #said(view: FormView): unknown {
    const { html } = this.tools;
    if (this.#searching) return html`<p>${this.#scanning('searching')}</p>`;
    if (this.#fault) return html`<p class="error">${this.#fault === 'unknown' ? view.sentence(faultOf('scan.unknown')) : this.#scanning(this.#fault)}</p>`;
    return this.#result && reportOf(this.#result, view, this.#t, view.form.today).map((sentence) => html`<p>${sentence}</p>`);
  }

  #differences(view: FormView): unknown {
    const { html, nothing: none } = this.tools;
    const open = this.#differing.filter(({ field, text }) => textOf(view.form, field) !== text);
    if (open.length === 0) return none;
    return html`<div class="differing" role="group" aria-labelledby="differing-title">
      <h4 id="differing-title">${this.#t('scanDiffering')}</h4>
      ${open.map((differing) => this.#difference(view, differing))}
    </div>`;
  }

  #difference(view: FormView, differing: Differing): TemplateResult {
    const facts = { field: view.label(differing.field), mine: textOf(view.form, differing.field), read: differing.text };
    const t = this.#t;
    return this.tools.html`<p>${t('scanDiffers', facts)}</p>
      <div class="acts">
        <button type="button" @click=${() => this.#decide(differing, false)}>${t('scanKeep', facts)}</button>
        <button type="button" aria-label=${t('scanTakeNamed', facts)} @click=${() => this.#decide(differing, true)}>${t('scanTake')}</button>
      </div>`;
  }

  /** The row goes away, so the focus goes to the field it is about. */
  #decide(differing: Differing, take: boolean): void {
    this.#differing = this.#differing.filter((other) => other !== differing);
    if (take) this.#fill({ form: takeFromPaper(this.session().form, differing), filled: [differing.field] });
    this.host.requestUpdate();
    this.host.renderRoot.querySelector<HTMLElement>(`#field-${differing.field}`)?.focus();
  }

  async #byCamera(view: FormView): Promise<void> {
    this.#camera?.abort();
    const { signal } = (this.#camera = new AbortController());
    const t = this.#scanning;
    const words = { camera: t('camera'), starting: t('starting'), close: t('close'), look: t('look'), lookOn: t('lookOn') };
    const refuses = (text: string) => (paperOfScan(decodeScan(text)) ? undefined : view.sentence(faultOf('scan.unknown')));
    const found = await scanByCamera({ container: this.host.renderRoot as HTMLElement, words, reader: this.#reader, refuses, signal });
    if (signal.aborted) return;
    if (typeof found === 'string') this.#complain(found);
    else if (found) this.#take(found.text);
  }

  readonly #choose = () => this.host.renderRoot.querySelector<HTMLInputElement>('#scan-file')?.click();

  readonly #onFile = async ({ target }: Event) => {
    const input = target as HTMLInputElement;
    const [file] = input.files ?? [];
    // The same file may be chosen again.
    input.value = '';
    if (!file) return;
    this.#searching = true;
    this.host.requestUpdate();
    const found = await scanPicture(file, this.#reader);
    this.#searching = false;
    if (!this.#isOn) return;
    if (typeof found === 'string') this.#complain(found);
    else this.#take(found.text);
  };

  #take(text: string): void {
    const scan = decodeScan(text);
    const paper = paperOfScan(scan);
    if (!paper) {
      this.#complain('unknown');
      return;
    }
    const filling = fillFromPaper(this.session().form, paper);
    this.#fault = undefined;
    this.#result = { scan, paper, filling };
    this.#differing = filling.differing;
    this.#fill(filling);
    // A number that was there before is told what the card says against it.
    for (const field of ['bhxhNumber', 'identityNumber'] as const) this.session().leave(field);
  }

  /** Answered like what is written, and checked like it; only then marked. */
  #fill({ form, filled }: Pick<Filled, 'form' | 'filled'>): void {
    const session = this.session();
    for (const field of filled) {
      session.answer(field, textOf(form, field));
      session.leave(field);
    }
    session.fill((now) => ({ ...now, scanned: form.scanned, holder: form.holder }));
  }

  #complain(fault: Complaint): void {
    this.#fault = fault;
    this.#result = undefined;
    this.#differing = [];
    this.host.requestUpdate();
  }

  /** The answers as they are now, marks included: what a scanner types into a field changes them key by key. */
  #remember(): () => void {
    const { answers, tidied, scanned } = this.session().form;
    return () => this.session().fill((form) => ({ ...form, answers, tidied, scanned }));
  }

  #leave(): void {
    this.#camera?.abort();
    this.#wedge.end();
  }
}

/** A bare number goes where the cursor is, as if it were typed: a telephone number has as many digits. */
function likeness(text: string, inField: boolean): number {
  const scan = decodeScan(text);
  if (scan.kind === 'bhyt-card' || scan.kind === 'personal-id') return 100 - scan.warnings.length;
  return CODE.test(text) || (scan.kind === 'number' && !inField) ? 1 : 0;
}
