import type { SealVerdict } from '@bhxh-kit/client/seals';
import { type FieldId, formatDate, type SubjectType } from '@bhxh-kit/domain';
import type { SealDifference } from '@bhxh-kit/domain/seal/differences.js';
import type { SealedEntry } from '@bhxh-kit/domain/seal/entries.js';
import { SEALED_DAYS, type SealedField } from '@bhxh-kit/domain/seal/sealed-fields.js';
import { codeName, fieldLabel, type NamedCodes } from '@bhxh-kit/domain/wording';
import { html, nothing, type TemplateResult } from 'lit';
import { hostSentences, type Listener, type Translate } from '../foundation/words.js';
import type { PaperCheck } from './paper-check.js';
import type { PaperWords } from './paper-words.js';
import type { ReviewCaseWords } from './words.js';

/** What the templates of the paper read. */
export interface PaperView extends Listener {
  readonly t: Translate<PaperWords>;
  readonly caseWords: Translate<ReviewCaseWords>;
  readonly paper: PaperCheck;
  readonly reference: string | undefined;
  readonly subject: string | undefined;
  readonly check: (scan: string) => void;
}

type Genuine = Extract<SealVerdict, { kind: 'genuine' }>;

/** The box that takes a scan, and what came of it (O2). */
export function paperView(view: PaperView): TemplateResult {
  const { t, paper } = view;
  const send = (event: Event): void => {
    event.preventDefault();
    const box = (event.target as HTMLFormElement).querySelector('input');
    view.check(box?.value ?? '');
    // Ready for the next paper; nothing of the last one stays in the box.
    if (box) box.value = '';
  };
  return html`<div class="paper-check no-print" part="paper" role="group" aria-label=${t('paper')}>
    <form novalidate autocomplete="off" @submit=${send}>
      <label class="label" for="scan">${t('scan')}</label>
      <p class="hint" id="scan-hint">${t('scanHint')}</p>
      <div class="line">
        <input id="scan" type="text" autocomplete="off" autocapitalize="none" spellcheck="false" aria-describedby="scan-hint" />
        <button type="submit">${t('scanCheck')}</button>
      </div>
    </form>
    <div role="status" class="verdict">${paper.busy ? html`<p>${t('checking')}</p>` : paper.empty ? html`<p>${t('scanNothing')}</p>` : verdictView(view, paper.verdict)}</div>
  </div>`;
}

function verdictView(view: PaperView, verdict: SealVerdict | undefined): TemplateResult | typeof nothing {
  const { t } = view;
  if (!verdict) return nothing;
  if (verdict.kind === 'genuine') return genuineView(view, verdict);
  if (verdict.kind === 'damaged') return told('warning', t('damaged'), verdict.typed ? t('typedHow') : t('damagedHow'));
  if (verdict.kind === 'unknown-key') return told('warning', t('unknownKey'), t('unknownKeyHow', { key: verdict.keyId }));
  if (verdict.kind === 'forged') return told('danger', t('forged'), t('forgedHow'));
  if (verdict.kind === 'unchecked') return told('warning', t('unchecked'), t('uncheckedHow'));
  return told('warning', t('none'), t('noneHow'));
}

/** One paragraph: of two that come together a screen reader was heard to say the last alone, and not that the paper is forged. */
const told = (tone: 'success' | 'warning' | 'danger', title: string, how: string, more: unknown = nothing): TemplateResult =>
  html`<div class="told ${tone}" part="verdict"><p><strong>${title}</strong><br />${how}</p>${more}</div>`;

function genuineView(view: PaperView, verdict: Genuine): TemplateResult {
  const { t } = view;
  const { differences, reference, entries } = verdict;
  if (differences === undefined || view.reference === undefined) return absentCase(view, verdict);
  if (differences.length === 0) return told('success', t('agrees'), t('agreesHow', { count: entries.length }));
  if (reference !== view.reference)
    return told('danger', t('otherCase', { reference }), t('otherCaseHow'), html`${wayToIt(view, reference)}${differenceList(view, differences)}`);
  return told('danger', t('differs', { count: differences.length }), t('differsHow'), differenceList(view, differences));
}

function absentCase(view: PaperView, { reference, entries }: Genuine): TemplateResult {
  const { t, paper } = view;
  if (paper.absent === 'opening') return html`<p>${t('opening', { reference })}</p>`;
  const why = paper.absent === 'not-found' ? t('notFound') : paper.absent === 'not-opened' ? t('notOpened') : '';
  return told(
    paper.absent === 'not-found' ? 'danger' : 'warning',
    t('genuine', { reference }),
    [why, t('genuineHow')].filter(Boolean).join(' '),
    html`${paper.absent === 'not-opened' ? wayToIt(view, reference) : nothing}
      <dl class="sealed" aria-label=${t('sealed')}>${entries.map((entry) => html`<div><dt>${labelOf(view, entry.field)}</dt><dd>${sealedText(view, entry)}</dd></div>`)}</dl>`,
  );
}

function wayToIt({ t, paper }: PaperView, reference: string): TemplateResult {
  return html`<button type="button" id="open-scanned" @click=${() => void paper.openScanned()}>${t('openIt', { reference })}</button>
    ${paper.absent === 'not-found' ? html`<p>${t('notFound')}</p>` : nothing}`;
}

function differenceList(view: PaperView, differences: readonly SealDifference[]): TemplateResult {
  const { t } = view;
  return html`<dl class="differences">
    ${differences.map(
      ({ field, paper, data }) => html`<div data-differs=${field}>
        <dt>${labelOf(view, field)}</dt>
        <dd><span class="which">${t('onPaper')}:</span> ${paper === undefined ? t('tooLong') : valueText(view, field, paper)}</dd>
        <dd><span class="which">${t('inData')}:</span> ${valueText(view, field, data)}</dd>
      </div>`,
    )}
  </dl>`;
}

const sealedText = (view: PaperView, { field, text }: SealedEntry): string => (text === undefined ? view.t('tooLong') : valueText(view, field, text));

function labelOf(view: PaperView, field: SealedField): string {
  const { t, caseWords, subject } = view;
  if (field === 'reference') return caseWords('reference');
  if (field === 'address') return caseWords('address');
  if (field === 'receivedOn' || field === 'rulePack') return t(field);
  return fieldLabel(field, localeOf(view), hostSentences(view), subject as SubjectType | undefined);
}

const CODES: Readonly<Partial<Record<SealedField, keyof NamedCodes>>> = { purpose: 'purpose', subject: 'subject', transactAt: 'transactAt' };

function valueText(view: PaperView, field: SealedField, text: string): string {
  if (text === '') return view.t('nothing');
  const list = CODES[field];
  if (list) return codeName(list, text as never, localeOf(view), hostSentences(view));
  if (SEALED_DAYS.includes(field)) return formatDate(text);
  if (field !== 'changes') return text;
  const name = (fact: string) => (fact === 'certificate' ? view.caseWords('certificate') : fieldLabel(fact as FieldId, localeOf(view), hostSentences(view)));
  return text.split(' ').map(name).join('; ');
}

const localeOf = ({ language }: Listener): 'vi' | 'en' => (language === 'en' ? 'en' : 'vi');
