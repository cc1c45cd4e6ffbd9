import type { ReviewCase } from '@bhxh-kit/contract';
import { REJECTION_WORDS_MAX } from '@bhxh-kit/domain';
import { reasonWords, reviewFaultWords } from '@bhxh-kit/domain/review/review-words.js';
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { CaseView } from './case-view.js';
import type { RejectionDraft, RejectionProblem } from './rejection-draft.js';
import { reasonsFor } from './rejection-reasons.js';

/** What the dialog can do besides being written in. */
export interface RejectActs {
  readonly send: () => void;
  readonly close: () => void;
  /** The dialog is closed, by its button or by Escape. */
  readonly closed: () => void;
}

/** Không chấp nhận (O4): reasons of the list, words of the officer's own, and before it is sent what the person will read. */
export function rejectDialog(view: CaseView, draft: RejectionDraft, problem: TemplateResult | typeof nothing, acts: RejectActs): TemplateResult {
  const { t, common, session, file } = view;
  const allowed = file.allowed.includes('reject');
  return html`<dialog part="dialog" autofocus tabindex="-1" aria-labelledby="reject-title" @close=${acts.closed}>
    <form novalidate @submit=${(event: Event) => submit(event, acts)} aria-busy=${String(session.busy === 'reject')}>
      <h3 id="reject-title" tabindex="-1">${t('rejectTitle', { reference: file.reference })}</h3>
      ${problem}${allowed ? nothing : html`<p class="note" role="status">${t('rejectNoMore', { status: view.statusName(file.status) })}</p>`}
      ${reasonList(view, draft)}${ownWords(view, draft)}${preview(view, draft)}
      <div class="actions">
        ${allowed ? html`<button type="submit" class="danger" ?disabled=${session.busy !== undefined}>${session.busy === 'reject' ? t('rejecting') : t('rejectSend')}</button>` : nothing}
        <button type="button" @click=${acts.close}>${allowed ? t('rejectLater') : common('close')}</button>
      </div>
    </form>
  </dialog>`;
}

function submit(event: Event, { send }: RejectActs): void {
  event.preventDefault();
  send();
}

function reasonList({ t, file, locale }: CaseView, draft: RejectionDraft): TemplateResult {
  const fault = faultOf(draft, 'reasons', locale);
  return html`<fieldset aria-describedby=${fault ? 'reasons-error' : nothing} aria-invalid=${fault ? 'true' : nothing}>
    <legend class="label">${t('reasons')}<span class="required" aria-hidden="true"> *</span></legend>
    ${fault ? html`<p class="error" id="reasons-error">${fault}</p>` : nothing}
    ${reasonsFor(file).map(
      (reason, at) => html`<label class="choice">
        <input
          id=${at === 0 ? 'reason' : nothing} type="checkbox" value=${reason} .checked=${live(draft.reasons.has(reason))}
          @change=${(event: Event) => draft.toggle(reason, (event.target as HTMLInputElement).checked)}
        />
        <span>${reasonWords(reason, locale).name}</span>
      </label>`,
    )}
  </fieldset>`;
}

function ownWords({ t, locale }: CaseView, draft: RejectionDraft): TemplateResult {
  const fault = faultOf(draft, 'words', locale);
  return html`<div class="field">
    <label class="label" for="words">${t('words')}${draft.reasons.has('other') ? html`<span class="required" aria-hidden="true"> *</span>` : nothing}</label>
    <p class="hint" id="words-hint">${t('wordsHint', { max: REJECTION_WORDS_MAX })}</p>
    <textarea
      id="words" rows="3" .value=${live(draft.words)} aria-required=${draft.reasons.has('other') ? 'true' : nothing} aria-invalid=${fault ? 'true' : nothing}
      aria-describedby=${fault ? 'words-hint words-error' : 'words-hint'} @input=${(event: Event) => draft.write((event.target as HTMLTextAreaElement).value)}
    ></textarea>
    ${fault ? html`<p class="error" id="words-error">${fault}</p>` : nothing}
  </div>`;
}

function faultOf({ problem }: RejectionDraft, at: RejectionProblem['at'], locale: 'vi' | 'en'): string | undefined {
  return problem?.at === at ? reviewFaultWords(problem.code, problem.facts, locale) : undefined;
}

/** In the person's language, not the officer's: it is what they will read. */
function preview({ t, file }: CaseView, { reasons, words }: RejectionDraft): TemplateResult {
  const theirs = localeOf(file);
  const told = reasonsFor(file).filter((reason) => reasons.has(reason));
  return html`<section class="preview" aria-labelledby="preview">
    <h4 id="preview">${t('preview')}</h4>
    ${
      told.length === 0 && !words.trim()
        ? html`<p>${t('previewEmpty')}</p>`
        : html`<div lang=${theirs}>
            <ul>${told.map((reason) => html`<li>${reasonWords(reason, theirs).told} ${reasonWords(reason, theirs).wayOut}</li>`)}</ul>
            ${words.trim() ? html`<p class="said">${words.trim()}</p>` : nothing}
          </div>
          <p class="hint">${t('previewCode')}</p>`
    }
  </section>`;
}

const localeOf = ({ declared }: ReviewCase): 'vi' | 'en' => (declared?.locale === 'en' ? 'en' : 'vi');
