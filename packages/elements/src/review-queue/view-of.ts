import { isBhxhError } from '@bhxh-kit/client/errors';
import { codeName } from '@bhxh-kit/domain/wording';
import type { DeadlineTranslate } from '../deadline/deadline-note.js';
import { hostSentences, type Listener } from '../foundation/words.js';
import { dueText } from './due-text.js';
import type { QueueView } from './queue-view.js';

type Named = 'statusName' | 'purposeName' | 'subjectName' | 'nameOf' | 'due' | 'inWords' | 'locale';

/** Statuses with a short name of the queue's own. */
const SHORT = ['waiting-for-paper', 'in-review', 'approved', 'rejected', 'cancelled'] as const;

/** The words for what rows hold: the host's own, the queue's, the domain's. */
export function viewOf(given: Omit<QueueView, Named>, listener: Listener, deadline: DeadlineTranslate): QueueView {
  const { t, session, language } = given;
  const locale = language === 'en' ? 'en' : 'vi';
  const own = hostSentences(listener);
  const named = (list: 'purpose' | 'subject') => (code: string) => codeName(list, code as never, locale, own);
  const words = { t, deadline, language };
  return {
    ...given,
    locale,
    statusName: (status) => {
      const short = SHORT.find((one) => one === status);
      return own[`status.${status}`] ?? (short ? t(`status-${short}`) : status);
    },
    purposeName: named('purpose'),
    subjectName: named('subject'),
    nameOf: (row) => row?.fullName ?? t('nameless'),
    due: (row) => dueText(row, session.now, words),
    inWords: (error) => (isBhxhError(error) ? error.userMessage(locale) : String(error)),
  };
}
