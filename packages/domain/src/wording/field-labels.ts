import type { FieldId } from '../declaration/fields.js';

/** Fields that mean another thing for an organisation (R1). */
type OrganisationLabel = `${'fullName' | 'bhxhNumber' | 'contactName'}.organisation`;

/** Nhãn of every field of the form; a field without a label fails the build. */
export type FieldLabels = Readonly<Record<FieldId | OrganisationLabel, string>>;

type LaterLabel = OrganisationLabel | 'birthDate' | 'guardianBhxhNumber' | 'guardianIdentityNumber' | 'taxNumber' | 'changes' | 'stopDate' | 'stopReason';

/** Those a form has from the start, and those that are loaded with the rules that need them. */
export type FirstFieldLabels = Omit<FieldLabels, LaterLabel>;
export type LaterFieldLabels = Pick<FieldLabels, LaterLabel>;
