import type { ReviewCase } from '@bhxh-kit/contract';
import type { SubjectType } from '@bhxh-kit/domain';
import { codeName, fieldLabel, type NamedCodes } from '@bhxh-kit/domain/wording';
import { momentText } from '../deadline/deadline-note.js';
import { hostSentences, type Listener } from '../foundation/words.js';
import type { CaseView } from './case-view.js';
import type { DeclaredWords } from './declared-parts.js';

/** What the element adds to the case for the templates. */
export interface CaseSurroundings
  extends Listener,
    Pick<CaseView, 't' | 'common' | 'session' | 'photographs' | 'contactShown' | 'toggleContact' | 'openCase'> {}

/** The case as the templates read it, in the language and the host's wording. */
export function viewOf(file: ReviewCase, { overrides, ...around }: CaseSurroundings): CaseView {
  const { t, language } = around;
  const locale = language === 'en' ? 'en' : 'vi';
  const words = hostSentences({ language, overrides });
  const label: DeclaredWords['label'] = (field) => fieldLabel(field, locale, words, file.subject as SubjectType | undefined);
  // A code newer than this copy is shown as it is.
  const name = (list: keyof NamedCodes, code: string) => codeName(list, code as never, locale, words);
  return {
    ...around,
    locale,
    file,
    words: {
      label,
      codeName: name,
      address: t('address'),
      certificate: t('certificate'),
      verified: t('verified'),
      verifiedWith: (by, at) => t('verifiedWith', { by, moment: momentText(at, language) }),
      consent: (id) => t(id === 'commitment' || id === 'guardian' || id === 'identity' ? `consent-${id}` : 'consent'),
      consented: (at, version) =>
        version ? t('consented', { moment: momentText(at, language), version }) : t('consentedOwn', { moment: momentText(at, language) }),
      hidden: (tail) => t('hidden', { tail }),
    },
    statusName: (status) => name('status', status),
    codeName: name,
    photographName: (kind) => label(`photograph-${kind}` as 'photograph-portrait'),
  };
}
