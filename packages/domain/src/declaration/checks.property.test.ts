import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { everyRightDeclaration, PACKS, rightDeclarations, TODAY } from '../../test-support/declarations.js';
import type { RulePack } from '../rule-packs/rule-pack.js';
import { isFaultCode, loadEveryWord } from '../wording/wording.js';
import type { CheckContext } from './check-context.js';
import { checkDeclaration, errorsOf } from './checks.js';
import { DeclarationSubmission } from './submission.js';
import type { UncheckedDeclaration } from './unchecked.js';

const context = (pack: RulePack): CheckContext => ({ pack, today: TODAY, guardianSignedIn: true });

beforeAll(loadEveryWord);

describe('any declaration', () => {
  it('R10 · a right one has no errors and fits the schema', () => {
    fc.assert(
      fc.property(everyRightDeclaration, ({ pack, declaration }) => {
        expect(errorsOf(checkDeclaration(declaration, context(pack)))).toEqual([]);
        expect(DeclarationSubmission.safeParse(declaration).success).toBe(true);
      }),
    );
  });

  it('R10 · without a required field, or with it mangled, it has an error at that field', () => {
    const required = [
      '/fullName',
      '/bhxhNumber',
      '/contactName',
      '/mobilePhone',
      '/startDate',
      '/agencyCode',
      '/handIn',
      '/commitment',
      '/transactAt/kind',
      '/address/provinceCode',
      '/address/communeCode',
      '/address/street',
    ];
    const mangled: Readonly<Record<string, string>> = { '/fullName': '\t', '/contactName': ' ', '/address/street': '   ' };
    fc.assert(
      fc.property(rightDeclarations, fc.constantFrom(...required), fc.boolean(), ({ pack, declaration }, pointer, remove) => {
        const changed = replaced(declaration, pointer.split('/').slice(1), remove ? undefined : (mangled[pointer] ?? '@?'));
        expect(errorsOf(checkDeclaration(changed, context(pack))).map((fault) => fault.pointer)).toContain(pointer);
      }),
    );
  });

  it('never throws, never repeats what was written, and only gives known codes', () => {
    const secret = 'BÍ-MẬT';
    const text = fc.oneof(fc.string(), fc.constant(secret), fc.constant(undefined));
    const anything = fc.record(
      {
        rulePack: text,
        purpose: fc.constantFrom('register', 'adjust', 'stop'),
        subject: fc.constantFrom('individual', 'child', 'organisation'),
        taxNumber: text,
        changes: fc.array(fc.constantFrom('email', 'certificate', 'mobilePhone', secret)),
        stopDate: text,
        stopReason: text,
        fullName: text,
        bhxhNumber: text,
        identityNumber: text,
        birthDate: text,
        guardian: fc.record({ bhxhNumber: text, identityNumber: text }, { requiredKeys: [] }),
        address: fc.record({ scheme: text, provinceCode: text, districtCode: text, communeCode: text, street: text }, { requiredKeys: [] }),
        contactName: text,
        email: text,
        mobilePhone: text,
        certificate: fc.record({ serial: text, issuer: text, validFrom: text, validTo: text }, { requiredKeys: [] }),
        startDate: text,
        transactAt: fc.record({ kind: text, name: text }, { requiredKeys: [] }),
        photographs: fc.array(fc.record({ kind: text, id: text, key: text }, { requiredKeys: [] })),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(fc.constantFrom(...PACKS), anything, (pack, declaration) => {
        const faults = checkDeclaration({ purpose: 'register', ...declaration }, context(pack));
        expect(JSON.stringify(faults)).not.toContain(secret);
        for (const { code } of faults) expect(isFaultCode(code), code).toBe(true);
      }),
    );
  });
});

function replaced(whole: object, [key = '', ...rest]: readonly string[], part: unknown): UncheckedDeclaration {
  const inner = (whole as Record<string, unknown>)[key];
  return { ...whole, [key]: rest.length > 0 ? replaced(inner as object, rest, part) : part };
}
