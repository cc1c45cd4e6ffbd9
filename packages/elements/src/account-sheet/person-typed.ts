// By their own files: through the first entry a bundler that splits would cut what the elements share into more chunks.
import { parseBhxhNumber } from '@bhxh-kit/domain/numbers/bhxh-number.js';
import { parsePhone } from '@bhxh-kit/domain/numbers/phone.js';

/** A BHXH number as it travels, out of a card number too. */
export function digitsOf(typed: string): string {
  const number = parseBhxhNumber(typed);
  return number.ok ? number.value.digits : typed;
}

/** A contact as it travels: a phone number in the form it is registered in. */
export function contactOf(typed: string): string {
  const phone = parsePhone(typed);
  return phone.ok ? phone.value.national : typed.trim();
}
