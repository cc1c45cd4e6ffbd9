import type { Translate, Words } from '../foundation/words.js';
import { CardLoader } from './card-loader.js';

export { CardLoader };

/** Words of a reading that failed; they come with it. A plain object, so that this part shares no code with the first one. */
export const ownCardsWords = {
  name: 'card-viewer',
  vi: {
    failed: 'Không tải được thẻ.',
    stale: 'Chưa cập nhật được thẻ. Đây là dữ liệu đã tải trước đó.',
  },
  en: {
    failed: 'The cards could not be loaded.',
    stale: 'The cards could not be brought up to date. This was loaded before.',
  },
} as const satisfies Words;

/** What is wrong with the reading, in the gateway's words too; nothing while all is well. */
export function troubleOf({ state, cards, error }: CardLoader, language: string, t: Translate<typeof ownCardsWords.vi>): string | undefined {
  if (state !== 'failed') return undefined;
  const said = (error as { userMessage?: (locale: string) => string }).userMessage?.(language) ?? '';
  return `${t(cards ? 'stale' : 'failed')} ${said}`;
}
