import type { DeclarationProgress } from '@bhxh-kit/contract';
import type { DeclarationStatus } from '@bhxh-kit/domain';
import type { nothing, TemplateResult } from 'lit';
import type { PartTools } from '../foundation/part-tools.js';
import type { Translate } from '../foundation/words.js';
import type { DeclarationStatusWords } from './words.js';

/** What the result shows. */
export interface ProgressView {
  readonly progress: DeclarationProgress;
  readonly t: Translate<DeclarationStatusWords>;
  /** The sentence of a status that says what to do now. */
  readonly next: string;
  readonly deadline: TemplateResult | typeof nothing;
  /** The reasons of a rejection, and the way to correct it. */
  readonly rejection: TemplateResult | typeof nothing;
  statusName(status: DeclarationStatus): string;
  momentText(instant: string): string;
}

/** Tình trạng tờ khai (R17): where it stands and why, what to do now, how it came there. */
export function progressView({ progress, t, next, deadline, rejection, statusName, momentText }: ProgressView, { html, nothing }: PartTools): TemplateResult {
  const status = progress.status as DeclarationStatus;
  return html`<dl>
      <div><dt>${t('reference')}</dt><dd part="reference">${progress.reference}</dd></div>
      <div><dt>${t('status')}</dt><dd class="status" part="status">${statusName(status)}</dd></div>
      ${progress.reason && rejection === nothing ? html`<div><dt>${t('reason')}</dt><dd>${reasonText(t, progress.reason)}</dd></div>` : nothing}
      <div><dt>${t('agency')}</dt><dd>${progress.agencyName}</dd></div>
      <div><dt>${t('receivedAt')}</dt><dd>${momentText(progress.receivedAt)}</dd></div>
    </dl>
    ${deadline}${rejection}
    ${rejection === nothing ? html`<h3>${t('nextTitle')}</h3><p>${next}</p>` : nothing}
    <h3>${t('history')}</h3>
    <ol class="history" part="history">
      ${progress.history.map(({ status: then, at }) => html`<li>${statusName(then as DeclarationStatus)}, <time datetime=${at}>${momentText(at)}</time></li>`)}
    </ol>`;
}

function reasonText(t: Translate<DeclarationStatusWords>, code: string): string {
  return code === 'paper-not-received' ? t('reason-paper-not-received') : t('reason-other', { code });
}
