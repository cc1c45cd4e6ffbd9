import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type EmailFault, parseEmail } from './email.js';
import { findFolded, foldVietnamese } from './fold.js';
import { normaliseText } from './normalise.js';
import { comparePersonNames, compareVietnamese } from './order.js';
import { ORGANISATION_NAME_MAX, type OrganisationNameFault, parseOrganisationName } from './organisation-name.js';
import { PERSON_NAME_MAX, type PersonNameFault, parsePersonName } from './person-name.js';

describe('họ và tên', () => {
  it.each(['Nguyễn Văn A', 'LÊ THỊ MẪU', "H'Mẫu Niê", 'H’Mẫu', 'HʼMẫu', 'Y', 'Y-Thử', 'K’ Mẫu', 'Đỗ-Thử Mẫu', 'Trần  Thử\u00a0Nghiệm'])(
    '%s is a name',
    (name) => {
      expect(parsePersonName(name)).toEqual({ ok: true, value: name.replace(/\s+/g, ' ') });
      expect(parsePersonName(` ${name.normalize('NFD')}\u200b\n`)).toEqual(parsePersonName(name));
    },
  );

  const FAULTS: Record<PersonNameFault, string> = {
    'person-name.empty': ' \u200b ',
    'person-name.digits': 'Nguyễn Văn 1',
    'person-name.shape': 'Nguyễn @ A',
    'person-name.length': 'A'.repeat(PERSON_NAME_MAX + 1),
  };
  it.each(Object.entries(FAULTS))('%s is told', (code, text) => expect(parsePersonName(text)).toMatchObject({ ok: false, code }));
});

describe('tên cơ quan, tổ chức', () => {
  it.each(['Trường THPT số 2', 'Công ty TNHH A & B', '3M', 'Sở GD&ĐT (cơ sở 1)'])('R1 · “%s” is one', (name) => {
    expect(parseOrganisationName(` ${name.normalize('NFD')}\u200b\n`)).toEqual({ ok: true, value: name });
  });

  const FAULTS: Record<OrganisationNameFault, string> = {
    'organisation-name.empty': ' \u200b',
    'organisation-name.shape': '123 - 45',
    'organisation-name.length': 'a'.repeat(ORGANISATION_NAME_MAX + 1),
  };
  it.each(Object.entries(FAULTS))('R1 · %s is told', (code, text) => expect(parseOrganisationName(text)).toMatchObject({ ok: false, code }));
});

describe('địa chỉ thư điện tử', () => {
  it.each([
    [' nguyen.van.a@Example.VN ', 'nguyen.van.a@example.vn'],
    ['A+b@example.com', 'A+b@example.com'],
    ["o'mau@mail.example.vn", "o'mau@mail.example.vn"],
    ['a@xn--vit-example.xn--p1ai', 'a@xn--vit-example.xn--p1ai'],
  ])('%j is read', (text, value) => expect(parseEmail(text)).toEqual({ ok: true, value }));

  it.each([
    ['email.empty', ' '],
    ['email.shape', 'nguyen van a@example.vn'],
    ['email.shape', 'a@example'],
    ['email.shape', 'a..b@example.vn'],
    ['email.shape', 'a@@example.vn'],
    ['email.shape', `${'a'.repeat(65)}@example.vn`],
    ['email.not-ascii', 'nguyễn@example.vn'],
    ['email.length', `a@${'b'.repeat(60)}.${'c'.repeat(200)}.vn`],
  ] satisfies [EmailFault, string][])('%s is told of %j', (code, text) => expect(parseEmail(text)).toMatchObject({ ok: false, code }));

  it('what it reads, it reads again', () => {
    fc.assert(
      fc.property(fc.emailAddress(), (email) => {
        const read = parseEmail(email);
        if (read.ok) expect(parseEmail(read.value)).toEqual(read);
      }),
    );
  });
});

describe('text as it is kept', () => {
  it.each([
    ['  Nguyễn \t Văn\r\nA ', 'Nguyễn Văn A'],
    ['Nguyễn\u2028Văn\u0085A', 'Nguyễn Văn A'],
    ['Ph\u0000úc\u200b H\u00adòa\ufeff', 'Phúc Hòa'],
    ['a\ud800b', 'ab'],
  ])('%j becomes %j', (text, kept) => expect(normaliseText(text)).toBe(kept));

  it('doing it twice changes nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(normaliseText(normaliseText(text))).toBe(normaliseText(text));
      }),
    );
  });
});

/** Every name of a map, from the directory's own chunks. */
function namesOf(scheme: string): string[] {
  const folder = new URL('../../../directory/dist/data/', import.meta.url);
  const files = readdirSync(folder).filter((file) => file.startsWith(`units-${scheme}-`));
  const strings = (value: unknown): string[] =>
    typeof value === 'string' ? [value] : value && typeof value === 'object' ? Object.values(value).flatMap(strings) : [];
  return files.flatMap((file) => strings(JSON.parse(readFileSync(new URL(file, folder), 'utf8'))));
}

