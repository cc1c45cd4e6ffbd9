import type { BhxhClient } from '@bhxh-kit/client';
import type { Page } from 'playwright-core';

/** Who signs in, and at which gateway. */
export interface Credentials {
  readonly baseUrl: string;
  readonly bhxhNumber: string;
  readonly password: string;
}

/** The host's own sign-in, as its script hands the session to the provider. */
export const giveSession = (page: Page, credentials: Credentials): Promise<void> =>
  page.evaluate(async ({ baseUrl, bhxhNumber, password }) => {
    const { BhxhKit } = globalThis as unknown as { BhxhKit: { createClient(options: { baseUrl: string }): BhxhClient } };
    const client = BhxhKit.createClient({ baseUrl });
    // One browser of the guardian's, which signs in again without a code.
    await client.session.signIn({ bhxhNumber, password, device: 'trinh-duyet-cua-nguoi-giam-ho' });
    Object.assign(document.querySelector('bhxh-provider')!, { client });
  }, credentials);
