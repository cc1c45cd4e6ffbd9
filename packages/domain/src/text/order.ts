import { asText } from './as-text.js';

let collator: Intl.Collator | undefined;

/** Orders texts as Vietnamese dictionaries do: a ă â b … d đ …, tones after letters. */
export function compareVietnamese(a: string, b: string): number {
  collator ??= new Intl.Collator('vi');
  return collator.compare(asText(a), asText(b));
}

/** Họ, đệm and tên: the given name is the last word. */
function parts(name: string): { given: string; rest: string } {
  const words = asText(name).normalize('NFC').trim().split(/\s+/);
  const given = words.pop() ?? '';
  return { given, rest: words.join(' ') };
}

/** Orders people as Vietnamese lists do: by given name (the last word), then by family and middle names. */
export function comparePersonNames(a: string, b: string): number {
  const [one, other] = [parts(a), parts(b)];
  return compareVietnamese(one.given, other.given) || compareVietnamese(one.rest, other.rest);
}
