import type { Profile } from '@bhxh-kit/domain';
import { maskNumber, spellDigits } from '@bhxh-kit/domain/numbers/masking.js';
import { formatDate } from '@bhxh-kit/domain/text/format-date.js';
import type { Translate } from '../foundation/words.js';
import type { ProfileWords } from './words.js';

/** One fact of A8: label, value as seen, and where the two differ, as a screen reader says it. */
export interface ProfileFact {
  readonly key: string;
  readonly label: string;
  readonly text: string;
  readonly spoken?: string;
}

/** What is known of a person, in the order of the form. What the profile does not say is left out; numbers and the address of mails are masked until asked for. */
export function profileFacts(profile: Profile, revealed: boolean, t: Translate<ProfileWords>): readonly ProfileFact[] {
  const number = (key: string, label: string, value: string | undefined): ProfileFact[] => {
    if (!value) return [];
    const tail = value.slice(-4);
    const spoken = revealed ? spellDigits(value) : t('hidden', { digits: tail.length, tail: spellDigits(tail) });
    return [{ key, label, text: revealed ? value : maskNumber(value), spoken }];
  };
  const text = (key: string, label: string, value: string | undefined, spoken?: string): ProfileFact[] =>
    value ? [{ key, label, text: value, ...(spoken && { spoken }) }] : [];
  const { email, birthDate } = profile;
  return [
    ...number('number', t('bhxhNumber'), profile.bhxhNumber),
    ...text('name', t('fullName'), profile.fullName),
    ...text('born', t('birthDate'), birthDate && formatDate(birthDate)),
    ...number('number', t('identityNumber'), profile.identityNumber ?? profile.personalId),
    ...number('number', t('mobilePhone'), profile.mobilePhone),
    ...text('email', t('email'), email && (revealed ? email : maskEmail(email)), revealed ? undefined : t('hiddenEmail')),
    ...text('address', t('address'), profile.address),
    ...text('agency', t('agency'), [profile.agencyName, profile.agencyCode && `[${profile.agencyCode}]`].filter(Boolean).join(' ')),
  ];
}

/** `n•••@example.vn` */
const maskEmail = (email: string): string => email.replace(/^(.).*(?=@)/u, '$1•••');
