import type { SignInStep } from '@bhxh-kit/contract';
import { formatMoment } from '@bhxh-kit/domain/text/format-moment.js';
import { html, nothing, type TemplateResult } from 'lit';
import type { Translate } from '../foundation/words.js';
import type { SignInWords } from './words.js';

interface Acts {
  back(): void;
  slotted(): void;
  readonly locale: 'vi' | 'en';
}

/** A password that is too old where the rules enforce its change (A3): the change, and nothing else. */
export function overduePassword({ passwordDueAt }: SignInStep, t: Translate<SignInWords>, { back, slotted, locale }: Acts): TemplateResult {
  return html`<h2 part="heading" tabindex="-1">${t('changeTitle')}</h2>
    ${passwordDueAt ? html`<p>${t('change', { since: formatMoment(passwordDueAt, locale) })}</p>` : nothing}
    <slot name="change-password" @slotchange=${slotted}><p>${t('changeHow')}</p></slot>
    <div class="actions"><button type="button" class="quiet" @click=${back}>${t('back')}</button></div>`;
}
