import type { BhxhClient } from '@bhxh-kit/client';
import type { MedicalVisit } from '@bhxh-kit/domain';
// A single file, because a bundler would else share all of the domain between the parts of an element.
import { formatNumber } from '@bhxh-kit/domain/text/format-number.js';
import { html, nothing, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit';
import { translator } from '../foundation/words.js';
import type { HistoryGroup } from '../history-table/columns.js';
import type { HistoryKind, RowDetail } from '../history-table/history-kind.js';
import { BhxhHistoryTable } from '../history-table/history-table.js';
import { visitStyles } from './visit-history.styles.js';
import { visits } from './visits.js';
import { visitWords } from './words.js';

/**
 * Sổ khám chữa bệnh: a person's BHYT visits by year, with what each cost and who paid it; sorted, searched without diacritics, printed and saved as CSV or XLSX.
 *
 * Visits come from `rows` (`MedicalVisit`, with their `lines` or without), from `source`, or from the client (`visits.list`; an opened visit by `visits.read`).
 * Diagnoses are hidden when the person asks for it, or from the start with `hide-diagnoses`; hidden, they are in no file and on no paper either.
 * @summary The medical book by year, with each visit's costs.
 * @csspart years - the year, and the button that hides diagnoses
 */
export class BhxhVisitHistory extends BhxhHistoryTable {
  /** @internal */
  static override properties: PropertyDeclarations = {
    hideDiagnoses: { type: Boolean, attribute: 'hide-diagnoses' },
    concealed: { state: true },
  };

  /** @internal */
  static override styles = [...BhxhHistoryTable.styles, visitStyles];

  /** Diagnoses are hidden until the person asks for them. */
  hideDiagnoses = false;

  /** None: all visits are read at once and shown by year. */
  override groupKey = '';

  private concealed = false;

  readonly #words = this.speak(visitWords);
  readonly #detailing: HistoryKind['detailing'] = async () => {
    const { visitDetail } = await import('./visit-detail.js');
    this.#detail ??= visitDetail({
      speak: (words) => translator(words, this),
      language: () => (this.language === 'en' ? 'en' : 'vi'),
      number: formatNumber,
      concealed: () => this.concealed,
      read: () => this.#read,
    });
    return { rowDetail: this.#detail };
  };
  #detail: RowDetail | undefined;
  protected override readonly kind: HistoryKind = visits(this.#words, () => this.concealed, this.#detailing);

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('hideDiagnoses')) this.concealed = this.hideDiagnoses;
    super.willUpdate(changed);
  }

  /** Who gives a visit with its lines. */
  get #read(): ((id: string) => Promise<MedicalVisit>) | undefined {
    const client: BhxhClient | undefined = this.rows || this.source ? undefined : this.activeClient;
    return client && ((id) => client.visits.read({ id }));
  }

  protected override renderGroups(years: readonly HistoryGroup[]): TemplateResult | typeof nothing {
    if (years.length === 0) return nothing;
    const t = this.#words;
    return html`<div class="tools" part="years">
      ${years.length > 1 ? this.#renderYears(years) : nothing}
      <button type="button" @click=${() => (this.concealed = !this.concealed)}>${t(this.concealed ? 'show' : 'hide')}</button>
    </div>`;
  }

  #renderYears(years: readonly HistoryGroup[]): TemplateResult {
    return html`<div class="year">
      <label for="year">${this.#words('groups')}</label>
      <select id="year" @change=${(event: Event) => this.open((event.target as HTMLSelectElement).value)}>
        ${years.map(({ key, label }) => html`<option value=${key} .selected=${key === this.group}>${label}</option>`)}
      </select>
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'bhxh-visit-history': BhxhVisitHistory;
  }
}
