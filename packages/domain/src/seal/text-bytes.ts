/** How a value stands in the code; the two upper bits of a field's first byte. */
export const CODING = { viscii: 0, utf8: 1, digits: 2, digest: 3 } as const;
export type Coding = (typeof CODING)[keyof typeof CODING];

/** The bytes of VISCII (RFC 1456) that are not ASCII: every letter of Vietnamese in one byte, where UTF-8 takes two or three. */
const LOW: Readonly<Record<string, number>> = { Ẳ: 0x02, Ẵ: 0x05, Ẫ: 0x06, Ỷ: 0x14, Ỹ: 0x19, Ỵ: 0x1e };
const HIGH = 'ẠẮẰẶẤẦẨẬẼẸẾỀỂỄỆỐỒỔỖỘỢỚỜỞỊỎỌỈỦŨỤỲÕắằặấầẩậẽẹếềểễệốồổỗỠƠộờởịỰỨỪỬơớƯÀÁÂÃẢĂẳẵÈÉÊẺÌÍĨỳĐứÒÓÔạỷừửÙÚỹỵÝỡưàáâãảăữẫèéêẻìíĩỉđựòóôõỏọụùúũủýợỮ';

const TO_VISCII = new Map<string, number>([...Object.entries(LOW), ...Array.from(HIGH, (letter, at) => [letter, 0x80 + at] as const)]);
const FROM_VISCII = new Map([...TO_VISCII].map(([letter, byte]) => [byte, letter]));

/** The shortest bytes of a composed text, and how they are coded. Halves of surrogate pairs must not be in it. */
export function bytesOfText(text: string): { readonly coding: Coding; readonly bytes: readonly number[] } {
  if (/^\d+$/.test(text)) return { coding: CODING.digits, bytes: packedDigits(text) };
  const viscii = visciiBytes(text);
  return viscii ? { coding: CODING.viscii, bytes: viscii } : { coding: CODING.utf8, bytes: utf8Bytes(text) };
}

/** The text of such bytes; nothing where they are none. */
export function textOfBytes(coding: Coding, bytes: readonly number[]): string | undefined {
  if (coding === CODING.digits) return unpackedDigits(bytes);
  if (coding === CODING.viscii) return visciiText(bytes);
  try {
    return decodeURIComponent(bytes.map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join(''));
  } catch {
    return undefined;
  }
}

/** Text as UTF-8. */
export function utf8Bytes(text: string): number[] {
  return (encodeURIComponent(text).match(/%..|./g) ?? []).map((part) => (part.length === 3 ? Number.parseInt(part.slice(1), 16) : part.charCodeAt(0)));
}

function visciiBytes(text: string): number[] | undefined {
  const bytes: number[] = [];
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    const byte = code >= 0x20 && code < 0x7f ? code : TO_VISCII.get(character);
    if (byte === undefined) return undefined;
    bytes.push(byte);
  }
  return bytes;
}

function visciiText(bytes: readonly number[]): string | undefined {
  const letters = bytes.map((byte) => (byte >= 0x20 && byte < 0x7f ? String.fromCharCode(byte) : FROM_VISCII.get(byte)));
  return letters.includes(undefined) ? undefined : letters.join('');
}

/** Two digits a byte; an odd last one has F beside it. */
function packedDigits(text: string): number[] {
  return (text.match(/..?/g) ?? []).map((pair) => Number.parseInt(pair.padEnd(2, 'f'), 16));
}

function unpackedDigits(bytes: readonly number[]): string | undefined {
  const text = bytes.map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return /^\d+f?$/.test(text) ? text.replace('f', '') : undefined;
}
