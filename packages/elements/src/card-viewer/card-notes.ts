import type { HealthCard } from '@bhxh-kit/domain';
import { formatDate } from '@bhxh-kit/domain/text/format-date.js';
import { html, type TemplateResult } from 'lit';
import type { Fact, SayCard } from './card-facts.js';

/** The facts as a list; what is masked is said in words. */
export function factList(facts: readonly Fact[]): TemplateResult {
  return html`<dl part="facts">
    ${facts.map(
      ({ key, label, text, spoken }) => html`<div>
        <dt>${label}</dt>
        <dd class=${key}>${spoken ? html`<span aria-hidden="true">${text}</span><span class="visually-hidden">${spoken}</span>` : text}</dd>
      </div>`,
    )}
  </dl>`;
}

/** Which of several cards is shown, by its interval: in few letters, as a closed list box breaks no line and cuts the year off on a small phone. */
export function cardChoice(cards: readonly HealthCard[], shown: HealthCard, t: SayCard, choose: (event: Event) => void): TemplateResult {
  const interval = ({ validFrom, validTo }: HealthCard) => {
    const from = formatDate(validFrom);
    return validTo ? t('interval', { from, to: formatDate(validTo) }) : t('since', { from });
  };
  return html`<div class="wide choice">
    <label for="choice">${t('choose')}</label>
    <select id="choice" @change=${choose}>
      ${cards.map((card, index) => html`<option value=${index} .selected=${card === shown}>${interval(card)}</option>`)}
    </select>
  </div>`;
}
