import { operations } from '@bhxh-kit/contract';
import type { Directory } from '@bhxh-kit/directory';
import type { Hono } from 'hono';
import { type Environment, type Mounting, mount } from '../http/mount.js';
import { actingIn } from '../sessions/routes.js';
import { approve, receivePaper, reject } from './acting.js';
import { open, requestCode } from './correction.js';
import { type Desk, openScopes } from './desk.js';
import { approveList, confirmList, declineList, readList, undoList, waitingLists } from './lists.js';
import { list } from './queue.js';
import { photograph, read } from './review-case.js';
import { undo } from './undoing.js';

const { reviews, corrections } = operations;

/** The officers' desk (O1–O5), and what it sends back to be corrected. */
export function mountReviews(app: Hono<Environment>, directory: Directory, mounting: Mounting): void {
  const desk: Desk = { ...mounting, directory, scopeOf: openScopes(directory, mounting.clock) };
  mount(app, reviews.list, (query, call) => list(call.db, query, actingIn(call), desk), mounting);
  mount(app, reviews.read, (input, call) => read(call.db, input, actingIn(call), desk), mounting);
  mount(app, reviews.photograph, (input, call) => photograph(call.db, input, actingIn(call), desk), mounting);
  mount(app, reviews.receivePaper, (input, call) => receivePaper(call.db, input, actingIn(call), desk), mounting);
  mount(app, reviews.approve, (input, call) => approve(call.db, input, actingIn(call), desk), mounting);
  mount(app, reviews.reject, (input, call) => reject(call.db, input, actingIn(call), desk), mounting);
  mount(app, reviews.undo, (input, call) => undo(call.db, input, actingIn(call), desk), mounting);
  mount(app, reviews.approveList, (input, call) => approveList(call.db, input, actingIn(call), desk), mounting);
  mount(app, reviews.waitingLists, (_, call) => waitingLists(call.db, actingIn(call), desk), mounting);
  mount(app, reviews.readList, (input, call) => readList(call.db, input, actingIn(call), desk), mounting);
  mount(app, reviews.confirmList, (input, call) => confirmList(call.db, input, actingIn(call), desk), mounting);
  mount(app, reviews.declineList, (input, call) => declineList(call.db, input, actingIn(call), desk), mounting);
  mount(app, reviews.undoList, (input, call) => undoList(call.db, input, actingIn(call), desk), mounting);
  mount(app, corrections.open, (input, call) => open(call, input, desk), mounting);
  mount(app, corrections.requestCode, (input, call) => requestCode(call.db, input, desk), mounting);
}
