import type { Complaint } from '../foundation/form-control.js';
import type { Translate } from '../foundation/words.js';
import { type AddressValue, codeAt, endsAtDistrict, type Level, levelsOf, type Part } from './address-value.js';
import type { UnitList } from './unit-loader.js';
import type { AddressFieldWords } from './words.js';

/** What is wrong with one part of an address. */
export type PartFault = readonly [Part, Complaint];

/** What has to be known of a form to judge the address in it. */
export interface AddressAround {
  /** Every part has to be given. */
  readonly owed: boolean;
  /** What was written and not chosen. */
  typed(level: Level): string | undefined;
  /** The list of a level, as far as it is here; none while the level above is open. */
  list(level: Level): UnitList | undefined;
  readonly t: Translate<AddressFieldWords>;
  /** Said after what is missing, where the form requires it. */
  readonly owedMark: string;
}

const STREET_MAX = 200;

/** What is wrong with which part, from the top down. */
export function addressFaults(value: AddressValue, around: AddressAround): readonly PartFault[] {
  const { owed, t } = around;
  const faults: PartFault[] = [];
  for (const level of levelsOf(value.scheme)) {
    const absent = level === 'commune' && endsAtDistrict(value);
    const fault = unitFault(level, codeAt(value, level), absent ? { ...around, owed: false, typed: () => undefined } : around);
    if (fault) faults.push([level, fault]);
  }
  if (owed && !value.street.trim()) faults.push(['street', missing('street', around)]);
  if (value.street.length > STREET_MAX) faults.push(['street', { flag: 'tooLong', sentence: t('streetTooLong', { max: STREET_MAX }) }]);
  return faults;
}

function unitFault(level: Level, code: string, around: AddressAround): Complaint | undefined {
  const { owed, t } = around;
  const text = around.typed(level);
  const list = around.list(level);
  if (text)
    return {
      flag: 'badInput',
      sentence: list?.state === 'loading' ? t('notYet', { text }) : list?.state === 'failed' ? t('failed') : t('unresolved', { text }),
    };
  if (!code) return owed ? missing(level, around) : undefined;
  const known = list?.state !== 'ready' || list.units.some((unit) => unit.code === code);
  return known ? undefined : { flag: 'badInput', sentence: t('unknownCode', { code }) };
}

function missing(part: Part, { t, owedMark }: AddressAround): Complaint {
  return { flag: 'valueMissing', sentence: `${t(`${part}Missing`)} ${owedMark}`.trim() };
}
