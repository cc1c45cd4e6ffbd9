import { Instant } from '@bhxh-kit/domain/dates/schemas.js';
import * as z from 'zod/mini';
import { codeId, oneTimeCode } from '../codes/codes.js';
import { operation } from '../operation/operation.js';
import { SessionTokens } from './session.js';

/** A one-time code on its way to the registered contact of an account. */
export const SentAccountCode = z.looseObject({
  /** Names the code when it is tried. */
  codeId: z.string(),
  /** Where to, masked: `******0001`, `n***@example.vn`. */
  sentTo: z.string(),
  sentAt: Instant,
  expiresAt: Instant,
  /** No other code for the same purpose is sent before. */
  sendAgainAt: Instant,
});
export type SentAccountCode = z.infer<typeof SentAccountCode>;

/** Where a person is signed in. */
export const SignedInDevices = z.looseObject({
  /** One device at a time is the rule here (A5): another one that signs in ends this session. */
  oneAtATime: z.boolean(),
  /** The newest first. */
  items: z.array(z.looseObject({ signedInAt: Instant, expiresAt: Instant, current: z.boolean() })),
});
export type SignedInDevices = z.infer<typeof SignedInDevices>;

const ticket = z.string().check(z.maxLength(256));

export const sendTakeOverCode = operation({
  name: 'devices.sendTakeOverCode',
  method: 'POST',
  path: '/v1/session/take-over/code',
  auth: 'none',
  retry: 'never',
  pii: 'sensitive',
  bucket: 'code',
  body: z.strictObject({ ticket }),
  response: SentAccountCode,
  status: 201,
  errors: ['session.ticket-over', 'code.too-soon', 'code.no-contact'],
});

export const takeOver = operation({
  name: 'devices.takeOver',
  method: 'POST',
  path: '/v1/session/take-over',
  auth: 'none',
  changesSession: true,
  retry: 'never',
  pii: 'sensitive',
  bucket: 'code',
  body: z.strictObject({
    ticket,
    codeId,
    oneTimeCode,
  }),
  response: SessionTokens,
  status: 201,
  errors: ['session.ticket-over', 'code.refused'],
});

export const listDevices = operation({
  name: 'devices.list',
  method: 'GET',
  path: '/v1/session/devices',
  auth: 'session',
  retry: 'safe',
  pii: 'none',
  bucket: 'me',
  response: SignedInDevices,
  errors: ['session.missing', 'session.expired'],
});

export const signOutEverywhere = operation({
  name: 'devices.signOutEverywhere',
  method: 'DELETE',
  path: '/v1/session/devices',
  auth: 'session',
  changesSession: true,
  retry: 'safe',
  pii: 'none',
  bucket: 'me',
  errors: ['session.missing', 'session.expired'],
});
