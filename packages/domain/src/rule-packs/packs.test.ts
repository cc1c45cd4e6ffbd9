import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CITATIONS } from './citations.js';
import { RULE_PACKS, rulePack, rulePackOn } from './packs.js';
import { RulePackId } from './rule-pack.js';

describe('the rule packs', () => {
  it.each([
    ['2020-08-21', '2021'],
    ['2021-03-23', '2021'],
    ['2023-04-06', '2021'],
    ['2023-04-07', '2023'],
    ['2025-06-30', '2023'],
    ['2025-07-01', '2025'],
    ['2040-01-01', '2025'],
  ])('on %s the pack %s is in force', (date, id) => {
    expect(rulePackOn(date).id).toBe(id);
    expect(rulePack(RulePackId.parse(id)).id).toBe(id);
  });

  it('stand in the order of their days, one for every name, each with its sources', () => {
    expect(RULE_PACKS.map(({ id }) => id)).toEqual(RulePackId.options);
    expect(RULE_PACKS.map(({ effectiveFrom }) => effectiveFrom)).toEqual(RULE_PACKS.map(({ effectiveFrom }) => effectiveFrom).sort());
    for (const pack of RULE_PACKS) expect(CITATIONS[pack.id].map(({ rule }) => rule)).toEqual(expect.arrayContaining(['basis', 'email', 'photographs']));
  });

  it('say what the law of each period says', () => {
    const said = RULE_PACKS.map((pack) => [
      pack.email,
      pack.photographs,
      pack.paperWithinDays,
      pack.childBelowAge,
      pack.addressScheme,
      pack.bhxhNumberKinds.join(),
      pack.passwordAge,
    ]);
    expect(said).toEqual([
      ['optional', 'always', 10, 18, '2021', 'legacy', 'enforce'],
      ['required', 'unless-verified', 10, 15, '2021', 'legacy', 'enforce'],
      ['required-or-vneid', 'unless-matched', 10, 15, '2025', 'personal-id,legacy', 'remind'],
    ]);
  });

  it('the day of the number switch is set by the installation and changes only which kind comes first', () => {
    const numberSwitchFrom = '2026-09-01';
    expect(rulePackOn('2026-08-31', { numberSwitchFrom }).bhxhNumberKinds).toEqual(['legacy', 'personal-id']);
    expect(rulePackOn('2026-09-01', { numberSwitchFrom }).bhxhNumberKinds).toEqual(['personal-id', 'legacy']);
    expect(rulePackOn('2024-01-01', { numberSwitchFrom: '2020-01-01' }).bhxhNumberKinds).toEqual(['legacy']);
  });

  it('an installation may bring corrected packs', () => {
    const packs = [{ ...rulePack('2025'), paperWithinDays: 15 }];
    expect(rulePackOn('2026-01-01', { packs }).paperWithinDays).toBe(15);
    expect(rulePackOn('2026-01-01', { packs: [] }).id).toBe('2025');
  });

  it('any text as a day gets a pack', () => {
    fc.assert(fc.property(fc.string(), (date) => RULE_PACKS.includes(rulePackOn(date))));
  });
});
