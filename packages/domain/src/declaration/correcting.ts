import { concernedBy } from '../review/rejection-reasons.js';
import type { DeclarationFault, LaterFaultCode } from './fault.js';
import type { TextFieldId } from './fields.js';
import type { Answers, DeclarationForm, PhotographState } from './form.js';
import type { DeclarationPurpose, PhotographKind, PhotographReference, SubjectType } from './submission.js';

/** A rejected declaration as `corrections.open` gives it back; codes newer than this copy arrive as plain strings. */
export interface GivenBack {
  readonly purpose: string;
  readonly subject: string;
  readonly agencyCode: string;
  /** The answers in the shape of a submission. */
  readonly declared: {
    readonly fullName: string;
    readonly bhxhNumber: string;
    readonly identityNumber?: string | undefined;
    readonly taxNumber?: string | undefined;
    readonly birthDate?: string | undefined;
    readonly guardian?: { readonly bhxhNumber?: string | undefined; readonly identityNumber: string } | undefined;
    readonly address?:
      | {
          readonly scheme: string;
          readonly provinceCode: string;
          readonly districtCode?: string | undefined;
          readonly communeCode?: string | undefined;
          readonly street: string;
        }
      | undefined;
    readonly contactName: string;
    readonly email?: string | undefined;
    readonly mobilePhone: string;
    readonly certificate?: { readonly serial: string; readonly issuer: string; readonly validFrom: string; readonly validTo: string } | undefined;
    readonly startDate?: string | undefined;
    readonly transactAt?: { readonly kind: string; readonly name?: string | undefined } | undefined;
    readonly changes?: readonly string[] | undefined;
    readonly stopDate?: string | undefined;
    readonly stopReason?: string | undefined;
    readonly handIn: string;
  };
  readonly photographs: readonly PhotographReference[];
  readonly correctionKey?: string | undefined;
  /** Why it was rejected, as codes. */
  readonly reasons: readonly string[];
}

/** Reasons that ask for photographs anew. The gateway does not show a person's own photographs again, so nobody can tell which of them was meant: all that may be are taken again. */
const TAKEN_AGAIN: Readonly<Record<string, readonly PhotographKind[]>> = {
  'photograph-unusable': ['portrait', 'identity-front', 'identity-back', 'birth-certificate'],
  'photograph-of-another': ['portrait', 'identity-front', 'identity-back', 'birth-certificate'],
  'identity-expired': ['identity-front', 'identity-back'],
};

/** The photographs a reason asks for anew. */
export function takenAgain(reason: string): readonly PhotographKind[] {
  return Object.hasOwn(TAKEN_AGAIN, reason) ? (TAKEN_AGAIN[reason] ?? []) : [];
}

/**
 * The form with a rejected declaration in it (R17, O4), at the review: every answer, and the photographs by their ids, except those a reason asks for anew. What a reason is about is
 * marked by a warning, which goes with the next answer: of several fields perhaps one alone is wrong. The commitment is not given back: it is given for what is sent.
 *
 * An address on another map than the pack's is left out but for the street, and a first or last day that has passed is today. `dateText` writes an ISO date as fields show it: `formatDate`,
 * which a form has already and its later parts need not bring again.
 */
export function correctedForm(form: DeclarationForm, given: GivenBack, dateText: (iso: string) => string): DeclarationForm {
  const again = given.reasons.flatMap(takenAgain);
  const kept = given.photographs.filter(({ kind }) => !again.includes(kind));
  const kinds = given.photographs.map(({ kind }) => kind).filter((kind) => again.includes(kind));
  return {
    ...form,
    purpose: given.purpose as DeclarationPurpose,
    subject: given.subject as SubjectType,
    step: 'review',
    answers: answersOf(given, form, dateText),
    tidied: {},
    scanned: [],
    correctionKey: given.correctionKey,
    photographs: Object.fromEntries(kept.map(({ kind, id, key }): [PhotographKind, PhotographState] => [kind, { status: 'kept', id, key }])),
    serverFaults: [...new Set(given.reasons.flatMap(concernedBy))].flatMap((pointer) =>
      pointer === '/photographs' ? kinds.map((kind) => lookAgain(pointer, { kind })) : lookAgain(pointer),
    ),
    receipt: undefined,
  };
}

const lookAgain = (pointer: string, facts: DeclarationFault['facts'] = {}): DeclarationFault => ({
  pointer,
  code: 'correction.look-again' satisfies LaterFaultCode,
  facts,
  severity: 'warning',
});

function answersOf({ declared, agencyCode }: GivenBack, { pack, today }: DeclarationForm, dateText: (iso: string) => string): Answers {
  const { address, certificate, guardian, transactAt } = declared;
  const place = address?.scheme === pack.addressScheme ? address : undefined;
  const notPast = (day: string | undefined) => day && dateText(day < today ? today : day);
  const answers: Partial<Record<TextFieldId, string | undefined>> = {
    fullName: declared.fullName,
    bhxhNumber: declared.bhxhNumber,
    identityNumber: declared.identityNumber,
    taxNumber: declared.taxNumber,
    birthDate: declared.birthDate && dateText(declared.birthDate),
    guardianBhxhNumber: guardian?.bhxhNumber,
    guardianIdentityNumber: guardian?.identityNumber,
    province: place?.provinceCode,
    district: place?.districtCode,
    commune: place?.communeCode,
    street: address?.street,
    contactName: declared.contactName,
    mobilePhone: declared.mobilePhone,
    email: declared.email,
    agency: agencyCode,
    handIn: declared.handIn,
    transactAt: transactAt?.kind,
    ivanName: transactAt?.name,
    certificateSerial: certificate?.serial,
    certificateIssuer: certificate?.issuer,
    certificateValidFrom: certificate && dateText(certificate.validFrom),
    certificateValidTo: certificate && dateText(certificate.validTo),
    startDate: notPast(declared.startDate),
    changes: declared.changes?.join(' '),
    stopDate: notPast(declared.stopDate),
    stopReason: declared.stopReason,
  };
  return Object.fromEntries(Object.entries(answers).filter(([, text]) => text !== undefined));
}
