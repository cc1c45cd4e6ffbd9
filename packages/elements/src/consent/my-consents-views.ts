import { dayInVietnam } from '@bhxh-kit/domain/dates/calendar.js';
import { formatDate } from '@bhxh-kit/domain/text/format-date.js';
import type { TemplateResult } from 'lit';
import type { PartTools } from '../foundation/part-tools.js';
import { trouble } from './asking-views.js';
import type { ConsentState } from './consent-part.js';

export interface MineActs {
  take(purpose: string, title: string): void;
  leave(purpose: string): void;
  again(): void;
}

const dayOf = (at: string): string => formatDate(dayInVietnam(new Date(at)));
/** A version is the day its words were written; one that is not is shown as it is. */
const versionOf = (version: string): string => (/^\d{4}-\d\d-\d\d$/.test(version) ? formatDate(version) : version);

/** What the person agreed to, since when and in which words; each can be taken back, each optional one be added. */
export function mineView(state: ConsentState, acts: MineActs, tools: PartTools): TemplateResult {
  const { t, mine, said, busy } = state;
  const { html, nothing } = tools;
  return html`<h2 part="heading" tabindex="-1">${t('mine')}</h2>
    ${trouble(state, tools)}
    <p class="said" role="status">${said}</p>
    ${
      mine?.asked
        ? html`<p>${t('askAgain')}</p><div class="actions"><button type="button" class="primary" id="agree-again" @click=${acts.again}>${t('agreeAgain')}</button></div>`
        : nothing
    }
    <ul class="purposes" aria-busy=${String(busy)}>${mine?.purposes.map((each) => purposeView(each, state, acts, tools))}</ul>
    ${mine && mine.history.length > 0 ? historyView(mine, state, tools) : nothing}
    <slot name="done"></slot>`;
}

function purposeView(
  each: NonNullable<ConsentState['mine']>['purposes'][number],
  { t, busy, mine }: ConsentState,
  acts: MineActs,
  { html, nothing }: PartTools,
) {
  const { purpose, title, necessary, words, given, since, agreedVersion } = each;
  const take = !given && !necessary && !mine?.asked;
  return html`<li part="purpose">
    <h3>${title} <span class="kind">(${necessary ? t('necessary') : t('optional')})</span></h3>
    <p>${given && since ? t('since', { date: dayOf(since), version: versionOf(agreedVersion ?? '') }) : t('notGiven')}</p>
    <details><summary>${t('whatItIs')}</summary><p>${words}</p></details>
    ${given ? html`<button type="button" id="leave-${purpose}" aria-label=${t('withdrawFor', { title })} ?disabled=${busy} @click=${() => acts.leave(purpose)}>${t('withdraw')}</button>` : nothing}
    ${take ? html`<button type="button" id="take-${purpose}" aria-label=${t('takeFor', { title })} ?disabled=${busy} @click=${() => acts.take(purpose, title)}>${t('take')}</button>` : nothing}
  </li>`;
}

function historyView({ history, purposes }: NonNullable<ConsentState['mine']>, { t }: ConsentState, { html }: PartTools): TemplateResult {
  const titleOf = (purpose: string): string => purposes.find((each) => each.purpose === purpose)?.title ?? purpose;
  return html`<details id="history">
    <summary>${t('history', { count: history.length })}</summary>
    <ul class="history">
      ${history.map(({ purpose, given, textVersion, at }) => {
        const facts = { date: dayOf(at), title: titleOf(purpose), version: versionOf(textVersion) };
        return html`<li>${given ? t('historyGiven', facts) : t('historyWithdrawn', facts)}</li>`;
      })}
    </ul>
  </details>`;
}

/** What taking a consent back means, before it is done. */
export function withdrawView(state: ConsentState, acts: { sure(): void; keep(): void }, tools: PartTools): TemplateResult {
  const { t, mine, leaving, busy } = state;
  const { html } = tools;
  const text = mine?.purposes.find(({ purpose }) => purpose === leaving);
  return html`<h2 part="heading" tabindex="-1">${t('withdrawTitle', { title: text?.title ?? '' })}</h2>
    ${trouble(state, tools)}
    <p><strong>${t('withdrawMeans')}</strong> ${text?.withdrawing}</p>
    <div class="actions">
      <button type="button" class="primary" id="sure" ?disabled=${busy} @click=${acts.sure}>${busy ? t('withdrawing') : t('withdrawSure')}</button>
      <button type="button" class="quiet" id="keep" ?disabled=${busy} @click=${acts.keep}>${t('keep')}</button>
    </div>`;
}
