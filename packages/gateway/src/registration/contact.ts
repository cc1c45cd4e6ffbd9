import type { Secrets } from '../secrets/secrets.js';

/** Phone number or e-mail address in the form it is compared in: `0` and the digits, or NFC in lower case. */
export function normaliseContact(text: string): string {
  const contact = text.normalize('NFKC').trim();
  if (contact.includes('@')) return contact.toLowerCase();
  const digits = contact.replace(/[^\d+]/g, '');
  return digits.replace(/^(\+84|0084|84(?=\d{9}$))0?/, '0');
}

/** What is kept of a contact to recognise it by (R17), after the deadline too. The reference is bound in, so that two declarations of one person cannot be told to be one's. */
export const contactMac = (secrets: Secrets, reference: string, contact: string): string => secrets.mac('contact', reference, normaliseContact(contact));
