import type { Translate } from '../foundation/words.js';
import type { Kept } from './crop-editor.js';
import { FILE_BYTES_MAX, PIXELS_MAX } from './file-check.js';
import type { Refused } from './framing.js';
import type { framingWords } from './framing-words.js';

export interface Remark {
  readonly good: boolean;
  readonly sentence: string;
}

const millions = (count: number) => Math.round(count / 1e6);

/** What is said of a file and of the photograph made of it. The field hands in its `t`: its code is not here. */
export function framingSentences(t: Translate<typeof framingWords.vi>) {
  return {
    /** Why a file of so many bytes cannot be taken, with the way out. */
    refusalText({ fault, size = { width: 0, height: 0 } }: Refused, bytes: number): string {
      if (fault === 'too-large') return t('fault-too-large', { size: millions(bytes), max: millions(FILE_BYTES_MAX) });
      if (fault === 'too-many-pixels')
        return t('fault-too-many-pixels', { ...size, megapixels: millions(size.width * size.height), max: millions(PIXELS_MAX) });
      return t(`fault-${fault}`);
    },
    /** Advice on a photograph that was taken, or that there is none to give, and its size. */
    remarks({ width, height, bytes, warnings }: Kept): readonly Remark[] {
      const taken = { good: true, sentence: t('taken', { width, height, size: Math.ceil(bytes / 1000) }) };
      const judged = warnings.length ? warnings.map((warning) => ({ good: false, sentence: t(warning) })) : [{ good: true, sentence: t('good') }];
      return [...judged, taken];
    },
  };
}
