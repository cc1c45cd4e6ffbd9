import type { MedicalVisit } from '@bhxh-kit/domain';
import type { Translate, Words } from '../foundation/words.js';
import type { HistoryRow } from '../history-table/columns.js';
import type { RowDetail } from '../history-table/history-kind.js';
import { factsRow } from '../history-table/row-detail.js';
import { dress } from '../history-table/row-detail.styles.js';
import { costTable } from './cost-table.js';
import { visitDetailCss } from './visit-detail.styles.js';
import { type VisitDetailWords, visitDetailWords } from './visit-detail-words.js';

/** What the element around an opened visit knows. */
export interface VisitNeeds {
  readonly speak: <Vi extends Readonly<Record<string, string>>>(words: Words<Vi>) => Translate<Vi>;
  readonly language: () => 'vi' | 'en';
  /** A number as people read it. */
  readonly number: (value: number, decimals: number) => string;
  /** Whether diagnoses are to be concealed now. */
  readonly concealed: () => boolean;
  /** Reads a visit with its lines; absent where there is nobody to ask. */
  readonly read: () => ((id: string) => Promise<MedicalVisit>) | undefined;
}

/** The opened visit (H3): what the row says, then what each service cost, read when the visit is first opened. */
export function visitDetail(needs: VisitNeeds): RowDetail {
  const t = needs.speak(visitDetailWords);
  // By row: rows of another reading, and so of another person, are other objects.
  const wholes = new WeakMap<HistoryRow, Promise<MedicalVisit>>();
  return (columns, textOf, row, body, grown) => {
    dress(body, visitDetailCss);
    const detail = factsRow(columns, textOf);
    const visit = row as unknown as MedicalVisit;
    const place = document.createElement('div');
    detail.cells[0]?.append(place);
    const show = (whole: MedicalVisit): void => {
      place.replaceChildren(...(whole.lines?.length ? [costTable(whole, { t, number: needs.number, concealed: needs.concealed() })] : []));
    };
    const read = needs.read();
    if (visit.lines || !read) show(visit);
    else {
      const fill = async (): Promise<void> => {
        place.replaceChildren(said(t('reading'), 'status'));
        try {
          if (!wholes.has(row)) wholes.set(row, read(visit.id));
          show((await wholes.get(row)) as MedicalVisit);
        } catch (error) {
          wholes.delete(row);
          place.replaceChildren(...trouble(error, needs.language(), t, fill));
        }
        grown();
      };
      void fill();
    }
    return detail;
  };
}

/** What went wrong, in the gateway's words too, and a way to try again. */
function trouble(error: unknown, language: 'vi' | 'en', t: Translate<VisitDetailWords>, again: () => Promise<void>): readonly HTMLElement[] {
  const reason = (error as { userMessage?: (locale: string) => string }).userMessage?.(language) ?? '';
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = t('again');
  button.addEventListener('click', (event) => {
    // Else the table takes it for the button that closes the visit.
    event.stopPropagation();
    void again();
  });
  return [said(`${t('unread')} ${reason}`.trim(), 'alert'), button];
}

function said(text: string, role: string): HTMLElement {
  const made = document.createElement('p');
  made.setAttribute('role', role);
  made.textContent = text;
  return made;
}
