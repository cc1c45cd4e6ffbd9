import type { FieldId } from '../declaration/fields.js';

/** Nhãn of every field of the form; a field without a label fails the build. */
export type FieldLabels = Readonly<Record<FieldId, string>>;
