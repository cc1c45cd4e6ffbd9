/** All chunks, by name: `start`, one `units-{scheme}-{province}` each, `units-{scheme}` (a whole map), `successors-{old province}`. */
import { shippedAgencies } from './agencies.mjs';
import { encodeProvince, encodeRuns, encodeSuccessors, shorten } from './chunk-format.mjs';
import { unitsOf2021, unitsOf2025 } from './sources.mjs';
import { provinceSuccessors, successors } from './successors.mjs';

const AS_OF = { 2021: '2021-11-01', 2025: '2025-07-01' };
const COUNTS = { 2021: { province: 63, district: 705, commune: 10_599 }, 2025: { province: 34, district: 0, commune: 3_321 } };

const provincesIn = (units) => units.filter((unit) => unit.level === 'province');

/** Province code of each unit. */
function homes(units) {
  const byCode = new Map(units.map((unit) => [unit.code, unit]));
  const home = (unit) => (unit.parentCode ? home(byCode.get(unit.parentCode)) : unit.code);
  return new Map(units.map((unit) => [unit.code, home(unit)]));
}

export function makeChunks() {
  const maps = { 2021: unitsOf2021(), 2025: unitsOf2025() };
  const homesOf = { 2021: homes(maps['2021']), 2025: homes(maps['2025']) };
  const became = successors(maps['2021'], maps['2025']);
  const provinceBecame = provinceSuccessors(maps['2021'], maps['2025'], became);
  const chunks = new Map();

  for (const [scheme, units] of Object.entries(maps)) {
    checkCounts(scheme, units);
    const whole = {};
    for (const { code } of provincesIn(units)) {
      whole[code] = encodeProvince(
        scheme,
        code,
        units.filter((unit) => homesOf[scheme].get(unit.code) === code),
      );
      chunks.set(`units-${scheme}-${code}`, whole[code]);
    }
    chunks.set(`units-${scheme}`, whole);
  }

  const runsOf = (scheme, level) => encodeRuns(maps[scheme].filter((unit) => unit.level === level).map((unit) => [unit.code, homesOf[scheme].get(unit.code)]));
  const runs = { 2021: { district: runsOf('2021', 'district'), commune: runsOf('2021', 'commune') }, 2025: { commune: runsOf('2025', 'commune') } };

  // A ward made after 01/11/2021 is not in the map but can stand in an address: it goes with its neighbours by code, where a look-up will search.
  const provinceByRun = (code) => runs['2021'].commune.findLast((run) => run.slice(0, 5) <= code).slice(6);
  const oldProvince = ([old]) => homesOf['2021'].get(old) ?? provinceByRun(old);
  for (const [province, pairs] of groupBy(became, oldProvince)) chunks.set(`successors-${province}`, encodeSuccessors(province, pairs));

  chunks.set('start', {
    asOf: AS_OF,
    provinces: Object.fromEntries(
      Object.entries(maps).map(([scheme, units]) => [scheme, provincesIn(units).map(({ code, name }) => `${code} ${shorten(name)}`)]),
    ),
    runs,
    provinceSuccessors: Object.fromEntries(provinceBecame),
    agencies: shippedAgencies({ 2021: provincesIn(maps['2021']), 2025: provincesIn(maps['2025']) }),
  });
  return chunks;
}

function groupBy(rows, keyOf) {
  const groups = new Map();
  for (const row of rows) (groups.get(keyOf(row)) ?? groups.set(keyOf(row), []).get(keyOf(row))).push(row);
  return groups;
}

/** A map that is not complete is not written. */
function checkCounts(scheme, units) {
  for (const [level, expected] of Object.entries(COUNTS[scheme])) {
    const actual = units.filter((unit) => unit.level === level).length;
    if (actual !== expected) throw new Error(`The ${scheme} map has ${actual} units of level ${level}, ${expected} expected`);
  }
}
