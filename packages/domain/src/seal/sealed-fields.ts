import { dayInVietnam } from '../dates/calendar.js';
import { normaliseText } from '../text/normalise.js';

/**
 * What a seal holds, in the order of the paper. A field's place in this list, counted from 1, is its number in the code: a new field takes a new form of the
 * code (another prefix), none is ever renumbered.
 */
export const SEALED_FIELDS = [
  'reference',
  'agency',
  'receivedOn',
  'rulePack',
  'purpose',
  'subject',
  'fullName',
  'bhxhNumber',
  'identityNumber',
  'taxNumber',
  'guardianBhxhNumber',
  'guardianIdentityNumber',
  'address',
  'certificateSerial',
  'certificateIssuer',
  'certificateValidFrom',
  'certificateValidTo',
  'contactName',
  'email',
  'mobilePhone',
  'startDate',
  'transactAt',
  'ivanName',
  'changes',
  'stopDate',
  'stopReason',
] as const;

/** A field of a seal: of the form's own fields those that are printed, the whole address in words as one, and what the agency gave the declaration. */
export type SealedField = (typeof SEALED_FIELDS)[number];

/** Days, ISO `2026-01-05`; in the code their eight digits. */
export const SEALED_DAYS: readonly SealedField[] = ['receivedOn', 'certificateValidFrom', 'certificateValidTo', 'startDate', 'stopDate'];

/** A declaration as Mẫu 01 prints it: what was declared, with what the agency gave it. A submission with its receipt is one, a review case is one. */
export interface PrintedDeclaration {
  readonly reference: string;
  /** The receiving agency in words, as the receipt says it. */
  readonly agencyName: string;
  /** RFC 3339; the form is dated by its day in Vietnam. */
  readonly receivedAt: string;
  /** The whole contact address in words; empty where none is declared. */
  readonly addressText: string;
  readonly rulePack: string;
  readonly purpose: string;
  readonly subject: string;
  readonly fullName: string;
  readonly bhxhNumber: string;
  readonly identityNumber?: string | undefined;
  readonly taxNumber?: string | undefined;
  readonly guardian?: { readonly bhxhNumber?: string | undefined; readonly identityNumber: string } | undefined;
  readonly certificate?: { readonly serial: string; readonly issuer: string; readonly validFrom: string; readonly validTo: string } | undefined;
  readonly contactName: string;
  readonly email?: string | undefined;
  readonly mobilePhone: string;
  readonly startDate?: string | undefined;
  readonly transactAt?: { readonly kind: string; readonly name?: string | undefined } | undefined;
  readonly changes?: readonly string[] | undefined;
  readonly stopDate?: string | undefined;
  readonly stopReason?: string | undefined;
}

/** The values of a declaration that are sealed, each as the paper says it: composed, clean, one space between words. What is empty is not there. */
export function sealedValues(printed: PrintedDeclaration): ReadonlyMap<SealedField, string> {
  const { guardian, certificate, transactAt } = printed;
  const values: Readonly<Record<SealedField, string | undefined>> = {
    reference: printed.reference,
    agency: printed.agencyName,
    receivedOn: dayInVietnam(new Date(printed.receivedAt)),
    rulePack: printed.rulePack,
    purpose: printed.purpose,
    subject: printed.subject,
    fullName: printed.fullName,
    bhxhNumber: printed.bhxhNumber,
    identityNumber: printed.identityNumber,
    taxNumber: printed.taxNumber,
    guardianBhxhNumber: guardian?.bhxhNumber,
    guardianIdentityNumber: guardian?.identityNumber,
    address: printed.addressText,
    certificateSerial: certificate?.serial,
    certificateIssuer: certificate?.issuer,
    certificateValidFrom: certificate?.validFrom,
    certificateValidTo: certificate?.validTo,
    contactName: printed.contactName,
    email: printed.email,
    mobilePhone: printed.mobilePhone,
    startDate: printed.startDate,
    transactAt: transactAt?.kind,
    ivanName: transactAt?.name,
    changes: printed.changes?.join(' '),
    stopDate: printed.stopDate,
    stopReason: printed.stopReason,
  };
  const clean = SEALED_FIELDS.map((field) => [field, normaliseText(values[field] ?? '')] as const);
  return new Map(clean.filter(([, text]) => text !== ''));
}
