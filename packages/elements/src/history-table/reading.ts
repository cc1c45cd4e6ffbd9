import type { Translate } from '../foundation/words.js';
import { GroupLoaders } from './group-loaders.js';
import { readingWords } from './reading-words.js';
import type { RowLoader } from './row-loader.js';

export { GroupLoaders };

/** What is wrong with a reading, in the gateway's words too; nothing while all is well. `speak` gives a catalogue its voice. */
export function troubleOf(
  { state, rows, error, loadedAt }: RowLoader,
  language: string,
  speak: (words: typeof readingWords) => Translate<typeof readingWords.vi>,
): string | undefined {
  if (state === 'loading' || state === 'complete' || error === undefined) return undefined;
  const t = speak(readingWords);
  const time = loadedAt?.toLocaleTimeString('vi-VN', { hour: '2-digit', minute: '2-digit', timeZone: 'Asia/Ho_Chi_Minh' }) ?? '';
  const said = (error as { userMessage?: (locale: string) => string }).userMessage?.(language) ?? '';
  const sentence = state === 'failed' ? t('failed') : state === 'partial' ? t('partial', { count: rows.length }) : t('stale', { time });
  return `${sentence} ${said}`;
}