describe('the search key', () => {
  it.each([
    ['hòa', 'hoà'],
    ['Đống Đa', 'dong da'],
    ['ĐẮK LẮK', 'đắk lắk'],
    ['Ea H’Leo', "ea h'leo"],
    ['Bà Rịa – Vũng Tàu', 'ba ria - vung tau'],
    ['Ðồng Nai', 'dong nai'],
    ['Quy Nhơn'.normalize('NFD'), 'quy nhon'],
  ])('%j is found by %j', (text, query) => expect(foldVietnamese(text)).toBe(foldVietnamese(query)));

  it.skipIf(!hasMaps())('of every name of the 2025 map is the plain decomposition', () => {
    const names = namesOf('2025');
    expect(names.length).toBeGreaterThan(3321);
    for (const name of names) {
      const reference = name
        .normalize('NFD')
        .replace(/\p{Mn}/gu, '')
        .replace(/đ/g, 'd')
        .replace(/Đ/g, 'D')
        .replace(/’/g, "'")
        .toLowerCase();
      expect(foldVietnamese(name)).toBe(reference);
      expect(foldVietnamese(name.normalize('NFD'))).toBe(reference);
    }
  });

  it('is one key for composed and decomposed text, and a key of itself', () => {
    // Beyond the basic plane 33 letters of other scripts (Kaithi, Chakma, …) decompose and are not folded.
    const letter = fc.integer({ max: 0xf7ff, min: 0 }).map((code) => String.fromCharCode(code < 0xd800 ? code : code + 0x800));
    fc.assert(
      fc.property(fc.string({ unit: letter }), (text) => {
        expect(foldVietnamese(text.normalize('NFD'))).toBe(foldVietnamese(text.normalize('NFC')));
        expect(foldVietnamese(foldVietnamese(text))).toBe(foldVietnamese(text));
      }),
    );
  });
});

function hasMaps(): boolean {
  try {
    return namesOf('2025').length > 0;
  } catch {
    return false;
  }
}

describe('where a query stands', () => {
  const marked = (text: string, query: string) => findFolded(text, query).map(({ from, to }) => text.slice(from, to));

  it.each([
    ['Phường Phúc Hòa', 'phuc', ['Phúc']],
    ['Phúc Hòa, Phúc Hoà', ' hoà ', ['Hòa', 'Hoà']],
    ['Đống Đa', 'đ', ['Đ', 'Đ']],
    ['Hòa Bình'.normalize('NFD'), 'hoa', ['Hòa'.normalize('NFD')]],
    ['각', '\u1100', ['각']],
    ['aaa', 'aa', ['aa']],
    ['Hà Nội', '', []],
    ['Hà Nội', '\u0301', []],
    ['Hà Nội', 'huế', []],
  ])('in %j, %j stands as %j', (text, query, found) => expect(marked(text, query)).toEqual(found));

  it('is never empty, in order, and folds to the query', () => {
    const letters = fc.string({ unit: fc.constantFrom(...Array.from('aàdđĐoờ \u0301\u0323İ각')) });
    fc.assert(
      fc.property(letters, letters, (text, query) => {
        let last = 0;
        for (const { from, to } of findFolded(text, query)) {
          expect(from).toBeGreaterThanOrEqual(last);
          expect(to).toBeGreaterThan(from);
          expect(foldVietnamese(text.slice(from, to))).toContain(foldVietnamese(query).trim());
          last = to;
        }
      }),
    );
  });
});

describe('order', () => {
  it('letters stand as in a Vietnamese dictionary', () => {
    const sorted = ['a', 'ă', 'â', 'b', 'c', 'd', 'đ', 'e', 'ê', 'g', 'i', 'o', 'ô', 'ơ', 'u', 'ư', 'y'];
    expect([...sorted].reverse().sort(compareVietnamese)).toEqual(sorted);
  });

  it('people stand by given name, then by the rest', () => {
    const sorted = [
      'Nguyễn Văn A',
      'Trần Văn A',
      'Lê Thị Ánh',
      'Lê Thử Bình',
      'Trần Thử Dũng',
      'Lê Mẫu Đạt',
      'Lê Thị Mẫu',
      'Trần Thị Mẫu',
      'Trần Thử Nghiệm',
      'Y',
    ];
    expect([...sorted].reverse().sort(comparePersonNames)).toEqual(sorted);
    expect(
      [...sorted]
        .reverse()
        .map((name) => name.normalize('NFD'))
        .sort(comparePersonNames)
        .map((name) => name.normalize('NFC')),
    ).toEqual(sorted);
  });

  it('is an order: no two names stand before each other', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (a, b) => {
        expect(Math.sign(comparePersonNames(a, b)) + Math.sign(comparePersonNames(b, a))).toBe(0);
      }),
    );
  });
});
