import { operations } from '@bhxh-kit/contract';
import type { Hono } from 'hono';
import { type Environment, mount, type Mounting } from '../http/mount.js';
import { append, begin, discard, progress } from './photographs.js';

const rows = operations.photographs;

/** Upload of photographs by chunks (R5). */
export function mountPhotographs(app: Hono<Environment>, mounting: Mounting): void {
  mount(app, rows.begin, (input, { db }) => begin(db, input, mounting), mounting);
  mount(app, rows.append, ({ id, offset, bytes }, { db, photographKey: key }) => append(db, { id, key }, Number(offset), bytes, mounting), mounting);
  mount(app, rows.progress, ({ id }, { db, photographKey: key }) => progress(db, { id, key }, mounting), mounting);
  mount(app, rows.discard, ({ id }, { db, photographKey: key }) => discard(db, { id, key }, mounting), mounting);
}
