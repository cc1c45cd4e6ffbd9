import type { Words } from '../foundation/words.js';

/** What a form says that a rejected declaration came back in. It comes with the part that says it; a plain object, so that the part shares no code with the form. */
export const correctionWords = {
  name: 'declaration-form',
  vi: {
    correctionTitle: 'Sửa tờ khai {reference}',
    correctionKept:
      'Mọi mục đã điền như lần trước. Hãy sửa những chỗ dưới đây, rồi đến bước cuối, cam kết và ghi nhận. Tờ khai gửi lại có số mới và thời hạn mới.',
    correctionGo: 'Sửa mục:',
    correctionWords: 'Cán bộ ghi:',
  },
  en: {
    correctionTitle: 'Correct declaration {reference}',
    correctionKept:
      'Everything is filled in as you sent it. Correct what is said below, then go to the last step, commit and record. What you send gets a new reference and a new deadline.',
    correctionGo: 'Correct:',
    correctionWords: 'The officer writes:',
  },
} as const satisfies Words;
