import { normaliseText, parsePhone } from '@bhxh-kit/domain';
import type { Secrets } from '../secrets/secrets.js';

/** Phone number or e-mail address in the form it is compared in: `0` and the digits, or lower case. What is neither is compared as it is, and matches nothing. */
export function normaliseContact(text: string): string {
  const phone = parsePhone(text);
  return phone.ok ? phone.value.national : normaliseText(text).toLowerCase();
}

/** What is kept of a contact to recognise it by (R17), after the deadline too. The reference is bound in, so that two declarations of one person cannot be told to be one's. */
export const contactMac = (secrets: Secrets, reference: string, contact: string): string => secrets.mac('contact', reference, normaliseContact(contact));
