import type { ReviewCase } from '@bhxh-kit/contract';
import { momentText } from '../deadline/deadline-note.js';
import type { CaseView } from './case-view.js';

type Read = Pick<CaseView, 't' | 'language' | 'file'>;

/** What an officer should know of accounts while the case is open: the one of its number (O1), and the guardian's of a child (R16). */
export function accountNotes(read: Read): readonly string[] {
  const { status } = read.file;
  if (status !== 'waiting-for-paper' && status !== 'in-review') return [];
  return [accountNote(read), guardianNote(read), ...childrenNotes(read)].filter((note) => note !== undefined);
}

function accountNote({ t, language, file: { account, purpose, guardian } }: Read): string | undefined {
  if (!account) return purpose === 'register' ? undefined : t('accountMissing');
  const moment = momentText(account.createdAt, language);
  if (purpose !== 'register') return t('accountMeant', { state: accountState(t, account.state), moment });
  if (account.state === 'closed') return t('accountClosed', { moment });
  return guardian?.adds && (guardian.state === 'links' || guardian.state === 'waits') ? t('accountGuardian', { moment }) : t('accountRegister', { moment });
}

function accountState(t: CaseView['t'], state: string): string {
  if (state === 'active' || state === 'awaiting-activation' || state === 'closed') return t(`account-${state}`);
  return t('account-other');
}

function guardianNote({ t, file: { guardian } }: Read): string | undefined {
  const state: string | undefined = guardian?.state;
  return state === 'links' || state === 'waits' || state === 'differs' || state === 'linked' ? t(`guardian-${state}`) : undefined;
}

function childrenNotes({ t, file: { waitingChildren } }: Read): readonly string[] {
  const { proven, differing }: NonNullable<ReviewCase['waitingChildren']> = waitingChildren ?? { proven: 0, differing: 0 };
  return [...(proven > 0 ? [t('childrenProven', { count: proven })] : []), ...(differing > 0 ? [t('childrenDiffering', { count: differing })] : [])];
}
