import { createDirectory, type Directory } from '@bhxh-kit/directory';
import { fileLoader } from '@bhxh-kit/directory/node';
import type { Agency } from '@bhxh-kit/domain';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { agenciesOf, mayReview } from './jurisdiction.js';

const directoryOf = (agencies: readonly Agency[], today = '2026-11-21'): Directory => createDirectory({ load: fileLoader(), today: () => today, agencies });

/** Trees of any shape: each agency below an earlier one or below none, some closed with the map of 2021. Codes tell nothing of the parent, as with real ones. */
const someAgencies = fc.array(fc.record({ parent: fc.nat(), closed: fc.boolean() }), { minLength: 1, maxLength: 14 }).chain((shape) =>
  fc.uniqueArray(fc.integer({ min: 0, max: 99_999 }), { minLength: shape.length, maxLength: shape.length }).map((numbers) =>
    shape.map(({ parent, closed }, at): Agency & { closed: boolean } => {
      const code = (number: number) => String(number).padStart(5, '0');
      const above = at === 0 ? undefined : numbers[parent % (at + 1)];
      const parentCode = above === undefined || above === numbers[at] ? undefined : code(above);
      return { code: code(numbers[at] ?? 0), name: `BHXH Mẫu ${at}`, closed, ...(parentCode && { parentCode }), ...(closed && { validTo: '2025-06-30' }) };
    }),
  ),
);

/** Told anew, without the directory: the codes above one, itself included, among agencies that were in office together. */
function lineOf(code: string, agencies: readonly (Agency & { closed: boolean })[]): string[] {
  const agency = agencies.find((each) => each.code === code);
  if (!agency) return [];
  const together = agency.closed ? agencies : agencies.filter((each) => !each.closed);
  const line: string[] = [];
  for (let at = together.find((each) => each.code === code); at; at = together.find((each) => each.code === at?.parentCode)) line.push(at.code);
  return line;
}

describe('an officer acts for', () => {
  it('O1 · their own agency and every one below it, at any depth and also when it was closed, and for no other', async () => {
    await fc.assert(
      fc.asyncProperty(someAgencies, async (agencies) => {
        const directory = directoryOf(agencies);
        for (const { code: own } of agencies) {
          const allowed = [];
          for (const { code } of agencies) {
            const may = await mayReview(directory, { agencyCode: own }, code);
            expect(may, `${own} → ${code}`).toBe(code === own || lineOf(code, agencies).includes(own));
            if (may) allowed.push(code);
          }
          expect(new Set(await agenciesOf(directory, { agencyCode: own }))).toEqual(new Set(allowed));
        }
      }),
      { numRuns: 60 },
    );
  });

  it('O1 · whatever the directory does not know: their own alone', async () => {
    const directory = directoryOf([{ code: '001', name: 'BHXH Tp. Hà Nội' }]);
    expect(await mayReview(directory, { agencyCode: '99999' }, '99999')).toBe(true);
    expect(await mayReview(directory, { agencyCode: '001' }, '99999')).toBe(false);
    expect(await mayReview(directory, { agencyCode: '99999' }, '001')).toBe(false);
    expect(await mayReview(directory, { agencyCode: '' }, '001')).toBe(false);
    expect(await agenciesOf(directory, { agencyCode: '99999' })).toEqual(['99999']);
  });

  it('O1 · the agencies the kit ships: the province its districts of 2021 too, a district itself, one province never another', async () => {
    const directory = createDirectory({ load: fileLoader(), today: () => '2026-11-21' });
    expect(await mayReview(directory, { agencyCode: '001' }, '00106')).toBe(true);
    expect(await mayReview(directory, { agencyCode: '00106' }, '001')).toBe(false);
    expect(await mayReview(directory, { agencyCode: '00106' }, '00101')).toBe(false);
    expect(await mayReview(directory, { agencyCode: '091' }, '00106')).toBe(false);
    expect(await agenciesOf(directory, { agencyCode: '001' })).toHaveLength(16);
  });
});
