import type { BhxhClient } from '@bhxh-kit/client';
import type { SignInStep } from '@bhxh-kit/contract';
import { formatMoment } from '@bhxh-kit/domain/text/format-moment.js';
import { html, nothing, type TemplateResult } from 'lit';
import '../change-password/define.js';
import type { Listener, Translate } from '../foundation/words.js';
import type { SignInWords } from './words.js';

interface Acts {
  readonly client: BhxhClient | undefined;
  back(): void;
  slotted(): void;
}

/**
 * A password that is too old where the rules enforce its change (A3): the change, and nothing else. A page may bring its own; without one it is made here, or whoever signs in
 * would stand before a closed door.
 */
export function overduePassword(
  { passwordDueAt }: SignInStep,
  host: HTMLElement & Listener,
  t: Translate<SignInWords>,
  { client, back, slotted }: Acts,
): TemplateResult {
  const since = passwordDueAt && formatMoment(passwordDueAt, host.language === 'en' ? 'en' : 'vi');
  const brought = host.querySelector(':scope > [slot=change-password]');
  return html`<h2 part="heading" tabindex="-1">${t('changeTitle')}</h2>
    ${since ? html`<p>${t('change', { since })}</p>` : nothing}
    <slot name="change-password" @slotchange=${slotted}>${brought ? nothing : html`<bhxh-change-password .client=${client} .messages=${host.overrides[0]}></bhxh-change-password>`}</slot>
    <div class="actions"><button type="button" class="quiet" @click=${back}>${t('back')}</button></div>`;
}
