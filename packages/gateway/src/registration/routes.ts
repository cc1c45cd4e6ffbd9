import { operations } from '@bhxh-kit/contract';
import type { Directory } from '@bhxh-kit/directory';
import type { Hono } from 'hono';
import { type Environment, type Mounting, mount } from '../http/mount.js';
import { follow } from './following.js';
import { formOf } from './form.js';
import { submit } from './registration.js';
import { resend } from './resending.js';

const { declarations, notices } = operations;

/** The declaration: handed in, followed, printed (R10, R11, R17). */
export function mountRegistration(app: Hono<Environment>, directory: Directory, mounting: Mounting): void {
  const registration = { ...mounting, directory };
  mount(app, declarations.submit, (submission, call) => submit(call, submission, registration), mounting);
  mount(app, declarations.follow, (key, { db }) => follow(db, key, registration), mounting);
  mount(app, notices.resend, (key, { db }) => resend(db, key, registration), mounting);
  mount(app, declarations.form, (key, { db }) => formOf(db, key, registration), mounting);
}
