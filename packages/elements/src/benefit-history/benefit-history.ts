import type { HistoryKind } from '../history-table/history-kind.js';
import { BhxhHistoryTable } from '../history-table/history-table.js';
import { benefits } from './benefits.js';
import { benefitWords } from './words.js';

/**
 * Thông tin hưởng: what a person received, by kind, with its sum in figures and words; sorted, searched without diacritics, printed and saved as CSV or XLSX.
 *
 * Rows come from `rows` (`BenefitPayment`), from `source`, or from the client (`benefits.list`).
 * @summary Benefits with tabs Một lần, ÔĐTS, Hàng tháng, Thất nghiệp and their sum.
 */
export class BhxhBenefitHistory extends BhxhHistoryTable {
  override groupKey = 'kind';
  protected override readonly kind: HistoryKind = benefits(this.speak(benefitWords), () => this.group);
}

declare global {
  interface HTMLElementTagNameMap {
    'bhxh-benefit-history': BhxhBenefitHistory;
  }
}
