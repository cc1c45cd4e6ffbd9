import { describe, expect, it } from 'vitest';
import { momentText } from './deadline-note.js';

describe('the moment of a deadline', () => {
  it('R13 · is told by the clock of Vietnam, with four digits of the year', () => {
    expect(momentText('2026-01-15T02:00:00.000Z', 'vi')).toBe('09:00 ngày 15/01/2026');
    expect(momentText('2026-02-03T17:05:00.000Z', 'en')).toBe('00:05 on 04/02/2026');
  });
});
