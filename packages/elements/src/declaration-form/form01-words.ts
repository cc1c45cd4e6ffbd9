import type { Words } from '../foundation/words.js';

/** Words that are needed once the form was drawn; they come with what draws it. A plain object, so that this part shares no code with the form. */
export const form01Words = {
  name: 'declaration-form',
  vi: {
    unprintable: 'Tệp PDF không in được {characters} ở mục “{field}”, chỗ đó in dấu “?”. Hãy viết tay lại cho đúng trên bản in trước khi ký.',
    portraitUnusable: 'Tệp PDF không in được ảnh cá nhân, khung ảnh để trống. Hãy dán ảnh 4×6 vào khung trước khi nộp.',
    sealUnusable: 'Tệp PDF in không có mã đối chiếu. Tờ khai vẫn nộp được; muốn có mã, hãy tải lại trang rồi theo dõi tờ khai và tải tệp PDF ở đó.',
  },
  en: {
    unprintable: 'The PDF cannot show {characters} in “{field}” and has “?” instead. Write it by hand on the printed form before you sign.',
    portraitUnusable: 'The PDF cannot show the portrait; its box is empty. Glue a 4×6 cm photo into it before you hand the form in.',
    sealUnusable:
      'The PDF has no code to check it by. It can be handed in as it is; for one with the code reload the page, follow the declaration and download the PDF there.',
  },
} as const satisfies Words;
