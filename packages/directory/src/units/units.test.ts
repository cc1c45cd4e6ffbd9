import { createHash } from 'node:crypto';
import { foldVietnamese, isUndivided, type Unit } from '@bhxh-kit/domain';
import * as fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { ensureDirectoryData } from '../../build/build-data.mjs';
import { createDirectory, type Directory } from '../index.js';
import { fileLoader } from '../node.js';

const open = (load = fileLoader()): Directory => createDirectory({ load, today: () => '2026-03-01' });
const maps = { '2021': [] as readonly Unit[], '2025': [] as readonly Unit[] };
const directory = open();

beforeAll(async () => {
  await ensureDirectoryData();
  maps['2021'] = await directory.units('2021');
  maps['2025'] = await directory.units('2025');
});

const count = (scheme: '2021' | '2025', level: Unit['level']) => maps[scheme].filter((unit) => unit.level === level).length;

/** Over `code|name|parent`, sorted: equal for equal maps, whoever wrote them. */
const fingerprint = (units: readonly Unit[]) =>
  createHash('sha256')
    .update(
      units
        .map((unit) => `${unit.code}|${unit.name}|${unit.parentCode ?? ''}`)
        .sort()
        .join('\n'),
    )
    .digest('hex');

describe('units', () => {
  it('R4 · both maps are complete: 63/705/10,599 and 34/3,321', () => {
    expect([count('2021', 'province'), count('2021', 'district'), count('2021', 'commune')]).toEqual([63, 705, 10_599]);
    expect([count('2025', 'province'), count('2025', 'district'), count('2025', 'commune')]).toEqual([34, 0, 3_321]);
    const phuong = maps['2025'].filter((unit) => unit.name.startsWith('Phường ')).length;
    const xa = maps['2025'].filter((unit) => unit.name.startsWith('Xã ')).length;
    expect([phuong, xa, 3_321 - phuong - xa]).toEqual([687, 2_621, 13]);
  });

  it('R4 · codes, names and parents are those of the official catalogues', () => {
    expect(fingerprint(maps['2021'])).toBe('0950cc9887bfe26164cf831392e4c729ec5fd4a47a5866f7095aae991ba5ca69');
    expect(fingerprint(maps['2025'])).toBe('3c3f5dad723727cf9b7f25cbb62954db715876370fb9e930eb09eba5ec026854');
  });

  it('R4 · the address of the letter reads 01, 272, 09763', async () => {
    expect((await directory.path('2021', '09763')).map((unit) => [unit.code, unit.name])).toEqual([
      ['01', 'Thành phố Hà Nội'],
      ['272', 'Huyện Phúc Thọ'],
      ['09763', 'Xã Phúc Hòa'],
    ]);
  });

  it('R4 · Xã Ia Mơ has the code 23938, and 23737 is no unit of the 2025 map', async () => {
    expect(await directory.unit('2025', '23938')).toMatchObject({ name: 'Xã Ia Mơ', parentCode: '52' });
    expect(await directory.unit('2025', '23737')).toBeUndefined();
  });

  it('R4 · no name has a double space, a space at an end or a decomposed letter', () => {
    for (const unit of [...maps['2021'], ...maps['2025']]) expect(unit.name).toBe(unit.name.normalize('NFC').replace(/\s+/g, ' ').trim());
  });

  it('R4 · every child says its parent, and its path ends in the two of them', async () => {
    const parents = fc.constantFrom(...maps['2021'].filter((unit) => unit.level !== 'commune'), ...maps['2025'].filter((unit) => unit.level === 'province'));
    await fc.assert(
      fc.asyncProperty(parents, async ({ scheme, code }) => {
        for (const child of await directory.children(scheme, code)) {
          expect(child.parentCode).toBe(code);
          expect((await directory.path(scheme, child.code)).slice(-2).map((unit) => unit.code)).toEqual([code, child.code]);
        }
      }),
    );
  });

  it('R4 · every unit is reached from its province by children alone', async () => {
    for (const scheme of ['2021', '2025'] as const) {
      let reached = 0;
      const walk = async (units: readonly Unit[]): Promise<void> => {
        for (const unit of units) {
          reached += 1;
          await walk(unit.level === 'commune' ? [] : await directory.children(scheme, unit.code));
        }
      };
      await walk(await directory.provinces(scheme));
      expect(reached).toBe(maps[scheme].length);
    }
  });

  it('R4 · the districts without communes are those the rules let an address end in', async () => {
    const districts = maps['2021'].filter(({ level }) => level === 'district');
    const parents = new Set(maps['2021'].map(({ parentCode }) => parentCode));
    const bare = districts.filter(({ code }) => !parents.has(code));
    expect(bare.map(({ name }) => name)).toEqual(['Huyện Bạch Long Vĩ', 'Huyện Cồn Cỏ', 'Huyện Hoàng Sa', 'Huyện Lý Sơn', 'Huyện Côn Đảo']);
    expect(districts.filter(({ code }) => isUndivided('2021', code))).toEqual(bare);
    expect(maps['2025'].some(({ code }) => isUndivided('2025', code))).toBe(false);
  });

  it('R4 · a code that is none has no unit, no path, no children, whatever its text', async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.string(), fc.constantFrom('00', '999', '99999', '00002', '__proto__')), async (code) => {
        fc.pre(!maps['2021'].some((unit) => unit.code === code));
        expect(await directory.unit('2021', code)).toBeUndefined();
        expect(await directory.path('2021', code)).toEqual([]);
        expect(await directory.children('2021', code)).toEqual([]);
      }),
    );
  });

  it('R4 · a bare code loads the first chunk and one province', async () => {
    const asked: string[] = [];
    const files = fileLoader();
    const small = open((name) => {
      asked.push(name);
      return files(name);
    });
    await small.path('2021', '09763');
    await small.children('2021', '272');
    expect(asked).toEqual(['start', 'units-2021-01']);
  });

  it('E8 · what was loaded answers without a network', async () => {
    let online = true;
    const files = fileLoader();
    const roaming = open((name) => (online ? files(name) : Promise.reject(new TypeError('offline'))));
    const before = await roaming.children('2025', '01');
    online = false;
    expect(await roaming.children('2025', '01')).toEqual(before);
    await expect(roaming.children('2025', '04')).rejects.toMatchObject({ code: 'directory.unreachable' });
    online = true;
    expect(await roaming.children('2025', '04')).not.toEqual([]);
  });
});

