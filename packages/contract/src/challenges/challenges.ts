import { Instant } from '@bhxh-kit/domain';
import * as z from 'zod/mini';
import { operation } from '../operation/operation.js';

/** The operations an installation may ask an answer of (R9); of `identities.verify` it always asks a proof of work, of `session.signIn` (A1) after wrong tries. */
export const CHALLENGED = ['declarations.submit', 'declarations.follow', 'declarations.form', 'notices.resend', 'identities.verify', 'session.signIn'] as const;

/** Mã kiểm tra (R9). Of a kind newer than a client knows, its words say what to do. */
export const Challenge = z.looseObject({
  /** `none`: nothing is asked here. `proof-of-work`: the device counts, nobody looks. `typed`: somebody reads a picture or answers a question. */
  kind: z.union([z.enum(['none', 'proof-of-work', 'typed']), z.string()]),
  /**
   * Goes back with the answer. Works once, for this operation alone. What a reference and a contact open (R17: `declarations.follow`, `declarations.form`, `notices.resend`) is one:
   * an answer given for any of them is taken for all three again, with the same two, until `expiresAt`.
   */
  challengeToken: z.optional(z.string()),
  expiresAt: z.optional(Instant),
  /** Of a proof of work: what `solveProofOfWork` of the client counts at. */
  work: z.optional(z.looseObject({})),
  /** Of a typed one: the picture as strokes to draw, paths of SVG. No markup, so that a page of any content policy can show it. */
  picture: z.optional(z.looseObject({ width: z.int(), height: z.int(), strokes: z.array(z.string()) })),
  /** Of a typed one: asked instead of the picture, to whoever cannot see it. Either answer is right. */
  question: z.optional(z.string()),
});
export type Challenge = z.infer<typeof Challenge>;

/** The header a challenged call carries: outside its body, so that the same declaration sent again with another answer is the same declaration. */
export const CHALLENGE_HEADER = 'Challenge-Answer';

export const makeChallenge = operation({
  name: 'challenges.make',
  method: 'POST',
  path: '/v1/challenges',
  auth: 'none',
  retry: 'safe',
  pii: 'none',
  bucket: 'code',
  body: z.strictObject({
    /** What the answer is for, e.g. `declarations.submit`. */
    operation: z.enum(CHALLENGED),
    /** The language of the question. */
    locale: z.enum(['vi', 'en']),
  }),
  response: Challenge,
  errors: [],
});
