import { searchKey } from '../search/name-search.js';

/** What a column can mean. */
export type ColumnMeaning = 'code' | 'name' | 'parentCode' | 'provinceCode' | 'provinceName' | 'address' | 'phone' | 'communeCodes' | 'validFrom' | 'validTo';

/**
 * Headings seen in agencies' exports and in other software, letters only (`Mã cơ quan BHXH`, `maCoQuanBHXH` and `MA_CO_QUAN_BHXH` are one).
 * The first of a line is this kit's own.
 */
const HEADINGS: Readonly<Record<ColumnMeaning, readonly string[]>> = {
  code: ['code', 'macoquanbhxh', 'macoquan', 'macq', 'macqbhxh', 'ma'],
  name: ['name', 'tencoquanbhxh', 'tencoquan', 'tencq', 'tencqbhxh', 'ten'],
  parentCode: ['parentcode', 'parent', 'macoquancha', 'macoquancaptren', 'macqcha', 'macqcaptren', 'macha'],
  provinceCode: ['provincecode', 'matinh', 'matinhthanhpho', 'matinhthanh'],
  provinceName: ['provincename', 'tentinhthanhpho', 'tentinh', 'tentinhthanh', 'tinhthanhpho'],
  address: ['address', 'diachi', 'diachicoquan'],
  phone: ['phone', 'dienthoai', 'sodienthoai', 'sdt'],
  communeCodes: ['communecodes', 'maxa', 'maphuongxa', 'dsmaxa', 'danhsachmaxa'],
  validFrom: ['validfrom', 'tungay', 'hieuluctu', 'hieuluctungay', 'ngayhieuluc', 'ngaybatdau'],
  validTo: ['validto', 'denngay', 'hieulucden', 'hieulucdenngay', 'ngayhethieuluc', 'ngayketthuc'],
};

/** Columns of reference packs that say nothing an agency row needs. */
const IGNORED = new Set(['level', 'addressdoc', 'source', 'note', 'stt', 'seenin', 'asof']);

const meaningOf = new Map(Object.entries(HEADINGS).flatMap(([meaning, headings]) => headings.map((heading) => [heading, meaning as ColumnMeaning])));

/** Which heading carries which meaning; of two headings with one meaning the first counts. Headings nobody knows are told. */
export function readHeadings(headings: readonly string[]): { columns: ReadonlyMap<ColumnMeaning, string>; unknown: readonly string[] } {
  const columns = new Map<ColumnMeaning, string>();
  const unknown: string[] = [];
  for (const heading of headings) {
    const letters = searchKey(heading).replaceAll(' ', '');
    const meaning = meaningOf.get(letters);
    if (meaning === undefined || columns.has(meaning)) {
      if (letters !== '' && !IGNORED.has(letters)) unknown.push(heading);
    } else columns.set(meaning, heading);
  }
  return { columns, unknown };
}
