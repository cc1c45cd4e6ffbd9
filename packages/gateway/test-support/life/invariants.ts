import { DECLARATION_LIFE } from '@bhxh-kit/domain';
import { expect } from 'vitest';
import type { Declared, State } from './state.js';
import type { Seen, SeenDeclaration } from './seen.js';
import type { Carried } from './world.js';

/** What the invariants look at after each step: how it must be, how it is, how it was before, and what the carrier had. */
export interface Looked {
  readonly must: State;
  readonly seen: Seen;
  readonly before: Seen | undefined;
  readonly carried: ReadonlyMap<string, Carried>;
  /** What each message tells, learned from the outbox. */
  readonly notices: ReadonlyMap<string, { readonly reference: string; readonly notice: string; readonly channel: string }>;
}

/** What holds after every step, whatever was done, in whatever order, by however many at once. */
export const INVARIANTS: Readonly<Record<string, (looked: Looked) => void>> = {
  'no declaration is lost or doubled: exactly those acknowledged are there, each as its acts made it': ({ must, seen }) => {
    const declared = must.declarations.filter(({ gone }) => !gone).map((each) => shouldBe(each, must));
    same(seen.declarations.map(inWords), declared.map(inWords));
  },

  'every reference is unique, and serials have no gap': ({ must }) => {
    const references = must.declarations.map(({ reference }) => reference);
    expect(new Set(references).size).toBe(references.length);
    for (const [of, last] of Object.entries(must.serials))
      expect(references.filter((reference) => reference.slice(9) === `${of.slice(0, 4)}_${of.slice(5)}`).length, of).toBe(last);
  },

  'a status moves only along the life of declarations, or back by an undo': ({ seen, before }) => {
    for (const { reference, status } of seen.declarations) {
      const was = before?.declarations.find((each) => each.reference === reference)?.status ?? 'waiting-for-paper';
      expect(reachable(was), `${reference}: ${was} → ${status}`).toContain(status);
    }
  },

  'a version only grows, by one with each act': ({ seen, before }) => {
    for (const { reference, version } of seen.declarations) {
      const acts = Object.entries(seen.trail).filter(([row]) => VERSIONED.test(row) && row.includes(` ${reference} `));
      expect(version, reference).toBe(1 + acts.reduce((sum, [, times]) => sum + times, 0));
      expect(version).toBeGreaterThanOrEqual(before?.declarations.find((each) => each.reference === reference)?.version ?? 1);
    }
  },

  'of a cancelled declaration nothing personal is left: no answers, photographs, fingerprints, words, codes, and no message but that it was cancelled': ({ seen, must }) => {
    for (const { reference, kept, photographs, marks, sealed_acts, codes, messages } of seen.declarations) {
      if (must.declarations.find((each) => each.reference === reference)?.emptiedAt === undefined) continue;
      const waiting = messages.filter(({ delivered, notice }) => !delivered && notice !== 'cancelled');
      expect({ reference, kept, photographs, marks, sealed_acts, codes, waiting }).toEqual({ reference, kept: false, photographs: 0, marks: 0, sealed_acts: 0, codes: 0, waiting: [] });
    }
  },

  'each act has exactly one row in the audit trail, and nothing else has': ({ seen, must }) => {
    const accountOf = (row: string) => row.replace(/account of (\d+)/g, (_, person: string) => `account of person ${person}`);
    const byPerson = (row: string) =>
      row.replace(/account made by (\S+)/g, (_, reference: string) => `account of person ${must.declarations.find((each) => each.reference === reference)?.person}`);
    same(counted(seen.trail, byPerson), counted(must.trail, accountOf));
  },

  'a person has one account or none: one when an approval of theirs stands': ({ seen, must }) => {
    const accounts = Object.entries(must.accounts).map(([person, { active }]) => ({ person: Number(person), active }));
    expect([...seen.accounts].sort((one, other) => one.person - other.person)).toEqual(accounts);
  },

  'no message is doubled: to each channel one id for each cause, with one content however often it is sent': ({ seen, must, carried, notices }) => {
    for (const { reference, messages, kept } of seen.declarations) {
      const declared = must.declarations.find((each) => each.reference === reference);
      const counts = timesOf(messages.map(({ notice, channel }) => `${notice} ${channel}`));
      for (const [cause, times] of Object.entries(counts)) expect(times, `${reference} ${cause}`).toBeLessThanOrEqual(declared?.notices[cause.split(' ')[0] ?? ''] ?? 0);
      // Of what was not emptied none is lost either; a reminder nobody could deliver before the deadline is dropped.
      if (kept)
        for (const [notice, times] of Object.entries(declared?.notices ?? {}))
          for (const channel of ['sms', 'email']) if (notice !== 'reminder') expect(counts[`${notice} ${channel}`] ?? 0, `${reference} ${notice} ${channel}`).toBe(times);
    }
    for (const [id, { contents }] of carried) expect([id, contents.size, notices.has(id)]).toEqual([id, 1, true]);
  },

  'what was taken back was told to nobody, and each cause was told once': ({ must, carried, notices }) => {
    const told = timesOf([...carried.keys()].map((id) => Object.values(notices.get(id) ?? {}).join(' ')));
    for (const [cause, times] of Object.entries(told)) {
      const [reference, notice = ''] = cause.split(' ');
      expect(times, cause).toBeLessThanOrEqual(must.declarations.find((each) => each.reference === reference)?.notices[notice] ?? 0);
    }
  },

  'what is marked as delivered was taken by the carrier': ({ seen, carried }) => {
    for (const { messages } of seen.declarations) for (const { id, delivered } of messages) if (delivered) expect(carried.has(id), id).toBe(true);
  },
};

