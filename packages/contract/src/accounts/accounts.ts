import * as z from 'zod/mini';
import { operation } from '../operation/operation.js';

const number = z.string().check(z.maxLength(20));

export const activateAccount = operation({
  name: 'accounts.activate',
  method: 'POST',
  path: '/v1/accounts/activate',
  auth: 'none',
  retry: 'never',
  pii: 'sensitive',
  bucket: 'sign-in',
  body: z.strictObject({
    bhxhNumber: number,
    /** The one-time code of the SMS or e-mail, or the first password where the installation sends one. */
    activationCode: z.string().check(z.minLength(1), z.maxLength(64)),
    /** The password the person chooses. */
    password: z.string().check(z.minLength(1), z.maxLength(256)),
  }),
  errors: ['activation.refused', 'password.refused', 'session.locked'],
});

export const requestActivation = operation({
  name: 'accounts.requestActivation',
  method: 'POST',
  path: '/v1/accounts/activation',
  auth: 'none',
  retry: 'never',
  pii: 'personal',
  bucket: 'sign-in',
  body: z.strictObject({
    bhxhNumber: number,
    /** The registered mobile phone or e-mail address. */
    contact: z.string().check(z.maxLength(254)),
  }),
  status: 202,
  errors: [],
});