describe('search for units', () => {
  const everyUnit = () => fc.constantFrom('2021' as const, '2025' as const).chain((scheme) => fc.constantFrom(...maps[scheme]));
  const keyOf = (unit: Unit) => `${unit.scheme} ${unit.code}`;

  it('R4 · every unit is found by its name with tones, without them, and decomposed', async () => {
    await fc.assert(
      fc.asyncProperty(everyUnit(), async (unit) => {
        for (const query of [unit.name, foldVietnamese(unit.name), unit.name.normalize('NFD'), unit.name.toUpperCase()]) {
          const found = await directory.search(unit.scheme, query, { limit: 20_000 });
          expect(found.map(keyOf)).toContain(keyOf(unit));
        }
      }),
      { numRuns: 150 },
    );
  });

  it('R4 · every commune is among the first for its name and the names above it', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...maps['2021'].filter((unit) => unit.level === 'commune')), async (unit) => {
        const path = await directory.path('2021', unit.code);
        const query = [...path]
          .reverse()
          .map((step) => step.name)
          .join(', ');
        expect((await directory.search('2021', query, { limit: 3 })).map(keyOf)).toContain(keyOf(unit));
      }),
      { numRuns: 100 },
    );
  });

  it('R4 · "ba dinh" gives Quận Ba Đình before its namesakes', async () => {
    expect((await directory.search('2021', 'ba dinh'))[0]).toMatchObject({ code: '001', name: 'Quận Ba Đình' });
  });

  it('R4 · digits find the codes that begin with them; a word that begins so comes before one that only holds it', async () => {
    const coded = await directory.search('2021', '272', { limit: 200 });
    expect([coded[0]?.name, coded.every(({ code }) => code.startsWith('272'))]).toEqual(['Huyện Phúc Thọ', true]);
    const words = (await directory.search('2021', 'hoa', { limit: 20_000 })).map(({ name }) => / hoa/.test(` ${foldVietnamese(name)}`));
    expect(words.lastIndexOf(true)).toBeLessThan(words.indexOf(false));
  });

  it('R4 · tones in the query decide between names that fold alike', async () => {
    expect((await directory.search('2025', 'Phúc Hòa'))[0]?.name).toBe('Xã Phúc Hòa');
    expect((await directory.search('2025', 'Phục Hòa'))[0]?.name).toBe('Xã Phục Hòa');
  });

  it("R4 · B'Lao is found however the apostrophe is typed", async () => {
    for (const query of ["b'lao", 'B’Lao', 'blao']) expect((await directory.search('2025', query)).map((unit) => unit.code)).toContain('24829');
  });

  it('R4 · within a province only its units are found, and only its chunk is loaded', async () => {
    const asked: string[] = [];
    const files = fileLoader();
    const small = open((name) => {
      asked.push(name);
      return files(name);
    });
    const found = await small.search('2021', 'chau thanh', { provinceCode: '91' });
    expect(found.length).toBeGreaterThan(0);
    for (const unit of found) expect((await small.path('2021', unit.code))[0]?.code).toBe('91');
    expect(asked.sort()).toEqual(['start', 'units-2021-91']);
    expect(await small.search('2021', 'chau thanh', { provinceCode: 'xx' })).toEqual([]);
  });

  it('R4 · no text makes the search throw, and the limit holds', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme' }), fc.integer({ min: 0, max: 30 }), async (query, limit) => {
        expect((await directory.search('2025', query, { limit })).length).toBeLessThanOrEqual(limit);
      }),
    );
  });
});

