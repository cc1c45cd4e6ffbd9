import { operations } from '@bhxh-kit/contract';
import type { Hono } from 'hono';
import { type Environment, type Mounting, mount } from '../http/mount.js';
import { heldBy } from '../sessions/routes.js';
import { changeContact, sendContactCodes } from './contact-change.js';

/** The registered contact, changed with two codes (A8). */
export function mountContacts(app: Hono<Environment>, mounting: Mounting): void {
  mount(app, operations.contacts.sendCodes, (asked, call) => sendContactCodes(asked, heldBy(call), mounting), mounting);
  mount(app, operations.contacts.change, (given, call) => changeContact(given, heldBy(call), mounting), mounting);
}
