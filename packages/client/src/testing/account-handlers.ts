import type { TestCall } from './handlers.js';

const PAGE = 50;

/** The looks at the declarations of a person, newest first. */
function accesses({ input, headers, memory }: TestCall): unknown {
  const { bhxhNumber } = memory.person(headers).profile;
  const { cursor = '0', limit = PAGE } = input as { cursor?: string; limit?: number };
  const own = [...memory.declarations.values()].filter(({ submission }) => submission?.bhxhNumber === bhxhNumber);
  const rows = own
    .flatMap((stored) => memory.desk.accesses(stored).map((look) => ({ ...(look as { at: string }), role: 'officer', reference: stored.progress.reference })))
    .sort((a, b) => (a.at < b.at ? 1 : -1));
  const from = Number(cursor);
  return { items: rows.slice(from, from + limit), ...(from + limit < rows.length ? { nextCursor: String(from + limit) } : {}) };
}

/** What the test gateway answers about an account: its children, its contact, and who looked at its data. */
export const accountHandlers: Readonly<Record<string, (call: TestCall) => unknown>> = {
  'children.list': ({ headers, memory }) => memory.guardians.childrenOf(memory.person(headers), memory.now),
  'contacts.sendCodes': ({ input, headers, memory }) =>
    memory.contacts.send(input as { kind: 'mobilePhone' | 'email'; contact: string }, memory.person(headers).profile, memory.now),
  'contacts.change': ({ input, headers, memory }) =>
    memory.contacts.change(input as { changeId: string; registeredCode: string; newCode: string }, memory.person(headers).profile.bhxhNumber, memory.now),
  'accesses.mine': accesses,
};
