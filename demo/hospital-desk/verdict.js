import { benefitOf, cardOn, formatDate } from '@bhxh-kit/domain';
import { decodeScan } from '@bhxh-kit/domain/scanning';

/**
 * What the desk is told in one glance: a tone, a word of two or three syllables that is read from across the counter, and why.
 * @param {string} text what the scanner typed
 * @param {string} today ISO date
 * @returns {{ tone: 'valid' | 'soon' | 'invalid' | 'unclear', word: string, why: string, card: boolean }}
 */
export function verdictOn(text, today) {
  const scan = decodeScan(text);
  const tell = (tone, word, why) => ({ tone, word, why, card: scan.kind === 'bhyt-card' });
  if (scan.typedThrough)
    return tell('unclear', 'Tắt bộ gõ, quét lại', 'Bộ gõ tiếng Việt đã làm sai mã. Bấm Ctrl + Shift hoặc chữ V ở góc màn hình cho thành E.');
  if (scan.kind === 'personal-id') return tell('unclear', 'Mã căn cước', 'Đây không phải thẻ BHYT. Hãy quét mã trên thẻ BHYT.');
  if (scan.kind === 'number') return tell('unclear', 'Chỉ có mã số', 'Mã này không ghi thời hạn. Hãy tra cứu thẻ bằng mã số.');
  if (scan.kind === 'unknown') return tell('unclear', 'Không đọc được', 'Hãy quét lại mã QR trên thẻ BHYT.');
  const { card } = scan;
  if (!card.validFrom) return tell('unclear', 'Cần tra cứu', 'Mã QR không ghi thời hạn của thẻ.');
  const { state, days } = cardOn([card], today);
  const pays = card.benefitLevel ? ` Mức ${card.benefitLevel}: quỹ BHYT trả ${benefitOf(card.benefitLevel).percent}%.` : '';
  if (state === 'expired') return tell('invalid', 'Hết hạn', `Thẻ hết hạn từ ${formatDate(card.validTo)}.`);
  if (state === 'not-yet-valid') return tell('invalid', 'Chưa hiệu lực', `Thẻ có giá trị từ ${formatDate(card.validFrom)}.`);
  if (state === 'none') return tell('unclear', 'Cần tra cứu', 'Ngày bắt đầu trên mã QR sau ngày kết thúc.');
  if (days === undefined) return tell('valid', 'Còn hiệu lực', `Từ ${formatDate(card.validFrom)}, không ghi ngày hết hạn.${pays}`);
  if (days <= 30)
    return tell('soon', 'Còn hiệu lực', `${days === 0 ? 'Hôm nay là ngày cuối.' : `Hết hạn sau ${days} ngày, ${formatDate(card.validTo)}.`}${pays}`);
  return tell('valid', 'Còn hiệu lực', `Đến ${formatDate(card.validTo)}.${pays}`);
}
