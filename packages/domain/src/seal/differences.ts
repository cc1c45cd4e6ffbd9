import { digestOf, type SealedEntry, type Sha256 } from './entries.js';
import { type PrintedDeclaration, SEALED_FIELDS, type SealedField, sealedValues } from './sealed-fields.js';

/** A field in which paper and data differ. */
export interface SealDifference {
  readonly field: SealedField;
  /** The value on the paper; empty where it has none, absent where the code holds only its digest. */
  readonly paper?: string;
  /** The value of the record; empty where it has none. */
  readonly data: string;
}

/** Every field in which a seal and a record differ, in the order of the paper; none when they agree. The seal's signature must have been verified. */
export async function sealDifferences(entries: readonly SealedEntry[], printed: PrintedDeclaration, sha256: Sha256): Promise<readonly SealDifference[]> {
  const values = sealedValues(printed);
  const sealed = new Map(entries.map((entry) => [entry.field, entry]));
  const reference = sealed.get('reference')?.text ?? '';
  const differences: SealDifference[] = [];
  for (const field of SEALED_FIELDS) {
    const { text = '', digest } = sealed.get(field) ?? {};
    const data = values.get(field) ?? '';
    if (digest === undefined) {
      if (text !== data) differences.push({ field, paper: text, data });
    } else if (digest !== (await digestOf(reference, field, data, sha256))) differences.push({ field, data });
  }
  return differences;
}
