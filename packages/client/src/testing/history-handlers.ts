import { yearOfVisit } from '@bhxh-kit/domain/visits/visit-sums.js';
import type { TestCall } from './handlers.js';
import { Refusal } from './refusal.js';

/** A page of rows; the cursor is where the next one begins. */
function pageOf<Row>({ input }: TestCall, rows: readonly Row[]): { readonly items: Row[]; readonly nextCursor?: string } {
  const { cursor = '0', limit = 50 } = input as { cursor?: string; limit?: number };
  const from = Number(cursor);
  return { items: rows.slice(from, from + limit), ...(from + limit < rows.length && { nextCursor: String(from + limit) }) };
}

/** What the test gateway answers about histories (H1–H3), the newest rows first. */
export const historyHandlers: Readonly<Record<string, (call: TestCall) => unknown>> = {
  'benefits.list': (call) => {
    const { benefits = [] } = call.memory.person(call.headers);
    const { kind } = call.input;
    return pageOf(
      call,
      benefits.filter((payment) => kind === undefined || payment.kind === kind),
    );
  },
  'visits.list': (call) => {
    const { visits = [] } = call.memory.person(call.headers);
    const { year, cursor } = call.input;
    const rows = visits.filter((visit) => year === undefined || yearOfVisit(visit) === year);
    const page = pageOf(
      call,
      rows.map(({ lines: _, ...visit }) => visit),
    );
    return cursor === undefined ? { ...page, years: [...new Set(visits.map(yearOfVisit))].sort((a, b) => b - a) } : page;
  },
  'visits.read': (call) => {
    const visit = call.memory.person(call.headers).visits?.find(({ id }) => id === call.input['id']);
    if (!visit) throw new Refusal('visit.not-found');
    return visit;
  },
};
