import { type DeclarationFault, error } from './fault.js';
import type { UncheckedDeclaration } from './unchecked.js';

type Part = keyof UncheckedDeclaration;

/** The optional parts of a submission by the purpose that takes them (R2). */
const PARTS_OF: Readonly<Record<string, readonly Part[]>> = {
  register: ['address', 'email', 'certificate', 'startDate', 'transactAt'],
  adjust: ['changes', 'email', 'certificate'],
  stop: ['stopDate', 'stopReason'],
};

/** How a subject is known: its own parts and no other's. Those of a child are told by its own checks. */
const PARTS_OF_SUBJECT: Readonly<Record<string, readonly Part[]>> = {
  individual: ['identityNumber', 'birthDate', 'guardian'],
  child: ['identityNumber', 'birthDate', 'guardian'],
  organisation: ['taxNumber'],
};

/**
 * Parts that belong to another purpose or subject. The form never composes them; whoever writes a submission by hand is told, so that nothing is kept that was
 * not asked. An adjustment holds only what it says it changes.
 */
export function checkUnasked(declaration: UncheckedDeclaration): readonly DeclarationFault[] {
  const { purpose = '', subject = '', changes = [] } = declaration;
  return [
    ...unasked(declaration, PARTS_OF, purpose),
    ...unasked(declaration, PARTS_OF_SUBJECT, subject),
    ...(purpose === 'adjust' ? unchanged(declaration, changes) : []),
  ];
}

function unasked(declaration: UncheckedDeclaration, table: Readonly<Record<string, readonly Part[]>>, name: string): readonly DeclarationFault[] {
  if (!Object.hasOwn(table, name)) return [];
  const parts = new Set(Object.values(table).flat());
  return [...parts].filter((part) => declaration[part] !== undefined && !table[name]?.includes(part)).map((part) => error(`/${part}`, 'part.unasked'));
}

function unchanged(declaration: UncheckedDeclaration, changes: readonly string[]): readonly DeclarationFault[] {
  return (['email', 'certificate'] as const)
    .filter((part) => declaration[part] !== undefined && !changes.includes(part))
    .map((part) => error(`/${part}`, 'part.unasked'));
}
