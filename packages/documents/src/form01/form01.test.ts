import type { DeclarationSubmission } from '@bhxh-kit/domain';
import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { forms, person } from '../../test-support/forms.js';
import { headOf, readForm } from '../../test-support/reading.js';
import { vietnamDay } from './dates.js';
import { type Form01, form01FileName, form01From } from './form01.js';
import { renderForm01 } from './render.js';
import type { Form01Warning } from './warnings.js';

describe('Mẫu 01', () => {
  it('R11 · is named by its reference', () => {
    expect(form01FileName(person.reference)).toBe('00055.GD_2021_084.pdf');
  });

  it('R11 · an ordinary declaration is one tagged A4 page below 150 kB whose text reads back', async () => {
    const bytes = await renderForm01(person);
    expect(new TextDecoder('latin1').decode(bytes.subarray(0, 8))).toBe('%PDF-1.7');
    const { pages, text, tagged, metadata } = await readForm(bytes);
    expect(pages).toBe(1);
    expect(bytes.length).toBeLessThan(150_000);
    expect(tagged.length).toBeGreaterThan(35);
    expect(metadata).toMatchObject({ Language: 'vi-VN', Title: 'Tờ khai Mẫu 01 · 00055.GD_2021_084', Author: 'Nguyễn Văn A' });
    for (const expected of ['CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', person.fullName, person.addressText, '166/2016/NĐ-CP', 'ngày 23 tháng 3 năm 2021']) {
      expect(text).toContain(expected);
    }
    expect(text).toBe(text.normalize('NFC'));
  });

  it('R11 · the same declaration gives the same bytes', async () => {
    expect(await renderForm01(person)).toEqual(await renderForm01(person));
  });

  it('R11 · is dated by the day in Vietnam, which begins seven hours before that of Greenwich', () => {
    const moments = ['2026-01-05T16:59:59.999Z', '2026-01-05T17:00:00Z', '2026-12-31T20:00:00Z', '2026-03-01T00:30:00+07:00'];
    expect(moments.map(vietnamDay)).toEqual(['2026-01-05', '2026-01-06', '2027-01-01', '2026-03-01']);
  });

  it('R16 · a child is declared with the numbers of the guardian', async () => {
    const { text, pages } = await readForm(await renderForm01(forms.child));
    expect(pages).toBe(1);
    expect(text).toContain('Họ và tên: Trần Thử Nghiệm');
    expect(text).toContain('Mã số bảo hiểm xã hội người giám hộ: 9999999002');
    expect(text).toContain('Số CMND/HC/CC của người giám hộ: 079299000002');
  });

  it('the 2025 rule pack cites its own decree', async () => {
    const { text } = await readForm(await renderForm01({ ...person, rulePack: '2025' }));
    expect(text).toContain('164/2025/NĐ-CP');
    expect(text).not.toContain('166/2016');
  });

  it('R11 · very long answers are printed whole, on more pages where needed', async () => {
    const fullName = 'Nguyễn '.repeat(28).trim();
    const addressText = `${'W'.repeat(200)} ${'Thượng '.repeat(80)}`.trim();
    const { packed, pages } = await readForm(await renderForm01({ ...person, fullName, addressText }));
    expect(pages).toBe(2);
    expect(packed).toContain(fullName.replaceAll(' ', ''));
    expect(packed).toContain(addressText.replaceAll(' ', ''));
  });

  it.each([
    ['individual', 'Đã chọn:', 'Không chọn:'],
    ['ivan', 'Không chọn:', 'Đã chọn:'],
    ['stop', 'Không chọn:', 'Không chọn:'],
  ] as const)('R8 · a screen reader and a copied text hear which box of “%s” is ticked', async (name, portal, ivan) => {
    const { tagged, text } = await readForm(await renderForm01(forms[name]));
    const boxes = [`${portal} Cổng thông tin điện tử của Bảo hiểm xã hội Việt Nam`, `${ivan} Tổ chức I-VAN`];
    expect(tagged.filter((leaf) => leaf.text.includes('chọn:'))).toEqual(boxes.map((text) => ({ role: 'P', text })));
    for (const box of boxes) expect(text).toContain(box);
  });

  it('R2 · an adjustment names the certificate in section 2 alone', async () => {
    const certificate = { serial: '9999999', issuer: 'Tổ chức Thử Nghiệm', validFrom: '2021-01-01', validTo: '2022-01-01' };
    const { text } = await readForm(await renderForm01({ ...person, purpose: 'adjust', certificate }));
    expect(text.split('9999999').length - 1).toBe(2); // the BHXH number 9999999001, and the serial
    expect(text.indexOf('Tổ chức Thử Nghiệm')).toBeGreaterThan(text.indexOf('2. Điều chỉnh thông tin'));
  });

  it('R2 · the e-mail and telephone that change are said once, in section 2', async () => {
    const { text } = await readForm(await renderForm01(forms.adjust));
    const [before = '', ...after] = text.split('2. Điều chỉnh thông tin');
    for (const changed of ['moi@example.vn', '0900000002']) {
      expect(before).not.toContain(changed);
      expect(after.join('').split(changed)).toHaveLength(2);
    }
  });

  it('R2 · a certificate that alone is renewed leaves the telephone to be reached at in the head', async () => {
    const { text } = await readForm(await renderForm01(forms.adjustCertificate));
    const [before = '', ...after] = text.split('2. Điều chỉnh thông tin');
    expect(before).toContain('Điện thoại di động: 0900000001');
    expect(before).not.toContain('Tổ chức Thử Nghiệm');
    expect(after.join('')).toContain('Số chứng thư số của cơ quan, tổ chức, cá nhân: 99999990');
    expect(after.join('')).not.toContain('0900000001');
  });

  it('R2 · who stops says from which day and why, in section 3 alone', async () => {
    const { text } = await readForm(await renderForm01(forms.stop));
    const [before = '', ...after] = text.split('3. Ngừng sử dụng phương thức giao dịch');
    expect(after.join('')).toContain('từ ngày 05 tháng 02 năm 2026');
    expect(after.join('')).toContain('Lý do ngừng: Chuyển sang nộp trực tiếp tại cơ quan BHXH');
    expect(before).not.toContain('05 tháng 02 năm 2026');
    expect(before).toContain('Điện thoại di động: 0900000001');
  });

  it('R1 · an organisation is named by its unit code and tax number', async () => {
    const { text } = await readForm(await renderForm01(forms.certificate));
    for (const line of ['Mã số bảo hiểm xã hội: ZZ9999A', 'Mã số thuế: 9999999027-001', 'Tên tổ chức chứng thực chữ ký số: Tổ chức Thử Nghiệm'])
      expect(text).toContain(line);
    expect(text).not.toContain('Số CMND/HC/CC:');
  });

  it('R8 · the name of the I-VAN organisation stands on its line', async () => {
    const { text } = await readForm(await renderForm01(forms.ivan));
    expect(text).toContain('Tên Tổ chức I-VAN: Công ty cổ phần I-VAN Thử Nghiệm');
  });

  it('R2 · what a purpose does not ask is not printed, whatever stands around it', () => {
    const facts = { addressText: 'Số 1', agencyName: 'BHXH', reference: person.reference, receivedAt: person.receivedAt, portrait: new Uint8Array(1) };
    const declared: DeclarationSubmission = { ...forms.stop, agencyCode: '001', handIn: 'at-agency', commitment: true, photographs: [], locale: 'vi' };
    expect(form01From(declared, facts)).toMatchObject({ addressText: '' });
    expect(form01From(declared, facts).portrait).toBeUndefined();
  });

  it.each(Object.entries(forms))('R11 · “%s” is read aloud in the order it is seen, and no line holds only dots', async (_name, form) => {
    const { tagged, packed, lines } = await readForm(await renderForm01(form));
    const foot = new RegExp(`${form.reference}\\.pdf\\d/\\d`, 'g');
    const aloud = tagged
      .map((leaf) => leaf.text)
      .join('')
      .replace(/\s+/g, '');
    expect(aloud).toBe(packed.replace(foot, ''));
    for (const line of lines.split('\n')) expect(line).not.toMatch(/^[\s.]+$/);
  });

  it('R11 · a character the font lacks is printed as a question mark, and told with its field', async () => {
    const told: Form01Warning[] = [];
    const asked: Form01 = { ...forms.child, fullName: 'Nguyễn Ж 😀 A', addressText: '12 Đường 漢 Mẫu, Phường Ba Đình', agencyName: 'BHXH Ω' };
    const { text } = await readForm(await renderForm01(asked, { onWarning: (warning) => told.push(warning) }));
    for (const printed of ['Nguyễn ? ? A', '12 Đường ? Mẫu', '(BHXH ?)']) expect(text).toContain(printed);
    expect(told).toEqual([
      { code: 'form01.unprintable', facts: { field: 'agency', characters: ['Ω'] } },
      { code: 'form01.unprintable', facts: { field: 'fullName', characters: ['Ж', '😀'] } },
      { code: 'form01.unprintable', facts: { field: 'street', characters: ['漢'] } },
    ]);
  });

  it.each(Object.entries(forms))('R11 · “%s” parts no day and no reference at the end of a line', async (_name, form) => {
    const { lines } = await readForm(await renderForm01(form));
    for (const line of lines.split('\n')) {
      expect(line).not.toMatch(/(ngày( [\d.]+)?|tháng( [\d.]+)?|năm|[Tt]ừ|đến|Số tờ khai:)\s*$/);
    }
  });

  it('R11 · the line under the motto is as long as the motto and stands right below it (NĐ 30/2020/NĐ-CP, phụ lục I)', async () => {
    const { motto, rules } = await headOf(await renderForm01(person));
    const under = rules.filter(({ y }) => y > motto.baseline && y - motto.baseline < 8);
    expect(under).toEqual([{ x: expect.closeTo(motto.x, 1), y: expect.any(Number), width: expect.closeTo(motto.width, 1) }]);
  });

  it('any Vietnamese name, composed or not, reads back composed', async () => {
    const letters = fc.constantFrom(...'aăâbcdđeêghiklmnoôơpqrstuưvxyàáảãạằắẳẵặầấẩẫậềếểễệồốổỗộờớởỡợừứửữựỳýỷỹỵĐƯƠỄ');
    const name = fc.array(fc.string({ unit: letters, minLength: 1, maxLength: 7 }), { minLength: 1, maxLength: 5 }).map((words) => words.join(' '));
    await fc.assert(
      fc.asyncProperty(name, async (fullName) => {
        const { packed } = await readForm(await renderForm01({ ...person, fullName: fullName.normalize('NFD') }));
        expect(packed).toContain(fullName.replaceAll(' ', ''));
      }),
      { numRuns: 8 },
    );
  });
});
