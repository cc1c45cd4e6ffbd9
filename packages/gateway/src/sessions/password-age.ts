import { passwordDueAt, passwordOverdue } from '@bhxh-kit/domain/accounts/password-age.js';
import type { AccountRow } from '../accounts/accounts-repository.js';
import type { Clock } from '../clock/clock.js';
import { packInForce } from '../rules/rules.js';
import type { Settings } from '../settings/settings.js';

/** How old a password is by the rule pack in force (A3). */
export interface PasswordAge {
  /** RFC 3339. */
  readonly dueAt: string;
  readonly overdue: boolean;
  /** Whether an overdue one signs in to nothing but its change. */
  readonly enforced: boolean;
}

export function passwordAgeOf(
  { passwordChangedAt, createdAt }: Pick<AccountRow, 'passwordChangedAt' | 'createdAt'>,
  { clock, settings }: { readonly clock: Clock; readonly settings: Pick<Settings, 'rulePack'> },
): PasswordAge {
  const pack = packInForce(settings, clock);
  const setAt = (passwordChangedAt ?? createdAt).toISOString();
  return { dueAt: passwordDueAt(setAt, pack), overdue: passwordOverdue(setAt, clock.now().toISOString(), pack), enforced: pack.passwordAge === 'enforce' };
}
