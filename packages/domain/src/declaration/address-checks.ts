import { isUndivided } from '../places/undivided.js';
import type { CheckContext } from './check-context.js';
import { type DeclarationFault, error } from './fault.js';
import { checkText } from './text-checks.js';
import type { UncheckedDeclaration } from './unchecked.js';

const LEVELS = [
  { level: 'province', key: 'provinceCode', digits: 2 },
  { level: 'district', key: 'districtCode', digits: 3 },
  { level: 'commune', key: 'communeCode', digits: 5 },
] as const;

/** R4: an address in the pack's map of units, every level that the place has, each unit below the one before, and the rest in words. */
export function checkAddress(address: NonNullable<UncheckedDeclaration['address']>, { pack, unitExists }: CheckContext): readonly DeclarationFault[] {
  const scheme = pack.addressScheme;
  if (address.scheme && address.scheme !== scheme) return [error('/address/scheme', 'address.other-scheme', { expected: scheme })];
  const faults: DeclarationFault[] = [];
  let parentCode: string | undefined;
  for (const { level, key, digits } of LEVELS) {
    const code = address[key] ?? '';
    const pointer = `/address/${key}`;
    if (level === 'district' && scheme === '2025') {
      if (code) faults.push(error(pointer, 'address.no-district'));
      continue;
    }
    const absent = level === 'commune' && isUndivided(scheme, address.districtCode);
    if (!code) faults.push(...(absent ? [] : [error(pointer, 'required')]));
    else if (absent) faults.push(error(pointer, 'address.unit-unknown'));
    else if (!/^\d+$/.test(code) || code.length !== digits) faults.push(error(pointer, 'address.unit-shape', { digits }));
    else if (unitExists?.({ scheme, level, code, ...(parentCode && { parentCode }) }) === false) faults.push(error(pointer, 'address.unit-unknown'));
    parentCode = code || undefined;
  }
  return [...faults, ...checkText('/address/street', address.street, 200)];
}
