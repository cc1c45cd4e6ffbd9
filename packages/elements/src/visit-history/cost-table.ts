import type { MedicalVisit, VisitLine } from '@bhxh-kit/domain';
// Single files, because a bundler would else share all of the domain between this part, loaded later, and the first one.
import { costDisagreements } from '@bhxh-kit/domain/visits/visit-costs.js';
import { visitSums } from '@bhxh-kit/domain/visits/visit-sums.js';
import type { Translate } from '../foundation/words.js';
import type { VisitDetailWords } from './visit-detail-words.js';

type Lines = readonly VisitLine[];

/** How the table is said. Formats are handed in, so that this part shares nothing with the first one. */
export interface SayCosts {
  readonly t: Translate<VisitDetailWords>;
  readonly number: (value: number, decimals: number) => string;
  /** Whether diagnoses are to be concealed now: lines are then told by kind of cost, because a medicine tells the illness. */
  readonly concealed: boolean;
}

/** A column of the table: its header, whether it is a number, and the cell of a line. */
type CostColumn = readonly [label: string, number: boolean, of: (line: VisitLine) => string];

/** What a visit's services cost, line by line or by kind of cost, and where it does not add up. */
export function costTable(visit: MedicalVisit, say: SayCosts): HTMLElement {
  const { t, concealed } = say;
  const lines = visit.lines ?? [];
  const box = document.createElement('div');
  box.append(table(t('costs'), columns(say), concealed ? byGroup(lines) : lines));
  if (concealed) box.append(paragraph(t('concealed')));
  box.append(...disagreements(visit, say));
  return box;
}

function columns({ t, number, concealed }: SayCosts): readonly CostColumn[] {
  const money = moneyIn(number);
  // Half a day, 2,5 ml: a quantity has the decimals it needs.
  const amount = (value: number): string => (Number.isInteger(value) ? number(value, 0) : String(value).replace('.', ','));
  const group: CostColumn = [t('group'), false, (line) => t(line.group)];
  const service: readonly CostColumn[] = [
    [t('service'), false, (line) => line.service],
    group,
    [t('quantity'), true, ({ quantity, unit }) => `${amount(quantity)}${unit ? ` ${unit}` : ''}`],
    [t('unitPrice'), true, ({ unitPrice }) => money(unitPrice)],
  ];
  return [
    ...(concealed ? [group] : service),
    [t('total'), true, ({ totalCost }) => money(totalCost)],
    [t('insurance'), true, ({ paidByInsurance }) => money(paidByInsurance)],
    [t('patient'), true, ({ paidByPatient }) => money(paidByPatient)],
  ];
}

/** The two decimals of a price only where they are. */
const moneyIn =
  (number: SayCosts['number']) =>
  (value: number): string =>
    number(value, Number.isInteger(value) ? 0 : 2);

/** One line for each kind of cost. */
function byGroup(lines: Lines): Lines {
  return [...new Set(lines.map(({ group }) => group))].map((group) => ({
    group,
    service: '',
    quantity: 1,
    unitPrice: 0,
    ...visitSums(lines.filter((line) => line.group === group)),
  }));
}

/** Says where the register's figures do not add up; they are shown as they are. */
function disagreements(visit: MedicalVisit, { t, number, concealed }: SayCosts): readonly HTMLElement[] {
  const money = moneyIn(number);
  const found = costDisagreements(visit);
  if (found.length === 0) return [];
  const where = (line: number | undefined): string => {
    const at = line === undefined ? undefined : visit.lines?.[line];
    return at ? (concealed ? t(at.group) : at.service) : t('whole');
  };
  const list = found.slice(0, 5).map(({ line, said, counted }) => paragraph(t('differs', { where: where(line), said: money(said), counted: money(counted) })));
  const box = document.createElement('div');
  box.className = 'faults';
  box.append(paragraph(t('disagreement', { count: found.length })), ...list);
  return [box];
}

/** Roles are written out, because `display` of the card layout takes a table's own roles away. */
function table(caption: string, columns: readonly CostColumn[], lines: Lines): HTMLTableElement {
  const made = document.createElement('table');
  made.className = 'costs';
  made.setAttribute('role', 'table');
  made.createCaption().textContent = caption;
  const head = made.createTHead();
  head.setAttribute('role', 'rowgroup');
  const titles = rowIn(head);
  for (const [label, number] of columns) titles.append(cell('th', 'columnheader', label, number));
  const body = made.createTBody();
  body.setAttribute('role', 'rowgroup');
  for (const one of lines) {
    const row = rowIn(body);
    for (const [label, number, of] of columns) {
      const value = cell('td', 'cell', of(one), number);
      value.dataset['label'] = label;
      row.append(value);
    }
  }
  return made;
}

function rowIn(section: HTMLTableSectionElement): HTMLTableRowElement {
  const row = section.insertRow();
  row.setAttribute('role', 'row');
  return row;
}

function cell(tag: 'th' | 'td', role: string, text: string, number: boolean): HTMLElement {
  const made = document.createElement(tag);
  made.setAttribute('role', role);
  if (tag === 'th') made.setAttribute('scope', 'col');
  if (number) made.className = 'number';
  made.textContent = text;
  return made;
}

function paragraph(text: string): HTMLElement {
  const made = document.createElement('p');
  made.textContent = text;
  return made;
}
