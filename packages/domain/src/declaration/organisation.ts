import { parseTaxNumber } from '../numbers/tax-number.js';
import { parseUnitCode } from '../numbers/unit-code.js';
import { parseOrganisationName } from '../text/organisation-name.js';
import { type DeclarationFault, warning } from './fault.js';
import { checkRead } from './number-checks.js';
import { read } from './readings.js';
import type { SubjectRules } from './rules.js';

const readOrganisationName = (text: string) => read(parseOrganisationName(text), (wire) => ({ wire }));
const readUnitCode = (text: string) => read(parseUnitCode(text), (wire) => ({ wire }));
const readTaxNumber = (text: string) => read(parseTaxNumber(text), (number) => ({ wire: number.text }));

/** Cơ quan/Tổ chức (R1): its name, its mã đơn vị on the line of the mã số BHXH, its tax number; its legal representative is the contact. */
export const ORGANISATION: SubjectRules = {
  fields: [{ id: 'taxNumber', answeredBy: 'text', required: true }],
  readers: { fullName: readOrganisationName, bhxhNumber: readUnitCode, taxNumber: readTaxNumber },
  compose: (text) => ({ taxNumber: text('taxNumber') }),
  check: ({ fullName, bhxhNumber, taxNumber }) => [
    ...checkRead('/fullName', fullName, readOrganisationName),
    ...checkRead('/bhxhNumber', bhxhNumber, readUnitCode),
    ...checkRead('/taxNumber', taxNumber, readTaxNumber),
    ...mistyped(taxNumber),
  ],
};

function mistyped(text: string | undefined): readonly DeclarationFault[] {
  const number = parseTaxNumber(text ?? '');
  return number.ok && number.value.checked === false ? [warning('/taxNumber', 'tax-number.check-digit')] : [];
}
