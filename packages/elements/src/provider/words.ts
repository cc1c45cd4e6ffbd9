import { defineWords } from '../foundation/words.js';

export const providerWords = defineWords('provider', {
  vi: {
    wrongBaseUrl: '<bhxh-provider>: địa chỉ trong base-url không dùng được, các thành phần bên trong chưa kết nối với máy chủ nào.',
    wayOut: 'Hãy ghi địa chỉ https:// đầy đủ hoặc một đường dẫn của chính trang này, ví dụ /bhxh.',
  },
  en: {
    wrongBaseUrl: '<bhxh-provider>: the address in base-url cannot be used; the elements inside are not connected to any gateway.',
    wayOut: 'Give a full https:// address or a path of this page’s own origin, for example /bhxh.',
  },
});
