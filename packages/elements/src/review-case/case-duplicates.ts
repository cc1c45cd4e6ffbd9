import type { ReviewCase, ReviewDuplicate } from '@bhxh-kit/contract';
import { maskNumber } from '@bhxh-kit/domain';
import { html, nothing, type TemplateResult } from 'lit';
import { momentText } from '../deadline/deadline-note.js';
import type { CaseView } from './case-view.js';
import { maskedEmail } from './declared-parts.js';

const SAME_FACTS = ['bhxh-number', 'identity-number', 'mobile-phone', 'email'] as const;

/** Declarations with a number or contact of this one, side by side with it, and what is the same (O1). */
export function caseDuplicates(view: CaseView): TemplateResult | typeof nothing {
  const { t, file } = view;
  if (file.duplicates.length === 0) return nothing;
  return html`<section class="duplicates" part="duplicates" aria-labelledby="duplicates">
    <h3 id="duplicates">${t('duplicates', { count: file.duplicates.length })}</h3>
    <p>${t('duplicatesLead')}</p>
    <div class="scroller" tabindex="0" role="group" aria-labelledby="duplicates">
      <table role="table">
        <thead role="rowgroup">
          <tr role="row">
            <td role="cell"></td>
            <th role="columnheader" scope="col">${t('thisOne')}</th>
            ${file.duplicates.map((other) => html`<th role="columnheader" scope="col">${columnOf(view, other)}</th>`)}
          </tr>
        </thead>
        <tbody role="rowgroup">
          ${row(
            view,
            t('name'),
            file.declared?.fullName,
            (other) => other.fullName,
            (other) => other.fullName !== undefined && other.fullName === file.declared?.fullName,
          )}
          ${row(
            view,
            t('purpose'),
            file.purpose && view.codeName('purpose', file.purpose),
            (other) => other.purpose && view.codeName('purpose', other.purpose),
            () => false,
          )}
          ${row(
            view,
            t('status'),
            view.statusName(file.status),
            (other) => view.statusName(other.status),
            () => false,
          )}
          ${row(
            view,
            t('receivedAt'),
            momentText(file.receivedAt, view.language),
            (other) => momentText(other.receivedAt, view.language),
            () => false,
          )}
          ${row(
            view,
            t('agency'),
            file.agencyName,
            (other) => other.agencyName,
            () => false,
          )}
          ${SAME_FACTS.filter((fact) => ownFact(file, fact)).map((fact) =>
            row(
              view,
              t(`same-${fact}`),
              ownFact(file, fact),
              (other) => (other.same.includes(fact) ? t('isSame') : t('isOther')),
              (other) => other.same.includes(fact),
            ),
          )}
          ${file.duplicates.some(({ id }) => id) ? openRow(view) : nothing}
        </tbody>
      </table>
    </div>
  </section>`;
}

/** Above its column, and in a narrow page before each of its values. */
const columnOf = ({ t }: CaseView, { reference }: ReviewDuplicate): string => reference ?? t('elsewhere');

function row(
  view: CaseView,
  label: string,
  own: string | undefined,
  text: (other: ReviewDuplicate) => string | undefined,
  same: (other: ReviewDuplicate) => boolean,
): TemplateResult {
  const { t, file } = view;
  const marked = file.duplicates.some(same);
  return html`<tr role="row">
    <th role="rowheader" scope="row">${label}</th>
    <td role="cell" data-of=${t('thisOne')}>${marked && own ? html`<mark>${own}</mark>` : own || '–'}</td>
    ${file.duplicates.map((other) => html`<td role="cell" data-of=${columnOf(view, other)}>${same(other) ? html`<mark>${text(other)}</mark>` : (text(other) ?? '–')}</td>`)}
  </tr>`;
}

function openRow(view: CaseView): TemplateResult {
  return html`<tr role="row" class="no-print">
    <td role="cell"></td>
    <td role="cell"></td>
    ${view.file.duplicates.map((other) => html`<td role="cell" data-of=${columnOf(view, other)}>${openButton(view, other)}</td>`)}
  </tr>`;
}

function openButton({ t, openCase }: CaseView, { id, reference = '' }: ReviewDuplicate): TemplateResult | string {
  return id ? html`<button type="button" aria-label=${t('openNamed', { reference })} @click=${() => openCase(id)}>${t('open')}</button>` : t('notYours');
}

/** A number or contact of this declaration, masked: enough to tell which is meant. */
function ownFact({ declared }: ReviewCase, fact: (typeof SAME_FACTS)[number]): string | undefined {
  if (!declared) return undefined;
  const { bhxhNumber, identityNumber, mobilePhone, email } = declared;
  if (fact === 'email') return email && maskedEmail(email);
  const number = { 'bhxh-number': bhxhNumber, 'identity-number': identityNumber, 'mobile-phone': mobilePhone }[fact];
  return number && maskNumber(number);
}
