import type { Agency } from '@bhxh-kit/domain';
import { beforeAll, describe, expect, it } from 'vitest';
import { ensureDirectoryData } from '../../build/build-data.mjs';
import { createDirectory, dayWithin, fetchLoader, schemeOn } from '../index.js';
import { fileLoader } from '../node.js';

beforeAll(async () => {
  await ensureDirectoryData();
});

const today = '2026-03-01';
const spring2021 = '2021-05-01';
const directory = createDirectory({ load: fileLoader(), today: () => today });
const named = (agencies: readonly Agency[]) => agencies.map((agency) => `[${agency.code}] ${agency.name}`);

describe('agencies the kit ships', () => {
  it('R6 · 34 provincial offices today, 63 and the 29 printed district offices in 2021', async () => {
    const now = await directory.agencies();
    const then = await directory.agencies(spring2021);
    expect(now).toHaveLength(34);
    expect(then.filter((agency) => agency.code.length === 3)).toHaveLength(63);
    expect(then.filter((agency) => agency.code.length === 5)).toHaveLength(29);
    for (const agency of [...now, ...then]) expect(agency.name).toMatch(/^BHXH (Tp\.|Tỉnh|Quận|Huyện) \p{Lu}/u);
  });

  it('R6 · the provincial office has the code 0 + province code in both maps', async () => {
    for (const scheme of ['2021', '2025'] as const) {
      const provinces = await directory.provinces(scheme);
      const offices = (await directory.agencyChildren(undefined, dayWithin(scheme, today))).map((agency) => agency.code);
      expect(offices).toEqual(provinces.map((unit) => `0${unit.code}`));
    }
  });

  it('R6 · the tree of the letter: Hà Nội with 00101 to 00115, Kiên Giang with 09102 to 09115', async () => {
    const hanoi = named(await directory.agencyChildren('001', spring2021));
    expect(hanoi).toHaveLength(15);
    expect([hanoi[0], hanoi[5], hanoi[14]]).toEqual(['[00101] BHXH Quận Ba Đình', '[00106] BHXH Quận Đống Đa', '[00115] BHXH Quận Hà Đông']);
    const kienGiang = named(await directory.agencyChildren('091', spring2021));
    expect(kienGiang).toHaveLength(14);
    expect([kienGiang[0], kienGiang[10], kienGiang[13]]).toEqual(['[09102] BHXH Tp. Hà Tiên', '[09112] BHXH Tp. Phú Quốc', '[09115] BHXH Huyện Giang Thành']);
  });

  it('R6 · "BHXH Tp. Hà Nội » BHXH Quận Đống Đa" with its address and telephone', async () => {
    const path = await directory.agencyPath('00106', spring2021);
    expect(path.map((agency) => agency.name).join(' » ')).toBe('BHXH Tp. Hà Nội » BHXH Quận Đống Đa');
    expect(path[1]).toMatchObject({ address: 'Phố Trần Hữu Tước, phường Nam Đồng', phone: '02439747408' });
  });

  it('R6 · 091 is Kiên Giang until 30/06/2025 and An Giang from 01/07/2025', async () => {
    expect((await directory.agency('091', '2025-06-30'))?.name).toBe('BHXH Tỉnh Kiên Giang');
    expect((await directory.agency('091', '2025-07-01'))?.name).toBe('BHXH Tỉnh An Giang');
    expect((await directory.agency('089', '2025-06-30'))?.name).toBe('BHXH Tỉnh An Giang');
    expect(await directory.agency('089', '2025-07-01')).toBeUndefined();
  });

  it('L2 · an agency is found by name, with and without tones and kind, and by code', async () => {
    for (const query of ['Đống Đa', 'dong da', 'bhxh quan dong da', 'BHXH Quận Đống Đa', '00106']) {
      expect((await directory.searchAgencies(query, { on: spring2021 }))[0]?.code).toBe('00106');
    }
    expect(named(await directory.searchAgencies('ho chi minh', { limit: 1 }))).toEqual(['[079] BHXH Tp. Hồ Chí Minh']);
    expect((await directory.searchAgencies('dong da ha noi', { on: spring2021 })).map((agency) => agency.code)).toEqual(['00106']);
  });

  it('L2 · without a list of communes a commune is served by the office of its province', async () => {
    expect(named(await directory.agenciesByCommune('00004'))).toEqual(['[001] BHXH Tp. Hà Nội']);
    expect(named(await directory.agenciesByCommune('09763', spring2021))).toEqual(['[001] BHXH Tp. Hà Nội']);
    expect(await directory.agenciesByCommune('99999')).toEqual([]);
    expect(await directory.agenciesByCommune('01')).toEqual([]);
  });
});

