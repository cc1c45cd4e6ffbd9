import { type DeclarationStatus, statusAfter } from '@bhxh-kit/domain';
import { OFFICERS } from './acts.js';
import { DAY, HOUR, MINUTE, note, Refused, SECOND_PERSON_FROM, tell } from './rules.js';
import type { Declared, Done, List, Ready, State } from './state.js';

const name = (officer: number): string => `officer ${officer}`;
const actsFor = (officer: number, agency: string): boolean => OFFICERS[officer] === agency || (OFFICERS[officer] === '001' && agency === '00106');
const inScope = (state: State, officer: number, which: number): boolean => {
  const { gone, agency } = state.declarations[which]!;
  return !gone && actsFor(officer, agency);
};

export function mine(state: State, officer: number, which: number): Declared {
  if (!inScope(state, officer, which)) throw new Refused('review.not-found');
  return state.declarations[which]!;
}

export function queue(state: State, officer: number): string {
  note(state, 'queue-read', OFFICERS[officer]!, name(officer));
  const open = state.declarations.filter(({ status }, which) => inScope(state, officer, which) && (status === 'waiting-for-paper' || status === 'in-review'));
  return `200 ${open.map(({ reference }) => reference).sort().join()}`;
}

export function look(state: State, { act, officer, which }: Extract<Ready, { act: 'look' | 'photograph' }>): string {
  const { reference, status, version } = mine(state, officer, which);
  if (act === 'photograph' && !state.albums.some(({ owner, kept }) => owner === which && kept)) throw new Refused('review.not-found');
  note(state, act === 'look' ? 'case-read' : 'photograph-read', reference, name(officer));
  return act === 'look' ? `200 ${status} ${version}` : '200';
}

const AUDITED = { receivePaper: 'paper-received', approve: 'approved', reject: 'rejected' } as const;

export function perform(state: State, declared: Declared, act: Done['act'], version: number, officer: number): void {
  if (declared.version !== version) throw new Refused('review.changed');
  const to = statusAfter(declared.status, act === 'receivePaper' ? 'paper-received' : act);
  if (!to || declared.emptiedAt !== undefined) throw new Refused('review.not-allowed');
  if (act === 'approve') {
    if (state.accounts[declared.person]) throw new Refused('review.account-exists');
    state.accounts[declared.person] = { by: state.declarations.indexOf(declared), codeUntil: state.now + 72 * HOUR, active: false };
    note(state, 'account-made', `account of ${declared.person}`, declared.reference);
    tell(declared, 'activation');
  }
  if (act === 'reject') {
    declared.correctableUntil = state.now + 30 * DAY;
    tell(declared, 'rejected');
  }
  declared.acts.push({ act, from: declared.status, to, officer, at: state.now, undone: false });
  turn(declared, to);
  declared.history.push(to);
  note(state, AUDITED[act], declared.reference, name(officer));
}

function turn(declared: Declared, to: DeclarationStatus): void {
  declared.status = to;
  declared.version++;
}

export function undo(state: State, declared: Declared, version: number, officer: number): void {
  if (declared.version !== version) throw new Refused('review.changed');
  const last = declared.acts.findLast(({ undone }) => !undone);
  if (!last || last.to !== declared.status) throw new Refused('review.undo-over');
  if (last.officer !== officer) throw new Refused('review.undo-not-yours');
  if (state.now >= last.at + MINUTE) throw new Refused('review.undo-over');
  if (declared.correctedAs !== undefined) throw new Refused('review.undo-over');
  if (last.act === 'approve') {
    delete state.accounts[declared.person];
    note(state, 'account-restored', `account of ${declared.person}`, 'officer');
    delete declared.notices['activation'];
  }
  if (last.act === 'reject') {
    declared.correctableUntil = undefined;
    delete declared.notices['rejected'];
  }
  last.undone = true;
  turn(declared, last.from);
  declared.history.pop();
  note(state, 'undone', declared.reference, name(officer));
}

export function approveList(state: State, { officer, items }: Extract<Ready, { act: 'approveList' }>): string {
  const list: List = {
    officer,
    until: state.now + DAY,
    state: 'waiting',
    items: items.map(({ which, version }) => ({ which, version, outcome: inScope(state, officer, which) ? 'waiting' : NOBODYS })),
  };
  note(state, 'list-made', `list ${state.lists.length}`, name(officer));
  state.lists.push(list);
  return items.length >= SECOND_PERSON_FROM ? shown(list) : run(state, list, officer);
}

const NOBODYS = 'refused review.not-found';
const shown = ({ state, items }: List): string => `200 ${state} ${items.map(({ outcome }) => outcome).join()}`;

function run(state: State, list: List, officer: number): string {
  eachRow(state, list, 'waiting', officer, 'approved', (declared, version) => perform(state, declared, 'approve', version, officer));
  Object.assign(list, { state: 'done', decidedBy: officer, decidedAt: state.now });
  return shown(list);
}

function eachRow(state: State, list: List, from: string, officer: number, to: string, act: (declared: Declared, version: number) => void): void {
  for (const item of list.items.filter(({ outcome }) => outcome === from)) {
    if (!inScope(state, officer, item.which)) {
      item.outcome = NOBODYS;
      continue;
    }
    const declared = state.declarations[item.which]!;
    try {
      act(declared, to === 'undone' ? (item.made ?? 0) : item.version);
      item.outcome = to;
      item.made = declared.version;
    } catch (refusal) {
      if (!(refusal instanceof Refused)) throw refusal;
      item.outcome = `refused ${refusal.message}`;
    }
  }
}

export function decideList(state: State, { act, officer, list: at }: Extract<Ready, { list: number }>): string {
  const list = state.lists[at]!;
  const own = list.items.filter(({ outcome }) => outcome !== NOBODYS);
  const sees = list.officer === officer || (own.length > 0 && own.every(({ which }) => inScope(state, officer, which)));
  const waits = act === 'undoList' || (list.state === 'waiting' && list.until > state.now);
  if (!sees || !waits) throw new Refused('review.list-not-found');
  if (act === 'declineList') {
    Object.assign(list, { state: 'declined', decidedBy: officer, decidedAt: state.now });
    note(state, 'list-declined', `list ${at}`, name(officer));
    return shown(list);
  }
  if (act === 'confirmList') {
    if (list.officer === officer) throw new Refused('review.second-person');
    note(state, 'list-confirmed', `list ${at}`, name(officer));
    return run(state, list, officer);
  }
  if (list.state !== 'done' || (list.decidedAt ?? 0) + MINUTE <= state.now) throw new Refused('review.undo-over');
  if (list.decidedBy !== officer) throw new Refused('review.undo-not-yours');
  eachRow(state, list, 'approved', officer, 'undone', (declared, version) => undo(state, declared, version, officer));
  list.state = 'undone';
  note(state, 'list-undone', `list ${at}`, name(officer));
  return shown(list);
}
