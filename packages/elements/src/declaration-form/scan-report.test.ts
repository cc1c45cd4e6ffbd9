import { createDeclarationForm, rulePack } from '@bhxh-kit/domain';
import { decodeScan, fillFromPaper, paperOfScan } from '@bhxh-kit/domain/scanning';
import { faultMessage, fieldLabel, loadEnglish, loadEveryWord } from '@bhxh-kit/domain/wording';
import { beforeAll, describe, expect, it } from 'vitest';
import { translator } from '../foundation/words.js';
import { reportOf } from './scan-report.js';
import { scanWords } from './scan-words.js';

const CCCD = '079299000001||Nguyễn Văn A|01022099|Nam|12 Đường Mẫu|01012022';

function report(text: string, language: 'vi' | 'en', subject: 'individual' | 'organisation' = 'individual'): readonly string[] {
  const scan = decodeScan(text);
  const paper = paperOfScan(scan)!;
  const filling = fillFromPaper(createDeclarationForm({ pack: rulePack('2021'), today: '2026-11-21', subject }), paper);
  const view = {
    label: (field: Parameters<typeof fieldLabel>[0]) => fieldLabel(field, language, {}, subject),
    sentence: ({ code, facts }: { code: string; facts: Record<string, never> }) => faultMessage(code, facts, language, {}),
  };
  return reportOf({ scan, paper, filling }, view as never, translator(scanWords, { language, overrides: [] }), '2026-11-21');
}

describe('R19 · what is told of a scan', () => {
  beforeAll(() => Promise.all([loadEveryWord(), loadEnglish()]));

  it('names what was filled, and what the card says', () => {
    expect(report(CCCD, 'vi')).toEqual([
      'Đã đọc căn cước và điền: Họ và tên, Số CMND/HC/CC, Người liên hệ. Hãy xem lại; mục nào cũng sửa được.',
      'Trên thẻ ghi: Nguyễn Văn A · 079299000001 · sinh 01/02/2099 · nam.',
    ]);
    expect(report(CCCD, 'en')[1]).toBe('The card says: Nguyễn Văn A · 079299000001 · born 01/02/2099 · male.');
  });

  it('says what a typing program spoilt, and what could not be read', () => {
    const told = report(CCCD.replaceAll('|', '\\').replace('01022099', '32132099'), 'vi');
    expect(told.slice(2)).toEqual([expect.stringContaining('Ctrl + Shift'), expect.stringContaining('ngày sinh trong mã QR')]);
  });

  it('says of a bare number which number it is', () => {
    expect(report('9999999901', 'vi')).toEqual([expect.stringContaining('thẻ BHYT và điền: Mã số BHXH'), 'Trên thẻ ghi: 9999999901.']);
  });

  it('says whose paper an organisation’s form takes', () => {
    expect(report('9999999901', 'vi', 'organisation')[0]).toContain('người đại diện');
    expect(report(CCCD, 'en', 'organisation')[1]).toContain('legal representative');
  });
});
