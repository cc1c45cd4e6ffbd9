/** Digits of a one-time code (R14). */
export const ONE_TIME_CODE_DIGITS = 6;
/** Minutes for which it works. */
export const ONE_TIME_CODE_MINUTES = 10;
/** How often it can be typed wrong. */
export const ONE_TIME_CODE_TRIES = 5;
/** Seconds between two codes to one address. */
export const ONE_TIME_CODE_PAUSE = 60;

const LIFE = ONE_TIME_CODE_MINUTES * 60_000;
const PAUSE = ONE_TIME_CODE_PAUSE * 1000;

/** What is kept of a code that was sent: all that its states are told from. Moments are RFC 3339. The code itself is somebody else's to keep. */
export interface OneTimeCode {
  readonly sentAt: string;
  /** Wrong tries so far. */
  readonly tries: number;
  readonly confirmedAt?: string | undefined;
}

/**
 * Where a code stands at a moment (R14). `sendAgainAt` is there while it cools down: no other can be sent before. A right try is taken in `sent` alone.
 */
export type OneTimeCodeState =
  | { readonly kind: 'sent'; readonly triesLeft: number; readonly expiresAt: string; readonly sendAgainAt?: string | undefined }
  | { readonly kind: 'locked'; readonly sendAgainAt?: string | undefined }
  | { readonly kind: 'expired' }
  | { readonly kind: 'confirmed'; readonly confirmedAt: string };

/** What came of a try. `code` is to be kept in its place. */
export type OneTimeCodeTry =
  | { readonly ok: true; readonly code: OneTimeCode }
  | { readonly ok: false; readonly why: 'wrong'; readonly triesLeft: number; readonly code: OneTimeCode }
  | { readonly ok: false; readonly why: 'locked' | 'expired' | 'used'; readonly code: OneTimeCode };

/** What came of the wish to send: a new code, or the moment from which one can be sent. */
export type OneTimeCodeSending = { readonly ok: true; readonly code: OneTimeCode } | { readonly ok: false; readonly sendAgainAt: string };

/**
 * The state at `now`, by the clock of the server. A code is good from the moment it was sent until ten minutes later, and at no other time: should the clock be set
 * back to before its sending, it is expired, not good for longer.
 */
export function oneTimeCodeState(code: OneTimeCode, now: string): OneTimeCodeState {
  const { sentAt, tries, confirmedAt } = code;
  const [sent, at] = [Date.parse(sentAt), Date.parse(now)];
  if (confirmedAt !== undefined) return { kind: 'confirmed', confirmedAt };
  if (!(at >= sent && at < sent + LIFE)) return { kind: 'expired' };
  const cooling = at < sent + PAUSE ? { sendAgainAt: new Date(sent + PAUSE).toISOString() } : {};
  if (tries >= ONE_TIME_CODE_TRIES) return { kind: 'locked', ...cooling };
  return { kind: 'sent', triesLeft: ONE_TIME_CODE_TRIES - tries, expiresAt: new Date(sent + LIFE).toISOString(), ...cooling };
}

/** Sends a code to an address to which `last` was sent before. The pause is the address's, whatever became of the last code. */
export function sendOneTimeCode(last: Pick<OneTimeCode, 'sentAt'> | undefined, now: string): OneTimeCodeSending {
  const at = Date.parse(now);
  const sent = last ? Date.parse(last.sentAt) : Number.NaN;
  if (at >= sent && at < sent + PAUSE) return { ok: false, sendAgainAt: new Date(sent + PAUSE).toISOString() };
  return { ok: true, code: { sentAt: new Date(at).toISOString(), tries: 0 } };
}

/** Tries a code: `right` says whether the text was the code. After the fifth wrong try, ten minutes or a right one, nothing confirms it any more. */
export function tryOneTimeCode(code: OneTimeCode, right: boolean, now: string): OneTimeCodeTry {
  const state = oneTimeCodeState(code, now);
  if (state.kind === 'confirmed') return { ok: false, why: 'used', code };
  if (state.kind !== 'sent') return { ok: false, why: state.kind, code };
  if (right) return { ok: true, code: { ...code, confirmedAt: new Date(Date.parse(now)).toISOString() } };
  return { ok: false, why: 'wrong', triesLeft: state.triesLeft - 1, code: { ...code, tries: code.tries + 1 } };
}
