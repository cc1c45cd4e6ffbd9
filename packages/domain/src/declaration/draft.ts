import * as z from 'zod/mini';
import { Sex } from '../cards/health-card.js';
import { IsoDate, PartialDate } from '../dates/schemas.js';
import { type RulePackConfiguration, rulePack } from '../rule-packs/packs.js';
import { RulePackId, type RulePack } from '../rule-packs/rule-pack.js';
import { type Parsed, fault, ok } from '../parsed/parsed.js';
import { type DeclarationForm, STEPS, createDeclarationForm, onDay, underPack } from './form.js';
import { DRAFT_VERSION, formOfDraft } from './drafting.js';
import { TEXT_FIELDS } from './fields.js';
import type { Circumstances } from './circumstances.js';
import { DeclarationPurpose, PhotographKind, SubjectType } from './submission.js';

const texts = z.partialRecord(z.enum(TEXT_FIELDS), z.string());

/**
 * Bản nháp (R20): a form as plain JSON, to be encrypted by whoever keeps it. The session is not part of it, nor what the gateway said:
 * both are asked anew. An upload that was under way is not part of it either.
 */
export const DeclarationDraft = z.object({
  version: z.literal(DRAFT_VERSION),
  /** Milliseconds since 1970; from this moment on the draft is not opened. */
  expiresAt: z.number(),
  rulePack: RulePackId,
  /** The day it was kept, to tell a first day chosen ahead from one the person chose. */
  today: IsoDate,
  locale: z.enum(['vi', 'en']),
  purpose: DeclarationPurpose,
  subject: z.optional(SubjectType),
  step: z.enum(STEPS),
  answers: texts,
  tidied: texts,
  photographs: z.partialRecord(PhotographKind, z.object({ status: z.literal('kept'), id: z.string(), key: z.string() })),
  scanned: z.array(z.enum(TEXT_FIELDS)),
  holder: z.optional(z.object({ sex: z.optional(Sex), birthDate: z.optional(PartialDate) })),
});
export type DeclarationDraft = z.infer<typeof DeclarationDraft>;

/** Why a draft is not opened. Either way it is to be wiped. */
export const DRAFT_FAULT_CODES = ['draft.expired', 'draft.unreadable'] as const;
export type DraftFault = (typeof DRAFT_FAULT_CODES)[number];

/** What opening a draft needs besides the draft: the pack of today, the day, the moment in milliseconds. */
export interface Reopening extends Pick<RulePackConfiguration, 'packs'> {
  readonly pack: RulePack;
  readonly today: string;
  readonly now: number;
  readonly circumstances?: Circumstances;
}

/** The form of a draft, under the pack of today: what still applies is kept. Never throws, whatever `draft` is. */
export function fromDraft(draft: unknown, { pack, today, now, circumstances = {}, packs }: Reopening): Parsed<DeclarationForm, DraftFault> {
  const parsed = DeclarationDraft.safeParse(draft);
  if (!parsed.success) return fault('draft.unreadable');
  if (parsed.data.expiresAt <= now) return fault('draft.expired');
  const form = createDeclarationForm({ pack, today, circumstances });
  return ok(formOfDraft(parsed.data, form, { rulePack: (id) => rulePack(id, packs), onDay, underPack }));
}