describe('what old units became', () => {
  it('R4 · a merged ward has one successor', async () => {
    expect(await directory.resolveOld('00001')).toMatchObject({ kind: 'one', units: [{ scheme: '2025', code: '00097' }], province: { code: '01' } });
  });

  it('R4 · a divided ward has several, for the person to choose', async () => {
    const answer = await directory.resolveOld('00166');
    expect(answer?.kind).toBe('several');
    expect(answer?.units.map((unit) => unit.name)).toEqual(['Phường Nghĩa Đô', 'Phường Cầu Giấy']);
  });

  it('R4 · every province of 2021 went into one of 2025, and every unit has an answer', async () => {
    expect((await directory.resolveOld('02'))?.units).toMatchObject([{ code: '08', name: 'Tỉnh Tuyên Quang' }]);
    expect((await directory.resolveOld('89'))?.units).toMatchObject([{ code: '91', name: 'Tỉnh An Giang' }]);
    const kinds = { one: 0, several: 0, unknown: 0 };
    for (const unit of maps['2021']) {
      const answer = await directory.resolveOld(unit.code);
      if (!answer) throw new Error(`no answer for ${unit.code}`);
      for (const target of answer.units) expect((await directory.path('2025', target.code))[0]).toEqual(answer.province);
      if (unit.level === 'commune') kinds[answer.kind] += 1;
    }
    expect(kinds).toEqual({ one: 10_428, several: 12, unknown: 159 });
  });

  it('R4 · an island district without communes became its đặc khu', async () => {
    expect(await directory.resolveOld('755')).toMatchObject({ kind: 'one', units: [{ code: '26732', name: 'Đặc khu Côn Đảo' }] });
  });

  it('R4 · a ward made after 2021 resolves though the map does not show it, a code that never was does not', async () => {
    expect(await directory.resolveOld('03984')).toMatchObject({ kind: 'one', units: [{ code: '03982' }] });
    expect(await directory.resolveOld('99999')).toBeUndefined();
    expect(await directory.resolveOld('')).toBeUndefined();
  });
});
