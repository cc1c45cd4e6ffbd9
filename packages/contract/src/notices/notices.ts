import { DeclarationKey } from '../declarations/declarations.js';
import { operation } from '../operation/operation.js';

export const resendNotice = operation({
  name: 'notices.resend',
  method: 'POST',
  path: '/v1/declarations/resend',
  auth: 'none',
  retry: 'never',
  pii: 'personal',
  bucket: 'follow',
  body: DeclarationKey,
  status: 202,
  errors: ['declaration.not-found', 'declaration.closed', 'notice.too-soon'],
});
