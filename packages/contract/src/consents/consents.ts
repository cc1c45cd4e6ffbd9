import { CONSENT_PURPOSES } from '@bhxh-kit/domain/consent/first-use-texts.js';
import { Instant } from '@bhxh-kit/domain/dates/schemas.js';
import * as z from 'zod/mini';
import { operation } from '../operation/operation.js';

const purposeName = z.union([z.enum(CONSENT_PURPOSES), z.string()]);

/** One purpose in one language: its name, what is done with which data, and what taking the consent back means. */
const purposeText = { purpose: purposeName, necessary: z.boolean(), title: z.string(), words: z.string(), withdrawing: z.string() };

/** What somebody reads before they use their account, and the purposes this installation asks for (A9). */
export const ConsentTexts = z.looseObject({
  /** To be handed in with the answer: other words are another version. */
  textVersion: z.string(),
  introduction: z.string(),
  terms: z.string(),
  purposes: z.array(z.looseObject(purposeText)),
});
export type ConsentTexts = z.infer<typeof ConsentTexts>;

/** One record: somebody agreed to a purpose, or took that back. Records are only added. */
export const ConsentAct = z.looseObject({
  purpose: purposeName,
  given: z.boolean(),
  textVersion: z.string(),
  locale: z.union([z.enum(['vi', 'en']), z.string()]),
  channel: z.union([z.enum(['page', 'app', 'program']), z.string()]),
  /** Who agreed: the person, a child's guardian, or the guardian and the child of seven or older. */
  givenBy: z.union([z.enum(['self', 'guardian', 'guardian-and-child']), z.string()]),
  at: Instant,
});
export type ConsentAct = z.infer<typeof ConsentAct>;

/** Where a person stands: what they are asked, what they agreed to, and every record of it. */
export const MyConsents = z.looseObject({
  /** Whether they are to be asked: never asked, asked under other words, or taken back. */
  asked: z.boolean(),
  /** Who agrees for this account now. */
  givenBy: ConsentAct.shape.givenBy,
  /** The version of the words in force. */
  textVersion: z.string(),
  /** Every purpose asked for or agreed to, in the language of the question. `since` and `agreedVersion` of those agreed to. */
  purposes: z.array(z.looseObject({ ...purposeText, given: z.boolean(), since: z.optional(Instant), agreedVersion: z.optional(z.string()) })),
  /** Newest first. */
  history: z.array(ConsentAct),
  /** How many days a sealed copy of the health card may be kept on a device at most; 0: none may. Where it is left out, the page decides. */
  deviceCopyDays: z.optional(z.int().check(z.gte(0))),
});
export type MyConsents = z.infer<typeof MyConsents>;

const language = z.strictObject({ locale: z.enum(['vi', 'en']) });
const SESSION = ['session.missing', 'session.expired'] as const;
const KEYED = ['request.key-missing', 'request.key-reused', 'request.still-running'] as const;

export const readConsentTexts = operation({
  name: 'consents.texts',
  method: 'GET',
  path: '/v1/consents/texts',
  auth: 'none',
  retry: 'safe',
  pii: 'none',
  bucket: 'system',
  query: language,
  response: ConsentTexts,
  errors: [],
  etag: true,
});

export const listMyConsents = operation({
  name: 'consents.mine',
  method: 'GET',
  path: '/v1/me/consents',
  auth: 'session',
  ofChild: true,
  retry: 'safe',
  pii: 'personal',
  bucket: 'me',
  query: language,
  response: MyConsents,
  errors: SESSION,
});

export const giveConsents = operation({
  name: 'consents.give',
  method: 'POST',
  path: '/v1/me/consents',
  auth: 'session',
  ofChild: true,
  retry: 'with-key',
  pii: 'personal',
  bucket: 'me',
  body: z.strictObject({
    /** Of the texts that were shown. */
    textVersion: z.string().check(z.maxLength(20)),
    /** Everything agreed to. A purpose left out is not agreed to, also where it was before. */
    purposes: z.array(z.string().check(z.maxLength(40))).check(z.maxLength(20)),
    /** Of a child of seven or older: it was told, and agrees. */
    childAgrees: z.optional(z.boolean()),
    /** The language the texts were shown in. */
    locale: z.enum(['vi', 'en']),
    /** Where they were shown: in a page, in an app, or by a program with a surface of its own. */
    channel: z.enum(['page', 'app', 'program']),
  }),
  response: MyConsents,
  errors: ['consent.incomplete', 'consent.text-changed', ...SESSION, ...KEYED],
});

export const withdrawConsent = operation({
  name: 'consents.withdraw',
  method: 'POST',
  path: '/v1/me/consents/withdraw',
  auth: 'session',
  ofChild: true,
  retry: 'with-key',
  pii: 'personal',
  bucket: 'me',
  body: z.strictObject({
    purpose: z.string().check(z.maxLength(40)),
    locale: z.enum(['vi', 'en']),
    channel: z.enum(['page', 'app', 'program']),
  }),
  response: MyConsents,
  errors: [...SESSION, ...KEYED],
});
