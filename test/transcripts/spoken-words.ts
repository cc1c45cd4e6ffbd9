/** Roles as NVDA says them in Vietnamese. What is `''` is there for the structure and not said: paragraphs, emphasis, terms, the parts of a table. */
const ROLES: Readonly<Record<string, string>> = {
  alert: 'thông báo',
  button: 'nút',
  caption: '',
  cell: 'ô',
  checkbox: 'hộp kiểm',
  columnheader: 'tiêu đề cột',
  combobox: 'hộp xổ',
  datebox: 'ô nhập ngày',
  definition: '',
  dialog: 'hộp thoại',
  emphasis: '',
  form: 'biểu mẫu',
  group: 'nhóm',
  heading: 'tiêu đề',
  image: 'hình ảnh',
  link: 'liên kết',
  list: 'danh sách',
  listbox: 'danh sách',
  listitem: 'mục trong danh sách',
  option: 'mục',
  paragraph: '',
  passwordbox: 'ô nhập mật khẩu',
  radio: 'nút radio',
  radiogroup: 'nhóm',
  region: 'vùng',
  row: 'dòng',
  rowgroup: '',
  rowheader: 'tiêu đề dòng',
  searchbox: 'ô nhập liệu',
  status: '',
  strong: '',
  tab: 'thẻ',
  table: 'bảng',
  tablist: 'điều khiển dạng thẻ',
  tabpanel: 'trang thuộc tính',
  term: '',
  textbox: 'ô nhập liệu',
  time: '',
  timer: '',
  tree: 'cây thư mục',
  treeitem: 'mục trên cây thư mục',
};

/** States and properties, likewise; a reader keeps quiet about what is nothing special. */
const STATES: readonly (readonly [RegExp, string])[] = [
  [/active descendant .+$/, ''],
  [/autocomplete (?:inlined and )?in list$/, 'có gợi ý'],
  [/busy$/, 'đang xử lý'],
  [/checked$/, 'đã chọn'],
  [/column (?:count|index|span) \d+$/, ''],
  [/current step$/, 'bước hiện tại'],
  [/disabled$/, 'không hoạt động'],
  [/expanded$/, 'đã mở rộng'],
  [/has popup dialog$/, 'mở hộp thoại'],
  [/has popup listbox$/, 'mở danh sách'],
  [/has popup tree$/, 'mở cây thư mục'],
  [/invalid$/, 'đầu vào không hợp lệ'],
  [/level (\d)$/, 'cấp $1'],
  [/(?:max|min) value \d+$/, ''],
  [/modal$/, ''],
  [/no autocomplete$/, ''],
  [/no defined sort order$/, ''],
  [/orientated (?:horizontally|vertically)$/, ''],
  [/placeholder (.+)$/, '$1'],
  [/position (\d+)$/, '$1'],
  [/pressed$/, 'đã kích hoạt'],
  [/read only$/, 'chỉ đọc'],
  [/required$/, 'bắt buộc'],
  [/row count (\d+)$/, '$1 dòng'],
  [/row index (\d+)$/, '$1'],
  [/selected$/, 'đã chọn'],
  [/set size (\d+)$/, 'trong $1'],
  [/sorted in ascending order$/, 'đã sắp xếp tăng dần'],
  [/sorted in descending order$/, 'đã sắp xếp giảm dần'],
  [/\d+ (?:controls?|error messages?)$/, ''],
];

/** What is said of a state that is not so; of the others nothing. */
const NOT: Readonly<Record<string, string>> = { checked: 'chưa chọn', expanded: 'đã đóng', pressed: 'chưa kích hoạt', selected: 'chưa chọn' };

/** Of these it is told where they end. */
const HAVE_AN_END = new Set(['dialog', 'form', 'group', 'list', 'radiogroup', 'region', 'table', 'tablist', 'tabpanel']);

/**
 * A phrase of the virtual screen reader, which speaks English, as a Vietnamese hears it: `heading, Đăng nhập, level 2` → `tiêu đề cấp 2, Đăng nhập`.
 * Nothing where a reader says nothing. What it has no word for stays English, so that it is seen.
 */
export function inVietnamese(phrase: string): string {
  const [, end = '', role = '', rest = ''] = /^(end of )?([a-z]+)(?:, (.*))?$/s.exec(phrase) ?? [];
  if (!(role in ROLES)) return phrase;
  const said = ROLES[role] as string;
  if (end) return HAVE_AN_END.has(role) ? `hết ${said}` : '';
  const { text, states } = parted(rest);
  // The level of a heading and the number of a row belong to the role.
  const [first = '', ...others] = role === 'heading' || role === 'row' ? states : ['', ...states];
  // `1 trong 3` comes last, as readers have it.
  const [place, size] = [others.find((state) => /^\d+$/.test(state)), others.find((state) => state.startsWith('trong '))];
  const plain = others.filter((state) => state !== place && state !== size);
  return [[said, first].filter(Boolean).join(' '), text, ...plain, [place, size].filter(Boolean).join(' ')].filter(Boolean).join(', ');
}

/** Takes the states off the end of a phrase. */
function parted(phrase: string): { readonly text: string; readonly states: readonly string[] } {
  const states: string[] = [];
  let text = phrase;
  for (let found = stateAt(text); found; found = stateAt(text)) {
    if (found.said) states.unshift(found.said);
    text = found.before;
  }
  return { text, states };
}

function stateAt(text: string): { readonly before: string; readonly said: string } | undefined {
  for (const [pattern, said] of STATES) {
    const found = new RegExp(`(^|, )(not )?${pattern.source}`, 's').exec(text);
    if (!found) continue;
    const [whole, , not, value = ''] = found;
    const name =
      /[a-z ]+$/
        .exec(whole)?.[0]
        .replace(/^ ?not /, '')
        .trim() ?? '';
    return { before: text.slice(0, found.index), said: not ? (NOT[name] ?? '') : said.replace('$1', value) };
  }
  return undefined;
}
