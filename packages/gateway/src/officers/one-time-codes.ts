import { randomBytes } from 'node:crypto';
import { Secret, TOTP } from 'otpauth';

const ISSUER = 'bhxh-kit';
/** Seconds a code is shown for. */
const PERIOD = 30;
/** Steps a phone's clock may be off, either way. */
const DRIFT = 1;

/** The step of a moment: codes are counted by it, so that each can be used once. */
export const stepAt = (now: Date): number => TOTP.counter({ period: PERIOD, timestamp: now.getTime() });

/** The moment a step begins at; its code is taken a step earlier. */
export const momentOf = (step: number): Date => new Date(step * PERIOD * 1000);

/** 160 random bits, as RFC 4226 §4 asks for. */
export const newCodeSecret = (): Uint8Array => new Uint8Array(randomBytes(20));

const totp = (secret: Uint8Array, label = ''): TOTP =>
  new TOTP({ issuer: ISSUER, label, algorithm: 'SHA1', digits: 6, period: PERIOD, secret: new Secret({ buffer: new Uint8Array(secret).buffer }) });

/** The step a code belongs to, or nothing when it is none of the present, the one before and the one after. Takes the same time either way. */
export function stepOf(secret: Uint8Array, code: string, now: Date): number | undefined {
  const delta = totp(secret).validate({ token: code, timestamp: now.getTime(), window: DRIFT });
  return delta === null ? undefined : stepAt(now) + delta;
}

/** The code of a step, as the officer's app shows it. */
export const codeOf = (secret: Uint8Array, step: number): string => totp(secret).generate({ timestamp: momentOf(step).getTime() });

/** What an authenticator app takes in, as text or as a QR: `otpauth://totp/…`. */
export const otpauthOf = (secret: Uint8Array, username: string): string => totp(secret, username).toString();
