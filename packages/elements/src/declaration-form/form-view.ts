import type { BhxhClient } from '@bhxh-kit/client';
import type {
  DeclarationForm,
  DeclarationPurpose,
  Field,
  FieldId,
  FormFault,
  PhotographKind,
  PhotographState,
  StepId,
  SubjectType,
  TextFieldId,
  Unit,
} from '@bhxh-kit/domain';
import type { NamedCodes } from '@bhxh-kit/domain/wording';
import type { AddressValue } from '../address-field/address-value.js';
import type { AgencyRow } from '../agency-picker/agency-row.js';
import type { Translate } from '../foundation/words.js';
import type { IdentityProof } from './form-session.js';
import type { ScanOpener } from './scan-opener.js';
import type { DeclarationFormWords } from './words.js';

/** What the templates of the steps read and call. They hold no state: the element does. */
export interface FormView {
  readonly form: DeclarationForm;
  readonly language: string;
  readonly t: Translate<DeclarationFormWords>;
  readonly client: BhxhClient | undefined;
  readonly agencies: readonly AgencyRow[] | undefined;
  readonly units: readonly Unit[] | undefined;
  /** The address of the form; the same object until a part of it changes, so that nothing half typed is set back. */
  readonly address: AddressValue;
  readonly pictures: ReadonlyMap<PhotographKind, Blob>;
  /** Changes when the photographs are to be taken anew: the gateway has lost them. */
  readonly photographRound: number;
  /** The fields of a step that are asked just now. */
  asked(step: StepId): readonly Field[];
  label(field: FieldId): string;
  codeName<List extends keyof NamedCodes>(list: List, code: NamedCodes[List]): string;
  /** What is to be said of a field now: nothing while the person is still writing it for the first time. */
  told(field: FieldId): readonly FormFault[];
  sentence(fault: FormFault): string;
  /** The address and the agency's path in words; a code stands where a name is not known. */
  readonly addressText: string;
  readonly placeNamed: boolean;
  readonly agencyText: string;
  answer(field: TextFieldId, text: string): void;
  /** Điền bằng cách quét (R19): the ways to scan, and that a scan filled a field. */
  readonly scan: Pick<ScanOpener, 'prepare' | 'offer' | 'mark'>;
  /** The person left the field: what is pasted is cleaned, what is wrong is said. */
  leave(field: TextFieldId): void;
  choose(subject: SubjectType): void;
  choosePurpose(purpose: DeclarationPurpose): void;
  /** What an adjustment can change, as section 2 of Mẫu 01 names it. */
  factName(fact: string): string;
  /** The population database the gateway can ask, where it can (R15), and what it proved and the person confirmed. */
  readonly identityVerifier: string | undefined;
  readonly proof: IdentityProof | undefined;
  prove(proof: IdentityProof | undefined): void;
  /** What a field shows. */
  text(field: TextFieldId): string;
  photographed(kind: PhotographKind, state: PhotographState | undefined, picture: Blob | undefined): void;
  goTo(step: StepId, field?: FieldId): void;
}
