import { AddressScheme, DeclarationPurpose, DeclarationStatus, IdentityVerified, Instant, PhotographKind, RulePackId, SubjectType } from '@bhxh-kit/domain';
import { CONSENTS } from '@bhxh-kit/domain/consent/consent-texts.js';
import * as z from 'zod/mini';

/** In answers an enum stays open: a value newer than this list arrives as a plain string. */
const open = <Values extends string>(known: z.ZodMiniType<Values>): z.ZodMiniType<Values | (string & {})> => z.union([known, z.string()]);

/** What an officer can do to a declaration now, as codes: `paper-received`, `approve`, `reject`. */
const ReviewActCode = open(z.enum(['paper-received', 'approve', 'reject']));

/** What two declarations, or a declaration and an account, have in common. */
const SameFact = open(z.enum(['bhxh-number', 'identity-number', 'mobile-phone', 'email']));

/** The id of a case or a list. */
export const Uuid = z.string().check(z.regex(/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i));

/** What every look at a case begins with. */
const heading = {
  /** Names the case in every other operation. */
  id: z.string(),
  reference: z.string(),
  status: open(DeclarationStatus),
  /** Grows with every act. An act carries the version its officer saw, so that nobody acts on what they have not seen. */
  version: z.int(),
  purpose: z.optional(open(DeclarationPurpose)),
  subject: z.optional(open(SubjectType)),
  agencyCode: z.string(),
  agencyName: z.string(),
  receivedAt: Instant,
  paperDueAt: z.optional(Instant),
};

/** One row of the queue (O1): enough to choose by, the number masked. */
export const ReviewRow = z.looseObject({
  ...heading,
  /** Absent when the declaration was cancelled and its data deleted. */
  fullName: z.optional(z.string()),
  /** Mã số BHXH with its last digits only: `•••••••001`. */
  maskedNumber: z.optional(z.string()),
  /** Another officer has it open now. */
  openElsewhere: z.boolean(),
});
export type ReviewRow = z.infer<typeof ReviewRow>;

/** Something that happened to a case. Without an officer it was the person or the clock. */
export const ReviewStep = z.looseObject({
  /** `declared`, `paper-received`, `approve`, `reject`, `cancelled`, `undone`. */
  act: z.string(),
  at: Instant,
  status: open(DeclarationStatus),
  officerName: z.optional(z.string()),
  agencyName: z.optional(z.string()),
  reasons: z.optional(z.array(z.string())),
  words: z.optional(z.string()),
  /** The act was taken back within its minute. */
  undone: z.optional(z.boolean()),
});
export type ReviewStep = z.infer<typeof ReviewStep>;

/** Another declaration with a number or contact of this one. One of an agency the officer does not act for tells only that it is there. */
export const ReviewDuplicate = z.looseObject({
  id: z.optional(z.string()),
  reference: z.optional(z.string()),
  fullName: z.optional(z.string()),
  purpose: z.optional(open(DeclarationPurpose)),
  status: open(DeclarationStatus),
  agencyName: z.string(),
  receivedAt: Instant,
  same: z.array(SameFact),
});
export type ReviewDuplicate = z.infer<typeof ReviewDuplicate>;

/** What the person declared, as it is kept: fields as in `DeclarationSubmission`, numbers in their plain form. */
export const DeclaredFacts = z.looseObject({
  fullName: z.string(),
  bhxhNumber: z.string(),
  identityNumber: z.optional(z.string()),
  taxNumber: z.optional(z.string()),
  birthDate: z.optional(z.string()),
  guardian: z.optional(z.looseObject({ bhxhNumber: z.optional(z.string()), identityNumber: z.string() })),
  address: z.optional(
    z.looseObject({
      scheme: open(AddressScheme),
      provinceCode: z.string(),
      districtCode: z.optional(z.string()),
      /** Absent in an island district that has no communes. */
      communeCode: z.optional(z.string()),
      street: z.string(),
    }),
  ),
  contactName: z.string(),
  email: z.optional(z.string()),
  mobilePhone: z.string(),
  certificate: z.optional(z.looseObject({ serial: z.string(), issuer: z.string(), validFrom: z.string(), validTo: z.string() })),
  startDate: z.optional(z.string()),
  transactAt: z.optional(z.looseObject({ kind: z.string(), name: z.optional(z.string()) })),
  changes: z.optional(z.array(z.string())),
  stopDate: z.optional(z.string()),
  stopReason: z.optional(z.string()),
  handIn: z.string(),
  locale: z.string(),
  /** When and by what the identity was verified: then there may be no photographs (R15). */
  identityVerified: z.optional(IdentityVerified),
});
export type DeclaredFacts = z.infer<typeof DeclaredFacts>;

