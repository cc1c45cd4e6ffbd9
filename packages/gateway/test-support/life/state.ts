import type { DeclarationStatus } from '@bhxh-kit/domain';
import type { ListAct, OfficerAct } from './acts.js';

/** A declaration as it must be. Times are milliseconds since 1970. */
export interface Declared {
  readonly person: number;
  readonly agency: string;
  readonly reference: string;
  readonly receivedAt: number;
  readonly dueAt: number;
  status: DeclarationStatus;
  version: number;
  nextReminderAt: number | undefined;
  resentAt: number | undefined;
  correctableUntil: number | undefined;
  /** The reference of the declaration that was handed in in its place. */
  correctedAs: string | undefined;
  /** Since when there is nothing left of what was declared. */
  emptiedAt: number | undefined;
  /** The tombstone is removed too. */
  gone: boolean;
  readonly history: DeclarationStatus[];
  readonly acts: Done[];
  /** Messages to each channel by notice. */
  readonly notices: Record<string, number>;
  /** Failed tries to open it for correcting. */
  refusals: number;
}

export interface Done {
  readonly act: Exclude<OfficerAct, 'undo'>;
  readonly from: DeclarationStatus;
  readonly to: DeclarationStatus;
  readonly officer: number;
  readonly at: number;
  undone: boolean;
}

/** The three photographs of one hand-in: whose they are by now, and how often they were given new keys. */
export interface Album {
  owner: number | undefined;
  kept: boolean;
  keys: number;
}

/** One request to declare: who, what for, with whose photographs, under which keys of them. */
export interface HandIn {
  readonly key: string;
  readonly person: number;
  readonly agency: string;
  /** Nothing: what was given back had none any more. */
  readonly album: number | undefined;
  readonly keys: number;
  /** The rejected declaration it says it corrects. */
  readonly corrects?: number | undefined;
}

export interface List {
  readonly officer: number;
  readonly until: number;
  readonly items: { readonly which: number; readonly version: number; outcome: string; made?: number }[];
  state: 'waiting' | 'done' | 'declined' | 'undone';
  decidedBy?: number;
  decidedAt?: number;
}

/** Everything that matters of the gateway, as it must be. Plain data: two orders of two acts are tried on copies. */
export interface State {
  now: number;
  readonly declarations: Declared[];
  readonly albums: Album[];
  readonly handIns: HandIn[];
  readonly lists: List[];
  /** By person. */
  readonly accounts: Record<number, { readonly by: number; readonly codeUntil: number; active: boolean }>;
  readonly refusals: Record<number, number>;
  readonly serials: Record<string, number>;
  /** By key of a write. */
  readonly answers: Record<string, { readonly body: string; readonly until: number; readonly answer: string }>;
  /** Rows of the audit trail, counted: act, subject, actor. */
  readonly trail: Record<string, number>;
  /** The officers' last act, with its key. */
  last: Ready | undefined;
}

export const beginning = (now: number): State => ({
  now,
  declarations: [],
  albums: [],
  handIns: [],
  lists: [],
  accounts: {},
  refusals: {},
  serials: {},
  answers: {},
  trail: {},
  last: undefined,
});

/** An act with everything it needs: which declaration, under which key, of which version. */
export type Ready =
  | { readonly act: 'submit'; readonly handIn: number }
  | { readonly act: 'follow'; readonly which: number; readonly contact: 'phone' | 'email' | 'another' }
  | { readonly act: 'resend' | 'print' | 'open'; readonly which: number }
  | { readonly act: 'queue'; readonly officer: number }
  | { readonly act: 'look' | 'photograph'; readonly officer: number; readonly which: number }
  | { readonly act: OfficerAct; readonly officer: number; readonly which: number; readonly version: number; readonly key: string }
  | { readonly act: 'approveList'; readonly officer: number; readonly items: readonly { readonly which: number; readonly version: number }[]; readonly key: string }
  | { readonly act: ListAct; readonly officer: number; readonly list: number; readonly key: string }
  /** `by`: the declaration whose approval sent the code that the person has. */
  | { readonly act: 'activate'; readonly person: number; readonly by: number }
  | { readonly act: 'jobs' };
