import type { TemplateResult } from 'lit';
import type { PartTools } from '../foundation/part-tools.js';
import type { ConsentState } from './consent-part.js';

/** Trước khi bạn bắt đầu: what this is. */
export function introductionView({ t, texts }: ConsentState, goOn: () => void, { html }: PartTools): TemplateResult {
  return html`<h2 part="heading" tabindex="-1">${t('before')}</h2>
    <p>${texts.introduction}</p>
    <div class="actions"><button type="button" class="primary" id="go-on" @click=${goOn}>${t('goOn')}</button></div>`;
}

export interface ChoiceActs {
  tick(purpose: string, on: boolean): void;
  tickChild(on: boolean): void;
  accept(event: Event): void;
  decline(): void;
  back(): void;
}

const checked = (event: Event): boolean => (event.target as HTMLInputElement).checked;

/** The terms, and each purpose with its words and its tick. Nothing is ticked beforehand. */
export function choiceView(state: ConsentState, acts: ChoiceActs, tools: PartTools): TemplateResult {
  const { t, texts, busy, mine } = state;
  const { html, nothing, ignoreComposedEnter } = tools;
  return html`<h2 part="heading" tabindex="-1">${t('choose')}</h2>
    ${trouble(state, tools)}
    <p>${t('chooseHint')}</p>
    <h3>${t('terms')}</h3>
    <p class="terms">${texts.terms}</p>
    <h3 id="purposes">${t('purposes')}</h3>
    <form novalidate aria-busy=${String(busy)} @submit=${acts.accept} @keydown=${ignoreComposedEnter}>
      <ul class="purposes" aria-labelledby="purposes">${texts.purposes.map((each) => purposeView(each, state, acts, tools))}</ul>
      ${mine?.givenBy === 'guardian-and-child' ? childView(state, acts, tools) : nothing}
      <div class="actions">
        <button type="submit" class="primary" ?disabled=${busy}>${busy ? t('accepting') : t('accept')}</button>
        <button type="button" class="quiet" id="decline" ?disabled=${busy} @click=${acts.decline}>${t('decline')}</button>
        <button type="button" class="quiet" ?disabled=${busy} @click=${acts.back}>${t('back')}</button>
      </div>
    </form>`;
}

function purposeView(
  text: ConsentState['texts']['purposes'][number],
  { t, ticked, faults }: ConsentState,
  acts: ChoiceActs,
  { html, live, nothing }: PartTools,
) {
  const { purpose, necessary, title, words } = text;
  const id = `agree-${purpose}`;
  const wrong = faults.necessary === purpose;
  return html`<li part="purpose">
    <h4>${title} <span class="kind">(${necessary ? t('necessary') : t('optional')})</span></h4>
    <p id="${id}-words">${words}</p>
    <label class="choice"
      ><input
        id=${id} type="checkbox" .checked=${live(ticked.has(purpose))} aria-required=${necessary ? 'true' : nothing} aria-invalid=${wrong ? 'true' : nothing}
        aria-describedby="${id}-words${wrong ? ` ${id}-error` : ''}" @change=${(event: Event) => acts.tick(purpose, checked(event))}
      /> <span>${t('agree')}<span class="visually-hidden">: ${title}</span></span></label
    >
    ${wrong ? html`<p class="error" part="error" id="${id}-error">${t('necessaryMissing', { title })}</p>` : nothing}
  </li>`;
}

function childView({ t, childAgrees, faults }: ConsentState, acts: ChoiceActs, { html, live, nothing }: PartTools): TemplateResult {
  return html`<div class="field">
    <label class="choice"
      ><input
        id="child" type="checkbox" .checked=${live(childAgrees)} aria-required="true" aria-invalid=${faults.child ? 'true' : nothing}
        aria-describedby=${faults.child ? 'child-error' : nothing} @change=${(event: Event) => acts.tickChild(checked(event))}
      /> <span>${t('child')}</span></label
    >
    ${faults.child ? html`<p class="error" part="error" id="child-error">${t('childMissing')}</p>` : nothing}
  </div>`;
}

/** What it means not to agree, and the way back. */
export function declinedView({ t }: ConsentState, again: () => void, { html }: PartTools): TemplateResult {
  return html`<h2 part="heading" tabindex="-1">${t('declinedTitle')}</h2>
    <p>${t('declined')}</p>
    <slot name="declined"></slot>
    <div class="actions"><button type="button" class="primary" id="read-again" @click=${again}>${t('readAgain')}</button></div>`;
}

/** The choice is recorded, or will be with the first sign-in. */
export function doneView({ t, mine }: ConsentState, see: () => void, { html, nothing }: PartTools): TemplateResult {
  const recorded = mine && !mine.asked;
  return html`<h2 part="heading" tabindex="-1">${recorded ? t('doneTitle') : t('doneLater')}</h2>
    <p>${recorded ? t('doneAfter') : t('doneAtSignIn')}</p>
    <slot name="done"></slot>
    ${recorded ? html`<div class="actions"><button type="button" class="quiet" id="see" @click=${see}>${t('see')}</button></div>` : nothing}`;
}

/** Why nothing was recorded. */
export function trouble({ t, problem }: ConsentState, { problemBox, nothing }: PartTools): TemplateResult | typeof nothing {
  return problem ? problemBox(t('problem'), problem, 3) : nothing;
}
