import { ReviewQuery } from '@bhxh-kit/contract';
import { DeclarationPurpose, DeclarationStatus, SubjectType } from '@bhxh-kit/domain';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { DUE_WITHIN, filtersOn, isNarrowed, OPEN_FILTER, PURPOSES, queryOf, STATUSES, SUBJECTS } from './queue-filter.js';

const filters = fc.record({
  status: fc.subarray([...STATUSES]),
  purpose: fc.constantFrom('', ...PURPOSES),
  subject: fc.constantFrom('', ...SUBJECTS),
  dueWithin: fc.constantFrom('', ...DUE_WITHIN.map(String)),
  agencyCode: fc.constantFrom('', '001', '00106'),
  find: fc.string({ maxLength: 254 }),
});

describe('O1 · filters', () => {
  it('O1 · offer every status, purpose and subject of the domain', () => {
    expect([STATUSES, PURPOSES, SUBJECTS]).toEqual([DeclarationStatus.options, DeclarationPurpose.options, SubjectType.options]);
  });

  it('O1 · whatever is chosen is a question of the contract', () => {
    fc.assert(
      fc.property(filters, (filter) => {
        expect(z.safeParse(ReviewQuery, queryOf(filter)).error).toBeUndefined();
      }),
    );
  });

  it('O1 · no status is as good as all, and what is open is narrowed by nothing', () => {
    expect(queryOf({ ...OPEN_FILTER, status: [] }).status).toEqual(STATUSES);
    expect([isNarrowed(OPEN_FILTER), isNarrowed({ ...OPEN_FILTER, find: '  ' }), isNarrowed({ ...OPEN_FILTER, status: [] })]).toEqual([false, false, true]);
    expect(filtersOn({ ...OPEN_FILTER, purpose: 'stop', dueWithin: '0', find: 'a' })).toBe(2);
  });
});
