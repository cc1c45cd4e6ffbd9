/**
 * How units are written in a chunk, readable and small: `"3 X Phúc Hòa"` is the unit whose code is 3 more than the one before, a Xã named Phúc Hòa.
 * src/chunks/chunk-format.ts reads it; a property test holds the two together.
 */
const LETTERS = { Phường: 'P', Xã: 'X', 'Thị trấn': 'N', 'Đặc khu': 'K', Quận: 'Q', Huyện: 'H', 'Thị xã': 'S', 'Thành phố': 'C', Tỉnh: 'T' };
const KIND = new RegExp(`^(${Object.keys(LETTERS).join('|')}) (.+)$`, 'u');

/** "Xã Phúc Hòa" → "X Phúc Hòa". A name without a known kind stops the build. */
export function shorten(name) {
  const [, kind, rest] = KIND.exec(name) ?? [];
  if (!kind) throw new Error(`The kind of unit is not known: "${name}"`);
  return `${LETTERS[kind]} ${rest}`;
}

/** A writer of code differences over one chunk: "00001" → 1, then "00004" → 3. */
function codeSteps() {
  let last = 0;
  return (code) => {
    const step = Number(code) - last;
    last = Number(code);
    return step;
  };
}

/** One province of the 2021 map: `{ scheme, province, districts: [[code, name, communes]] }`; of the 2025 map: `{ scheme, province, communes }`. */
export function encodeProvince(scheme, province, units) {
  const step = codeSteps();
  const communesOf = (parent) =>
    units.filter((unit) => unit.level === 'commune' && unit.parentCode === parent).map((unit) => `${step(unit.code)} ${shorten(unit.name)}`);
  if (scheme === '2025') return { scheme, province, communes: communesOf(province) };
  const districts = units.filter((unit) => unit.level === 'district' && unit.parentCode === province);
  return { scheme, province, districts: districts.map((unit) => [unit.code, shorten(unit.name), communesOf(unit.code)]) };
}

/**
 * Successors by new commune: `{ province, became: { "00004": [4, 9] } }` says old 00004 and 00013 are in the new 00004.
 * Districts without communes (islands) stand apart by their own code: `islands: { "318": "11948" }`.
 */
export function encodeSuccessors(province, successors) {
  const byTarget = new Map();
  const islands = {};
  for (const [old, targets] of successors) {
    for (const target of targets) {
      if (old.length === 3) islands[old] = target;
      else (byTarget.get(target) ?? byTarget.set(target, []).get(target)).push(old);
    }
  }
  const became = {};
  for (const target of [...byTarget.keys()].sort()) became[target] = byTarget.get(target).sort().map(codeSteps());
  return { province, became, ...(Object.keys(islands).length > 0 && { islands }) };
}

/** Where the codes of each province begin: `["00001 01", "00688 02"]`, so that a bare code finds its chunk. `rows` are `[code, province]`. */
export function encodeRuns(rows) {
  const runs = [];
  let last;
  for (const [code, province] of [...rows].sort(([a], [b]) => (a < b ? -1 : 1))) {
    if (province !== last) runs.push(`${code} ${province}`);
    last = province;
  }
  return runs;
}
