import { type DeclarationSubmission, identityNumberText, normaliseText, parseBhxhNumber, parseEmail, parsePersonalId, parsePhone } from '@bhxh-kit/domain';
import { parseTaxNumber } from '@bhxh-kit/domain/numbers/tax-number.js';
import { parseUnitCode } from '@bhxh-kit/domain/numbers/unit-code.js';

/** The declaration as it is kept: every text composed and clean, numbers as their parsers read them; of a pasted card number the BHXH number (R18), a phone number with 0. */
export function tidied(submission: DeclarationSubmission): DeclarationSubmission {
  const clean = cleaned(submission) as DeclarationSubmission;
  const { guardian, identityNumber, email, subject, taxNumber } = clean;
  return {
    ...clean,
    bhxhNumber: subject === 'organisation' ? unitCode(clean.bhxhNumber) : bhxhDigits(clean.bhxhNumber),
    ...(taxNumber !== undefined && { taxNumber: taxText(taxNumber) }),
    ...(identityNumber !== undefined && { identityNumber: identityText(identityNumber) }),
    ...(guardian && {
      guardian: { identityNumber: identityText(guardian.identityNumber), ...(guardian.bhxhNumber && { bhxhNumber: bhxhDigits(guardian.bhxhNumber) }) },
    }),
    mobilePhone: phoneText(clean.mobilePhone),
    ...(email !== undefined && { email: emailText(email) }),
  };
}

const bhxhDigits = (text: string): string => {
  const number = parseBhxhNumber(text);
  return number.ok ? number.value.digits : text;
};

const unitCode = (text: string): string => {
  const code = parseUnitCode(text);
  return code.ok ? code.value : text;
};

const taxText = (text: string): string => {
  const number = parseTaxNumber(text);
  return number.ok ? number.value.text : text;
};

const identityText = (text: string): string => {
  const number = parsePersonalId(text);
  return number.ok ? identityNumberText(number.value) : text;
};

const phoneText = (text: string): string => {
  const phone = parsePhone(text);
  return phone.ok ? phone.value.national : text;
};

const emailText = (text: string): string => {
  const email = parseEmail(text);
  return email.ok ? email.value : text;
};

function cleaned(value: unknown): unknown {
  if (typeof value === 'string') return normaliseText(value);
  if (Array.isArray(value)) return value.map(cleaned);
  if (typeof value === 'object' && value !== null) return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, cleaned(inner)]));
  return value;
}
