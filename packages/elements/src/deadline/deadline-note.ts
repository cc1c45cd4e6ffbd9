import type { Countdown } from '@bhxh-kit/domain';
import { html, type TemplateResult } from 'lit';
import type { Translate } from '../foundation/words.js';
import type { deadlineWords } from './words.js';

export type DeadlineTranslate = Translate<(typeof deadlineWords)['vi']>;

/** Thời hạn nộp Mẫu 01 (R13): the moment in words and what is left of it. */
export function deadlineNote(t: DeadlineTranslate, dueAt: string, left: Countdown | undefined, language: string): TemplateResult {
  return html`<div class="deadline" part="deadline" data-state=${left?.state ?? 'open'}>
    <p class="left" role="timer">${left ? leftText(t, left) : ''}</p>
    <p><time datetime=${dueAt}>${t('until', { moment: momentText(dueAt, language) })}</time>. ${t('consequence')}</p>
  </div>`;
}

/** What is left, in words. */
export function leftText(t: DeadlineTranslate, { state, days, hours }: Countdown): string {
  if (state === 'over') return t('over');
  if (state === 'last-hour') return t('lastHour');
  return days > 0 ? t('days', { days, hours }) : t('hours', { hours });
}

/** "09:00 ngày 15/01/2026" by the clock of Vietnam, wherever the reader is. */
export function momentText(instant: string, language: string): string {
  const parts = clock.formatToParts(new Date(instant));
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.find((candidate) => candidate.type === type)?.value ?? '';
  const [time, day] = [`${part('hour')}:${part('minute')}`, `${part('day')}/${part('month')}/${part('year')}`];
  return language === 'en' ? `${time} on ${day}` : `${time} ngày ${day}`;
}

const twoDigits = '2-digit';
const clock = new Intl.DateTimeFormat('vi', {
  timeZone: 'Asia/Ho_Chi_Minh',
  hourCycle: 'h23',
  year: 'numeric',
  month: twoDigits,
  day: twoDigits,
  hour: twoDigits,
  minute: twoDigits,
});
