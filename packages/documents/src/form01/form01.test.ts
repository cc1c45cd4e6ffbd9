import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { type Form01, form01FileName } from './form01.js';
import { renderForm01 } from './render.js';

const person: Form01 = {
  rulePack: '2021',
  purpose: 'register',
  subject: 'individual',
  fullName: 'Nguyễn Văn A',
  bhxhNumber: '9999999001',
  identityNumber: '079299000001',
  contactName: 'Lê Thị Mẫu',
  email: 'mau@example.vn',
  mobilePhone: '0900000001',
  startDate: '2021-03-23',
  transactAt: { kind: 'portal' },
  addressText: 'Số 1, Thôn 4, Xã Phúc Hòa, Huyện Phúc Thọ, Thành phố Hà Nội',
  agencyName: 'BHXH Quận Đống Đa',
  reference: '00055.GD_2021_084',
  receivedAt: '2021-03-23T01:00:00Z',
};

async function read(bytes: Uint8Array) {
  const pdf = await getDocument({ data: bytes.slice(), useSystemFonts: false, verbosity: 0 }).promise;
  let text = '';
  let leaves = 0;
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number);
    const { items } = await page.getTextContent();
    text += items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join('');
    leaves += JSON.stringify(await page.getStructTree()).match(/"role":"(P|H1|H2|Figure)"/g)?.length ?? 0;
  }
  const { info } = await pdf.getMetadata();
  const metadata = info as Record<string, unknown>;
  return { pages: pdf.numPages, text: text.replace(/\s+/g, ' '), packed: text.replace(/\s+/g, ''), leaves, metadata };
}

describe('Mẫu 01', () => {
  it('R11 · is named by its reference', () => {
    expect(form01FileName(person.reference)).toBe('00055.GD_2021_084.pdf');
  });

  it('R11 · an ordinary declaration is one tagged A4 page below 150 kB whose text reads back', async () => {
    const bytes = await renderForm01(person);
    expect(new TextDecoder('latin1').decode(bytes.subarray(0, 8))).toBe('%PDF-1.7');
    const { pages, text, leaves, metadata } = await read(bytes);
    expect(pages).toBe(1);
    expect(bytes.length).toBeLessThan(150_000);
    expect(leaves).toBeGreaterThan(35);
    expect(metadata).toMatchObject({ Language: 'vi-VN', Title: 'Tờ khai Mẫu 01 · 00055.GD_2021_084', Author: 'Nguyễn Văn A' });
    for (const expected of ['CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', person.fullName, person.addressText, '166/2016/NĐ-CP', 'ngày 23 tháng 3 năm 2021']) {
      expect(text).toContain(expected);
    }
    expect(text).toBe(text.normalize('NFC'));
  });

  it('R11 · the same declaration gives the same bytes', async () => {
    expect(await renderForm01(person)).toEqual(await renderForm01(person));
  });

  it('R16 · a child is declared with the numbers of the guardian', async () => {
    const { text, pages } = await read(
      await renderForm01({ ...person, subject: 'child', identityNumber: undefined, guardian: { bhxhNumber: '9999999002', identityNumber: '079299000002' } }),
    );
    expect(pages).toBe(1);
    expect(text).toContain('Họ và tên trẻ: Nguyễn Văn A');
    expect(text).toContain('Mã số BHXH người giám hộ: 9999999002');
    expect(text).toContain('Số CMND/HC/CC của người giám hộ: 079299000002');
  });

  it('the 2025 rule pack cites its own decree', async () => {
    const { text } = await read(await renderForm01({ ...person, rulePack: '2025' }));
    expect(text).toContain('164/2025/NĐ-CP');
    expect(text).not.toContain('166/2016');
  });

  it('R11 · very long answers are printed whole, on more pages where needed', async () => {
    const fullName = 'Nguyễn '.repeat(28).trim();
    const addressText = `${'W'.repeat(200)} ${'Thượng '.repeat(80)}`.trim();
    const { packed, pages } = await read(await renderForm01({ ...person, fullName, addressText }));
    expect(pages).toBe(2);
    expect(packed).toContain(fullName.replaceAll(' ', ''));
    expect(packed).toContain(addressText.replaceAll(' ', ''));
  });

  it('R2 · an adjustment names the certificate in section 2 alone', async () => {
    const certificate = { serial: '9999999', issuer: 'Tổ chức Thử Nghiệm', validFrom: '2021-01-01', validTo: '2022-01-01' };
    const { text } = await read(await renderForm01({ ...person, purpose: 'adjust', certificate }));
    expect(text.split('9999999').length - 1).toBe(2); // the BHXH number 9999999001, and the serial
    expect(text.indexOf('Tổ chức Thử Nghiệm')).toBeGreaterThan(text.indexOf('2. Điều chỉnh thông tin'));
  });

  it('a character the font lacks is printed as a question mark, and told', async () => {
    const told: (readonly string[])[] = [];
    const { text } = await read(await renderForm01({ ...person, fullName: 'Nguyễn Ж 😀 A' }, { onUnprintable: (characters) => told.push(characters) }));
    expect(text).toContain('Nguyễn ? ? A');
    expect(told).toEqual([['Ж', '😀']]);
  });

  it('any Vietnamese name, composed or not, reads back composed', async () => {
    const letters = fc.constantFrom(...'aăâbcdđeêghiklmnoôơpqrstuưvxyàáảãạằắẳẵặầấẩẫậềếểễệồốổỗộờớởỡợừứửữựỳýỷỹỵĐƯƠỄ');
    const name = fc.array(fc.string({ unit: letters, minLength: 1, maxLength: 7 }), { minLength: 1, maxLength: 5 }).map((words) => words.join(' '));
    await fc.assert(
      fc.asyncProperty(name, async (fullName) => {
        const { packed } = await read(await renderForm01({ ...person, fullName: fullName.normalize('NFD') }));
        expect(packed).toContain(fullName.replaceAll(' ', ''));
      }),
      { numRuns: 8 },
    );
  });
});
