import { expect, it } from 'vitest';
import { form01FileName, renderForm01 } from '../index.js';

it('R11 · the browser writes the form with the packaged fonts', async () => {
  const bytes = await renderForm01({
    rulePack: '2025',
    purpose: 'register',
    subject: 'individual',
    fullName: 'Nguyễn Văn A',
    bhxhNumber: '079299000001',
    identityNumber: '079299000001',
    contactName: 'Lê Thị Mẫu',
    mobilePhone: '0900000001',
    startDate: '2026-01-05',
    transactAt: { kind: 'portal' },
    addressText: 'Số 1, Phường Đống Đa, Thành phố Hà Nội',
    agencyName: 'BHXH cơ sở Đống Đa',
    reference: '00055.GD_2026_001',
    receivedAt: '2026-01-05T01:00:00Z',
  });
  expect(new TextDecoder('latin1').decode(bytes.slice(0, 8))).toBe('%PDF-1.7');
  expect(bytes.length).toBeGreaterThan(20_000);
  expect(bytes.length).toBeLessThan(150_000);
  expect(form01FileName('00055.GD_2026_001')).toBe('00055.GD_2026_001.pdf');
});
