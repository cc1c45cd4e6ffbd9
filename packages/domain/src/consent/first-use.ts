import { ageOn } from '../dates/calendar.js';
import type { RulePack } from '../rule-packs/rule-pack.js';
import { CONSENT_PURPOSES, type ConsentPurpose, isNecessary } from './first-use-texts.js';

/** One act of somebody about one purpose. Records are only added: taking a consent back is a record of its own. */
export interface ConsentRecord {
  readonly purpose: string;
  readonly given: boolean;
  readonly textVersion: string;
}

/** From this age on a child agrees too, beside its guardian (Luật 91/2025/QH15). */
const CHILD_AGREES_FROM = 7;

/** Who agrees for the person of an account: themselves; of a child its guardian; of a child of seven or older the guardian and the child. */
export type ConsentGiver = 'self' | 'guardian' | 'guardian-and-child';

/** @param birthDate ISO, perhaps a year alone: where it is not sure that a child is younger than seven, it is asked. Absent of whoever's paper did not tell it; a day to come tells nothing. */
export function giverOf(birthDate: string | undefined, today: string, pack: Pick<RulePack, 'childBelowAge'>): ConsentGiver {
  if (!birthDate || birthDate > today) return 'self';
  const { least, most } = ageOn(birthDate, today);
  if (least >= pack.childBelowAge) return 'self';
  return most >= CHILD_AGREES_FROM ? 'guardian-and-child' : 'guardian';
}

/** The purposes an installation asks for: the necessary one, and those it set. In the order they are shown. */
export const purposesAsked = (optional: readonly string[]): readonly ConsentPurpose[] =>
  CONSENT_PURPOSES.filter((purpose) => isNecessary(purpose) || optional.includes(purpose));

/** The newest record of each purpose. @param records oldest first. */
export function standingOf<Row extends ConsentRecord>(records: readonly Row[]): ReadonlyMap<string, Row> {
  return new Map(records.map((record) => [record.purpose, record]));
}

/** Whether the person is to be asked: never asked, asked under other words, or taken back. */
export function isAsked(records: readonly ConsentRecord[], version: string): boolean {
  const standing = standingOf(records);
  return CONSENT_PURPOSES.filter(isNecessary).some((purpose) => {
    const record = standing.get(purpose);
    return !record?.given || record.textVersion !== version;
  });
}

/** What is wrong with an answer, as a code at its pointer. */
export interface ConsentFault {
  readonly pointer: '/purposes' | '/childAgrees';
  readonly code: 'consent.necessary' | 'consent.not-asked' | 'consent.child';
  readonly facts: { readonly purpose?: string };
}

/** An answer as it travels: the purposes agreed to, and of a child of seven or older that it agrees. */
export interface ConsentAnswer {
  readonly purposes: readonly string[];
  readonly childAgrees?: boolean | undefined;
}

/** What is wrong with an answer: a necessary purpose left out, one that was not asked, the child's own yes missing. */
export function checkConsents({ purposes, childAgrees }: ConsentAnswer, asked: readonly ConsentPurpose[], giver: ConsentGiver): readonly ConsentFault[] {
  const missing = asked.filter((purpose) => isNecessary(purpose) && !purposes.includes(purpose));
  const strange = purposes.filter((purpose) => !(asked as readonly string[]).includes(purpose));
  return [
    ...missing.map((purpose) => ({ pointer: '/purposes' as const, code: 'consent.necessary' as const, facts: { purpose } })),
    ...strange.map((purpose) => ({ pointer: '/purposes' as const, code: 'consent.not-asked' as const, facts: { purpose } })),
    ...(giver === 'guardian-and-child' && !childAgrees ? [{ pointer: '/childAgrees' as const, code: 'consent.child' as const, facts: {} }] : []),
  ];
}

/**
 * The records an answer adds: a yes for each purpose agreed to that has none in these words, and a no for each that was agreed to before and is left out now.
 * The same answer given twice adds nothing.
 */
export function recordsOf(
  purposes: readonly string[],
  asked: readonly ConsentPurpose[],
  records: readonly ConsentRecord[],
  version: string,
): readonly ConsentRecord[] {
  const standing = standingOf(records);
  return asked.flatMap((purpose) => {
    const [before, given] = [standing.get(purpose), purposes.includes(purpose)];
    const same = given ? before?.given && before.textVersion === version : !before?.given;
    return same ? [] : [{ purpose, given, textVersion: version }];
  });
}
