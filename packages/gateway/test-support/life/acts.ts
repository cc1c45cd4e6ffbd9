import fc from 'fast-check';

/** Agencies people declare to: a district office, and a provincial one of elsewhere. */
export const AGENCIES = ['00106', '089'] as const;
/** Officers and their agency: of the district office, of the province above it, and of elsewhere. */
export const OFFICERS = ['00106', '001', '089'] as const;
/** People who declare. Few, so that they declare again. */
export const PERSONS = 3;

export type OfficerAct = 'receivePaper' | 'approve' | 'reject' | 'undo';
export type ListAct = 'confirmList' | 'declineList' | 'undoList';

/** The moments a wait goes to: so many milliseconds on, or around a moment of a declaration. */
export type Aim = 'on' | 'deadline' | 'undo' | 'activation' | 'correction';

/** One act as it is drawn. `which` counts back from the newest declaration, round and round. */
export type Act =
  | { readonly act: 'submit'; readonly person: number; readonly agency: number }
  /** The same under the same key; the same under another key; another under the same key. */
  | { readonly act: 'again' | 'anew' | 'other'; readonly which: number }
  | { readonly act: 'follow'; readonly which: number; readonly contact: 'phone' | 'email' | 'another' }
  | { readonly act: 'resend' | 'print' | 'open' | 'correct' | 'activate'; readonly which: number }
  | { readonly act: 'queue'; readonly officer: number }
  | { readonly act: 'look' | 'photograph'; readonly officer: number; readonly which: number }
  | { readonly act: OfficerAct; readonly officer: number; readonly which: number; readonly stale: boolean }
  | { readonly act: 'approveList'; readonly officer: number; readonly which: readonly number[] }
  | { readonly act: ListAct; readonly officer: number }
  /** The officers' last act once more, under its key. */
  | { readonly act: 'repeat' }
  | { readonly act: 'jobs' }
  | { readonly act: 'carrier'; readonly carries: 'all' | 'nothing' | 'without answer' }
  | { readonly act: 'wait'; readonly aim: Aim; readonly which: number; readonly by: number }
  | { readonly act: 'both'; readonly one: Act; readonly other: Act };

const SECOND = 1000;
const HOUR = 3_600 * SECOND;
const DAY = 24 * HOUR;
const WAITS = [1, 59 * SECOND, 60 * SECOND, 61 * SECOND, 600 * SECOND, HOUR, DAY, 5 * DAY];

const which = fc.constantFrom(0, 0, 0, 1, 1, 2);
const officer = fc.constantFrom(0, 0, 0, 0, 1, 1, 1, 2);
const stale = fc.integer({ min: 0, max: 7 }).map((drawn) => drawn === 7);
const named = <Name extends string>(...names: Name[]) => fc.constantFrom(...names);

const submit: fc.Arbitrary<Act> = fc.record({ act: named('submit'), person: fc.nat(PERSONS - 1), agency: fc.constantFrom(0, 0, 0, 1) });
const acting: fc.Arbitrary<Act> = fc.record({ act: named('receivePaper', 'receivePaper', 'approve', 'approve', 'reject', 'undo', 'undo'), officer, which, stale });
const jobs: fc.Arbitrary<Act> = fc.constant({ act: 'jobs' });
const wait: fc.Arbitrary<Act> = fc.oneof(
  fc.record({ act: named('wait'), aim: named('on'), which: fc.constant(0), by: fc.constantFrom(...WAITS) }),
  fc.record({ act: named('wait'), aim: named('deadline', 'deadline', 'undo', 'activation', 'correction'), which, by: fc.constantFrom(-1, 0, 1) }),
);

