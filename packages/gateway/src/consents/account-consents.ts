import type { ConsentTexts, InputOf, MyConsents, operations } from '@bhxh-kit/contract';
import { checkConsents, type ConsentGiver, giverOf, isAsked, purposesAsked, recordsOf, standingOf } from '@bhxh-kit/domain/consent/first-use.js';
import {
  CONSENT_PURPOSES,
  type ConsentPurpose,
  FIRST_USE_INTRODUCTION,
  FIRST_USE_TERMS,
  FIRST_USE_VERSION,
  isNecessary,
  PURPOSE_TEXTS,
} from '@bhxh-kit/domain/consent/first-use-texts.js';
import { asc, eq } from 'drizzle-orm';
import { lockAccount, profileOf } from '../accounts/accounts-repository.js';
import { record } from '../audit/audit.js';
import { today } from '../clock/clock.js';
import { belongsTo } from '../guardians/guardian-links.js';
import type { Holder, Mounting } from '../http/mount.js';
import { Refusal } from '../http/refusal.js';
import { packInForce } from '../rules/rules.js';
import type { Settings } from '../settings/settings.js';
import { accountConsents } from '../storage/account-consents-schema.js';
import type { Queries } from '../storage/database.js';
import { accounts } from '../storage/schema.js';

type Needs = Pick<Mounting, 'clock' | 'secrets' | 'settings'>;
type Language = 'vi' | 'en';
type Given = Pick<InputOf<typeof operations.consents.give>, 'locale' | 'channel'>;

const textOf = (purpose: ConsentPurpose, language: Language) => {
  const { title, words, withdrawing } = PURPOSE_TEXTS[purpose];
  return { purpose, necessary: isNecessary(purpose), title: title[language], words: words[language], withdrawing: withdrawing[language] };
};

/** What somebody reads before they use their account (A9). */
export const consentTexts = (language: Language, { consentPurposes }: Pick<Settings, 'consentPurposes'>): ConsentTexts => ({
  textVersion: FIRST_USE_VERSION,
  introduction: FIRST_USE_INTRODUCTION[language],
  terms: FIRST_USE_TERMS[language],
  purposes: purposesAsked(consentPurposes).map((purpose) => textOf(purpose, language)),
});

/** Where a person stands, with every record of it. A purpose that is not asked any more is still told while it is agreed to, so that it can be taken back. */
export async function myConsents(db: Queries, holder: Holder, language: Language, needs: Needs): Promise<MyConsents> {
  return standingFor(db, await subjectOf(db, holder, needs), language, needs);
}

async function standingFor(db: Queries, { accountId, giver }: Subject, language: Language, needs: Needs): Promise<MyConsents> {
  const rows = await rowsOf(db, accountId);
  const [standing, asked] = [standingOf(rows), purposesAsked(needs.settings.consentPurposes)];
  const shown = CONSENT_PURPOSES.filter((purpose) => asked.includes(purpose) || standing.get(purpose)?.given);
  return {
    asked: isAsked(rows, FIRST_USE_VERSION),
    givenBy: giver,
    textVersion: FIRST_USE_VERSION,
    purposes: shown.map((purpose) => {
      const row = standing.get(purpose);
      return { ...textOf(purpose, language), given: row?.given ?? false, ...(row?.given && { since: row.at.toISOString(), agreedVersion: row.textVersion }) };
    }),
    history: rows.toReversed().map(({ id: _, accountId: __, at, ...row }) => ({ ...row, at: at.toISOString() })),
    deviceCopyDays: needs.settings.deviceCopyDays,
  };
}

/** Keeps the answer: a row for each purpose that stands otherwise than before. */
export async function giveConsents(tx: Queries, holder: Holder, answer: InputOf<typeof operations.consents.give>, needs: Needs): Promise<MyConsents> {
  if (answer.textVersion !== FIRST_USE_VERSION) throw new Refusal('consent.text-changed');
  const asked = purposesAsked(needs.settings.consentPurposes);
  const subject = await lockedSubject(tx, holder, needs);
  const faults = checkConsents(answer, asked, subject.giver);
  if (faults.length > 0) throw new Refusal('consent.incomplete', { fieldErrors: faults.map(({ facts, ...fault }) => ({ ...fault, facts: { ...facts } })) });
  const added = recordsOf(answer.purposes, asked, await rowsOf(tx, subject.accountId), FIRST_USE_VERSION);
  return add(tx, { subject, actor: holder.accountId }, added, answer, needs);
}

/** Takes one purpose back. What was not agreed to stays so, without another row. */
export async function withdrawConsent(tx: Queries, holder: Holder, answer: InputOf<typeof operations.consents.withdraw>, needs: Needs): Promise<MyConsents> {
  const subject = await lockedSubject(tx, holder, needs);
  const before = standingOf(await rowsOf(tx, subject.accountId)).get(answer.purpose);
  const added = before?.given ? [{ purpose: before.purpose, given: false, textVersion: before.textVersion }] : [];
  return add(tx, { subject, actor: holder.accountId }, added, answer, needs);
}

async function add(
  tx: Queries,
  { subject, actor }: { readonly subject: Subject; readonly actor: string },
  added: readonly { readonly purpose: string; readonly given: boolean; readonly textVersion: string }[],
  { locale, channel }: Given,
  needs: Needs,
): Promise<MyConsents> {
  const { accountId, giver } = subject;
  const around = { accountId, locale, channel, givenBy: giver, at: needs.clock.now() };
  if (added.length > 0) await tx.insert(accountConsents).values(added.map((row) => ({ ...row, ...around })));
  for (const act of ['consent-given', 'consent-withdrawn'] as const)
    if (added.some(({ given }) => given === (act === 'consent-given'))) await record(tx, needs.clock, { act, subject: accountId, actor });
  return standingFor(tx, subject, locale, needs);
}

const rowsOf = (db: Queries, accountId: string) =>
  db.select().from(accountConsents).where(eq(accountConsents.accountId, accountId)).orderBy(asc(accountConsents.id));

/** Whose consents they are, and who agrees for them. */
interface Subject {
  readonly accountId: string;
  readonly giver: ConsentGiver;
}

/** The person of the session; of a guardian who asks about a child, the child. */
async function subjectOf(db: Queries, holder: Holder, { clock, secrets, settings }: Needs): Promise<Subject> {
  const [account] = await db
    .select()
    .from(accounts)
    .where(belongsTo(db, accounts.id, holder, clock));
  if (!account) throw new Refusal(holder.link === undefined ? 'session.expired' : 'guardian.not-found');
  const { birthDate } = profileOf(account, secrets);
  return { accountId: account.id, giver: giverOf(birthDate, today(clock), packInForce(settings, clock)) };
}

/** The same, locked, so that of two answers at once the second sees the rows of the first. */
async function lockedSubject(tx: Queries, holder: Holder, needs: Needs): Promise<Subject> {
  const subject = await subjectOf(tx, holder, needs);
  await lockAccount(tx, subject.accountId);
  return subject;
}
