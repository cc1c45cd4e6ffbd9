import type { RulePack } from '../rule-packs/rule-pack.js';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/**
 * R13: the moment a declaration is cancelled unless its signed Mẫu 01 has arrived, as an RFC 3339 instant in UTC: the pack's days, 24 hours each, after it was received.
 * Vietnam keeps one offset all year, so that is the same time of the day. Nothing for a text that is no instant.
 */
export function paperDueAt(receivedAt: string, pack: RulePack): string | undefined {
  const received = Date.parse(receivedAt);
  if (Number.isNaN(received)) return undefined;
  return new Date(received + pack.paperWithinDays * DAY).toISOString();
}

/** The countdown to the deadline at a moment. `days` and `hours` are whole ones, rounded down: "còn 3 ngày 4 giờ" is never less than that. */
export interface Countdown {
  /** `soon` in the last two days, `last-hour` when less than one whole hour is left. */
  readonly state: 'open' | 'soon' | 'last-hour' | 'over';
  readonly days: number;
  readonly hours: number;
  /** When what is shown changes next, in milliseconds from the moment; nothing once it is over. */
  readonly changesIn?: number;
}

/** The countdown at `now` (an RFC 3339 instant); `over` from the very moment of the deadline on. Nothing for texts that are no instants. */
export function countdown(dueAt: string, now: string): Countdown | undefined {
  const left = Date.parse(dueAt) - Date.parse(now);
  if (Number.isNaN(left)) return undefined;
  if (left <= 0) return { state: 'over', days: 0, hours: 0 };
  const hours = Math.floor(left / HOUR);
  const state = hours === 0 ? 'last-hour' : left < 2 * DAY ? 'soon' : 'open';
  return { state, days: Math.floor(hours / 24), hours: hours % 24, changesIn: (left % HOUR) + 1 };
}
