import { foldVietnamese, type Profile } from '@bhxh-kit/domain';
import { normaliseContact } from '../registration/contact.js';
import type { KeptDeclaration } from '../registration/registration.js';

/** The guardian whom a child's declaration names (R16): the numbers it gives of them, and what it gives besides, which is theirs too. */
export interface NamedGuardian extends Pick<KeptDeclaration, 'contactName' | 'mobilePhone' | 'email'> {
  readonly identityNumber: string;
  readonly bhxhNumber?: string | undefined;
}

/** The guardian of a declaration; of any but a child's there is none. */
export function guardianIn({ subject, guardian, contactName, mobilePhone, email }: KeptDeclaration): NamedGuardian | undefined {
  return subject === 'child' && guardian ? { ...guardian, contactName, mobilePhone, ...(email && { email }) } : undefined;
}

type Numbers = Pick<NamedGuardian, 'identityNumber' | 'bhxhNumber'>;

/** Which of the numbers a declaration names a guardian by are not the account's. */
export function othersNumbers(profile: Profile, { identityNumber, bhxhNumber }: Numbers): readonly (keyof Numbers)[] {
  const own = new Set([profile.bhxhNumber, profile.personalId, profile.identityNumber].filter(Boolean));
  return [...(bhxhNumber && !own.has(bhxhNumber) ? ['bhxhNumber' as const] : []), ...(own.has(identityNumber) ? [] : ['identityNumber' as const])];
}

/** Whether an account has the numbers a declaration names a guardian by. In the guardian's own session that is proof; without it, anybody can have typed them. */
export function isGuardian(profile: Profile, numbers: Numbers): boolean {
  return othersNumbers(profile, numbers).length === 0;
}

/** How many of the facts beside the identity number must be the account's: one alone can be, of a number that was typed wrong. */
const AGREEING = 2;

/**
 * Whether an account is beyond doubt the named guardian's, where nobody was signed in: a digit typed wrong makes the number of somebody else, who must not see the child.
 * Every number given must be the account's, and two of three facts besides: a second number, the name, a telephone or e-mail address.
 */
export function isProvenGuardian(profile: Profile, named: NamedGuardian): boolean {
  if (!isGuardian(profile, named)) return false;
  const secondNumber = Boolean(named.bhxhNumber) && named.bhxhNumber !== named.identityNumber;
  return [secondNumber, isName(profile, named), isContact(profile, named)].filter(Boolean).length >= AGREEING;
}

/** Names as papers write them: with other capitals, with the mark of a tone on another letter. */
const nameOf = (text: string): string => foldVietnamese(text).trim().replace(/\s+/g, ' ');
const isName = ({ fullName }: Profile, { contactName }: NamedGuardian): boolean => nameOf(fullName) === nameOf(contactName);

function isContact(profile: Profile, named: NamedGuardian): boolean {
  const same = (own: string | undefined, given: string | undefined): boolean =>
    Boolean(own && given) && normaliseContact(own ?? '') === normaliseContact(given ?? '');
  return same(profile.mobilePhone, named.mobilePhone) || same(profile.email, named.email);
}
