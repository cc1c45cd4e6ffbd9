import type { Agency, Unit } from '@bhxh-kit/domain';
import { AgencyList, inOffice } from '../agencies/agency-list.js';
import { schemeOn } from '../agencies/schemes.js';
import { ChunkStore, type LoadChunk } from '../chunks/chunk-store.js';
import { type Scheme, type Succession, Units } from '../units/units.js';

/** What a directory is made of. */
export interface DirectoryOptions {
  /** Where chunks come from: `fetchLoader('/assets/directory/')` in a page, `fileLoader()` in Node. */
  readonly load: LoadChunk;
  /** The day of questions about agencies that name no day, ISO `2026-03-01`. */
  readonly today: () => string;
  /** Rows of the host's own, e.g. imported. On a day for which they have any agency in office they stand instead of the shipped rows. */
  readonly agencies?: readonly Agency[];
}

/** Places as dated data (R4, R6, L2). Every answer is a promise; what was once loaded stays in memory and needs no network. Rejects with DirectoryLoadError only. */
export interface Directory {
  /** Provinces of a map, in the order of their codes. */
  provinces(scheme: Scheme): Promise<readonly Unit[]>;
  /** Units directly below a province or district; empty for a commune or an unknown code. */
  children(scheme: Scheme, parentCode: string): Promise<readonly Unit[]>;
  unit(scheme: Scheme, code: string): Promise<Unit | undefined>;
  /** The unit with everything above it, province first; empty for an unknown code. */
  path(scheme: Scheme, code: string): Promise<readonly Unit[]>;
  /** Units by name or beginning of code, best first; in one province, or in the whole map. `limit` is 20 unless told. */
  search(scheme: Scheme, query: string, options?: { limit?: number; provinceCode?: string }): Promise<readonly Unit[]>;
  /** Every unit of a map. */
  units(scheme: Scheme): Promise<readonly Unit[]>;
  /** What a unit of the 2021 map became; undefined for a code that map never had. */
  resolveOld(code: string): Promise<Succession | undefined>;

  /** The agencies in office on a day, in the order of their codes. */
  agencies(on?: string): Promise<readonly Agency[]>;
  agency(code: string, on?: string): Promise<Agency | undefined>;
  /** Agencies directly below one; without a code, those with nothing above. */
  agencyChildren(parentCode?: string, on?: string): Promise<readonly Agency[]>;
  /** The agency with everything above it, the provincial office first; empty for an unknown code. */
  agencyPath(code: string, on?: string): Promise<readonly Agency[]>;
  /**
   * The agencies that serve a commune, the closest level first: the one that names it among its communes and those above it, else the provincial office
   * of its province. The commune's map is the one in force on the day. Empty for an unknown commune.
   */
  agenciesByCommune(communeCode: string, on?: string): Promise<readonly Agency[]>;
  /** Agencies by name or code, best first. `limit` is 20 unless told. */
  searchAgencies(query: string, options?: { limit?: number; on?: string }): Promise<readonly Agency[]>;
}

/** Opens the directory. Nothing is loaded before the first question. */
export function createDirectory({ load, today, agencies: supplied = [] }: DirectoryOptions): Directory {
  const units = new Units(new ChunkStore(load));
  let latest: { rows: readonly Agency[]; list: AgencyList } | undefined;

  /** The list of a day. Neighbouring days mostly have the same rows, so the last list is kept and compared. */
  async function listOn(on = today()): Promise<AgencyList> {
    const own = supplied.filter((agency) => inOffice(agency, on));
    const rows = own.length > 0 ? own : ((await units.start()).agencies as readonly Agency[]).filter((agency) => inOffice(agency, on));
    if (!latest || !sameRows(latest.rows, rows)) latest = { rows, list: new AgencyList(rows) };
    return latest.list;
  }

  async function agenciesByCommune(communeCode: string, on = today()): Promise<readonly Agency[]> {
    const [province, ...below] = await units.path(schemeOn(on), communeCode);
    if (!province || below.at(-1)?.level !== 'commune') return [];
    const list = await listOn(on);
    const agency = list.serving(communeCode) ?? list.agency(`0${province.code}`);
    return agency ? [...list.path(agency.code)].reverse() : [];
  }

  return {
    provinces: (scheme) => units.provinces(scheme),
    children: (scheme, parentCode) => units.children(scheme, parentCode),
    unit: (scheme, code) => units.unit(scheme, code),
    path: (scheme, code) => units.path(scheme, code),
    search: (scheme, query, options) => units.search(scheme, query, options),
    units: (scheme) => units.all(scheme),
    resolveOld: (code) => units.successors(code),
    agencies: async (on) => (await listOn(on)).agencies,
    agency: async (code, on) => (await listOn(on)).agency(code),
    agencyChildren: async (parentCode, on) => (await listOn(on)).children(parentCode),
    agencyPath: async (code, on) => (await listOn(on)).path(code),
    agenciesByCommune,
    searchAgencies: async (query, { limit = 20, on } = {}) => (await listOn(on)).search(query, limit),
  };
}

function sameRows(one: readonly Agency[], other: readonly Agency[]): boolean {
  return one.length === other.length && one.every((agency, index) => agency === other[index]);
}
