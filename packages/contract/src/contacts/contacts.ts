import { Instant } from '@bhxh-kit/domain/dates/schemas.js';
import * as z from 'zod/mini';
import { oneTimeCode } from '../codes/codes.js';
import { operation } from '../operation/operation.js';

/** One of the two codes of a contact change, on its way. */
export const ContactCode = z.looseObject({
  /** Where to, masked: `******0001`, `n***@example.vn`. */
  sentTo: z.string(),
  sentAt: Instant,
  expiresAt: Instant,
  sendAgainAt: Instant,
});
export type ContactCode = z.infer<typeof ContactCode>;

/** A contact change that waits for its codes. Says the same whether or not a new e-mail address serves another account (R14): its owner alone learns that, by mail. */
export const ContactChange = z.looseObject({
  changeId: z.string(),
  /** The code to the registered contact: that it is the account's person who asks. */
  toRegistered: ContactCode,
  /** The code to the new contact: that it reaches them. */
  toNew: ContactCode,
});
export type ContactChange = z.infer<typeof ContactChange>;

export const sendContactCodes = operation({
  name: 'contacts.sendCodes',
  method: 'POST',
  path: '/v1/me/contact/codes',
  auth: 'session',
  retry: 'never',
  pii: 'personal',
  bucket: 'code',
  body: z.strictObject({
    kind: z.enum(['mobilePhone', 'email']),
    /** The new mobile phone or e-mail address. */
    contact: z.string().check(z.maxLength(254)),
    /** The language of the messages. */
    locale: z.enum(['vi', 'en']),
  }),
  response: ContactChange,
  status: 201,
  errors: ['session.missing', 'session.expired', 'contact.invalid', 'code.too-soon'],
});

export const changeContact = operation({
  name: 'contacts.change',
  method: 'POST',
  path: '/v1/me/contact',
  auth: 'session',
  retry: 'never',
  pii: 'sensitive',
  bucket: 'code',
  body: z.strictObject({
    changeId: z.string().check(z.maxLength(40)),
    /** The six digits sent to the registered contact, as typed. */
    registeredCode: oneTimeCode,
    /** The six digits sent to the new contact, as typed. */
    newCode: oneTimeCode,
  }),
  errors: ['session.missing', 'session.expired', 'code.refused', 'contact.taken'],
});
