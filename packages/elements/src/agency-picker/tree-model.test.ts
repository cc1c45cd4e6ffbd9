import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AgencyRow } from './agency-row.js';
import { layOut } from './flat-tree.js';
import { pathOf } from './agency-row.js';
import { AgencyTree } from './tree-model.js';

const ROWS: readonly AgencyRow[] = [
  { code: '001', name: 'BHXH Tp. Hà Nội' },
  { code: '00101', name: 'BHXH Quận Ba Đình', parentCode: '001', communeCodes: ['00004'] },
  { code: '00104', name: 'BHXH Quận Đống Đa', parentCode: '001' },
  { code: '091', name: 'BHXH Tỉnh Kiên Giang' },
  { code: '08902', name: 'BHXH Huyện Châu Thành', parentCode: '091' },
];
const shown = (tree: AgencyTree) => Array.from({ length: tree.count }, (_, line) => tree.row(tree.at(line)).code);
const cursor = (tree: AgencyTree) => tree.row(tree.active).code;

describe('the tree of agencies', () => {
  it('begins with the provinces only, the cursor on the first', () => {
    const tree = new AgencyTree(ROWS);
    expect(shown(tree)).toEqual(['001', '091']);
    expect(cursor(tree)).toBe('001');
  });

  it('puts an agency under its parent, not under its prefix', () => {
    const tree = new AgencyTree(ROWS);
    expect(tree.path('08902').map((row) => row.code)).toEqual(['091', '08902']);
  });

  it('opens with Right and enters with Right again; Left goes to the parent, then closes it', () => {
    const tree = new AgencyTree(ROWS);
    tree.act('open-or-enter');
    expect([shown(tree), cursor(tree)]).toEqual([['001', '00101', '00104', '091'], '001']);
    tree.act('open-or-enter');
    expect(cursor(tree)).toBe('00101');
    tree.act('open-or-enter');
    expect(cursor(tree)).toBe('00101');
    tree.act('close-or-leave');
    expect(cursor(tree)).toBe('001');
    tree.act('close-or-leave');
    expect(shown(tree)).toEqual(['001', '091']);
    tree.act('close-or-leave');
    expect(cursor(tree)).toBe('001');
  });

  it('opens all siblings with *', () => {
    const tree = new AgencyTree(ROWS);
    tree.act('open-siblings');
    expect(shown(tree)).toEqual(['001', '00101', '00104', '091', '08902']);
  });

  it('stops at both ends and pages without leaving the list', () => {
    const tree = new AgencyTree(ROWS);
    tree.act('previous');
    expect(cursor(tree)).toBe('001');
    tree.act('page-next', 10);
    expect(cursor(tree)).toBe('091');
    tree.act('next');
    expect(cursor(tree)).toBe('091');
  });

  it('finds “dong da” with its province, marks only the match and counts it', () => {
    const tree = new AgencyTree(ROWS);
    tree.filter('dong d');
    tree.filter('dong da');
    expect(shown(tree)).toEqual(['001', '00104']);
    expect([tree.matchCount, cursor(tree)]).toEqual([1, '00104']);
    expect(tree.isMatch(tree.find('001'))).toBe(false);
    expect(tree.placeInSet(tree.find('00104'))).toEqual({ position: 1, size: 1 });
  });

  it('finds a code, and opens all below a province that matches alone', () => {
    const tree = new AgencyTree(ROWS);
    tree.filter('091');
    expect(shown(tree)).toEqual(['091']);
    tree.setOpen(tree.find('091'), true);
    expect(shown(tree)).toEqual(['091', '08902']);
  });

  it('shows nothing for what is nowhere, and all again without a filter, the cursor in view', () => {
    const tree = new AgencyTree(ROWS);
    tree.filter('xyz');
    expect([tree.count, tree.matchCount, tree.active]).toEqual([0, 0, -1]);
    tree.act('next');
    tree.filter('chau');
    tree.filter('');
    expect(cursor(tree)).toBe('08902');
    expect(tree.lineOf(tree.active)).toBeGreaterThan(0);
  });

  it('types ahead by the beginning of any word, with or without diacritics, going round', () => {
    const tree = new AgencyTree(ROWS);
    tree.act('open-siblings');
    expect([tree.typeAhead('đố'), cursor(tree)]).toEqual([true, '00104']);
    expect([tree.typeAhead('h'), cursor(tree)]).toEqual([true, '08902']);
    expect([tree.typeAhead('h'), cursor(tree)]).toEqual([true, '001']);
    expect([tree.typeAhead('zz'), cursor(tree)]).toEqual([false, '001']);
  });

  it('shows rows in a circle or with an unknown parent at the top', () => {
    const tree = new AgencyTree([
      { code: 'a', name: 'A', parentCode: 'b' },
      { code: 'b', name: 'B', parentCode: 'a' },
      { code: 'c', name: 'C', parentCode: 'gone' },
    ]);
    tree.act('open-siblings');
    expect(shown(tree).sort()).toEqual(['a', 'b', 'c']);
  });

  it('lays out any rows: each once, children within their parent', () => {
    const anyRows = fc.array(
      fc.record({ code: fc.string({ maxLength: 2 }), name: fc.string(), parentCode: fc.option(fc.string({ maxLength: 2 }), { nil: undefined }) }),
    );
    fc.assert(
      fc.property(anyRows, (rows) => {
        const { rowOf, parent, end } = layOut(rows);
        expect([...rowOf].sort((a, b) => a - b)).toEqual(rows.map((_, row) => row));
        parent.forEach((above, node) => expect(above < node && (above < 0 || node < end[above]!)).toBe(true));
      }),
    );
  });

  it('puts every row under its parent, however deep, and wherever the parent stands', () => {
    const forest = fc.array(fc.nat(), { minLength: 1, maxLength: 40 }).map((numbers) =>
      numbers.map((number, at) => ({
        code: `c${at}`,
        name: '',
        parentCode: at === 0 || number % 5 === 0 ? undefined : `c${number % 3 ? at - 1 : number % at}`,
      })),
    );
    const inAnyOrder = forest.chain((rows) => fc.oneof(fc.constant(rows), fc.shuffledSubarray(rows, { minLength: rows.length })));
    fc.assert(
      fc.property(inAnyOrder, (rows) => {
        const tree = new AgencyTree(rows);
        for (const { code } of rows) expect(tree.path(code)).toEqual(pathOf(rows, code));
      }),
    );
  });

  it('counts levels up to 255 and lays out deeper ones all the same, parents first or last', () => {
    const chain = Array.from({ length: 300 }, (_, at) => ({ code: `c${at}`, name: '', ...(at > 0 && { parentCode: `c${at - 1}` }) }));
    for (const rows of [chain, chain.toReversed()]) {
      const tree = new AgencyTree(rows);
      expect(['c0', 'c99', 'c254', 'c299'].map((code) => tree.level(tree.find(code)))).toEqual([1, 100, 255, 255]);
      expect(tree.path('c299')).toHaveLength(300);
    }
  });

  it('of several rows with the code of a parent takes the nearest above, else the first', () => {
    const rows = [
      { code: '001', name: 'trước' },
      { code: '001', name: 'sau' },
      { code: '00101', name: 'dưới', parentCode: '001' },
    ];
    expect(new AgencyTree(rows).path('00101')).toEqual([rows[1], rows[2]]);
    expect(new AgencyTree([rows[2]!, rows[0]!, rows[1]!]).path('00101')).toEqual([rows[0], rows[2]]);
  });

  it('finds by narrowing letter by letter exactly what it finds at once', () => {
    const names = fc.array(fc.stringMatching(/^[ab đĐà]{0,6}$/), { maxLength: 20 });
    fc.assert(
      fc.property(names, fc.stringMatching(/^[abd ]{1,4}$/), (texts, query) => {
        const rows = texts.map((name, i) => ({ code: String(i), name, parentCode: i % 3 ? String(i - (i % 3)) : undefined }));
        const slowly = new AgencyTree(rows);
        for (let length = 1; length <= query.length; length++) slowly.filter(query.slice(0, length));
        const atOnce = new AgencyTree(rows);
        atOnce.filter(query);
        expect(shown(slowly)).toEqual(shown(atOnce));
      }),
    );
  });
});
