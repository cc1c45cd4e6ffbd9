import type { Unit } from '@bhxh-kit/domain';
import {
  decodeProvince,
  decodeProvinceRow,
  decodeSuccessors,
  type ProvinceChunk,
  provinceOfCode,
  type StartChunk,
  type SuccessorsChunk,
} from '../chunks/chunk-format.js';
import type { ChunkStore } from '../chunks/chunk-store.js';
import { type Entry, entryOf, searchEntries, searchKey } from '../search/name-search.js';

export type Scheme = Unit['scheme'];

/**
 * What an old unit became. `one`: the list knows one unit; it leaves out small parts of divided wards, so a form still lets the person change it.
 * `several`: the unit was divided, the person must choose. `unknown`: the list has nothing below the province, which is given.
 */
export interface Succession {
  readonly kind: 'one' | 'several' | 'unknown';
  readonly units: readonly Unit[];
  /** The province of the 2025 map, always one: no province was divided. */
  readonly province: Unit;
}

/** The units of one province, read once. */
interface Province {
  readonly units: readonly Unit[];
  readonly byCode: ReadonlyMap<string, Unit>;
  readonly below: ReadonlyMap<string, readonly Unit[]>;
  /** Made at the first search. */
  entries?: readonly Entry<Unit>[];
}

/** What a person may leave out of a unit's name. */
const KIND = /^(thanh pho|tinh|quan|huyen dao|huyen|thi xa|thi tran|phuong|xa|dac khu) /;

/** Đơn vị hành chính of both maps, loaded a province at a time. */
export class Units {
  readonly #store: ChunkStore;
  readonly #provinces = new Map<string, Promise<Province>>();

  constructor(store: ChunkStore) {
    this.#store = store;
  }

