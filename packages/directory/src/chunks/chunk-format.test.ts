import type { Unit } from '@bhxh-kit/domain';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeProvince, encodeRuns, encodeSuccessors } from '../../build/chunk-format.mjs';
import { decodeProvince, decodeSuccessors, type ProvinceChunk, provinceOfCode, type SuccessorsChunk } from './chunk-format.js';

const communeCode = fc.integer({ min: 1, max: 99_999 }).map((number) => String(number).padStart(5, '0'));
const communeName = fc
  .tuple(fc.constantFrom('Phường', 'Xã', 'Thị trấn', 'Đặc khu'), fc.constantFrom('1', 'Phúc Hòa', 'B’Lao', 'Ea H’Leo', 'Văn Miếu - Quốc Tử Giám'))
  .map((words) => words.join(' '));

/** A province of either map with invented codes, in any order of codes: deltas may be negative. */
const province = fc.constantFrom('2021' as const, '2025' as const).chain((scheme) =>
  fc
    .tuple(fc.constant(scheme), fc.uniqueArray(communeCode, { maxLength: 30 }), fc.array(communeName, { minLength: 30, maxLength: 30 }))
    .map(([map, codes, names]): { scheme: '2021' | '2025'; units: Unit[] } => {
      const district = (index: number) => (map === '2021' ? String(100 + (index % 3)) : '10');
      const communes = codes.map((code, index): Unit => ({ scheme: map, code, name: names[index] ?? 'Xã 1', level: 'commune', parentCode: district(index) }));
      if (map === '2025') return { scheme: map, units: communes };
      const units = ['100', '101', '102'].flatMap((code): Unit[] => [
        { scheme: map, code, name: `Thị xã ${code}`, level: 'district', parentCode: '10' },
        ...communes.filter((unit) => unit.parentCode === code),
      ]);
      return { scheme: map, units };
    }),
);

describe('chunks', () => {
  it('R4 · a province written to a chunk and read again is the same province', () => {
    fc.assert(
      fc.property(province, ({ scheme, units }) => {
        const wire = JSON.parse(JSON.stringify(encodeProvince(scheme, '10', units))) as ProvinceChunk;
        expect(decodeProvince(wire)).toEqual(units);
      }),
    );
  });

  it('R4 · successors written to a chunk and read again are the same', () => {
    const pairs = fc.uniqueArray(fc.tuple(fc.oneof(communeCode, fc.constantFrom('318', '471')), fc.uniqueArray(communeCode, { minLength: 1, maxLength: 3 })), {
      selector: ([old]) => old,
      maxLength: 20,
    });
    fc.assert(
      fc.property(pairs, (list) => {
        const single = list.map(([old, targets]) => [old, old.length === 3 ? targets.slice(0, 1) : [...targets].sort()] as const);
        const wire = JSON.parse(JSON.stringify(encodeSuccessors('10', single))) as SuccessorsChunk;
        expect(new Map([...decodeSuccessors(wire)].sort())).toEqual(new Map([...single].sort().map(([old, targets]) => [old, [...targets]])));
      }),
    );
  });

  it('R4 · every code finds the province it was written with', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(communeCode, { minLength: 1, maxLength: 40 }),
        fc.array(fc.constantFrom('01', '02', '96'), { minLength: 40, maxLength: 40 }),
        (codes, provinces) => {
          const rows = codes.map((code, index) => [code, provinces[index] ?? '01'] as const);
          const runs = encodeRuns(rows);
          for (const [code, home] of rows) expect(provinceOfCode(runs, code)).toBe(home);
        },
      ),
    );
  });
});
