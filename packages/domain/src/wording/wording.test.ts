import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { PACKS, PURPOSES, TODAY } from '../../test-support/declarations.js';
import { checkDeclaration } from '../declaration/checks.js';
import { DECLARATION_FAULT_CODES, LATER_FAULT_CODES } from '../declaration/fault.js';
import { fieldAt, TEXT_FIELDS } from '../declaration/fields.js';
import { DRAFT_FAULT_CODES } from '../declaration/draft.js';
import type { PhotographKind } from '../declaration/submission.js';
import { FAULT_WORDS_EN } from './fault-words.en.js';
import { LATER_FAULT_WORDS_VI, LATER_FIELD_LABELS_VI } from './later-words.vi.js';
import { VIETNAMESE } from './vietnamese.js';
import type { FaultCode, FaultWords } from './fault-words.js';
import { ENGLISH } from './english.js';
import { codeName, faultMessage, fieldLabel, isFaultCode, loadEnglish, loadEveryWord } from './wording.js';

const FAULT_WORDS_VI: FaultWords = { ...VIETNAMESE.faults, ...LATER_FAULT_WORDS_VI };
const LABELS = { vi: { ...VIETNAMESE.labels, ...LATER_FIELD_LABELS_VI }, en: ENGLISH.labels };
const NAMES = { vi: VIETNAMESE.names, en: ENGLISH.names };

beforeAll(() => Promise.all([loadEnglish(), loadEveryWord()]));

describe('the words of faults', () => {
  it.each([...DECLARATION_FAULT_CODES, ...LATER_FAULT_CODES, ...DRAFT_FAULT_CODES, ...(Object.keys(FAULT_WORDS_VI) as FaultCode[])])(
    '%s has a sentence in both languages',
    (code) => {
      expect(isFaultCode(code)).toBe(true);
      for (const sentence of [FAULT_WORDS_VI[code], FAULT_WORDS_EN[code]]) expect(sentence).toMatch(/^[\p{Lu}{“].{20,}[.]$/u);
    },
  );

  it('both languages fill the same facts, in composed letters', () => {
    const braces = (sentence: string) => [...new Set(sentence.match(/\{\w+\}/g))].sort();
    for (const code of Object.keys(FAULT_WORDS_VI) as (keyof typeof FAULT_WORDS_VI)[]) {
      expect(braces(FAULT_WORDS_VI[code]), code).toEqual(braces(FAULT_WORDS_EN[code]));
      expect(FAULT_WORDS_VI[code].normalize('NFC')).toBe(FAULT_WORDS_VI[code]);
    }
  });

  it('every fault of a declaration becomes a whole sentence: no brace stays empty', () => {
    const text = fc.oneof(fc.string(), fc.constantFrom('', '9999999001', '079299000001', 'C9999999', '999999901', '2027-01-01', 'x'.repeat(400)));
    const parts = [
      'fullName',
      'bhxhNumber',
      'identityNumber',
      'birthDate',
      'contactName',
      'email',
      'mobilePhone',
      'startDate',
      'agencyCode',
      'handIn',
      'rulePack',
      'taxNumber',
      'stopDate',
      'stopReason',
    ] as const;
    const declaration = fc.record(Object.fromEntries(parts.map((part) => [part, text])), { requiredKeys: [] });
    fc.assert(
      fc.property(
        fc.constantFrom(...PACKS),
        fc.constantFrom('individual' as const, 'child' as const, 'organisation' as const),
        fc.constantFrom('register' as const, 'adjust' as const, 'stop' as const),
        declaration,
        (pack, subject, purpose, changed) => {
          for (const fault of checkDeclaration({ ...PURPOSES[purpose](subject, pack), ...changed }, { pack, today: TODAY })) {
            expect(isFaultCode(fault.code), fault.code).toBe(true);
            const field = fieldAt(fault.pointer, ['portrait', 'identity-front', 'identity-back'], fault.facts['kind'] as PhotographKind | undefined);
            for (const locale of ['vi', 'en'] as const) expect(faultMessage(fault.code, fault.facts, locale, { field, subject })).not.toMatch(/[{}]|undefined/);
          }
        },
      ),
    );
  });

  it('R1 · names the fields of an organisation in its own words', () => {
    expect(fieldLabel('fullName', 'vi', {}, 'organisation')).toBe('Tên cơ quan, tổ chức');
    expect(fieldLabel('fullName', 'en', {}, 'individual')).toBe('Full name');
    expect(faultMessage('unit-code.empty', {}, 'vi', { field: 'bhxhNumber', subject: 'organisation' })).toContain('mã đơn vị');
    expect(fieldLabel('contactName', 'vi', { 'field.contactName.organisation': 'Thủ trưởng' }, 'organisation')).toBe('Thủ trưởng');
  });

  it('names the field and the way out', () => {
    expect(faultMessage('required', {}, 'vi', { field: 'fullName' })).toBe('Hãy điền “Họ và tên”. Đây là thông tin bắt buộc.');
    expect(faultMessage('photograph.missing', { kind: 'birth-certificate' }, 'vi')).toBe('Còn thiếu ảnh giấy khai sinh. Hãy chụp hoặc chọn tệp ảnh.');
    expect(faultMessage('photograph.uploading', { kind: 'portrait' }, 'vi')).toMatch(/^Ảnh cá nhân 4×6 đang được gửi/);
  });

  it('E5 · a host overrides by key', () => {
    const overrides = { 'fault.required': 'Mời quý vị điền {field}.', 'field.fullName': 'Họ tên', 'status.approved': 'Xong' };
    expect(faultMessage('required', {}, 'vi', { field: 'fullName', overrides })).toBe('Mời quý vị điền Họ tên.');
    expect(codeName('status', 'approved', 'vi', overrides)).toBe('Xong');
    expect(codeName('status', 'approved', 'en')).toBe('Approved');
  });

  it('an unknown code of a newer gateway still names the field, whatever it is called', () => {
    expect(faultMessage('new.rule', {}, 'vi', { field: 'email' })).toContain('Địa chỉ thư điện tử');
    for (const code of ['toString', '__proto__', 'constructor']) expect(faultMessage(code, {}, 'en')).toMatch(/^Something/);
    expect(codeName('status', 'toString' as 'approved', 'vi')).toBe('toString');
  });
});

describe('labels and names', () => {
  it('every field has a label in both languages', () => {
    expect(Object.keys(LABELS.vi).sort()).toEqual(Object.keys(LABELS.en).sort());
    for (const field of TEXT_FIELDS) for (const locale of ['vi', 'en'] as const) expect(fieldLabel(field, locale).length).toBeGreaterThan(4);
  });

  it('every list has the same codes in both languages', () => {
    for (const list of Object.keys(NAMES.vi) as (keyof typeof NAMES.vi)[]) expect(Object.keys(NAMES.vi[list]), list).toEqual(Object.keys(NAMES.en[list]));
  });
});
