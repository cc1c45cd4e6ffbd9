import type { StepId } from '@bhxh-kit/domain';
import type { nothing, TemplateResult } from 'lit';
import type { CheckHost } from '../checks/check-surroundings.js';
import type { Translate } from '../foundation/words.js';
import { dayOf } from '../sealed/day-of.js';
import type { CheckTools } from './check-tools.js';
import type { DraftPart, FoundDraft } from './draft-part.js';
import { draftWords } from './draft-words.js';

type DraftWord = keyof (typeof draftWords)['vi'];
/** A sentence, with the moment it speaks of in milliseconds since 1970. */
export type DraftRemarkSaid = DraftWord | readonly [DraftWord, number | undefined];

/** What the person is told of drafts: which there are, before the first step; how long this one is kept, under every step. */
export class DraftNotes {
  readonly #t: Translate<(typeof draftWords)['vi']>;
  #said: readonly DraftRemarkSaid[] = [];
  #saidAt: StepId | undefined;

  constructor(
    private readonly part: DraftPart,
    private readonly host: CheckHost,
    private readonly tools: CheckTools,
  ) {
    this.#t = tools.translator(draftWords, host);
  }

  /** Said, and shown until the next step. */
  say(...remarks: readonly DraftRemarkSaid[]): void {
    this.#said = remarks;
    this.#saidAt = undefined;
    this.host.requestUpdate();
  }

  above(step: StepId): TemplateResult {
    const { html, nothing } = this.tools;
    this.#saidAt ??= step;
    const said = this.#saidAt === step ? this.#said : [];
    const found = step === 'subject' ? this.part.found : [];
    return html`<div role="status">
        ${said.map((remark) => html`<p class="notice" part="notice">${this.#sentence(remark)}</p>`)}
        ${found.length > 0 ? html`<p class="notice" part="notice"><strong>${this.#foundSentence(found)}</strong> ${this.#t('draftWhose')}</p>` : nothing}
      </div>
      ${found.map((draft) => this.#choice(draft, found.length > 1))}`;
  }

  below(begun: boolean): TemplateResult | typeof nothing {
    const { html } = this.tools;
    const { off, keptUntil } = this.part;
    const t = this.#t;
    if (!begun || (!off && !keptUntil)) return this.tools.nothing;
    const sentence = off ? `${off === 'wiped' ? t('draftWiped') : ''} ${t('draftNotKept')}` : t('draftKept', { day: dayOf(keptUntil) });
    const turn = () => void (off ? this.part.start() : this.part.stop());
    return html`<div class="actions draft no-print" part="draft">
      <p class="hint" role="status">${sentence.trim()}</p>
      ${off === 'refused' ? '' : html`<button type="button" class="quiet" @click=${turn}>${off ? t('draftKeep') : t('draftWipe')}</button>`}
    </div>`;
  }

  #choice(draft: FoundDraft, named: boolean): TemplateResult {
    const { html, nothing } = this.tools;
    const moment = this.#moment(draft.kept.savedAt);
    const t = this.#t;
    /** Only of several it has to be said which. */
    const name = (said: string) => (named ? said : nothing);
    return html`<div class="field" part="draft">
      ${named ? html`<p>${t('draftFrom', { moment })}</p>` : ''}
      <button type="button" class="primary" aria-label=${name(t('draftGoOnNamed', { moment }))} @click=${() => void this.part.goOn(draft)}>${t('draftGoOn')}</button>
      <button type="button" class="quiet" aria-label=${name(t('draftWipeNamed', { moment }))} @click=${() => void this.part.wipe(draft)}>${t('draftWipe')}</button>
    </div>`;
  }

  #foundSentence(found: readonly FoundDraft[]): string {
    const [first] = found;
    return found.length > 1 ? this.#t('draftFoundMore', { count: found.length }) : this.#t('draftFound', { moment: this.#moment(first!.kept.savedAt) });
  }

  #sentence(remark: DraftRemarkSaid): string {
    const [word, at = 0] = typeof remark === 'string' ? [remark] : remark;
    return this.#t(word as 'draftSent', { moment: this.#moment(at) });
  }

  #moment(at: number): string {
    return this.tools.momentText(new Date(at).toISOString(), this.host.language);
  }
}
