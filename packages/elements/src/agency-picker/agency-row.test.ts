import { describe, expect, it } from 'vitest';
import { type AgencyRow, pathOf, pathText, serving } from './agency-row.js';

const ROWS: readonly AgencyRow[] = [
  { code: '001', name: 'BHXH Tp. Hà Nội', communeCodes: ['00004', '00008'] },
  { code: '00101', name: 'BHXH Quận Ba Đình', parentCode: '001', communeCodes: ['00004'] },
  { code: 'a', name: 'Vòng A', parentCode: 'b' },
  { code: 'b', name: 'Vòng B', parentCode: 'a' },
];

describe('R6 · an agency', () => {
  it('reads with everything above it', () => {
    expect(pathText(pathOf(ROWS, '00101'))).toBe('BHXH Tp. Hà Nội » BHXH Quận Ba Đình');
    expect(pathOf(ROWS, '999')).toEqual([]);
  });

  it('ends its path where a parent leads back to a child', () => {
    expect(pathOf(ROWS, 'a').map(({ code }) => code)).toEqual(['b', 'a']);
  });

  it('of the lowest level serves a commune that two levels name', () => {
    expect(serving(ROWS, '00004')?.code).toBe('00101');
    expect(serving(ROWS, '00008')?.code).toBe('001');
    expect(serving(ROWS, '99999')).toBeUndefined();
  });
});