const VERSIONED = /^(paper-received|approved|rejected|undone|cancelled) /;

const shouldBe = ({ reference, status, version, history, emptiedAt }: Declared, { albums, declarations }: State) => ({
  reference,
  status,
  version,
  kept: emptiedAt === undefined,
  photographs: 3 * albums.filter(({ owner, kept }) => kept && owner !== undefined && declarations[owner]?.reference === reference).length,
  history: [...history],
});

const inWords = ({ reference, status, version, kept, photographs, history }: Pick<SeenDeclaration, 'reference' | 'status' | 'version' | 'kept' | 'photographs' | 'history'>): string =>
  `${reference} ${status}, version ${version}, ${kept ? 'kept' : 'emptied'}, ${photographs} photographs, was ${history.join(', ')}`;

/** Tells of two sets of sentences what differs. */
function same(is: readonly string[], mustBe: readonly string[]): void {
  const wrong = [...is.filter((each) => !mustBe.includes(each)).map((each) => `  is:      ${each}`), ...mustBe.filter((each) => !is.includes(each)).map((each) => `  must be: ${each}`)];
  expect(wrong, wrong.join('\n')).toEqual([]);
  expect(is.length).toBe(mustBe.length);
}

/** A step may be two acts at once. */
function reachable(from: string): readonly string[] {
  const next = (status: string) => DECLARATION_LIFE.flatMap((row) => (row.from === status ? [row.to] : row.to === status && row.act !== 'paper-overdue' ? [row.from] : []));
  return [from, ...next(from), ...next(from).flatMap(next)];
}

function timesOf(causes: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const cause of causes) counts[cause] = (counts[cause] ?? 0) + 1;
  return counts;
}

function counted(trail: Readonly<Record<string, number>>, renamed: (row: string) => string): string[] {
  const counts: Record<string, number> = {};
  for (const [row, times] of Object.entries(trail)) counts[renamed(row)] = (counts[renamed(row)] ?? 0) + times;
  return Object.entries(counts).map(([row, times]) => `${row}: ${times}`);
}
