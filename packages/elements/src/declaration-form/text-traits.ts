import type { TextFieldId } from '@bhxh-kit/domain';
import type { DeclarationFormWords } from './words.js';

/** How a typed field behaves: keyboard, what the browser may fill in, advice, and how wide an answer is, in characters. */
export interface TextTraits {
  readonly autocomplete?: string;
  readonly inputMode?: 'numeric' | 'tel' | 'email';
  readonly capitals?: 'none' | 'words' | 'characters';
  readonly hint?: keyof DeclarationFormWords;
  readonly width?: number;
}

/**
 * Traits by field. A number of BHXH or of an identity paper gets the full keyboard, because card numbers and passports have letters;
 * an e-mail address is no `type="email"`, because browsers rewrite what is typed there.
 */
export const TEXT_TRAITS: Partial<Record<TextFieldId, TextTraits>> = {
  fullName: { autocomplete: 'name', capitals: 'words' },
  bhxhNumber: { capitals: 'characters', hint: 'bhxhNumberHint', width: 18 },
  identityNumber: { capitals: 'characters', hint: 'identityNumberHint', width: 18 },
  birthDate: { inputMode: 'numeric', hint: 'birthDateHint', width: 12 },
  guardianBhxhNumber: { capitals: 'characters', width: 18 },
  guardianIdentityNumber: { capitals: 'characters', hint: 'identityNumberHint', width: 18 },
  contactName: { autocomplete: 'name', capitals: 'words' },
  mobilePhone: { autocomplete: 'tel-national', inputMode: 'tel', hint: 'mobilePhoneHint', width: 16 },
  email: { autocomplete: 'email', inputMode: 'email', capitals: 'none', hint: 'emailHint' },
  ivanName: { autocomplete: 'organization' },
  certificateSerial: { capitals: 'characters', width: 36 },
  certificateValidFrom: { inputMode: 'numeric', hint: 'dateHint', width: 12 },
  certificateValidTo: { inputMode: 'numeric', hint: 'dateHint', width: 12 },
  startDate: { inputMode: 'numeric', hint: 'dateHint', width: 12 },
  stopDate: { inputMode: 'numeric', hint: 'dateHint', width: 12 },
  taxNumber: { inputMode: 'numeric', width: 18 },
};
