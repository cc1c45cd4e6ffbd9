function grouped(digits: string): string {
  return digits.replace(/\B(?=(\d{3})+$)/g, '.');
}

/**
 * `5453400` → `5.453.400,00` with two decimals, as histories show pay. A value that is no finite number gives an empty text.
 * @param decimals 0 to 6
 */
export function formatNumber(value: number, decimals = 2): string {
  if (!Number.isFinite(value)) return '';
  const [whole = '0', fraction] = Math.abs(value).toFixed(decimals).split('.');
  const negative = value < 0 && Number(value.toFixed(decimals)) !== 0;
  return `${negative ? '-' : ''}${grouped(whole)}${fraction === undefined ? '' : `,${fraction}`}`;
}

/** `75423000` → `75.423.000 VND`: the currency is written, never ₫. */
export function formatMoney(value: number, currency = 'VND'): string {
  return `${formatNumber(value, currency === 'VND' ? 0 : 2)} ${currency}`;
}

/** Hệ số: `3.66` → `3,66`. */
export function formatCoefficient(value: number): string {
  return formatNumber(value, 2);
}