  start(): Promise<StartChunk> {
    return this.#store.get('start', (chunk: StartChunk) => {
      if (!Array.isArray(chunk.provinces['2021'])) throw new TypeError('not the start chunk');
      return chunk;
    });
  }

  /** The provinces of a map, in the order of their codes. */
  async provinces(scheme: Scheme): Promise<readonly Unit[]> {
    return (await this.start()).provinces[scheme].map((row) => decodeProvinceRow(scheme, row));
  }

  /** The units directly below: districts or communes of a province, communes of a district. Empty where there is nothing below or no such unit. */
  async children(scheme: Scheme, parentCode: string): Promise<readonly Unit[]> {
    const home = await this.#homeOf(scheme, parentCode);
    return home?.below.get(parentCode) ?? [];
  }

  async unit(scheme: Scheme, code: string): Promise<Unit | undefined> {
    if (code.length === 2) return (await this.provinces(scheme)).find((unit) => unit.code === code);
    return (await this.#homeOf(scheme, code))?.byCode.get(code);
  }

  /** The unit with everything above it, province first. Empty for an unknown code. */
  async path(scheme: Scheme, code: string): Promise<readonly Unit[]> {
    const unit = await this.unit(scheme, code);
    if (!unit) return [];
    return unit.parentCode ? [...(await this.path(scheme, unit.parentCode)), unit] : [unit];
  }

  /** Every unit of a map: the provinces, then the units below each. One chunk brings them all. */
  async all(scheme: Scheme): Promise<readonly Unit[]> {
    const provinces = await this.provinces(scheme);
    const below = await this.#everyProvince(scheme);
    return [...provinces, ...below.flatMap((province) => province.units)];
  }

  /**
   * Units by name, with or without tones and kind, or by the beginning of their code; provinces before districts before communes where they match equally well.
   * Loads the province named, or the whole map (54 kB of three levels, 19 kB of two).
   */
  async search(
    scheme: Scheme,
    query: string,
    { limit = 20, provinceCode }: { limit?: number; provinceCode?: string | undefined } = {},
  ): Promise<readonly Unit[]> {
    if (searchKey(query) === '') return [];
    if (provinceCode !== undefined) {
      const province = (await this.provinces(scheme)).some((unit) => unit.code === provinceCode) ? await this.#province(scheme, provinceCode) : undefined;
      return province ? searchEntries(await this.#entriesOf(scheme, provinceCode, province), query, limit) : [];
    }
    return searchEntries(await this.#wholeIndex(scheme), query, limit);
  }

  /** What a unit of the 2021 map became on 01/07/2025: a province, district or commune by its old code. Undefined for a code that map never had. */
  async successors(code: string): Promise<Succession | undefined> {
    const { provinceSuccessors } = await this.start();
    const oldProvince = await this.#homeCode('2021', code);
    const newProvince = oldProvince === undefined ? undefined : provinceSuccessors[oldProvince];
    const province = newProvince === undefined ? undefined : await this.unit('2025', newProvince);
    if (oldProvince === undefined || !province) return undefined;
    if (code.length === 2) return { kind: 'one', units: [province], province };

    const [targets, old] = await Promise.all([this.#successorsIn(oldProvince), this.unit('2021', code)]);
    if (!old && !targets.has(code)) return undefined;
    const communes = old?.level === 'district' ? [code, ...(await this.children('2021', code)).map((unit) => unit.code)] : [code];
    const codes = [...new Set(communes.flatMap((commune) => targets.get(commune) ?? []))].sort();
    const units = (await Promise.all(codes.map((target) => this.unit('2025', target)))).filter((unit) => unit !== undefined);
    return { kind: units.length === 0 ? 'unknown' : units.length === 1 ? 'one' : 'several', units, province };
  }

  #successorsIn(oldProvince: string): Promise<Map<string, string[]>> {
    return this.#store.get(`successors-${oldProvince}`, (chunk: SuccessorsChunk) => decodeSuccessors(chunk));
  }

  /** The province a code is in, by where the codes of each province begin; the code itself may still not exist. */
  async #homeCode(scheme: Scheme, code: string): Promise<string | undefined> {
    const { provinces, runs } = await this.start();
    if (!/^(\d{2}|\d{3}|\d{5})$/.test(code)) return undefined;
    if (code.length === 2) return provinces[scheme].some((row) => row.startsWith(code)) ? code : undefined;
    return provinceOfCode(runs[scheme][code.length === 3 ? 'district' : 'commune'] ?? [], code);
  }

  async #homeOf(scheme: Scheme, code: string): Promise<Province | undefined> {
    const home = await this.#homeCode(scheme, code);
    return home === undefined ? undefined : this.#province(scheme, home);
  }

  /** A province's units: from the whole map where that is loaded, else from the province's own chunk. */
  #province(scheme: Scheme, code: string): Promise<Province> {
    const key = `${scheme} ${code}`;
    const known = this.#provinces.get(key);
    if (known) return known;
    const coming = this.#store.has(`units-${scheme}`)
      ? this.#wholeMap(scheme).then((chunks) => readProvince(chunks[code] ?? { scheme, province: code }))
      : this.#store.get(`units-${scheme}-${code}`, (chunk: ProvinceChunk) => readProvince(checked(chunk)));
    this.#provinces.set(key, coming);
    coming.catch(() => this.#provinces.delete(key));
    return coming;
  }

  #wholeMap(scheme: Scheme): Promise<Readonly<Record<string, ProvinceChunk>>> {
    return this.#store.get(`units-${scheme}`, (chunks: Readonly<Record<string, ProvinceChunk>>) => {
      for (const chunk of Object.values(chunks)) checked(chunk);
      return chunks;
    });
  }

  async #everyProvince(scheme: Scheme): Promise<Province[]> {
    await this.#wholeMap(scheme);
    return Promise.all((await this.provinces(scheme)).map((unit) => this.#province(scheme, unit.code)));
  }

  readonly #indexes = new Map<Scheme, readonly Entry<Unit>[]>();

  /** Search entries of a whole map: provinces, then districts, then communes. */
  async #wholeIndex(scheme: Scheme): Promise<readonly Entry<Unit>[]> {
    const known = this.#indexes.get(scheme);
    if (known) return known;
    await this.#everyProvince(scheme);
    const provinces = await this.provinces(scheme);
    const below = (await Promise.all(provinces.map(async (unit) => this.#entriesOf(scheme, unit.code, await this.#province(scheme, unit.code))))).flat();
    const districts = below.filter((entry) => entry.item.level === 'district');
    const communes = below.filter((entry) => entry.item.level === 'commune');
    const index = [...provinces.map((unit) => entryOf(unit, unit.code, unit.name, KIND)), ...districts, ...communes];
    this.#indexes.set(scheme, index);
    return index;
  }

  /** Search entries of the units below a province, districts first. */
  async #entriesOf(scheme: Scheme, provinceCode: string, province: Province): Promise<readonly Entry<Unit>[]> {
    if (province.entries) return province.entries;
    const top = searchKey((await this.unit(scheme, provinceCode))?.name ?? '');
    const districtKeys = new Map(province.units.filter((unit) => unit.level === 'district').map((unit) => [unit.code, searchKey(unit.name)]));
    const entry = (unit: Unit): Entry<Unit> => {
      const district = districtKeys.get(unit.parentCode ?? '');
      return entryOf(unit, unit.code, unit.name, KIND, district === undefined ? top : `${district} ${top}`);
    };
    const byLevel = [...province.units.filter((unit) => unit.level === 'district'), ...province.units.filter((unit) => unit.level === 'commune')];
    province.entries = byLevel.map(entry);
    return province.entries;
  }
}

function readProvince(chunk: ProvinceChunk): Province {
  const units = decodeProvince(chunk);
  const below = new Map<string, Unit[]>();
  for (const unit of units) {
    const siblings = below.get(unit.parentCode ?? '');
    if (siblings) siblings.push(unit);
    else below.set(unit.parentCode ?? '', [unit]);
  }
  return { units, byCode: new Map(units.map((unit) => [unit.code, unit])), below };
}

/** A host that answers a page instead of the chunk is found out here, not as an empty province. */
function checked(chunk: ProvinceChunk): ProvinceChunk {
  if (!Array.isArray(chunk.districts) && !Array.isArray(chunk.communes)) throw new TypeError('not a chunk of units');
  return chunk;
}
