import { browserSupportsWebAuthn, startAuthentication, startRegistration, WebAuthnAbortService } from '@simplewebauthn/browser';
import { BhxhError } from '../errors/errors.js';
import type { Locale } from '../errors/words.js';

/** What can go wrong between the page and the device, before the gateway is asked. */
const words = {
  'passkey.cancelled': {
    vi: 'Thao tác với khóa truy cập đã bị hủy hoặc quá lâu. Hãy thử lại, hoặc dùng mật khẩu.',
    en: 'The passkey was cancelled, or took too long. Try again, or use your password.',
  },
  'passkey.known-here': { vi: 'Thiết bị này đã có khóa truy cập của bạn.', en: 'This device has a passkey of yours already.' },
  'passkey.failed': {
    vi: 'Trình duyệt hoặc thiết bị này không dùng được khóa truy cập. Hãy dùng mật khẩu.',
    en: 'This browser or device cannot use passkeys. Use your password.',
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

/** Whether this browser knows passkeys. */
export const passkeysKnown = (): boolean => browserSupportsWebAuthn();

/** Whether this page can use the passkeys of a site (RP ID): it is at the domain or below it, or the browser asks the site whether it named the page. */
export async function usableAt(site: string): Promise<boolean> {
  const { hostname } = location;
  if (hostname === site || hostname.endsWith(`.${site}`)) return true;
  // Before 2024 no browser asked, nor told what it can do.
  const { getClientCapabilities } = PublicKeyCredential as { getClientCapabilities?: () => Promise<Record<string, boolean>> };
  const capabilities = await getClientCapabilities?.call(PublicKeyCredential);
  return capabilities?.['relatedOrigins'] === true;
}

type Asked = Readonly<Record<string, unknown>>;
type Answer = { readonly id: string; readonly type: 'public-key'; readonly response: object };
type Credential = Answer & { readonly response: Record<string, unknown> };

/** Has a device sign what it is asked. `fromField`: when the person chooses a passkey from what the browser lists under the field of the user name. */
export async function signatureFrom(
  operation: string,
  asked: Asked,
  { fromField = false, signal }: { readonly fromField?: boolean; readonly signal?: AbortSignal | undefined },
): Promise<Credential> {
  const optionsJSON = asked as never;
  // The field is in the element's own tree, where the library does not look for it.
  return answered(operation, signal, () => startAuthentication({ optionsJSON, useBrowserAutofill: fromField, verifyBrowserAutofillInput: false }));
}

/** Has a device make a key. */
export async function keyFrom(operation: string, asked: Asked, signal: AbortSignal | undefined): Promise<Credential> {
  return answered(operation, signal, () => startRegistration({ optionsJSON: asked as never }));
}

async function answered(operation: string, signal: AbortSignal | undefined, ask: () => Promise<Answer>): Promise<Credential> {
  // A page asks for one passkey at a time; whoever asks next ends what was asked before.
  const stop = (): void => WebAuthnAbortService.cancelCeremony();
  try {
    signal?.throwIfAborted();
    signal?.addEventListener('abort', stop);
    const credential = await ask();
    return { ...credential, response: { ...credential.response } };
  } catch (failure) {
    const { name, cause } = failure as { name?: string; cause?: { name?: string } };
    const code = CODES[cause?.name ?? ''] ?? CODES[name ?? ''] ?? 'passkey.failed';
    throw new PasskeyError('the device gave no credential', { code, operation });
  } finally {
    signal?.removeEventListener('abort', stop);
  }
}

/** By the names of the browser's failures (https://www.w3.org/TR/webauthn-3/#sctn-op-get-assertion). */
const CODES: Readonly<Record<string, PasskeyErrorCode>> = {
  NotAllowedError: 'passkey.cancelled',
  AbortError: 'passkey.cancelled',
  InvalidStateError: 'passkey.known-here',
};
