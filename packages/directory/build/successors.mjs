/**
 * What each unit of the 2021 map became. The source gives a coded row (one target) for every ward that stood on 30/06/2025 and rows by name for wards merged before.
 * A coded row is trusted over a named one; where the two differ and the ward was truly divided, mends.json says so.
 */
import { mends, successionRows, tidy } from './sources.mjs';

const fold = (text) => tidy(text).normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('đ', 'd');

/** A name without its kind and without leading zeros: the list writes "Phường 5" and "Thành phố Thủy Nguyên" for "Phường 05" and "Huyện Thuỷ Nguyên". */
const bare = (name) =>
  fold(name ?? '')
    .replace(/^(phuong|xa|thi tran|dac khu|quan|huyen dao|huyen|thi xa|thanh pho dao|thanh pho|tinh) /, '')
    .replace(/^0(?=\d)/, '');

const add = (map, key, value) => (map.get(key) ?? map.set(key, new Set()).get(key)).add(value);

/** Map from an old commune code to the set of new commune codes; a district is listed only where it had no communes (islands). */
export function successors(old, young) {
  const oldCodes = new Map(old.map((unit) => [unit.code, unit]));
  const youngCodes = new Set(young.map((unit) => unit.code));
  const renumbered = new Map(mends['2025'].codes.map(({ from, to }) => [from, to]));
  const result = new Map();

  for (const row of successionRows()) {
    const target = renumbered.get(row.new_ward_code) ?? row.new_ward_code;
    if (/^\d{5}$/.test(row.old_ward_code ?? '') && youngCodes.has(target)) add(result, row.old_ward_code, target);
  }
  for (const { old: code, new: targets } of [...mends.successors.moves, ...mends.successors.splits]) result.set(code, new Set(targets));

  for (const [code, targets] of byName(old, young, oldCodes)) if (!result.has(code)) result.set(code, targets);
  for (const [code, target] of islands(old, young)) add(result, code, target);
  return result;
}

function byName(old, young, oldCodes) {
  const nameKey = (...names) => names.map(bare).join('|');
  const above = (unit) => oldCodes.get(unit.parentCode);
  const wards = new Map();
  for (const unit of old) if (unit.level === 'commune') add(wards, nameKey(unit.name, above(unit).name, above(above(unit)).name), unit);
  const provinceName = new Map(young.filter((unit) => unit.level === 'province').map((unit) => [unit.code, unit.name]));
  const youngByName = new Map(
    young.filter((unit) => unit.level === 'commune').map((unit) => [`${fold(unit.name)}|${bare(provinceName.get(unit.parentCode))}`, unit.code]),
  );

  const found = new Map();
  for (const row of successionRows()) {
    if (row.old_ward_code || !row.old_ward_name) continue;
    const candidates = [...(wards.get(nameKey(row.old_ward_name, row.old_district_name, row.old_province_name)) ?? [])];
    const [ward, second] = candidates.length > 1 ? candidates.filter((unit) => fold(unit.name) === fold(row.old_ward_name)) : candidates;
    const target = youngByName.get(`${fold(row.new_ward_name)}|${bare(row.new_province_name)}`);
    if (ward && !second && target) add(found, ward.code, target);
  }
  return found;
}

/** The five island districts without communes, which became đặc khu of the same name. */
function islands(old, young) {
  const withCommunes = new Set(old.map((unit) => unit.parentCode));
  const zones = new Map(young.filter((unit) => unit.name.startsWith('Đặc khu ')).map((unit) => [bare(unit.name), unit.code]));
  return old.filter((unit) => unit.level === 'district' && !withCommunes.has(unit.code)).map((unit) => [unit.code, zones.get(bare(unit.name))]);
}

/** The province of 2025 that each province of 2021 went into, whole: read off its communes. */
export function provinceSuccessors(old, young, communeSuccessors) {
  const parent = new Map([...old.map((unit) => [`2021 ${unit.code}`, unit.parentCode]), ...young.map((unit) => [`2025 ${unit.code}`, unit.parentCode])]);
  const result = new Map();
  for (const unit of old) {
    if (unit.level !== 'commune') continue;
    for (const target of communeSuccessors.get(unit.code) ?? []) add(result, parent.get(`2021 ${unit.parentCode}`), parent.get(`2025 ${target}`));
  }
  for (const [code, targets] of result) if (targets.size !== 1) throw new Error(`Province ${code} of 2021 would go into ${[...targets].join(' and ')}`);
  return new Map([...result].map(([code, [target]]) => [code, target]));
}
