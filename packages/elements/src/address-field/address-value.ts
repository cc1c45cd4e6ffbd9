import type { Unit } from '@bhxh-kit/domain';
import { isUndivided } from '@bhxh-kit/domain/places/undivided.js';

export type AddressScheme = Unit['scheme'];

/** Địa chỉ as a form works with it: the codes of one map from the top down, and the rest in the person's own words. What is not given is an empty text. */
export interface AddressValue {
  readonly scheme: AddressScheme;
  readonly provinceCode: string;
  /** The 2021 map only. */
  readonly districtCode?: string | undefined;
  readonly communeCode: string;
  /** Số nhà, ngõ (ngách, hẻm), đường phố, tổ (thôn, xóm, ấp). */
  readonly street: string;
}

export type Level = 'province' | 'district' | 'commune';
export type Part = Level | 'street';

/** The 2025 map has no districts (NQ 202/2025/QH15). */
export function levelsOf(scheme: AddressScheme): readonly Level[] {
  return scheme === '2021' ? ['province', 'district', 'commune'] : ['province', 'commune'];
}

export function emptyAddress(scheme: AddressScheme): AddressValue {
  return { scheme, provinceCode: '', ...(scheme === '2021' ? { districtCode: '' } : {}), communeCode: '', street: '' };
}

export function codeAt(value: AddressValue, level: Level): string {
  return value[`${level}Code`] ?? '';
}

export function isEmptyAddress({ provinceCode, districtCode = '', communeCode, street }: AddressValue): boolean {
  return `${provinceCode}${districtCode}${communeCode}${street.trim()}` === '';
}

/** The address with another unit at a level. What was chosen below it belonged to the unit before, and goes. */
export function withUnit(value: AddressValue, level: Level, code: string): AddressValue {
  if (codeAt(value, level) === code) return value;
  return { ...value, ...Object.fromEntries(levelsBelow(value.scheme, level).map((lower) => [`${lower}Code`, ''])), [`${level}Code`]: code };
}

/** What lies below a level, the next one first; nothing below a commune. */
export function levelsBelow(scheme: AddressScheme, level: Level): readonly Level[] {
  const levels = levelsOf(scheme);
  return levels.slice(levels.indexOf(level) + 1);
}

/** The level whose unit the options of a level lie under; none above a province. */
export function levelAbove(scheme: AddressScheme, level: Level): Level | undefined {
  const levels = levelsOf(scheme);
  return levels[levels.indexOf(level) - 1];
}

/** Whether the address ends in an island district, which has no communes to choose from. */
export function endsAtDistrict({ scheme, districtCode }: AddressValue): boolean {
  return isUndivided(scheme, districtCode);
}

/** The address on another map: a path there, province first, with the same street. */
export function movedTo(value: AddressValue, path: readonly Unit[]): AddressValue {
  const scheme = path[0]?.scheme ?? value.scheme;
  return { ...emptyAddress(scheme), street: value.street, ...Object.fromEntries(path.map((unit) => [`${unit.level}Code`, unit.code])) };
}

/** Reads an address written by `JSON.stringify`; anything else is an empty address. */
export function addressFrom(text: string, scheme: AddressScheme): AddressValue {
  try {
    const read = JSON.parse(text || '{}') as Partial<Record<keyof AddressValue, string | number | null>>;
    const map = read.scheme === '2021' || read.scheme === '2025' ? read.scheme : scheme;
    const part = (key: keyof AddressValue) => String(read[key] ?? '');
    const parts = { scheme: map, provinceCode: part('provinceCode'), communeCode: part('communeCode'), street: part('street') };
    return map === '2021' ? { ...parts, districtCode: part('districtCode') } : parts;
  } catch {
    return emptyAddress(scheme);
  }
}
