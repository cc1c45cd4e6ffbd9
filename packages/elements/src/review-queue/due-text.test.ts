import type { ReviewRow } from '@bhxh-kit/contract';
import { describe, expect, it } from 'vitest';
import { deadlineWords } from '../deadline/words.js';
import { translator } from '../foundation/words.js';
import { dueText } from './due-text.js';
import { reviewQueueWords } from './words.js';

const DUE = '2026-01-15T02:00:00.000Z';
const HOUR = 3_600_000;
const row: ReviewRow = {
  id: '1',
  reference: '00001.GD_2026_001',
  status: 'waiting-for-paper',
  version: 1,
  agencyCode: '001',
  agencyName: 'BHXH Tp. Hà Nội',
  receivedAt: '2026-01-05T02:00:00.000Z',
  paperDueAt: DUE,
  openElsewhere: false,
};
const listener = { language: 'vi', overrides: [] };
const words = { t: translator(reviewQueueWords, listener), deadline: translator(deadlineWords, listener), language: 'vi' };
const at = (hours: number, more: Partial<ReviewRow> = {}) => dueText({ ...row, ...more }, Date.parse(DUE) + hours * HOUR, words);

describe('R13 · the deadline in a row of the queue', () => {
  it.each([
    [-76, 'Còn 3 ngày 4 giờ', 'open'],
    [-5, 'Còn 5 giờ', 'soon'],
    [-0.5, 'Còn chưa đầy 1 giờ', 'soon'],
    [0, 'Quá hạn', 'over'],
    [3, 'Quá hạn 3 giờ', 'over'],
    [50, 'Quá hạn 2 ngày', 'over'],
  ] as const)('R13 · %d hours after it: %s', (hours, left, state) => {
    expect(at(hours)).toEqual({ left, state, moment: 'hạn 09:00 ngày 15/01/2026' });
  });

  it('O2 · paper that is here stops the clock; what is done has none', () => {
    expect(at(50, { status: 'in-review' })).toEqual({ left: 'Đã có bản giấy', state: 'none', moment: 'khai 09:00 ngày 05/01/2026' });
    expect(at(50, { status: 'approved' }).left).toBe('Đã xong');
    expect(at(0, { status: 'in-review', paperDueAt: undefined }).left).toBe('Không cần bản giấy');
  });
});
