import type { HealthCard } from '@bhxh-kit/domain';
import { describe, expect, it } from 'vitest';
import { translator } from '../foundation/words.js';
import { actsWords } from './acts-words.js';
import { backOf } from './card-back.js';
import { type Mark, PAPER } from './card-face.js';
import { factsOf } from './card-facts.js';
import { codeWords } from './code-words.js';
import { faceWords, frontOf } from './face-drawing.js';
import { cardWords } from './words.js';

const vietnamese = { language: 'vi', overrides: [] };
const t = translator(cardWords, vietnamese);
const acts = translator(actsWords, vietnamese);
const face = translator(faceWords, vietnamese);
const printed = (marks: readonly Mark[]): string => marks.map((mark) => (mark.kind === 'text' ? mark.text : '')).join(' | ');
const faces = (card: HealthCard, revealed: boolean): readonly (readonly Mark[])[] => {
  const facts = factsOf(
    card,
    revealed,
    t,
    codeWords(acts, (words) => translator(words, vietnamese)),
  );
  return [frontOf(card, facts, t('title'), { hidden: revealed ? undefined : face('qrHidden') }), backOf(facts, face('back'), acts('notice'), PAPER)];
};
/** Letters of the wider bold fonts, measured: Noto Sans 0.55 and its capitals 0.65, DejaVu Sans 0.62 and 0.71. */
const widest = (text: string) => [...text].reduce((span, letter) => span + (letter === letter.toLowerCase() ? 0.6 : 0.7), 0);
const long: HealthCard = {
  number: 'HN3799999999901',
  holderName: 'Nguyễn Trần Thử Nghiệm Một Cái Tên Rất Dài Để In Lên Thẻ',
  birthDate: '2010-02-01',
  address: 'Số 12, hẻm 34, ngách 56, Đường Mẫu, Tổ dân phố Thử Nghiệm số 7, Phường Thử Nghiệm Mẫu, Quận Mẫu, Thành phố Mẫu',
  facilityCode: '79 - 000',
  facilityName: 'Bệnh viện Đa khoa Mẫu Thử Nghiệm Trung ương Cơ sở Hai',
  validFrom: '2026-01-01',
  objectCode: 'HN',
  benefitLevel: '3',
  issuedAt: 'Quận Mẫu, Thành phố Mẫu',
  qrText: 'SYNTHETIC|$',
};

describe('the faces of a card', () => {
  it('C2 · no line lies over another or beyond the card, however long the entries', () => {
    for (const marks of [...faces(long, true), ...faces({ ...long, fiveYearsFrom: '2030-01-01', issuedOn: '2021-04-01', livingArea: 'K1' }, true)]) {
      const lines = marks.filter((mark) => mark.kind === 'text' && mark.x === 5).sort((a, b) => a.y - b.y);
      lines.forEach((line, index) => {
        expect(line.y).toBeLessThan(PAPER.height - 1);
        if (index > 0) expect(line.y - (lines[index - 1]?.y ?? 0)).toBeGreaterThan(1);
      });
      const texts = marks.flatMap((mark) => (mark.kind === 'text' && !mark.middle ? [mark] : []));
      const endOf = ({ x, size, text, bold }: (typeof texts)[number]) => x + size * (bold ? widest(text) : [...text].length * PAPER.letter);
      const [code] = marks.filter((mark) => mark.kind === 'box' && mark.y > 15);
      for (const text of texts) {
        if (code?.kind === 'box' && text.y > code.y && text.y < code.y + code.height && text.x < code.x)
          expect(endOf(text), text.text).toBeLessThan(code.x - 0.5);
        expect(endOf(text), text.text).toBeLessThan(PAPER.width);
        for (const beside of texts) if (beside.y === text.y && beside.x > text.x) expect(endOf(text), text.text).toBeLessThanOrEqual(beside.x);
      }
    }
  });

  it('C6 · a masked face holds neither number, object code nor QR code', () => {
    for (const marks of faces(long, false)) {
      expect(marks.some(({ kind }) => kind === 'path')).toBe(false);
      expect(marks.map((mark) => (mark.kind === 'text' ? mark.text : '')).join(' ')).not.toMatch(/HN|999999/);
    }
  });

  it('C2 · a card since 01/04/2021 prints ten digits, and its level and living area on the front; one before prints all of its number', () => {
    const [before = []] = faces({ ...long, issuedOn: '2021-03-31', livingArea: 'K1' }, true);
    expect(printed(before)).toContain('HN 3 79 9999999901');
    expect(printed(before)).not.toMatch(/Mức hưởng|K1/);
    for (const since of [{ issuedOn: '2021-04-01' }, { number: '9999999901' }]) {
      const [front = [], back = []] = faces({ ...long, ...since, livingArea: 'K1' }, true);
      expect(printed(front)).toMatch(/\| 9999999901 \|.*\| Mức hưởng \| 3 {2}· {2}K1 \|/);
      expect(printed(front)).not.toContain('HN 3 79');
      expect(printed(back)).toContain('quỹ BHYT trả 95%');
      const [masked = []] = faces({ ...long, ...since, livingArea: 'K1' }, false);
      expect(printed(masked)).toMatch(/\| ••••••9901 \|.*\| • {2}· {2}K1 \|/);
    }
  });
});
