import type { FormFault, TextFieldId } from '@bhxh-kit/domain';
import type { Filled, Scan, ScannedPaper } from '@bhxh-kit/domain/scanning';
import { formatDate } from '@bhxh-kit/domain/text/formats.js';
import type { Translate } from '../foundation/words.js';
import type { FormView } from './form-view.js';
import type { scanWords } from './scan-words.js';

/** What a scan did to the form. */
export interface ScanResult {
  readonly scan: Scan;
  readonly paper: ScannedPaper;
  readonly filling: Filled;
}

type Say = Translate<typeof scanWords.vi>;

/** Entries of a code that a form could use; that others could not be read is no matter here. */
const USED: readonly string[] = ['scan.number', 'scan.name', 'scan.birth-date', 'scan.sex'];

/** What a person is told of a scan, one sentence each: what was filled, what the card says, and what to look at again. `today` is an ISO date. */
export function reportOf({ scan, paper, filling }: ScanResult, view: Pick<FormView, 'label' | 'sentence'>, t: Say, today: string): readonly string[] {
  const { holder, filled } = filling;
  return [
    done({ scan, paper, filling }, view, t),
    ...(holder === 'guardian' ? [t('scanGuardian')] : []),
    ...(holder === 'representative' && filled.length > 0 ? [t('scanRepresentative')] : []),
    ...said(paper, t),
    ...doubts(scan, paper, view, t, today),
  ];
}

function done({ paper, filling: { holder, filled, same, differing } }: ScanResult, view: Pick<FormView, 'label'>, t: Say): string {
  const named = { paper: t(paper.paper === 'health-card' ? 'scanCard' : 'scanPaper') };
  const fields = [...new Set(filled)].map((field: TextFieldId) => view.label(field)).join(', ');
  if (fields) return t('scanFilled', { ...named, fields });
  if (holder === 'representative' && paper.paper === 'health-card') return t('scanNotOfOrganisation');
  return t(same.length > 0 && differing.length === 0 ? 'scanSame' : 'scanNothing', named);
}

/** What the card says, to be compared with it at a glance. */
function said({ fullName, personalId, cardNumber, birthDate, sex }: ScannedPaper, t: Say): readonly string[] {
  const born = birthDate && t('scanBorn', { date: formatDate(birthDate) });
  const facts = [fullName, personalId ?? cardNumber, born, sex && t(sex === 'male' ? 'scanMale' : 'scanFemale')].filter(Boolean);
  return facts.length > 0 ? [t('scanSaid', { facts: facts.join(' · ') })] : [];
}

function doubts(scan: Scan, paper: ScannedPaper, view: Pick<FormView, 'sentence'>, t: Say, today: string): readonly string[] {
  const warnings = 'warnings' in scan ? scan.warnings.map(({ code }) => code).filter((code) => USED.includes(code)) : [];
  const card = scan.kind === 'bhyt-card' ? scan.card : undefined;
  return [...(scan.typedThrough ? ['scan.typed-through'] : []), ...warnings]
    .map((code) => view.sentence(faultOf(code)))
    .concat(card?.validTo && card.validTo < today ? [t('scanExpired', { date: formatDate(card.validTo) })] : [])
    .concat(scan.kind !== 'personal-id' && paper.paper === 'health-card' && !paper.cardNumber && !warnings.includes('scan.number') ? [t('scanOldNumber')] : []);
}

/** A fault of the scan as the form words its own. */
export function faultOf(code: string): FormFault {
  return { pointer: '', code, facts: {}, severity: 'error' };
}
