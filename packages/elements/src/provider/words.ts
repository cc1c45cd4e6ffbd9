import { defineWords } from '../foundation/words.js';

const vi = {
  wrongBaseUrl: '<bhxh-provider>: địa chỉ trong base-url không dùng được, các thành phần bên trong chưa kết nối với máy chủ nào.',
  wayOut: 'Hãy ghi địa chỉ https:// đầy đủ hoặc một đường dẫn của chính trang này, ví dụ /bhxh.',
} as const;

/** The keys of `providerWords`. */
export type ProviderWords = typeof vi;

/** What `<bhxh-provider>` says to developers. */
export const providerWords = defineWords('provider', { vi, en: () => import('./words.en.js') });
