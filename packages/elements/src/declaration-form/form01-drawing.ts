import { type Form01Warning, form01From, renderForm01 } from '@bhxh-kit/documents';
import type { DeclarationReceipt, DeclarationSubmission, FieldId } from '@bhxh-kit/domain';
import type { Translate } from '../foundation/words.js';
import type { form01Words } from './form01-words.js';

export { form01Words } from './form01-words.js';

/** What is drawn, and where the fonts are. */
export interface Drawing {
  readonly submission: DeclarationSubmission;
  readonly receipt: DeclarationReceipt;
  /** The address with the names of its places. */
  readonly addressText: string;
  readonly portrait: Blob | undefined;
  /** Folder of the kit's own files, where the provider says one. */
  readonly assetsBase: string | undefined;
}

/** Draws Mẫu 01 here, with the portrait; `warnings` tell what it was printed without. Loaded with the PDF writer's entry, when somebody asks for the file. */
export async function drawForm01({ submission, receipt, addressText, portrait, assetsBase }: Drawing) {
  const { seal, reference, receivedAt, agencyName, identityVerified } = receipt;
  const picture = portrait && { portrait: new Uint8Array(await portrait.arrayBuffer()) };
  const form = form01From(submission, {
    ...(seal && { seal }),
    addressText,
    agencyName,
    reference,
    receivedAt,
    ...(identityVerified && { identityVerified }),
    ...picture,
  });
  const warnings: Form01Warning[] = [];
  const bytes = await renderForm01(form, {
    onWarning: (warning) => warnings.push(warning),
    ...(assetsBase && { fontBase: new URL('documents/', assetsBase).href }),
  });
  return { file: new Blob([bytes as Uint8Array<ArrayBuffer>], { type: 'application/pdf' }), warnings };
}

/** What the form was printed without, as sentences with the way out; `label` names a field. */
export function remarksOn(warnings: readonly Form01Warning[], t: Translate<typeof form01Words.vi>, label: (field: FieldId) => string): readonly string[] {
  return warnings.map(({ code, facts }) => {
    if (code === 'form01.picture-unusable') return t('portraitUnusable');
    if (code === 'form01.seal-unusable') return t('sealUnusable');
    return t('unprintable', { characters: facts.characters.map((character) => `“${character}”`).join(', '), field: label(facts.field) });
  });
}
