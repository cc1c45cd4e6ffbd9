import { type MockInstance, vi } from 'vitest';

type Credentials = typeof navigator.credentials;

/** What a device with fingerprint or PIN is asked. */
export interface PretendedDevice {
  readonly create: MockInstance<Credentials['create']>;
  readonly get: MockInstance<Credentials['get']>;
}

const bytes = (text: string): ArrayBuffer => new TextEncoder().encode(text).buffer;

/** Stands in for a device with a passkey `id`: it makes and signs at once what a button asks, and leaves what waits under a field waiting. `vi.restoreAllMocks` brings the real one back. */
export function pretendDevice(id: string): PretendedDevice {
  const credential = (response: object) => ({
    id,
    rawId: bytes(id),
    type: 'public-key',
    authenticatorAttachment: 'platform',
    getClientExtensionResults: () => ({}),
    response: { clientDataJSON: bytes('{}'), ...response },
  });
  const create = vi.spyOn(navigator.credentials, 'create').mockImplementation(async () => {
    return credential({ attestationObject: bytes('khóa'), getTransports: () => ['internal'] });
  });
  const get = vi.spyOn(navigator.credentials, 'get').mockImplementation(async ({ mediation, signal } = {}) => {
    if (mediation === 'conditional') return new Promise((_, reject) => signal?.addEventListener('abort', () => reject(signal.reason as Error)));
    return credential({ authenticatorData: bytes('dữ liệu'), signature: bytes('chữ ký') });
  });
  return { create, get };
}
