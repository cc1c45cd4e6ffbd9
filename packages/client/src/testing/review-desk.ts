import type { ReviewQuery } from '@bhxh-kit/contract';
import {
  actsOn,
  correctableUntil,
  type DeclarationStatus,
  type DoneAct,
  foldVietnamese,
  LEASE,
  maskNumber,
  parseActivationCode,
  parseRejection,
  type ReviewAct,
  statusAfter,
  undoFault,
  undoUntil,
} from '@bhxh-kit/domain';
import type { GatewayMemory, StoredDeclaration } from './gateway-memory.js';
import { actsFor, agencyInWords, type TestOfficer } from './officers.js';
import { Refusal } from './refusal.js';
import { isCorrectable } from './test-corrections.js';

interface Step {
  readonly act: string;
  readonly at: string;
  readonly status: string;
  readonly officerName?: string;
  readonly agencyName?: string;
  readonly reasons?: readonly string[];
  readonly words?: string | undefined;
  undone?: boolean;
}

/** What the desk knows of a declaration besides the declaration itself. */
interface File {
  readonly id: string;
  acts: number;
  readonly steps: Step[];
  last?: (DoneAct & { readonly id: string; readonly step: Step; readonly goBack: () => boolean }) | undefined;
  readonly open: Map<string, { readonly officer: TestOfficer; since: string; until: string }>;
  readonly looks: { at: string; act: string; agencyCode: string; agencyName: string }[];
  correctionCode?: string;
}

interface Rejected {
  readonly reasons: readonly string[];
  readonly words?: string | undefined;
}

/** Acts as the person is told of them. */
const RECORDED = { 'paper-received': 'paper-received', approve: 'approved', reject: 'rejected' } as const satisfies Record<ReviewAct, string>;

/** The officers' desk of a test gateway: the same rules as the real one, without the database. */
export class ReviewDesk {
  readonly #memory: GatewayMemory;
  readonly #files = new WeakMap<StoredDeclaration, File>();

  constructor(memory: GatewayMemory) {
    this.#memory = memory;
  }

  list(query: ReviewQuery, officer: TestOfficer): unknown {
    const { status = ['waiting-for-paper', 'in-review'], agencyCode, purpose, subject, dueWithinDays, find = '', cursor, limit = 50 } = query;
    const { now, beginning } = this.#memory;
    const mine = this.#mine(officer);
    const rows = mine
      .filter(({ progress }) => (status as readonly string[]).includes(progress.status))
      .filter(({ progress }) => agencyCode === undefined || actsFor(beginning.agencies, agencyCode, progress.agencyCode))
      .filter(({ submission }) => (purpose === undefined || submission?.purpose === purpose) && (subject === undefined || submission?.subject === subject))
      .filter(
        ({ progress: { paperDueAt } }) =>
          dueWithinDays === undefined || (paperDueAt !== undefined && Date.parse(paperDueAt) <= Date.parse(now) + dueWithinDays * 86_400_000),
      )
      .filter((stored) => find.trim() === '' || found(stored, find))
      .sort((one, other) => (placeOf(one, this.file(one)) < placeOf(other, this.file(other)) ? -1 : 1));
    const after = rows.filter((stored) => cursor === undefined || placeOf(stored, this.file(stored)) > cursor);
    const items = after.slice(0, limit);
    const last = items.at(-1);
    const counts = [...new Set(mine.map(({ progress }) => progress.status))].map((name) => ({
      status: name,
      count: mine.filter(({ progress }) => progress.status === name).length,
    }));
    return {
      items: items.map((stored) => this.row(stored, officer)),
      ...(after.length > limit && last && { nextCursor: placeOf(last, this.file(last)) }),
      ...(cursor === undefined && { counts }),
      now,
    };
  }

