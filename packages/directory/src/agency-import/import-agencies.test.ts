import { readFileSync } from 'node:fs';
import { Agency } from '@bhxh-kit/domain';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { importAgencies, issueInWords } from '../import.js';

const today = '2026-03-01';
const read = (text: string, options: Partial<Parameters<typeof importAgencies>[1]> = {}) => importAgencies(text, { today, ...options });
const codes = (list: readonly { code: string }[]) => list.map(({ code }) => code);

/** An invented pack of the size and shape of a nationwide list: 34 provincial offices, 480 below, each commune served once. */
function nationwidePack(): { fields: string[]; rows: unknown[][] } {
  const fields = ['code', 'name', 'level', 'provinceCode', 'parentCode', 'communeCodes', 'address', 'addressDoc'];
  const pad = (number: number, width: number) => String(number).padStart(width, '0');
  let commune = 0;
  const communes = (count: number) => Array.from({ length: count }, () => pad((commune += 3), 5));
  const provinces = Array.from({ length: 34 }, (_, index) => pad(index + 1, 2));
  const provincial = provinces.map((province) => [`0${province}`, `BHXH Tỉnh Mẫu ${province}`, 'province', province, null, communes(3)]);
  const base = Array.from({ length: 480 }, (_, index) => {
    const province = provinces[index % 34] ?? '01';
    return [
      `0${province}${pad(Math.floor(index / 34) + 1, 2)}`,
      `BHXH cơ sở Mẫu ${index}`,
      'base',
      province,
      `0${province}`,
      communes(7),
      ...(index % 3 ? [] : [`Số ${index}, phường Mẫu`, 'TB mẫu']),
    ];
  });
  return { fields, rows: [...provincial, ...base] };
}

