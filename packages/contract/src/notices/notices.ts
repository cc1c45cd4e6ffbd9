import { Instant } from '@bhxh-kit/domain/dates/schemas.js';
import * as z from 'zod/mini';
import { DeclarationKey } from '../declarations/declarations.js';
import { operation } from '../operation/operation.js';

/** A notice on its way once more. */
export const ResentNotice = z.looseObject({
  /** Where to, masked, the phone before the e-mail address: `******0001`, `n***@example.vn`. Without the phone where no SMS is sent, and empty where there is nothing else. */
  sentTo: z.array(z.string()),
  /** It is not sent again before. */
  sendAgainAt: Instant,
});
export type ResentNotice = z.infer<typeof ResentNotice>;

export const resendNotice = operation({
  name: 'notices.resend',
  method: 'POST',
  path: '/v1/declarations/resend',
  auth: 'none',
  retry: 'never',
  pii: 'personal',
  bucket: 'follow',
  challenged: true,
  body: DeclarationKey,
  response: ResentNotice,
  status: 202,
  errors: ['declaration.not-found', 'declaration.closed', 'notice.too-soon', 'challenge.required', 'challenge.refused'],
});