describe('agencies a host brings', () => {
  const agencies: Agency[] = [
    { code: '001', name: 'BHXH Mẫu tỉnh', validFrom: '2025-10-01' },
    { code: '00199', name: 'BHXH cơ sở Mẫu', parentCode: '001', communeCodes: ['00004'], validFrom: '2025-10-01' },
  ];
  const own = createDirectory({ load: fileLoader(), today: () => today, agencies });

  it('R6 · they stand instead of the shipped rows on the days they know, and only then', async () => {
    expect(named(await own.agencies())).toEqual(['[001] BHXH Mẫu tỉnh', '[00199] BHXH cơ sở Mẫu']);
    expect(await own.agencies('2025-09-30')).toHaveLength(34);
    expect(await own.agencies(spring2021)).toHaveLength(92);
  });

  it('L2 · the agency that names the commune comes before those above it', async () => {
    expect(named(await own.agenciesByCommune('00004'))).toEqual(['[00199] BHXH cơ sở Mẫu', '[001] BHXH Mẫu tỉnh']);
    expect(named(await own.agenciesByCommune('00008'))).toEqual(['[001] BHXH Mẫu tỉnh']);
  });

  it('R6 · rows that go round in a circle do not hang the path', async () => {
    const circle = createDirectory({
      load: fileLoader(),
      today: () => today,
      agencies: [
        { code: '00101', name: 'BHXH A', parentCode: '00102' },
        { code: '00102', name: 'BHXH B', parentCode: '00101' },
      ],
    });
    expect(named(await circle.agencyPath('00101'))).toEqual(['[00102] BHXH B', '[00101] BHXH A']);
  });
});

describe('days and maps', () => {
  it('R4 · a form with the 2021 map lists the agencies of its last day', () => {
    expect(dayWithin('2021', '2026-03-01')).toBe('2025-06-30');
    expect(dayWithin('2021', '2021-05-01')).toBe('2021-05-01');
    expect(dayWithin('2025', '2021-05-01')).toBe('2025-07-01');
    expect([schemeOn('2025-06-30'), schemeOn('2025-07-01')]).toEqual(['2021', '2025']);
  });
});

describe('chunks over HTTP', () => {
  const answer = (body: string, status = 200) =>
    createDirectory({ today: () => today, load: fetchLoader('/assets/directory', { fetch: async () => new Response(body, { status }) }) });

  it('E8 · chunks are asked for below the base address', async () => {
    const asked: string[] = [];
    const files = fileLoader();
    const fetch = async (input: string | URL | Request) => {
      const { url } = new Request(input);
      asked.push(url);
      return Response.json(await files(url.replace(/^.*\/(.*)\.json$/, '$1')));
    };
    const served = createDirectory({ load: fetchLoader('https://example.vn/assets/directory', { fetch }), today: () => today });
    expect(await served.children('2025', '01')).toHaveLength(126);
    expect(asked).toEqual(['https://example.vn/assets/directory/start.json', 'https://example.vn/assets/directory/units-2025-01.json']);
  });

  it('E8 · a page instead of the chunk, a wrong chunk and a missing one are told, never taken for empty', async () => {
    for (const host of [answer('<!doctype html>'), answer('{}'), answer('null'), answer('', 404)]) {
      await expect(host.provinces('2025')).rejects.toMatchObject({ name: 'DirectoryLoadError', code: 'directory.unreachable', chunk: 'start' });
    }
  });
});