  read(id: string, officer: TestOfficer): unknown {
    const stored = this.find(id, officer);
    const file = this.file(stored);
    const { progress, submission } = stored;
    const { now, accounts } = this.#memory;
    const openBy = this.#openBy(file, officer);
    const before = file.open.get(officer.id);
    file.open.set(officer.id, { officer, since: before && before.until > now ? before.since : now, until: new Date(Date.parse(now) + LEASE).toISOString() });
    this.#looked(file, 'case-read', officer);
    const { photographs = [], purpose: _, subject: __, rulePack: ___, agencyCode: ____, commitment: _____, ...declared } = submission ?? {};
    const account = submission && accounts.find(submission.bhxhNumber);
    const last = file.last;
    const undoable = last && !undoFault(last, { now, officerId: officer.id, status: progress.status });
    return {
      ...this.#heading(stored),
      rulePack: progress.rulePack,
      now,
      ...(submission && { declared, addressText: submission.address?.street }),
      photographs: photographs.map(({ kind }) => ({ kind })),
      allowed: allowedOn(progress.status),
      ...(undoable && { undo: { act: last.act, until: undoUntil(last.at) } }),
      history: [{ act: 'declared', at: progress.receivedAt, status: progress.history[0]?.status ?? progress.status }, ...file.steps, ...cancelled(stored)],
      duplicates: this.#duplicates(stored, officer),
      ...(account && { account: { state: account.state, createdAt: account.createdAt } }),
      openBy: openBy.map((lease) => ({ officerName: lease.officer.fullName, agencyName: this.agencyName(lease.officer), since: lease.since })),
    };
  }

  photograph(id: string, kind: string, officer: TestOfficer): Uint8Array {
    const stored = this.find(id, officer);
    const reference = stored.submission?.photographs.find((photograph) => photograph.kind === kind);
    const photograph = reference && this.#memory.photographs.get(reference.id);
    if (!photograph) throw new Refusal('review.not-found');
    this.#looked(this.file(stored), 'photograph-read', officer);
    return photograph.bytes;
  }

  act(
    act: ReviewAct,
    id: string,
    version: number,
    officer: TestOfficer,
    rejection?: { readonly reasons: readonly string[]; readonly words?: string | undefined },
  ): unknown {
    const stored = this.find(id, officer);
    const file = this.file(stored);
    const { now, accounts } = this.#memory;
    this.#refuseOther(stored, version);
    const from = stored.progress.status as DeclarationStatus;
    const to = statusAfter(from, act);
    if (!to || !stored.submission) throw new Refusal('review.not-allowed');
    const said = act === 'reject' ? rejectionOf(rejection) : undefined;
    const actId = `act-${this.#memory.next()}`;
    const undo = act === 'approve' ? accounts.apply(stored.submission, stored.progress.agencyName, now, undoUntil(now), actId) : () => true;
    const { progress: before } = stored;
    if (said) {
      file.correctionCode = accounts.newCode();
      accounts.send(stored.submission, `Tờ khai ${before.reference} không được chấp nhận. Mã sửa: ${file.correctionCode}`, undoUntil(now), actId);
    }
    const step: Step = { act, at: now, status: to, officerName: officer.fullName, agencyName: this.agencyName(officer), ...said };
    file.acts++;
    file.steps.push(step);
    file.last = { id: actId, act, from, to, at: now, officerId: officer.id, step, goBack: () => undo() && ((stored.progress = before), true) };
    stored.progress = {
      ...before,
      status: to,
      history: [...before.history, { status: to, at: now }],
      ...(said && { reason: said.reasons[0], reasons: [...said.reasons], ...(said.words && { words: said.words }), correctableUntil: correctableUntil(now) }),
    };
    this.#looked(file, RECORDED[act], officer);
    return this.#outcome(stored, undoUntil(now));
  }

