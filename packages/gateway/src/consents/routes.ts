import { operations } from '@bhxh-kit/contract';
import type { Hono } from 'hono';
import { type Environment, type Mounting, mount } from '../http/mount.js';
import { heldBy } from '../sessions/routes.js';
import { myConsents, consentTexts, giveConsents, withdrawConsent } from './account-consents.js';

const { consents } = operations;

/** First use (A9): what is read, what was agreed to, and taking it back. */
export function mountConsents(app: Hono<Environment>, mounting: Mounting): void {
  mount(app, consents.texts, async ({ locale }) => consentTexts(locale, mounting.settings), mounting);
  mount(app, consents.mine, ({ locale }, call) => myConsents(call.db, heldBy(call), locale, mounting), mounting);
  mount(app, consents.give, (answer, call) => giveConsents(call.db, heldBy(call), answer, mounting), mounting);
  mount(app, consents.withdraw, (answer, call) => withdrawConsent(call.db, heldBy(call), answer, mounting), mounting);
}
