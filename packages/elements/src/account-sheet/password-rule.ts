// By their own files: through the first entry a bundler that splits would cut what the elements share into more chunks.
import { PASSWORD_MIN, parsePassword } from '@bhxh-kit/domain/accounts/password.js';
import { reviewFaultWords } from '@bhxh-kit/domain/review/review-words.js';

/** What is wrong with a new password, in a sentence; empty when nothing is. */
export function newPasswordFault(
  text: string,
  missing: string,
  { bhxhNumber, old, locale }: { readonly bhxhNumber: string; readonly old?: string; readonly locale: 'vi' | 'en' },
): string {
  if (text === '') return missing;
  if (old !== undefined && old !== '' && text.normalize('NFC') === old.normalize('NFC')) return reviewFaultWords('password.same', {}, locale) ?? '';
  const password = parsePassword(text, { bhxhNumber });
  return password.ok ? '' : (reviewFaultWords(password.code, password.facts, locale) ?? '');
}

/** What is said of a new password while it is typed. One sentence for "too short" however much is missing, so that a screen reader is not interrupted at every letter. */
export function ruleOf(
  text: string,
  words: { readonly short: string; readonly fine: string },
  options: { readonly bhxhNumber: string; readonly old?: string; readonly locale: 'vi' | 'en' },
): string {
  if (text === '') return '';
  if ([...text.normalize('NFC')].length < PASSWORD_MIN) return words.short;
  return newPasswordFault(text, '', options) || words.fine;
}
