import type { DeclarationForm, DeclarationSubmission } from '@bhxh-kit/domain';
import { CONSENT_TEXTS, CONSENT_VERSION } from '@bhxh-kit/domain/consent/consent-texts.js';
import type { Listener } from '../foundation/words.js';
import type { CheckTools } from './check-tools.js';

const shownWords = {
  name: 'declaration-form',
  vi: { commitmentText: CONSENT_TEXTS.commitment.vi, 'commitmentText-child': CONSENT_TEXTS.guardian.vi },
  en: { commitmentText: CONSENT_TEXTS.commitment.en, 'commitmentText-child': CONSENT_TEXTS.guardian.en },
} as const;

/** The version of the text beside the tick. Nothing where the host replaced the words: then nobody but the host knows what was agreed to. */
export function shownVersion({ subject }: DeclarationForm, { translator }: CheckTools, listener: Listener): Pick<DeclarationSubmission, 'consentVersion'> {
  const key = subject === 'child' ? 'commitmentText-child' : 'commitmentText';
  const { language } = listener;
  const own = (language === 'vi' || language === 'en') && translator(shownWords, listener)(key) === shownWords[language][key];
  return own ? { consentVersion: CONSENT_VERSION } : {};
}
