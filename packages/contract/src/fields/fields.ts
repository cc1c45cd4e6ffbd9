/** How a field must be treated wherever it could be seen: `open` may be logged, `personal` and `sensitive` never. */
export type FieldClass = 'open' | 'personal' | 'sensitive';

/**
 * The class of every field name of the contract. One name means one thing everywhere, so the name decides; a test fails when an operation has a name that is not here.
 * Sensitive: Luật 91/2025/QH15 and NĐ 356/2025 (identity papers, credentials, health data, and what reveals poverty or disability).
 */
export const FIELD_CLASSES: Readonly<Record<string, FieldClass>> = {
  // who
  fullName: 'personal',
  holderName: 'personal',
  contactName: 'personal',
  birthDate: 'personal',
  sex: 'personal',
  bhxhNumber: 'personal',
  identityNumber: 'sensitive',
  personalId: 'sensitive',
  guardian: 'sensitive',
  taxNumber: 'personal',
  // where and how to reach
  address: 'personal',
  street: 'personal',
  email: 'personal',
  mobilePhone: 'personal',
  stopReason: 'personal',
  contact: 'personal',
  phone: 'open',
  // credentials and keys
  password: 'sensitive',
  accessToken: 'sensitive',
  refreshToken: 'sensitive',
  key: 'sensitive',
  reference: 'personal',
  username: 'personal',
  serial: 'personal',
  // card
  number: 'sensitive',
  newPassword: 'sensitive',
  oneTimeCode: 'sensitive',
  objectCode: 'sensitive',
  benefitLevel: 'sensitive',
  livingArea: 'sensitive',
  facilityCode: 'personal',
  facilityName: 'personal',
  fiveYearsFrom: 'personal',
  issuedAt: 'personal',
  qrText: 'sensitive',
  // history
  employer: 'personal',
  position: 'personal',
  workplace: 'personal',
  salary: 'sensitive',
  coefficient: 'sensitive',
  // the rest says nothing about a person by itself
  ...Object.fromEntries(
    [
      'agencyCode',
      'agencyName',
      'at',
      'branch',
      'certificate',
      'changes',
      'chunkSize',
      'code',
      'commitment',
      'communeCode',
      'communeCodes',
      'complete',
      'currency',
      'agenciesBelow',
      'cursor',
      'districtCode',
      'expiresAt',
      'expiresIn',
      'facts',
      'fieldErrors',
      'from',
      'handIn',
      'history',
      'id',
      'issuedOn',
      'issuer',
      'items',
      'kind',
      'level',
      'limit',
      'locale',
      'name',
      'nextCursor',
      'now',
      'offset',
      'paperDueAt',
      'parentCode',
      'photographs',
      'pointer',
      'provinceCode',
      'purpose',
      'query',
      'reason',
      'received',
      'receivedAt',
      'requestId',
      'rulePack',
      'scheme',
      'sha256',
      'signedInAt',
      'size',
      'startDate',
      'status',
      'stopDate',
      'subject',
      'time',
      'title',
      'to',
      'today',
      'transactAt',
      'type',
      'validFrom',
      'validTo',
      'version',
    ].map((name) => [name, 'open' as const]),
  ),
};

const REDACTED = '[redacted]';

/** A copy of any value with every field that is not open replaced; a name the contract does not know counts as personal. Safe to log. */
export function redact(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(redact);
  if (typeof value !== 'object' || value === null) return typeof value === 'string' || typeof value === 'number' ? REDACTED : value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, FIELD_CLASSES[name] === 'open' ? shown(inner) : REDACTED]));
}

const shown = (value: unknown): unknown => (typeof value === 'object' && value !== null ? redact(value) : value);
