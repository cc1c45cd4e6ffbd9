import type { Field } from './asked-fields.js';
import type { CheckContext } from './check-context.js';
import type { DeclarationFault } from './fault.js';
import type { TextFieldId } from './fields.js';
import type { DeclarationForm, StepId } from './form.js';
import type { ReadingResult } from './readings.js';
import type { DeclarationPurpose, SubjectType } from './submission.js';
import type { UncheckedDeclaration } from './unchecked.js';

/** The answers of a form as they travel. */
export type Texts = (field: TextFieldId) => string;

/** What one purpose of Mẫu 01 asks beyond who declares (R2). */
export interface PurposeRules {
  /** The steps between the first one and the review, in their order. */
  steps(form: DeclarationForm): readonly StepId[];
  /** What one of those steps asks, in reading order; `identity` are the fields by which the subject says who it is. */
  fields(form: DeclarationForm, step: StepId, identity: readonly Field[]): readonly Field[];
  /** The parts of the submission its fields fill. */
  compose(form: DeclarationForm, text: Texts): UncheckedDeclaration;
  check(declaration: UncheckedDeclaration, subject: SubjectType, context: CheckContext): readonly DeclarationFault[];
}

/** How one subject says who it is (R1, R16), whatever the purpose. */
export interface SubjectRules {
  /** What is asked after its name and number. */
  readonly fields: readonly Field[];
  /** How its answers are read, where that is another way than a person's. */
  readonly readers?: Partial<Record<TextFieldId, (text: string) => ReadingResult>>;
  compose(text: Texts): UncheckedDeclaration;
  check(declaration: UncheckedDeclaration, context: CheckContext): readonly DeclarationFault[];
}

/** What is known of purposes and subjects. A page that registers persons has no need of the rest. */
export interface DeclarationRules {
  readonly purposes: Readonly<Partial<Record<DeclarationPurpose, PurposeRules>>>;
  readonly subjects: Readonly<Partial<Record<SubjectType, SubjectRules>>>;
}