  undo(id: string, version: number, officer: TestOfficer): unknown {
    const stored = this.find(id, officer);
    const file = this.file(stored);
    this.#refuseOther(stored, version);
    const { now, accounts } = this.#memory;
    const fault = undoFault(file.last, { now, officerId: officer.id, status: stored.progress.status });
    if (fault || !file.last || stored.progress.correctedAs !== undefined) throw new Refusal(fault ?? 'review.undo-over');
    if (!file.last.goBack()) throw new Refusal('review.undo-impossible');
    accounts.takeBack(file.last.id);
    file.last.step.undone = true;
    file.steps.push({ act: 'undone', at: now, status: stored.progress.status, officerName: officer.fullName, agencyName: this.agencyName(officer) });
    file.last = undefined;
    file.acts++;
    this.#looked(file, 'undone', officer);
    return this.#outcome(stored);
  }

  /** The case of an id, when it is the officer's; otherwise the answer for one nobody has. */
  find(id: string, officer: TestOfficer): StoredDeclaration {
    const stored = this.#mine(officer).find((each) => this.file(each).id === id);
    if (!stored) throw new Refusal('review.not-found');
    return stored;
  }

  row(stored: StoredDeclaration, officer: TestOfficer): Record<string, unknown> {
    const { submission } = stored;
    return {
      ...this.#heading(stored),
      ...(submission && { fullName: submission.fullName, maskedNumber: maskNumber(submission.bhxhNumber) }),
      openElsewhere: this.#openBy(this.file(stored), officer).length > 0,
    };
  }

  /** Who looked at a declaration, newest first. */
  accesses(stored: StoredDeclaration): readonly unknown[] {
    return [...this.file(stored).looks].reverse();
  }