/** What two may do at once: everything but moving the clock, and opening twice, where nobody could tell whose keys are the later ones. */
const mostly: readonly fc.WeightedArbitrary<Act>[] = [
  { weight: 2, arbitrary: submit },
  { weight: 2, arbitrary: fc.record({ act: named('again', 'anew', 'other'), which }) },
  { weight: 2, arbitrary: fc.record({ act: named('follow'), which, contact: named('phone', 'email', 'another') }) },
  { weight: 3, arbitrary: fc.record({ act: named('resend', 'correct', 'activate'), which }) },
  { weight: 1, arbitrary: fc.record({ act: named('queue'), officer }) },
  { weight: 2, arbitrary: fc.record({ act: named('look', 'photograph'), officer, which }) },
  { weight: 12, arbitrary: acting },
  { weight: 2, arbitrary: fc.record({ act: named('approveList'), officer, which: fc.uniqueArray(which, { minLength: 1, maxLength: 3 }) }) },
  { weight: 2, arbitrary: fc.record({ act: named('confirmList', 'undoList', 'declineList'), officer }) },
  { weight: 2, arbitrary: fc.constant({ act: 'repeat' }) },
  { weight: 4, arbitrary: jobs },
];
const opening: fc.WeightedArbitrary<Act> = { weight: 2, arbitrary: fc.record({ act: named('open'), which }) };
const both: fc.Arbitrary<Act> = fc.record({ act: named('both'), one: fc.oneof(...mostly, opening), other: fc.oneof(...mostly) });
const any: fc.Arbitrary<readonly Act[]> = fc
  .oneof(
    ...mostly,
    opening,
    { weight: 8, arbitrary: wait },
    { weight: 2, arbitrary: fc.record({ act: named('carrier'), carries: named('all', 'nothing', 'without answer') }) },
    { weight: 1, arbitrary: fc.record({ act: named('print'), which }) },
    { weight: 8, arbitrary: both },
  )
  .map((act) => [act]);

/** Ways a declaration really goes, from its beginning or from where it is, so that lives get somewhere; what is drawn beside them happens between. */
const way: fc.Arbitrary<readonly Act[]> = fc
  .record({
    officer: fc.constantFrom(0, 1),
    person: fc.nat(PERSONS - 1),
    fresh: fc.boolean(),
    by: fc.constantFrom(-1, 0, 1),
    way: named('approved', 'approved', 'undone', 'undone', 'corrected', 'corrected', 'late', 'listed', 'listed'),
  })
  .map(({ officer, person, fresh, by, way }) => {
    const upon = (act: OfficerAct, which = 0): Act => ({ act, officer, which, stale: false });
    const minuteOn: Act = { act: 'wait', aim: 'on', which: 0, by: 60 * SECOND };
    const ways: Readonly<Record<typeof way, readonly Act[]>> = {
      approved: [upon('receivePaper'), upon('approve'), minuteOn, { act: 'jobs' }, { act: 'activate', which: 0 }],
      undone: [upon('receivePaper'), upon('approve'), { act: 'wait', aim: 'undo', which: 0, by }, { act: 'both', one: upon('undo'), other: { act: 'jobs' } }],
      corrected: [upon('reject'), minuteOn, { act: 'jobs' }, { act: 'open', which: 0 }, { act: 'correct', which: 0 }],
      late: [{ act: 'wait', aim: 'deadline', which: 0, by }, { act: 'both', one: { act: 'jobs' }, other: upon('receivePaper') }],
      listed: [upon('receivePaper'), upon('receivePaper', 1), { act: 'approveList', officer, which: [0, 1] }, { act: 'confirmList', officer: 1 - officer }],
    };
    const beginnings: Act[] = fresh ? [{ act: 'submit', person: (person + 1) % PERSONS, agency: 0 }, { act: 'submit', person, agency: 0 }] : [];
    return [...beginnings.slice(way === 'listed' ? 0 : 1), ...ways[way]];
  });

/** A life: somebody declares, then anything happens. */
export const lives = (longest: number): fc.Arbitrary<readonly Act[]> =>
  fc
    .tuple(submit, fc.array(fc.oneof({ weight: 3, arbitrary: any }, { weight: 1, arbitrary: way }), { minLength: 1, maxLength: longest, size: 'max' }))
    .map(([first, rest]) => [first, ...rest.flat()]);

/** An act on one line of a counterexample. */
export function sentenceOf(act: Act): string {
  if (act.act === 'both') return `at once: ${sentenceOf(act.one)} | ${sentenceOf(act.other)}`;
  return Object.values(act)
    .map((value) => (typeof value === 'object' ? `[${value.join()}]` : String(value)))
    .join(' ');
}
