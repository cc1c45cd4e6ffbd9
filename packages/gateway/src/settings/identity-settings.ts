import { type Setting, secretOf, text, url } from './setting-kinds.js';

/** Which population database verifies identities, so that photographs can be left out (R15). */
export const IDENTITY_SETTINGS = {
  identityVerifierUrl: url(
    'BHXH_IDENTITY_VERIFIER_URL',
    ['https:', 'http:'],
    'Where name, number and birth date of whoever agrees are compared with the population database. Without it everybody takes photographs; the sandbox knows some invented persons.',
  ),
  identityVerifierSecret: secretOf(
    'BHXH_IDENTITY_VERIFIER_SECRET',
    'Signs what it is asked (header `Bhxh-Signature`). Shared with it alone. Required with `BHXH_IDENTITY_VERIFIER_URL`.',
  ),
  identityVerifierName: text(
    'BHXH_IDENTITY_VERIFIER_NAME',
    'text',
    'Cơ sở dữ liệu quốc gia về dân cư',
    'What people are told it is: on the form, on Mẫu 01 and to the officer.',
  ),
} as const satisfies Record<string, Setting>;