describe('importing agencies', () => {
  it('R6 · a pack of 514 offices comes in whole, with the communes each serves', () => {
    const { agencies, refused, warnings } = read(JSON.stringify({ meta: { note: 'mẫu' }, ...nationwidePack() }), { validFrom: '2025-10-01' });
    expect([agencies.length, refused, warnings]).toEqual([514, [], []]);
    expect(agencies.filter((agency) => agency.parentCode === undefined)).toHaveLength(34);
    expect(new Set(agencies.flatMap((agency) => agency.communeCodes ?? [])).size).toBe(34 * 3 + 480 * 7);
    expect(agencies.every((agency) => agency.validFrom === '2025-10-01')).toBe(true);
    for (const agency of agencies) expect(z.safeParse(Agency, agency).success).toBe(true);
  });

  it('R6 · the list the README shows comes in whole', () => {
    const [, list = ''] = /```text\n(.*?)```/s.exec(readFileSync(new URL('../../README.md', import.meta.url), 'utf8')) ?? [];
    const { agencies, refused, warnings } = read(list);
    expect([refused, warnings]).toEqual([[], []]);
    expect(agencies).toMatchObject([
      { code: '079', name: 'BHXH Tp. Mẫu', phone: '0900 000 001', validFrom: '2025-07-01' },
      { code: '07901', parentCode: '079', communeCodes: ['26734', '26737'] },
    ]);
  });

  it.each([
    ['maCoQuanBHXH;tenCoQuanBHXH;maTinh;tenTinhThanhPho\n00101;BHXH A;01;Thành phố Hà Nội\n001;BHXH Tp. Hà Nội;01;Thành phố Hà Nội', []],
    ['maCoQuan,tenCoQuan,maTinh\n00101,BHXH A,1\n001,BHXH Tp. Hà Nội,1', []],
    ['MaCQ\tTenCQ\n00101\tBHXH A\n001\tBHXH Tp. Hà Nội', ['parent.by-prefix']],
    ['maCqBhxh,tenCqBhxh\r\n"00101","BHXH A"\r\n"001","BHXH Tp. Hà Nội"\r\n', ['parent.by-prefix']],
    ['\uFEFFsep=;\r\nMã cơ quan BHXH;Tên cơ quan BHXH;Mã cơ quan cấp trên\r\n="00101";BHXH A;="001"\r\n="001";BHXH Tp. Hà Nội;\r\n', []],
    ['[{"code":"00101","name":"BHXH A","parentCode":"001"},{"code":"001","name":"BHXH Tp. Hà Nội"}]', []],
    ['code,name,parentCode\n101,BHXH A,1\n1,BHXH Tp. Hà Nội,', []],
  ])('R6 · headings of agencies’ own exports are understood: %s', (text, warned) => {
    const { agencies, refused, warnings } = read(text);
    expect(refused).toEqual([]);
    expect(codes(warnings)).toEqual(warned);
    expect(agencies).toMatchObject([
      { code: '001', name: 'BHXH Tp. Hà Nội' },
      { code: '00101', name: 'BHXH A', parentCode: '001' },
    ]);
  });

  it('R6 · the parent in the data goes before the province, the province before the first digits', () => {
    const rows = 'code,name,parentCode,maTinh\n089,BHXH X,,89\n091,BHXH Y,,91\n001,BHXH Z,,01\n08902,BHXH A,091,89\n08903,BHXH B,,91\n08904,BHXH C,,\n';
    const { agencies, warnings } = read(rows);
    expect(Object.fromEntries(agencies.filter((agency) => agency.code.length === 5).map((agency) => [agency.code, agency.parentCode]))).toEqual({
      '08902': '091',
      '08903': '091',
      '08904': '089',
    });
    expect(warnings).toMatchObject([{ row: 7, code: 'parent.by-prefix', facts: { agency: '08904', parent: '089' } }]);
  });

  it('R6 · a provincial office the export leaves out is made from the province it names, and told', () => {
    const { agencies, refused, warnings } = read(
      'maCoQuanBHXH,tenCoQuanBHXH,maTinh,tenTinhThanhPho\n00101,BHXH A,01,Thành phố Hà Nội\n00102,BHXH B,01,Thành phố Hà Nội',
    );
    expect(refused).toEqual([]);
    expect(agencies[0]).toEqual({ code: '001', name: 'BHXH Tp. Hà Nội' });
    expect(codes(warnings)).toEqual(['province.added']);
  });

  it('R6 · validity days are read both ways round, and one code may have two holders in turn', () => {
    const { agencies, refused } = read('code,name,tuNgay,denNgay\n091,BHXH Tỉnh Kiên Giang,1/8/2008,30/06/2025\n091,BHXH Tỉnh An Giang,2025-07-01,');
    expect(refused).toEqual([]);
    expect(agencies).toMatchObject([{ validFrom: '2008-08-01', validTo: '2025-06-30' }, { validFrom: '2025-07-01' }]);
  });

  it('R6 · rows without a day of their own hold from the day of the pack, so that earlier days keep their own list', () => {
    const pack = (meta: unknown) =>
      JSON.stringify({
        meta,
        fields: ['code', 'name', 'validFrom'],
        rows: [
          ['001', 'BHXH A', null],
          ['004', 'BHXH B', '2025-12-01'],
        ],
      });
    const days = (text: string, validFrom?: string) => read(text, validFrom === undefined ? {} : { validFrom }).agencies.map((agency) => agency.validFrom);
    expect(days(pack({ asOf: '2025-10-01 organisation' }))).toEqual(['2025-10-01', '2025-12-01']);
    expect(days(pack({ asOf: '2025-10-01' }), '2025-07-01')).toEqual(['2025-07-01', '2025-12-01']);
    expect(days(pack({ asOf: 'autumn' }))).toEqual([undefined, '2025-12-01']);
  });

  it('R6 · what is refused is told with row, column and reason; the rest comes in', () => {
    const text = [
      'code,name,parentCode,maXa,validFrom,validTo',
      '001,BHXH Một,,,,', // 2
      '001,BHXH Một nữa,,,,', // 3
      '12x,BHXH,,,,', // 4
      ',BHXH,,,,', // 5
      '00102,,001,,,', // 6
      '00103,BHXH,099,,,', // 7
      '00104,BHXH,00105,,,', // 8
      '00105,BHXH,00104,,,', // 9
      '00106,BHXH,001,00004 4,,', // 10
      '00107,BHXH,001,,31/02/2025,', // 11
      '00108,BHXH,001,,2025-07-01,2025-06-30', // 12
      '00109,BHXH,00103,,,', // 13
      '00110,BHXH,001,,,', // 14
      '00111,BHXH,x,,,', // 15
    ].join('\n');
    const { agencies, refused } = read(text);
    expect(codes(agencies)).toEqual(['001', '00110']);
    expect(refused.map(({ row, column, code }) => [row, column, code])).toEqual([
      [3, 'code', 'code.duplicate'],
      [4, 'code', 'code.shape'],
      [5, 'code', 'code.missing'],
      [6, 'name', 'name.missing'],
      [7, 'parentCode', 'parent.missing'],
      [8, 'parentCode', 'parent.cycle'],
      [9, 'parentCode', 'parent.cycle'],
      [10, 'maXa', 'commune.shape'],
      [11, 'validFrom', 'date.shape'],
      [12, 'validTo', 'date.order'],
      [13, 'parentCode', 'parent.missing'],
      [15, 'parentCode', 'parent.shape'],
    ]);
  });

  it.each([
    ['', 'auto', 'pack.empty'],
    ['\uFEFF \n', 'auto', 'pack.empty'],
    ['{"rows":', 'auto', 'pack.not-json'],
    ['{"rows":{}}', 'auto', 'pack.no-rows'],
    ['[]', 'auto', 'pack.no-rows'],
    ['code,name', 'auto', 'pack.no-rows'],
    ['x', 'json', 'pack.not-json'],
    ['name\nBHXH', 'csv', 'pack.no-code-column'],
    ['code\n001', 'csv', 'pack.no-name-column'],
  ] as const)('R6 · a text that is no list is refused as a whole: %j', (text, format, code) => {
    expect(read(text, { format })).toEqual({ agencies: [], refused: [{ row: 0, code, facts: {} }], warnings: [] });
  });

  it('R6 · agencies out of office, communes claimed twice and unknown columns are told, not refused', () => {
    const { agencies, refused, warnings } = read('code,name,maXa,validTo,maFax\n001,BHXH A,00004,,1\n002,BHXH B,00004;00008,,2\n003,BHXH C,,2020-01-01,3');
    expect([agencies.length, refused.length]).toEqual([3, 0]);
    expect(warnings.map(({ row, code }) => [row, code])).toEqual([
      [0, 'column.unknown'],
      [3, 'commune.repeated'],
      [4, 'agency.expired'],
    ]);
  });

  it('R6 · a finding is a sentence that names row and column, in both languages', () => {
    const [issue] = read('maCoQuan,tenCoQuan\n12x,BHXH').refused;
    if (!issue) throw new Error('nothing refused');
    expect(issueInWords(issue)).toBe('Dòng 2, cột maCoQuan: mã cơ quan cần 3 chữ số (cấp tỉnh) hoặc 5 chữ số (dưới cấp tỉnh).');
    expect(issueInWords(issue, 'en')).toBe('Row 2, column maCoQuan: an agency code has 3 digits (province) or 5 digits (below).');
  });

  it('R6 · no text makes the importer throw', () => {
    const cell = fc.oneof(fc.string(), fc.constantFrom('001', '00101', '091', '', '"', ';', '2025-13-45', '__proto__'));
    const csv = fc
      .array(fc.array(cell, { maxLength: 6 }), { maxLength: 6 })
      .map((rows) => ['code,name,parentCode,maTinh,maXa,validFrom', ...rows.map((row) => row.join(','))].join('\n'));
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      csv,
      fc.json(),
      fc.json().map((json) => `{"fields":["code","name"],"rows":[${json}]}`),
    );
    fc.assert(
      fc.property(text, fc.constantFrom('json', 'csv', 'auto'), (input, format) => {
        const { agencies, refused, warnings } = read(input, { format: format as 'auto' });
        for (const agency of agencies) expect(z.safeParse(Agency, agency).success).toBe(true);
        for (const issue of [...refused, ...warnings]) expect(issueInWords(issue)).not.toContain('undefined');
      }),
      { numRuns: 500 },
    );
  });

  it('R6 · whatever came in is a forest: every parent is there, and every way up ends', () => {
    const code = fc.constantFrom('001', '00101', '00102', '00103', '002', '00201');
    const rows = fc.array(fc.record({ code, name: fc.constant('BHXH Mẫu'), parentCode: fc.oneof(code, fc.constant('')) }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(rows, (list) => {
        const { agencies, refused, warnings } = read(JSON.stringify(list));
        expect(agencies.length + refused.length).toBe(list.length);
        expect(warnings.every((warning) => warning.row > 0)).toBe(true);
        const parents = new Map(agencies.map((agency) => [agency.code, agency.parentCode]));
        for (const agency of agencies) {
          let at: string | undefined = agency.code;
          for (let steps = 0; at !== undefined; steps += 1) {
            expect(parents.has(at)).toBe(true);
            expect(steps).toBeLessThanOrEqual(agencies.length);
            at = parents.get(at);
          }
        }
      }),
      { numRuns: 500 },
    );
  });
});
