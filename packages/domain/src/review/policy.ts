const HOUR = 3_600_000;

/**
 * How an approved person comes to their first password (O3, A2): a code that works once and with which they choose it,
 * or, as the letters of 2021 say, the password itself as text, which must be changed at the first sign-in.
 */
export const FIRST_PASSWORDS = ['one-time-activation', 'password-text'] as const;
export type FirstPassword = (typeof FIRST_PASSWORDS)[number];

/** Hours for which what was sent opens the account: a code over a weekend; a text, which people expect to keep, a month. */
const FIRST_PASSWORD_HOURS: Readonly<Record<FirstPassword, number>> = { 'one-time-activation': 72, 'password-text': 30 * 24 };

/** The moment (RFC 3339) from which what was sent at `sentAt` no longer opens the account. */
export function firstPasswordUntil(sentAt: string, policy: FirstPassword): string {
  return new Date(Date.parse(sentAt) + FIRST_PASSWORD_HOURS[policy] * HOUR).toISOString();
}

/**
 * Wrong codes, by everybody together, before one is worth nothing: with 40 bits, a guess in a thousand million. Whoever types them is made to wait long before, and one address does not get
 * so far in the thirty days a code can live: nobody ends a stranger's code.
 */
export const CODE_TRIES = 1000;

/** Days for which a rejected declaration can be corrected without typing it again; after them what the person gave is deleted (O4, R13). */
export const CORRECTION_DAYS = 30;

/** The moment (RFC 3339) until which a rejected declaration can be corrected. */
export function correctableUntil(rejectedAt: string): string {
  return new Date(Date.parse(rejectedAt) + CORRECTION_DAYS * 24 * HOUR).toISOString();
}

/** Milliseconds for which an open case counts as open at an officer's desk: the second officer is told (O1). Each look begins them anew. */
export const LEASE = 5 * 60_000;

/** Rows a list approved in one act has at most (O5): a large school's year. */
export const LIST_MAX = 200;

/** Whether approving a list of so many rows needs a second person (O5). `from` is the installation's: 0 never asks. */
export function needsSecondPerson(rows: number, from: number): boolean {
  return from > 0 && rows >= from;
}

/** Hours for which a list waits for its second person; after them its rows are as they were. */
export const LIST_WAITS_HOURS = 24;
