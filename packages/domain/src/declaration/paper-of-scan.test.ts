import { describe, expect, it } from 'vitest';
import { TODAY } from '../../test-support/declarations.js';
import { rulePack } from '../rule-packs/packs.js';
import { decodeScan } from '../scan/decode-scan.js';
import { createDeclarationForm } from './form.js';
import { paperOfScan } from './paper-of-scan.js';
import { fillFromPaper } from './scanned.js';

const hex = (text: string) => [...new TextEncoder().encode(text)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
const CARD = `DN4799999999901|${hex('Nguyễn Văn A')}|1950|1|-|79 - 000|01/01/2021|-|-|-|-|4|-|-|$`;
const CCCD = '079299000001||Nguyễn Văn A|01022099|Nam|12 Đường Mẫu|01012022';

describe('R19 · a scan as a paper', () => {
  it.each([
    ['a BHYT card', CARD, { paper: 'health-card', fullName: 'Nguyễn Văn A', birthDate: '1950', sex: 'male', cardNumber: 'DN4799999999901' }],
    ['an ID card', CCCD, { paper: 'personal-id', fullName: 'Nguyễn Văn A', birthDate: '2099-02-01', sex: 'male', personalId: '079299000001' }],
    ['an ID card typed through', CCCD.replaceAll('|', '\\'), { paper: 'personal-id', birthDate: '2099-02-01', sex: 'male', personalId: '079299000001' }],
    ['a bare number', '9999999901', { paper: 'health-card', cardNumber: '9999999901' }],
    ['a bare personal ID', '079299000001', { paper: 'personal-id', personalId: '079299000001' }],
    [
      'a card number that ends in letters',
      CARD.replace('9999999901', '9999999A01'),
      { paper: 'health-card', fullName: 'Nguyễn Văn A', birthDate: '1950', sex: 'male' },
    ],
    ['a card that cannot be read', 'x|y|z|?|-|-|-|-|-|-|-|4|-|-|$', { paper: 'health-card' }],
  ])('%s', (_, text, paper) => expect(paperOfScan(decodeScan(text))).toEqual(paper));

  it('a code of no known kind is no paper', () => expect(paperOfScan(decodeScan('https://example.vn'))).toBeUndefined());

  it('fills a form', () => {
    const paper = paperOfScan(decodeScan(CARD));
    const { form, filled } = fillFromPaper(
      createDeclarationForm({ pack: rulePack('2021'), today: TODAY, subject: 'individual' }),
      paper ?? { paper: 'health-card' },
    );
    expect(filled).toEqual(['fullName', 'bhxhNumber', 'contactName']);
    expect(form).toMatchObject({ answers: { fullName: 'Nguyễn Văn A', bhxhNumber: '9999999901' }, holder: { birthDate: '1950', sex: 'male' } });
  });
});
