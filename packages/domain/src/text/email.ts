import { type Parsed, fault, ok } from '../parsed/parsed.js';
import { normaliseText } from './normalise.js';

export type EmailFault = 'email.empty' | 'email.shape' | 'email.not-ascii' | 'email.length';

/** RFC 5321 §4.5.3.1.3 */
const EMAIL_MAX = 254;

/** A local part of 64 characters (§4.5.3.1.1) and a domain of letters, digits and hyphens; the last label has letters or is an internationalised one. */
const SHAPE = /^[^\s@"<>(),:;\\[\]]{1,64}@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+(?:[a-z]{2,63}|xn--[a-z0-9-]{1,59})$/i;

/**
 * Địa chỉ thư điện tử, the domain in lower case. Letters with marks are refused by name: most mail servers cannot take them, and they are mostly a Vietnamese typing
 * program at work. A space inside is a fault and not dropped: nobody can tell what stood there. Facts of `length`: `max` and `actual` characters.
 */
export function parseEmail(text: string): Parsed<string, EmailFault> {
  const email = normaliseText(text);
  if (email === '') return fault('email.empty');
  // eslint-disable-next-line no-control-regex -- the range is ASCII
  if (/[^\x00-\x7f]/.test(email)) return fault('email.not-ascii');
  if (email.length > EMAIL_MAX) return fault('email.length', { max: EMAIL_MAX, actual: email.length });
  const at = email.lastIndexOf('@');
  if (!SHAPE.test(email) || /^\.|\.\.|\.@/.test(email)) return fault('email.shape');
  return ok(email.slice(0, at) + email.slice(at).toLowerCase());
}
