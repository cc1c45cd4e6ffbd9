import { type DeclarationFault, error } from './fault.js';
import type { PhotographKind } from './submission.js';
import type { UncheckedDeclaration } from './unchecked.js';

/** R5, R15, R16: every photograph of the kinds owed, once each, and none that is not asked. */
export function checkPhotographs(
  photographs: NonNullable<UncheckedDeclaration['photographs']>,
  asked: readonly PhotographKind[],
  owed: readonly PhotographKind[] = asked,
): readonly DeclarationFault[] {
  const allowed: readonly string[] = asked;
  const kinds = photographs.map(({ kind }) => kind ?? '');
  const missing = owed.filter((kind) => !kinds.includes(kind)).map((kind) => error('/photographs', 'photograph.missing', { kind }));
  const given = photographs.flatMap(({ kind = '', id, key }, at) => {
    if (!allowed.includes(kind)) return [error(`/photographs/${at}`, 'photograph.unasked')];
    if (kinds.indexOf(kind) !== at) return [error(`/photographs/${at}`, 'photograph.twice', { kind })];
    return id && key ? [] : [error(`/photographs/${at}`, 'photograph.missing', { kind })];
  });
  return [...missing, ...given];
}
