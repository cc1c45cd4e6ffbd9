import { normaliseText } from '@bhxh-kit/domain';
import type { ColumnMeaning } from './columns.js';
import type { ImportIssue, RefusalCode } from './issues.js';

/** One row understood, before its place in the tree is known. */
export interface AgencyRow {
  readonly row: number;
  readonly code: string;
  readonly name: string;
  readonly parentCode?: string;
  readonly provinceCode?: string;
  readonly provinceName?: string;
  readonly address?: string;
  readonly phone?: string;
  readonly communeCodes?: string[];
  readonly validFrom?: string;
  readonly validTo?: string;
}

type Cells = ReadonlyMap<string, unknown>;
type Refusal = ImportIssue<RefusalCode>;

const AGENCY_CODE = /^\d{3}(\d{2})?$/;

/** Reads the cells of a row, or says what refuses it. */
export function readRow(row: number, cells: Cells, columns: ReadonlyMap<ColumnMeaning, string>, defaultFrom: string | undefined): AgencyRow | Refusal {
  const text = (meaning: ColumnMeaning): string => cellText(cells.get(columns.get(meaning) ?? ''));
  const refuse = (code: RefusalCode, meaning: ColumnMeaning, facts: Refusal['facts'] = {}): Refusal => ({
    row,
    column: columns.get(meaning) ?? meaning,
    code,
    facts,
  });

  const code = withZeros(bareCode(text('code')));
  if (code === '') return refuse('code.missing', 'code');
  if (!AGENCY_CODE.test(code)) return refuse('code.shape', 'code', { length: code.length });
  const name = text('name');
  if (name === '') return refuse('name.missing', 'name', { agency: code });

  const parentCode = withZeros(bareCode(text('parentCode')));
  if (parentCode !== '' && !AGENCY_CODE.test(parentCode)) return refuse('parent.shape', 'parentCode', { agency: code, length: parentCode.length });
  const provinceCode = bareCode(text('provinceCode'))
    .replace(/^\d$/, '0$&')
    .replace(/^0(?=\d\d$)/, '');
  if (provinceCode !== '' && !/^\d{2}$/.test(provinceCode)) return refuse('province.shape', 'provinceCode', { agency: code, length: provinceCode.length });

  const communeCodes = listOf(cells.get(columns.get('communeCodes') ?? ''));
  const wrong = communeCodes.findIndex((commune) => !/^\d{5}$/.test(commune));
  if (wrong >= 0) return refuse('commune.shape', 'communeCodes', { agency: code, place: wrong + 1 });

  const validFrom = isoDay(text('validFrom')) ?? 'wrong';
  const validTo = isoDay(text('validTo')) ?? 'wrong';
  if (validFrom === 'wrong') return refuse('date.shape', 'validFrom', { agency: code });
  if (validTo === 'wrong') return refuse('date.shape', 'validTo', { agency: code });
  const from = validFrom || defaultFrom || '';
  if (from !== '' && validTo !== '' && from > validTo) return refuse('date.order', 'validTo', { agency: code, validFrom: from, validTo });

  const given = { parentCode, provinceCode, provinceName: text('provinceName'), address: text('address'), phone: text('phone'), validFrom: from, validTo };
  const filled = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== ''));
  return { row, code, name, ...filled, ...(communeCodes.length > 0 && { communeCodes }) };
}

/** A cell as text: composed, single spaces; what is no text, number or date is empty. */
function cellText(cell: unknown): string {
  if (typeof cell !== 'string' && typeof cell !== 'number') return '';
  return normaliseText(String(cell));
}

/** Table programs guard a code's zeros as `="00101"` or `'00101`, people as `[00101]`. */
function bareCode(text: string): string {
  return text
    .replace(/^(="?|'|\[)/, '')
    .replace(/["\]]$/, '')
    .trim();
}

/** Every agency code begins with 0, which table programs drop from numbers: 1 is 001, 101 is 00101, 7906 is 07906. */
function withZeros(code: string): string {
  if (!/^[1-9]\d{0,3}$/.test(code)) return code;
  return code.padStart(code.length <= 2 ? 3 : 5, '0');
}

function listOf(cell: unknown): string[] {
  if (Array.isArray(cell)) return [...new Set(cell.map(cellText))];
  return [
    ...new Set(
      cellText(cell)
        .split(/[\s,;|]+/)
        .filter((part) => part !== ''),
    ),
  ];
}

/** `2025-07-01` or `01/07/2025` as an ISO day; empty stays empty; undefined for what is no day of the calendar. */
function isoDay(text: string): string | undefined {
  if (text === '') return '';
  const [, isoYear, isoMonth, isoDate] = /^(\d{4})-(\d{2})-(\d{2})(?:[T ].*)?$/.exec(text) ?? [];
  const [, date, month, year] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text) ?? [];
  const iso = isoYear ? `${isoYear}-${isoMonth}-${isoDate}` : year ? `${year}-${month?.padStart(2, '0')}-${date?.padStart(2, '0')}` : '';
  const instant = Date.parse(`${iso}T00:00:00Z`);
  return Number.isNaN(instant) || new Date(instant).toISOString().slice(0, 10) !== iso ? undefined : iso;
}
