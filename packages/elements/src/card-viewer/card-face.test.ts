import type { HealthCard } from '@bhxh-kit/domain';
import { describe, expect, it } from 'vitest';
import { translator } from '../foundation/words.js';
import { actsWords } from './acts-words.js';
import { benefitWords } from './benefit-words.js';
import { backOf } from './card-back.js';
import { frontOf, type Mark, PAPER } from './card-face.js';
import { factsOf } from './card-facts.js';
import { cardWords } from './words.js';

const vietnamese = { language: 'vi', overrides: [] };
const t = translator(cardWords, vietnamese);
const acts = translator(actsWords, vietnamese);
const faces = (card: HealthCard, revealed: boolean): readonly (readonly Mark[])[] => {
  const facts = factsOf(card, revealed, t, (level) => benefitWords(level, acts));
  return [frontOf(facts, t('title'), { hidden: revealed ? undefined : t('qrHidden') }), backOf(facts, t('back'), acts('notice'), PAPER)];
};
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
    for (const marks of faces(long, true)) {
      const lines = marks.filter((mark) => mark.kind === 'text' && mark.x === 5).sort((a, b) => a.y - b.y);
      lines.forEach((line, index) => {
        expect(line.y).toBeLessThan(PAPER.height - 1);
        if (index > 0) expect(line.y - (lines[index - 1]?.y ?? 0)).toBeGreaterThan(1);
      });
    }
  });

  it('C6 · a masked face holds neither number, object code nor QR code', () => {
    for (const marks of faces(long, false)) {
      expect(marks.some(({ kind }) => kind === 'path')).toBe(false);
      expect(marks.map((mark) => (mark.kind === 'text' ? mark.text : '')).join(' ')).not.toMatch(/HN|999999/);
    }
  });
});
