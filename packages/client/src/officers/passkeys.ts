import type { Passkey, SessionTokens } from '@bhxh-kit/contract';
import { browserSupportsWebAuthn, startAuthentication, startRegistration } from '@simplewebauthn/browser';
import type { CallOptions } from '../call/settings.js';
import type { BhxhClient } from '../client/bhxh-client.js';
import { BhxhError } from '../errors/errors.js';
import type { Locale } from '../errors/words.js';

/** What can go wrong between the page and the device, before the gateway is asked. */
const words = {
  'passkey.cancelled': {
    vi: 'Thao tác với khóa truy cập đã bị hủy hoặc quá lâu. Hãy thử lại, hoặc đăng nhập bằng mật khẩu và mã một lần.',
    en: 'The passkey was cancelled, or took too long. Try again, or sign in with your password and a one-time code.',
  },
  'passkey.known-here': { vi: 'Thiết bị này đã có khóa truy cập của bạn.', en: 'This device has a passkey of yours already.' },
  'passkey.failed': {
    vi: 'Trình duyệt hoặc thiết bị này không dùng được khóa truy cập. Hãy đăng nhập bằng mật khẩu và mã một lần.',
    en: 'This browser or device cannot use passkeys. Sign in with your password and a one-time code.',
  },
} as const;

export type PasskeyErrorCode = keyof typeof words;

/** The device did not do what it was asked to. Its own words are not repeated: they name the person's account. */
export class PasskeyError extends BhxhError {
  override readonly name = 'PasskeyError';
  declare readonly code: PasskeyErrorCode;

  override userMessage(locale: Locale = 'vi'): string {
    return words[this.code][locale];
  }
}

/** Whether this browser knows passkeys; whether the gateway offers them, `signInWithPasskey` tells. */
export const passkeysKnown = (): boolean => browserSupportsWebAuthn();

/**
 * Signs an officer in with a passkey: asks the gateway for a challenge and the device to answer it. The client keeps the session.
 * Must be called by a click or key press. Rejects with `PasskeyError`, or like any other call.
 */
export async function signInWithPasskey(bhxh: BhxhClient, options?: CallOptions): Promise<SessionTokens> {
  const { challengeToken, options: optionsJSON } = await bhxh.officers.passkeyOptions({}, options);
  const credential = await asked('officers.signInByPasskey', () => startAuthentication({ optionsJSON: optionsJSON as never }));
  return bhxh.officers.signInByPasskey({ challengeToken, credential: { ...credential, response: { ...credential.response } } }, options);
}

/**
 * Has this device make a passkey for the signed-in officer, and adds it. `oneTimeCode`: six digits, asked for again, because a session left open is not enough.
 * `label`: what the officer calls it, e.g. "Điện thoại của tôi".
 */
export async function makePasskey(bhxh: BhxhClient, { oneTimeCode, label }: { oneTimeCode: string; label: string }, options?: CallOptions): Promise<Passkey> {
  const { challengeToken, options: optionsJSON } = await bhxh.officers.addPasskeyOptions({ oneTimeCode }, options);
  const credential = await asked('officers.addPasskey', () => startRegistration({ optionsJSON: optionsJSON as never }));
  return bhxh.officers.addPasskey({ challengeToken, label, credential: { ...credential, response: { ...credential.response } } }, options);
}

async function asked<Credential>(operation: string, ask: () => Promise<Credential>): Promise<Credential> {
  try {
    return await ask();
  } catch (failure) {
    const { name, cause } = failure as { name?: string; cause?: { name?: string } };
    const code = CODES[cause?.name ?? ''] ?? CODES[name ?? ''] ?? 'passkey.failed';
    throw new PasskeyError('the device gave no credential', { code, operation });
  }
}

/** By the names of the browser's failures (https://www.w3.org/TR/webauthn-3/#sctn-op-get-assertion). */
const CODES: Readonly<Record<string, PasskeyErrorCode>> = {
  NotAllowedError: 'passkey.cancelled',
  AbortError: 'passkey.cancelled',
  InvalidStateError: 'passkey.known-here',
};
