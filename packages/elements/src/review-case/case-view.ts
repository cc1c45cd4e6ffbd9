import type { ReviewCase } from '@bhxh-kit/contract';
import type { NamedCodes } from '@bhxh-kit/domain/wording';
import type { Listener, Translate } from '../foundation/words.js';
import type { StateWords } from '../foundation/words.state.js';
import type { CasePhotographs } from './case-photographs.js';
import type { CaseSession } from './case-session.js';
import type { DeclaredWords } from './declared-parts.js';
import type { ReviewCaseWords } from './words.js';

/** What the templates of the case read. */
export interface CaseView extends Pick<Listener, 'language'> {
  readonly t: Translate<ReviewCaseWords>;
  readonly common: Translate<StateWords>;
  readonly locale: 'vi' | 'en';
  readonly file: ReviewCase;
  readonly session: CaseSession;
  readonly photographs: CasePhotographs;
  readonly words: DeclaredWords;
  readonly contactShown: boolean;
  statusName(status: string): string;
  codeName(list: keyof NamedCodes, code: string): string;
  photographName(kind: string): string;
  toggleContact(): void;
  openCase(id: string): void;
}
