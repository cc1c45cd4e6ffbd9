import { defineWords } from '../foundation/words.js';

/** Words of the tree and its dialog; they come with it. */
export const agencyBrowserWords = defineWords('agency-picker', {
  vi: {
    heading: 'Chọn cơ quan BHXH',
    tree: 'Danh mục cơ quan BHXH',
    filter: 'Tìm theo tên hoặc mã',
    filterHint: 'Gõ có dấu hay không dấu đều được.',
    found: 'Tìm thấy {count} cơ quan.',
    noneFound: 'Không có cơ quan nào khớp. Hãy thử tên khác hoặc mã số.',
    empty: 'Danh mục chưa có cơ quan nào.',
    stale: 'Danh mục này tải từ trước, chưa cập nhật được.',
    choose: 'Chọn',
    nothingMarked: 'Chưa đánh dấu cơ quan nào.',
    code: 'mã {digits}',
  },
  en: {
    heading: 'Choose a social security office',
    tree: 'Social security offices',
    filter: 'Find by name or code',
    filterHint: 'With or without diacritics.',
    found: { one: '{count} office found.', other: '{count} offices found.' },
    noneFound: 'No office matches. Try another name, or a code.',
    empty: 'There are no offices in the list yet.',
    stale: 'This list was loaded earlier and could not be updated.',
    choose: 'Choose',
    nothingMarked: 'No office is marked yet.',
    code: 'code {digits}',
  },
});
