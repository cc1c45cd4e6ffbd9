import { dayInVietnam } from '@bhxh-kit/domain';
import { DAY, MINUTE, nextReminder, note, once, Refused, tell } from './rules.js';
import type { Declared, Ready, State } from './state.js';

export function submit(state: State, at: number): string {
  const { key, album: whose, keys, person, agency, corrects } = state.handIns[at]!;
  return once(state, key, String(at), () => {
    const album = whose === undefined ? undefined : state.albums[whose];
    const owner = album?.owner === undefined ? undefined : state.declarations[album.owner];
    const named = corrects === undefined ? undefined : state.declarations[corrects];
    const closed = named && !named.gone && (named.status !== 'rejected' || named.correctedAs !== undefined);
    if (closed || !album?.kept || album.keys !== keys || (owner && !correctable(owner, state.now))) throw new Refused('declaration.invalid');
    const [year, province] = [dayInVietnam(new Date(state.now)).slice(0, 4), agency.slice(0, 3)];
    const serial = (state.serials[`${year} ${province}`] ?? 0) + 1;
    state.serials[`${year} ${province}`] = serial;
    const reference = `${String(serial).padStart(5, '0')}.GD_${year}_${province}`;
    const dueAt = state.now + 10 * DAY;
    album.owner = state.declarations.length;
    state.declarations.push({
      person,
      agency,
      reference,
      receivedAt: state.now,
      dueAt,
      status: 'waiting-for-paper',
      version: 1,
      nextReminderAt: nextReminder({ receivedAt: state.now, dueAt }, state.now),
      resentAt: undefined,
      correctableUntil: undefined,
      correctedAs: undefined,
      emptiedAt: undefined,
      gone: false,
      history: ['waiting-for-paper'],
      acts: [],
      notices: { received: 1 },
      refusals: 0,
    });
    for (const act of ['declared', 'consented']) note(state, act, reference, 'person');
    for (const corrected of new Set([owner, named])) if (corrected && correctable(corrected, state.now)) close(state, corrected, reference);
    return `201 ${reference} waiting-for-paper`;
  });
}

const correctable = ({ status, correctedAs, correctableUntil = 0, emptiedAt, gone }: Declared, now: number): boolean =>
  status === 'rejected' && correctedAs === undefined && emptiedAt === undefined && !gone && correctableUntil > now;

function close(state: State, corrected: Declared, reference: string): void {
  corrected.correctedAs = reference;
  note(state, 'corrected', corrected.reference, 'person');
}

export function follow(state: State, { which, contact }: Extract<Ready, { act: 'follow' }>): string {
  const { gone, status, history } = state.declarations[which]!;
  if (gone || contact === 'another') throw new Refused('declaration.not-found');
  return `200 ${status} ${history.join()}`;
}

/** The declaration whose owner asks for something that needs what was declared. */
function whole(state: State, which: number): Declared {
  const declared = state.declarations[which]!;
  if (declared.gone) throw new Refused('declaration.not-found');
  if (declared.emptiedAt !== undefined) throw new Refused('declaration.closed');
  return declared;
}

export function resend(state: State, which: number): string {
  const declared = whole(state, which);
  // What was decided has a notice of its own.
  if (!['waiting-for-paper', 'in-review'].includes(declared.status)) throw new Refused('declaration.closed');
  if (declared.resentAt !== undefined && declared.resentAt + 10 * MINUTE > state.now) throw new Refused('notice.too-soon');
  declared.resentAt = state.now;
  tell(declared, 'received');
  note(state, 'notice-resent', declared.reference, 'person');
  return '202';
}

export function print(state: State, which: number): string {
  note(state, 'form-read', whole(state, which).reference, 'person');
  return '200';
}

export function open(state: State, which: number): string {
  const declared = state.declarations[which]!;
  if (!correctable(declared, state.now)) {
    declared.refusals++;
    note(state, 'correction-refused', declared.gone ? 'unknown' : declared.reference, 'person');
    throw new Refused('correction.refused');
  }
  const own = state.albums.filter(({ owner, kept }) => owner === which && kept);
  for (const album of own) album.keys++;
  note(state, 'correction-opened', declared.reference, 'person');
  return `200 ${own.length * 3} photographs`;
}

export function activate(state: State, { person, by }: Extract<Ready, { act: 'activate' }>): string {
  const account = state.accounts[person];
  const subject = account ? `account of ${person}` : 'unknown';
  if (!account || account.active || account.by !== by || account.codeUntil <= state.now) {
    state.refusals[person] = (state.refusals[person] ?? 0) + 1;
    note(state, 'activation-refused', subject, 'person');
    throw new Refused('activation.refused');
  }
  account.active = true;
  note(state, 'account-activated', subject, subject);
  return '204';
}
