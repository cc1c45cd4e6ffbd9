/** Words that are needed once the form was drawn; they come with what draws it. Keys of a host's catalogue start with `declaration-form.` too. */
export const form01Vi = {
  unprintable: 'Tệp PDF không in được {characters} ở mục “{field}”, chỗ đó in dấu “?”. Hãy viết tay lại cho đúng trên bản in trước khi ký.',
  portraitUnusable: 'Tệp PDF không in được ảnh cá nhân, khung ảnh để trống. Hãy dán ảnh 4×6 vào khung trước khi nộp.',
} as const;

export type Form01Words = typeof form01Vi;
