import type { Unit } from '@bhxh-kit/domain';

/** The kinds of unit, by the letter a chunk writes them with. build/chunk-format.mjs writes what this reads. */
const KINDS: Readonly<Record<string, string>> = {
  P: 'Phường',
  X: 'Xã',
  N: 'Thị trấn',
  K: 'Đặc khu',
  Q: 'Quận',
  H: 'Huyện',
  S: 'Thị xã',
  C: 'Thành phố',
  T: 'Tỉnh',
};

type Scheme = Unit['scheme'];

/** One province's units: districts with their communes (2021 map), or communes (2025 map). A commune is `"3 X Phúc Hòa"`: code step, kind letter, name. */
export interface ProvinceChunk {
  readonly scheme: Scheme;
  readonly province: string;
  readonly districts?: readonly (readonly [code: string, name: string, communes: readonly string[]])[];
  readonly communes?: readonly string[];
}

/** Old communes by the new commune they went into, as steps between codes. */
export interface SuccessorsChunk {
  readonly province: string;
  readonly became: Readonly<Record<string, readonly number[]>>;
  /** Island districts without communes, by their own code. */
  readonly islands?: Readonly<Record<string, string>>;
}

/** The first chunk: provinces of both maps as `"01 C Hà Nội"`, where each province's codes begin, and the agencies the kit ships. */
export interface StartChunk {
  readonly asOf: Readonly<Record<Scheme, string>>;
  readonly provinces: Readonly<Record<Scheme, readonly string[]>>;
  readonly runs: Readonly<Record<Scheme, { readonly district?: readonly string[]; readonly commune: readonly string[] }>>;
  readonly provinceSuccessors: Readonly<Record<string, string>>;
  readonly agencies: readonly unknown[];
}

/** "X Phúc Hòa" → "Xã Phúc Hòa". */
function lengthen(short: string): string {
  return `${KINDS[short.charAt(0)] ?? ''} ${short.slice(2)}`.trim();
}

/** "01 C Hà Nội" → the unit. */
export function decodeProvinceRow(scheme: Scheme, row: string): Unit {
  return { scheme, code: row.slice(0, 2), name: lengthen(row.slice(3)), level: 'province' };
}

/** The units of a province below it, each district followed by its communes. */
export function decodeProvince({ scheme, province, districts, communes }: ProvinceChunk): Unit[] {
  let last = 0;
  const commune = (row: string, parentCode: string): Unit => {
    const gap = row.indexOf(' ');
    last += Number(row.slice(0, gap));
    return { scheme, code: String(last).padStart(5, '0'), name: lengthen(row.slice(gap + 1)), level: 'commune', parentCode };
  };
  if (communes) return communes.map((row) => commune(row, province));
  return (districts ?? []).flatMap(([code, name, rows]) => [
    { scheme, code, name: lengthen(name), level: 'district' as const, parentCode: province },
    ...rows.map((row) => commune(row, code)),
  ]);
}

/** New commune codes by old code, in the order of codes. */
export function decodeSuccessors({ became, islands = {} }: SuccessorsChunk): Map<string, string[]> {
  const targetsOf = new Map<string, string[]>(Object.entries(islands).map(([old, target]) => [old, [target]]));
  for (const target of Object.keys(became).sort()) {
    let last = 0;
    for (const step of became[target] ?? []) {
      last += step;
      const old = String(last).padStart(5, '0');
      const targets = targetsOf.get(old);
      if (targets) targets.push(target);
      else targetsOf.set(old, [target]);
    }
  }
  return targetsOf;
}

/** The province whose run of codes holds this one: `["00001 01", "00688 02"]` gives `01` for 00004. */
export function provinceOfCode(runs: readonly string[], code: string): string | undefined {
  const width = code.length;
  let low = 0;
  let high = runs.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    if ((runs[middle] ?? '').slice(0, width) <= code) low = middle + 1;
    else high = middle - 1;
  }
  return runs[high]?.slice(width + 1);
}