/** The whole case (O1–O4), as the officer has it on the desk. */
export const ReviewCase = z.looseObject({
  ...heading,
  rulePack: open(RulePackId),
  /** The moment of the gateway's clock, for countdowns. */
  now: Instant,
  /** Absent when the declaration was cancelled and its data deleted. */
  declared: z.optional(DeclaredFacts),
  /** Địa chỉ liên hệ in words, from the house up to the province. */
  addressText: z.optional(z.string()),
  /** The photographs there are; `reviews.photograph` gives each. */
  photographs: z.array(z.looseObject({ kind: open(PhotographKind) })),
  /** What was agreed to with the declaration: commitment, a guardian's for their child (R16), the comparison of the identity (R15). */
  consents: z.optional(
    z.array(
      z.looseObject({
        consent: open(z.enum(CONSENTS)),
        /** `CONSENT_VERSION` of the domain, whose texts these are; absent where a page or a program showed words of its own. */
        textVersion: z.optional(z.string()),
        locale: z.string(),
        channel: open(z.enum(['page', 'program'])),
        givenBy: open(z.enum(['self', 'guardian', 'representative'])),
        /** Whoever gave it was signed in. */
        inSession: z.boolean(),
        at: Instant,
      }),
    ),
  ),
  /** The acts the status allows now. */
  allowed: z.array(ReviewActCode),
  /** The last act, as long as this officer may take it back. */
  undo: z.optional(z.looseObject({ act: ReviewActCode, until: Instant })),
  /** Oldest first. */
  history: z.array(ReviewStep),
  /** Newest first. */
  duplicates: z.array(ReviewDuplicate),
  /** The account the BHXH number has already; for adjusting and stopping it is the one meant. */
  account: z.optional(z.looseObject({ state: open(z.enum(['active', 'awaiting-activation', 'closed'])), createdAt: Instant })),
  /**
   * Of a child's registration that is not decided: what approving it does for the guardian it names (R16). `links`: their account sees the child. `waits`: they have none yet,
   * and will see the child once they have. `differs`: the account of that number is not proven theirs, and sees nothing. `linked`: they see the child already.
   */
  guardian: z.optional(
    z.looseObject({
      state: open(z.enum(['links', 'waits', 'differs', 'linked'])),
      /** The child has an account: approving adds this guardian and changes nothing else. */
      adds: z.boolean(),
    }),
  ),
  /** Of a person's registration that is not decided: children who wait for a guardian of this number, whose other facts agree with this declaration, and not (R16). */
  waitingChildren: z.optional(z.looseObject({ proven: z.int(), differing: z.int() })),
  /** Other officers who have the case open. */
  openBy: z.array(z.looseObject({ officerName: z.string(), agencyName: z.string(), since: Instant })),
});
export type ReviewCase = z.infer<typeof ReviewCase>;

/** The case after an act. */
export const ReviewOutcome = z.looseObject({
  id: z.string(),
  reference: z.string(),
  status: open(DeclarationStatus),
  version: z.int(),
  allowed: z.array(ReviewActCode),
  /** Until when the act can be taken back; its notices wait as long. Absent after an undo. */
  undoUntil: z.optional(Instant),
  now: Instant,
});
export type ReviewOutcome = z.infer<typeof ReviewOutcome>;
