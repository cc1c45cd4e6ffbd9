import type { Translate, Words } from '../foundation/words.js';
import { CardLoader } from './card-loader.js';

export { CardLoader };

/** Words of a reading that failed; they come with it. A plain object, so that this part shares no code with the first one. */
export const ownCardsWords = {
  name: 'card-viewer',
  vi: {
    failed: 'Không tải được thẻ.',
    stale: 'Chưa cập nhật được thẻ. Đây là dữ liệu đã tải trước đó.',
    notUpdated: 'Chưa cập nhật được thẻ.',
    signedOut: 'Bạn chưa đăng nhập nên thẻ chưa được cập nhật.',
  },
  en: {
    failed: 'The cards could not be loaded.',
    stale: 'The cards could not be brought up to date. This was loaded before.',
    notUpdated: 'The card could not be brought up to date.',
    signedOut: 'You are not signed in, so the card is not brought up to date.',
  },
} as const satisfies Words;

/** What is wrong with the reading, in the gateway's words too; nothing while all is well. */
export function troubleOf({ state, cards, kept, error }: CardLoader, language: string, t: Translate<typeof ownCardsWords.vi>): string | undefined {
  if (state !== 'failed') return undefined;
  const { status, userMessage } = error as { readonly status?: number; readonly userMessage?: (locale: string) => string };
  // "Sign in to see this" is not the thing to say beside what is seen.
  if (cards && status === 401) return t('signedOut');
  // What is seen then, and as of when, is said beside the copy.
  if (kept?.shown) return t('notUpdated');
  const said = userMessage?.call(error, language) ?? '';
  return `${t(cards ? 'stale' : 'failed')} ${said}`;
}
