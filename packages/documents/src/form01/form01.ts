import { type DeclarationSubmission, type FieldId, formFileName, type IdentityVerified } from '@bhxh-kit/domain';

type Answers = Pick<
  DeclarationSubmission,
  | 'rulePack'
  | 'purpose'
  | 'subject'
  | 'fullName'
  | 'bhxhNumber'
  | 'identityNumber'
  | 'taxNumber'
  | 'guardian'
  | 'contactName'
  | 'email'
  | 'mobilePhone'
  | 'certificate'
  | 'startDate'
  | 'transactAt'
  | 'changes'
  | 'stopDate'
  | 'stopReason'
>;

/** What the declaration itself does not hold: texts resolved from codes, and what the agency gave it. */
export interface Form01Facts {
  /** The whole contact address in words. */
  readonly addressText: string;
  /** The receiving agency. */
  readonly agencyName: string;
  /** Số tờ khai, `00055.GD_2021_084`. */
  readonly reference: string;
  /** RFC 3339; the form is dated by its day in Vietnam. */
  readonly receivedAt: string;
  /** Ảnh cá nhân, JPEG bytes. */
  readonly portrait?: Uint8Array;
  /** Mã đối chiếu of the receipt: printed as a QR code beside the signature. */
  readonly seal?: string;
  /** When and by what the identity was verified: said in the place of the portrait (R15). */
  readonly identityVerified?: Pick<IdentityVerified, 'at' | 'by'>;
}

/** Answers a person wrote in letters of their own, and the agency, whose name a directory may write in any: by the names the declaration form has for their fields. */
export type Form01Field = Extract<
  FieldId,
  | 'fullName'
  | 'identityNumber'
  | 'guardianIdentityNumber'
  | 'street'
  | 'contactName'
  | 'email'
  | 'certificateSerial'
  | 'certificateIssuer'
  | 'ivanName'
  | 'stopReason'
  | 'agency'
>;

/** Everything that is printed on Mẫu 01. */
export type Form01 = Readonly<Answers> & Form01Facts;

/** Joins a declaration with the facts around it. Of these only what its purpose asks: a person who adjusts or stops gives no address and no portrait (R2). */
export function form01From(submission: DeclarationSubmission, { portrait, addressText, ...facts }: Form01Facts): Form01 {
  const ofPerson = submission.purpose === 'register' && submission.subject !== 'organisation';
  return { ...submission, ...facts, addressText: submission.address ? addressText : '', ...(portrait && ofPerson && { portrait }) };
}

/** Name of the PDF (R11): `00055.GD_2021_084.pdf`. */
export const form01FileName: (reference: string) => string = formFileName;
