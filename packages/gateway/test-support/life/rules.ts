import { remindersOf } from '@bhxh-kit/domain';
import type { Declared, State } from './state.js';

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;
/** As the gateway of the test is set. */
export const SECOND_PERSON_FROM = 2;
export const TOMBSTONE_DAYS = 20;
/** Of the wrong codes that lock somebody out: fewer are tried. */
export const MOST_REFUSALS = 3;

/** What an act is refused with. */
export class Refused extends Error {}

/** A write is done once: under the same key there is the same answer for a day, and another question is refused. */
export function once(state: State, key: string, body: string, write: () => string): string {
  const known = state.answers[key];
  if (known && known.until > state.now) {
    if (known.body !== body) throw new Refused('request.key-reused');
    return `${known.answer} again`;
  }
  const answer = write();
  state.answers[key] = { body, until: state.now + DAY, answer };
  return answer;
}

/** One row of the trail. */
export function note(state: State, act: string, subject: string, actor: string): void {
  const row = `${act} ${subject} ${actor}`;
  state.trail[row] = (state.trail[row] ?? 0) + 1;
}

/** One message to each channel. */
export const tell = (declared: Declared, notice: string): void => void (declared.notices[notice] = (declared.notices[notice] ?? 0) + 1);

/** When somebody is reminded next. */
export function nextReminder({ receivedAt, dueAt }: Pick<Declared, 'receivedAt' | 'dueAt'>, now: number): number | undefined {
  const all = remindersOf(new Date(receivedAt).toISOString(), new Date(dueAt).toISOString()).map(({ at }) => Date.parse(at));
  return all.find((at) => at > now);
}
