import type { ReviewRow } from '@bhxh-kit/contract';
import { countdown, isSettled } from '@bhxh-kit/domain';
import { type DeadlineTranslate, leftText, momentText } from '../deadline/deadline-note.js';
import type { Translate } from '../foundation/words.js';
import type { ReviewQueueWords } from './words.js';

/** What a row says of its deadline: how things stand, and the moment it counts from. */
export interface DueText {
  /** `none` where nothing counts any more. */
  readonly state: 'over' | 'soon' | 'open' | 'none';
  readonly left: string;
  readonly moment: string;
}

const HOUR = 3_600_000;

/** Hạn nộp bản giấy (R13) as a row tells it at `now`, milliseconds of the gateway's clock. The clock counts only while the paper is not here (O2). */
export function dueText(
  row: ReviewRow,
  now: number,
  { t, deadline, language }: { t: Translate<ReviewQueueWords>; deadline: DeadlineTranslate; language: string },
): DueText {
  const { status, paperDueAt, receivedAt } = row;
  const received = t('receivedAt', { moment: momentText(receivedAt, language) });
  if (status !== 'waiting-for-paper') {
    const words = isSettled(status as never) ? 'settled' : paperDueAt ? 'paperHere' : 'noPaper';
    return { state: 'none', left: t(words), moment: received };
  }
  if (!paperDueAt) return { state: 'none', left: t('noPaper'), moment: received };
  const left = countdown(paperDueAt, new Date(now).toISOString());
  const moment = t('dueAt', { moment: momentText(paperDueAt, language) });
  if (!left || left.state !== 'over') return { state: left?.state === 'open' ? 'open' : 'soon', left: left ? leftText(deadline, left) : '', moment };
  return { state: 'over', left: overdue(t, Math.floor((now - Date.parse(paperDueAt)) / HOUR)), moment };
}

function overdue(t: Translate<ReviewQueueWords>, hours: number): string {
  if (hours >= 24) return t('overdueDays', { count: Math.floor(hours / 24) });
  return hours > 0 ? t('overdueHours', { count: hours }) : t('overdue');
}
