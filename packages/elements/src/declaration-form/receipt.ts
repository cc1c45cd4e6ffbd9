import type { DeclarationReceipt, HandIn } from '@bhxh-kit/domain';
import type { nothing, TemplateResult } from 'lit';
import type { AgencyRow } from '../agency-picker/agency-row.js';
import type { Listener, Translate } from '../foundation/words.js';
import type { CheckTools } from './check-tools.js';
import type { FormView } from './form-view.js';
import type { SavedForm01 } from './form01-file.js';
import { receiptWords } from './receipt-words.js';
import type { FileState } from './recorded-declaration.js';

type ReceiptWords = Translate<typeof receiptWords.vi>;

/** What the receipt shows besides the form. */
export interface ReceiptView {
  readonly receipt: DeclarationReceipt;
  readonly handIn: HandIn;
  readonly office: AgencyRow | undefined;
  readonly deadline: TemplateResult | typeof nothing;
  readonly file: FileState;
  /** The receipt's words, in those of the purpose or the subject. */
  worded(t: ReceiptWords): ReceiptWords;
  save(): void;
}

/** Đã ghi nhận (R10, R11, R13): the reference, the deadline, what to do now, and Mẫu 01 to take along. Comes with what sends: without that nobody has a receipt. */
export function receiptStep(tools: CheckTools, host: Listener, view: FormView, shown: ReceiptView): TemplateResult {
  const { html, nothing, momentText, translator } = tools;
  const t = shown.worded(translator(receiptWords, host));
  const { receipt, handIn, office, file } = shown;
  const paper = receipt.paperDueAt !== undefined;
  const handInStep = handIn === 'by-post' ? t('doPost', { office: receipt.agencyName }) : t('doHandIn', { office: receipt.agencyName });
  return html`<div class="receipt" part="receipt">
    <dl class="facts">
      <div><dt>${t('reference')}</dt><dd class="reference" part="reference">${receipt.reference}</dd></div>
      <div><dt>${t('receivedAt')}</dt><dd>${momentText(receipt.receivedAt, view.language)}</dd></div>
      <div><dt>${t('office')}</dt><dd>${receipt.agencyName}${office?.address ? html`<br />${office.address}` : nothing}${telephone(tools, office?.phone)}</dd></div>
    </dl>
    ${shown.deadline}
    <h3>${t('nextTitle')}</h3>
    <ol class="todo">
      ${paper ? html`<li>${t('doPrint')}</li><li>${handInStep}</li><li>${t('doWait')}</li>` : html`<li>${t('doNothing')}</li>`}
    </ol>
    <p>${t('keepReference')}</p>
    <div class="actions no-print">
      <button type="button" class="primary" part="download" ?disabled=${file === 'drawing'} @click=${() => shown.save()}>
        ${file === 'drawing' ? t('drawing') : t('download')}
      </button>
      <button type="button" @click=${() => window.print()}>${t('print')}</button>
    </div>
    <div role="status">${typeof file === 'object' ? saved(tools, t, view, file) : nothing}</div>
    ${file === 'failed' ? html`<p class="error" role="alert">${t('downloadFailed')}</p>` : nothing}
  </div>`;
}

function saved({ html }: CheckTools, t: ReceiptWords, view: FormView, { name, remarks }: SavedForm01): TemplateResult {
  return html`<p class="no-print">${t('downloaded', { file: name })}</p>
    ${remarks(view.label).map((remark) => html`<p class="warning" part="warning"><strong>${view.t('warning')}</strong> ${remark}</p>`)}`;
}

function telephone({ html, nothing }: CheckTools, phone: string | undefined): TemplateResult | typeof nothing {
  return phone ? html`<br /><a href="tel:${phone.replace(/[^\d+]/g, '')}">${phone}</a>` : nothing;
}
