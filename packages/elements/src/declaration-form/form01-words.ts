import type { Words } from '../foundation/words.js';

/** Words that are needed once the form was drawn; they come with what draws it. A plain object, so that this part shares no code with the form. */
export const form01Words = {
  name: 'declaration-form',
  vi: {
    unprintable: 'Tệp PDF không in được {characters} ở mục “{field}”, chỗ đó in dấu “?”. Hãy viết tay lại cho đúng trên bản in trước khi ký.',
    portraitUnusable: 'Tệp PDF không in được ảnh cá nhân, khung ảnh để trống. Hãy dán ảnh 4×6 vào khung trước khi nộp.',
  },
  en: {
    unprintable: 'The PDF cannot show {characters} in “{field}” and has “?” instead. Write it by hand on the printed form before you sign.',
    portraitUnusable: 'The PDF cannot show the portrait; its box is empty. Glue a 4×6 cm photo into it before you hand the form in.',
  },
} as const satisfies Words;