  /** Whether a text is the code by which the owner corrects this declaration. */
  opensCorrection(stored: StoredDeclaration, text: string): boolean {
    const code = parseActivationCode(text);
    return code.ok && code.value === this.file(stored).correctionCode && isCorrectable(stored, this.#memory.now);
  }

  /** Sends a new correction code. */
  renewCorrection(stored: StoredDeclaration): void {
    if (!isCorrectable(stored, this.#memory.now) || !stored.submission) return;
    const code = this.#memory.accounts.newCode();
    this.file(stored).correctionCode = code;
    this.#memory.accounts.send(stored.submission, `Mã sửa tờ khai ${stored.progress.reference}: ${code}`, this.#memory.now);
  }

  /** What the desk knows of a declaration; a file is begun with the first question. */
  file(stored: StoredDeclaration): File {
    const known = this.#files.get(stored);
    if (known) return known;
    const file: File = { id: `00000000-0000-4000-8000-${String(this.#memory.next()).padStart(12, '0')}`, acts: 0, steps: [], open: new Map(), looks: [] };
    this.#files.set(stored, file);
    return file;
  }

  version(stored: StoredDeclaration): number {
    return 1 + this.file(stored).acts + (stored.progress.status === 'cancelled' ? 1 : 0);
  }

  #mine(officer: TestOfficer): StoredDeclaration[] {
    return [...this.#memory.declarations.values()].filter(({ progress }) => actsFor(this.#memory.beginning.agencies, officer.agencyCode, progress.agencyCode));
  }

  #heading(stored: StoredDeclaration): Record<string, unknown> {
    const { reference, status, agencyCode, receivedAt, paperDueAt } = stored.progress;
    const { purpose, subject } = stored.submission ?? {};
    return {
      id: this.file(stored).id,
      reference,
      status,
      version: this.version(stored),
      agencyCode,
      agencyName: agencyInWords(this.#memory.beginning.agencies, agencyCode),
      receivedAt,
      ...(paperDueAt && { paperDueAt }),
      ...(purpose && { purpose }),
      ...(subject && { subject }),
    };
  }

  #openBy(file: File, officer: TestOfficer) {
    return [...file.open.values()].filter((lease) => lease.officer.id !== officer.id && lease.until > this.#memory.now);
  }

  agencyName(officer: TestOfficer): string {
    return agencyInWords(this.#memory.beginning.agencies, officer.agencyCode);
  }

  #looked(file: File, act: string, officer: TestOfficer): void {
    file.looks.push({ at: this.#memory.now, act, agencyCode: officer.agencyCode, agencyName: this.agencyName(officer) });
  }

  #refuseOther(stored: StoredDeclaration, version: number): void {
    if (version === this.version(stored)) return;
    const last = this.file(stored).steps.at(-1) ?? cancelled(stored)[0];
    const facts = { version: this.version(stored), status: stored.progress.status, ...(last && { act: last.act, at: last.at }) };
    throw new Refusal('review.changed', [{ pointer: '/version', code: 'review.changed', facts }]);
  }

  #outcome(stored: StoredDeclaration, until?: string): unknown {
    const { reference, status } = stored.progress;
    const { now } = this.#memory;
    return { id: this.file(stored).id, reference, status, version: this.version(stored), allowed: allowedOn(status), ...(until && { undoUntil: until }), now };
  }

  #duplicates(stored: StoredDeclaration, officer: TestOfficer): unknown[] {
    const own = stored.submission;
    if (!own) return [];
    const { agencies } = this.#memory.beginning;
    return [...this.#memory.declarations.values()]
      .filter((other) => other !== stored && other.submission !== undefined)
      .map((other) => ({ other, same: sameFacts(own, other.submission ?? own) }))
      .filter(({ same }) => same.length > 0)
      .map(({ other, same }) => {
        const { reference, status, receivedAt, agencyCode } = other.progress;
        const seen = actsFor(agencies, officer.agencyCode, agencyCode);
        return {
          ...(seen && { id: this.file(other).id, reference, fullName: other.submission?.fullName, purpose: other.submission?.purpose }),
          status,
          agencyName: agencyInWords(agencies, agencyCode),
          receivedAt,
          same,
        };
      })
      .sort((one, other) => (one.receivedAt < other.receivedAt ? 1 : -1));
  }
}

const allowedOn = (status: string): string[] => actsOn(status as DeclarationStatus).filter((act) => act !== 'paper-overdue');

/** What the clock did, as a step. */
function cancelled({ progress }: StoredDeclaration): Step[] {
  const last = progress.history.at(-1);
  return progress.status === 'cancelled' && last ? [{ act: 'cancelled', at: last.at, status: 'cancelled' }] : [];
}

/** The place in the queue: the oldest deadline first. It never changes, so that pages join whatever happens meanwhile. */
const placeOf = ({ progress }: StoredDeclaration, { id }: File): string => `${progress.paperDueAt ?? progress.receivedAt} ${id}`;

function found({ progress, submission }: StoredDeclaration, find: string): boolean {
  const wanted = foldVietnamese(find).trim();
  if (progress.reference.toLowerCase() === wanted) return true;
  if (!submission) return false;
  const { fullName, bhxhNumber, identityNumber, mobilePhone, email } = submission;
  return foldVietnamese(fullName).includes(wanted) || [bhxhNumber, identityNumber, mobilePhone, email?.toLowerCase()].includes(wanted.replace(/\s/g, ''));
}

type Facts = NonNullable<StoredDeclaration['submission']>;

function sameFacts(one: Facts, other: Facts): string[] {
  const compared = [
    ['bhxh-number', one.bhxhNumber, other.bhxhNumber],
    ['identity-number', one.identityNumber, other.identityNumber],
    ['mobile-phone', one.mobilePhone, other.mobilePhone],
    ['email', one.email?.toLowerCase(), other.email?.toLowerCase()],
  ] as const;
  return compared.flatMap(([fact, mine, theirs]) => (mine !== undefined && mine === theirs ? [fact] : []));
}

function rejectionOf(rejection: { readonly reasons: readonly string[]; readonly words?: string | undefined } = { reasons: [] }): Rejected {
  const read = parseRejection(rejection);
  if (read.ok) return read.value;
  const pointer = read.code.startsWith('rejection.words') ? '/words' : '/reasons';
  throw new Refusal('review.rejection-invalid', [{ pointer, code: read.code, facts: { ...read.facts } }]);
}
