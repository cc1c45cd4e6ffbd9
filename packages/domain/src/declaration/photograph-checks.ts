import type { SubjectType } from './submission.js';
import type { CheckContext } from './checks.js';
import { photographsWaived } from './circumstances.js';
import { type DeclarationFault, error } from './fault.js';
import { PHOTOGRAPHS_OF } from './fields.js';
import type { UncheckedDeclaration } from './unchecked.js';

/** R5, R15, R16: every photograph the subject owes, once each, and no other. */
export function checkPhotographs(
  photographs: NonNullable<UncheckedDeclaration['photographs']>,
  subject: SubjectType,
  context: CheckContext,
): readonly DeclarationFault[] {
  const allowed: readonly string[] = PHOTOGRAPHS_OF[subject];
  const owed = photographsWaived(context.pack, context) ? [] : PHOTOGRAPHS_OF[subject];
  const kinds = photographs.map(({ kind }) => kind ?? '');
  const missing = owed.filter((kind) => !kinds.includes(kind)).map((kind) => error('/photographs', 'photograph.missing', { kind }));
  const given = photographs.flatMap(({ kind = '', id, key }, at) => {
    if (!allowed.includes(kind)) return [error(`/photographs/${at}`, 'photograph.unasked')];
    if (kinds.indexOf(kind) !== at) return [error(`/photographs/${at}`, 'photograph.twice', { kind })];
    return id && key ? [] : [error(`/photographs/${at}`, 'photograph.missing', { kind })];
  });
  return [...missing, ...given];
}
