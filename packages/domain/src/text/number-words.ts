/** 0 to 9; `units` beyond the tens change after a word for ten: mốt, tư, lăm. */
const DIGITS = ['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín'] as const;
const AFTER_TENS: Readonly<Record<number, string>> = { 1: 'mốt', 4: 'tư', 5: 'lăm' };

/**
 * A count of đồng in words, as receipts write it ("Bằng chữ"): `75423000` → `bảy mươi lăm triệu bốn trăm hai mươi ba nghìn`. Words as schools teach them:
 * linh, mốt, tư, lăm; nghìn, triệu, tỷ. Anything but a whole number from 0 to 2^53 − 1 gives an empty text.
 */
export function numberInWords(value: number, locale: 'vi' | 'en' = 'vi'): string {
  if (!Number.isSafeInteger(value) || value < 0) return '';
  return locale === 'en' ? inEnglish(value) : inVietnamese(value);
}

function inVietnamese(value: number): string {
  if (value === 0) return DIGITS[0];
  const billions = Math.floor(value / 1e9);
  const rest = value % 1e9;
  // "nghìn tỷ", "triệu tỷ": what stands before tỷ is a number of its own.
  const words = billions > 0 ? [inVietnamese(billions), 'tỷ'] : [];
  for (const [unit, name] of [
    [1e6, 'triệu'],
    [1e3, 'nghìn'],
    [1, ''],
  ] as const) {
    const group = Math.floor(rest / unit) % 1000;
    if (group > 0) words.push(hundreds(group, words.length > 0), name);
  }
  return words.filter(Boolean).join(' ');
}

/** Three digits. After a higher group no place is left out: "không trăm linh năm". */
function hundreds(group: number, whole: boolean): string {
  const [hundred, ten, unit] = [Math.floor(group / 100), Math.floor(group / 10) % 10, group % 10];
  const words = hundred > 0 || whole ? [`${DIGITS[hundred]} trăm`] : [];
  if (ten === 0 && unit > 0 && words.length > 0) words.push('linh');
  if (ten === 1) words.push('mười');
  if (ten > 1) words.push(`${DIGITS[ten]} mươi`);
  if (unit > 0) words.push(unitAfter(ten, unit));
  return words.join(' ');
}

function unitAfter(ten: number, unit: number): string {
  const changes = ten > 1 || (ten === 1 && unit === 5);
  return (changes ? AFTER_TENS[unit] : undefined) ?? (DIGITS[unit] as string);
}

const SMALL = 'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(' ');
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const SCALES = [
  [1e15, 'quadrillion'],
  [1e12, 'trillion'],
  [1e9, 'billion'],
  [1e6, 'million'],
  [1e3, 'thousand'],
  [100, 'hundred'],
] as const;

function inEnglish(value: number): string {
  if (value < 20) return SMALL[value] as string;
  if (value < 100) return `${TENS[Math.floor(value / 10) - 2]}${value % 10 > 0 ? `-${SMALL[value % 10]}` : ''}`;
  const [unit, name] = SCALES.find(([scale]) => value >= scale) as (typeof SCALES)[number];
  const rest = value % unit;
  return `${inEnglish(Math.floor(value / unit))} ${name}${rest > 0 ? ` ${inEnglish(rest)}` : ''}`;
}
