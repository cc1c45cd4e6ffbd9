import type { Step } from '../declaration/steps.js';
import type { StepId } from '../declaration/form.js';
import type { DeclarationPurpose, DeclarationStatus, HandIn, PhotographKind, SubjectType, TransactAt } from '../declaration/submission.js';
import type { InsuranceBranch } from '../participation/participation-period.js';

/** Codes by the list they belong to. */
export interface NamedCodes {
  readonly branch: InsuranceBranch;
  readonly handIn: HandIn;
  readonly photograph: PhotographKind;
  readonly purpose: DeclarationPurpose;
  readonly skipReason: NonNullable<Step['skipped']>;
  readonly status: DeclarationStatus;
  readonly step: StepId;
  readonly subject: SubjectType;
  readonly transactAt: TransactAt['kind'];
}

/** The names of every list in one language. */
export type Names = { readonly [List in keyof NamedCodes]: Readonly<Record<NamedCodes[List], string>> };
