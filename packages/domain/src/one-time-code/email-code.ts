import type { RulePack } from '../rule-packs/rule-pack.js';

/** Hours for which a confirmed address may be handed in with a declaration: time to finish the form, to lose the line, and to come back. */
export const EMAIL_CONFIRMATION_HOURS = 2;

/** Whether a declaration needs its e-mail address confirmed by a one-time code (R14): under such a pack, whenever it names one to be registered. */
export function emailCodeRequired(pack: Pick<RulePack, 'emailCode'>, { email }: { readonly email?: string | undefined }): boolean {
  return pack.emailCode && !!email?.trim();
}
