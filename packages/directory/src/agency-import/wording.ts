import type { ImportIssue, RefusalCode, WarningCode } from './issues.js';

type Words = (facts: ImportIssue['facts']) => string;

const vi: Readonly<Record<RefusalCode | WarningCode, Words>> = {
  'pack.empty': () => 'tệp không có nội dung. Hãy chọn lại tệp.',
  'pack.not-json': () => 'tệp không phải JSON đúng cú pháp. Hãy xuất lại tệp, hoặc dùng CSV.',
  'pack.no-rows': () => 'tệp không có dòng cơ quan nào. Cần danh sách các dòng, hoặc { fields, rows }.',
  'pack.no-code-column': () => 'không thấy cột mã cơ quan. Đặt tên cột là code, maCoQuanBHXH, maCoQuan hoặc MaCQ.',
  'pack.no-name-column': () => 'không thấy cột tên cơ quan. Đặt tên cột là name, tenCoQuanBHXH, tenCoQuan hoặc TenCQ.',
  'row.shape': () => 'dòng không đọc được thành các cột.',
  'code.missing': () => 'thiếu mã cơ quan.',
  'code.shape': () => 'mã cơ quan cần 3 chữ số (cấp tỉnh) hoặc 5 chữ số (dưới cấp tỉnh).',
  'code.duplicate': (facts) => `mã ${facts['agency']} đã có ở dòng ${facts['firstRow']} trong cùng thời gian hiệu lực. Bỏ một dòng hoặc sửa ngày.`,
  'name.missing': (facts) => `cơ quan ${facts['agency']} thiếu tên.`,
  'parent.shape': (facts) => `mã cơ quan cấp trên của ${facts['agency']} cần 3 hoặc 5 chữ số.`,
  'parent.missing': (facts) => `cơ quan cấp trên ${facts['parent']} của ${facts['agency']} không có trong danh sách. Hãy thêm dòng đó.`,
  'parent.cycle': (facts) => `cơ quan ${facts['agency']} nằm trong một vòng cấp trên – cấp dưới. Hãy sửa mã cấp trên.`,
  'province.shape': (facts) => `mã tỉnh của ${facts['agency']} cần 2 chữ số.`,
  'commune.shape': (facts) => `mã xã thứ ${facts['place']} của ${facts['agency']} cần 5 chữ số.`,
  'date.shape': (facts) => `ngày hiệu lực của ${facts['agency']} không phải một ngày. Viết dd/MM/yyyy hoặc yyyy-MM-dd.`,
  'date.order': (facts) => `cơ quan ${facts['agency']} hết hiệu lực (${facts['validTo']}) trước khi bắt đầu (${facts['validFrom']}).`,
  'parent.by-prefix': (facts) => `dữ liệu không nêu cấp trên của ${facts['agency']}; đã lấy ${facts['parent']} theo ba chữ số đầu. Hãy kiểm tra.`,
  'parent.none': (facts) => `dữ liệu không nêu cấp trên của ${facts['agency']}; cơ quan đứng ở gốc danh sách.`,
  'province.added': (facts) => `cơ quan cấp tỉnh ${facts['agency']} không có dòng riêng; đã thêm theo tên tỉnh.`,
  'commune.repeated': (facts) => `xã ${facts['commune']} thuộc cả ${facts['other']} và ${facts['agency']}; dùng ${facts['other']}.`,
  'agency.expired': (facts) => `cơ quan ${facts['agency']} đã hết hiệu lực ngày ${facts['validTo']}.`,
  'row.damaged': () => 'dòng có dấu ngoặc kép hoặc số cột không khớp. Hãy kiểm tra.',
  'column.unknown': () => 'cột không rõ nghĩa, được bỏ qua.',
};

const en: Readonly<Record<RefusalCode | WarningCode, Words>> = {
  'pack.empty': () => 'the file is empty. Choose the file again.',
  'pack.not-json': () => 'the file is not valid JSON. Export it again, or use CSV.',
  'pack.no-rows': () => 'the file has no rows. A list of rows or { fields, rows } is needed.',
  'pack.no-code-column': () => 'no column with the agency code. Name it code, maCoQuanBHXH, maCoQuan or MaCQ.',
  'pack.no-name-column': () => 'no column with the agency name. Name it name, tenCoQuanBHXH, tenCoQuan or TenCQ.',
  'row.shape': () => 'the row cannot be read as columns.',
  'code.missing': () => 'the agency code is missing.',
  'code.shape': () => 'an agency code has 3 digits (province) or 5 digits (below).',
  'code.duplicate': (facts) => `code ${facts['agency']} is in row ${facts['firstRow']} for the same time already. Remove one row or mend the dates.`,
  'name.missing': (facts) => `agency ${facts['agency']} has no name.`,
  'parent.shape': (facts) => `the code above ${facts['agency']} needs 3 or 5 digits.`,
  'parent.missing': (facts) => `agency ${facts['parent']} above ${facts['agency']} is not in the list. Add its row.`,
  'parent.cycle': (facts) => `agency ${facts['agency']} is above itself by way of others. Mend the parent code.`,
  'province.shape': (facts) => `the province code of ${facts['agency']} needs 2 digits.`,
  'commune.shape': (facts) => `commune code number ${facts['place']} of ${facts['agency']} needs 5 digits.`,
  'date.shape': (facts) => `the validity date of ${facts['agency']} is not a day. Write dd/MM/yyyy or yyyy-MM-dd.`,
  'date.order': (facts) => `agency ${facts['agency']} ends (${facts['validTo']}) before it begins (${facts['validFrom']}).`,
  'parent.by-prefix': (facts) =>
    `the data does not say what is above ${facts['agency']}; ${facts['parent']} was taken from its first three digits. Please check.`,
  'parent.none': (facts) => `the data does not say what is above ${facts['agency']}; it stands at the root.`,
  'province.added': (facts) => `provincial office ${facts['agency']} has no row; one was added with the province's name.`,
  'commune.repeated': (facts) => `commune ${facts['commune']} is claimed by ${facts['other']} and ${facts['agency']}; ${facts['other']} is used.`,
  'agency.expired': (facts) => `agency ${facts['agency']} went out of office on ${facts['validTo']}.`,
  'row.damaged': () => 'quotes or the number of columns do not fit. Please check the row.',
  'column.unknown': () => 'the meaning of the column is not known, it is left out.',
};

/** A finding as a sentence that names row and column: `Dòng 7, cột maTinh: …`. */
export function issueInWords({ row, column, code, facts }: ImportIssue<RefusalCode | WarningCode>, language: 'vi' | 'en' = 'vi'): string {
  const [rowWord, columnWord, whole, words] = language === 'vi' ? ['Dòng', 'cột', 'Cả tệp', vi] : ['Row', 'column', 'Whole file', en];
  const place = [row === 0 ? (column === undefined ? whole : undefined) : `${rowWord} ${row}`, column === undefined ? undefined : `${columnWord} ${column}`]
    .filter(Boolean)
    .join(', ');
  return `${place}: ${words[code](facts)}`;
}
