import type { Agency } from '@bhxh-kit/domain';
import { type Entry, entryOf, searchEntries, searchKey } from '../search/name-search.js';

/** What a person may leave out of an agency's name: "ba dinh" is "BHXH Quận Ba Đình" and "BHXH cơ sở Ba Đình". */
const KIND = /^(bhxh|bao hiem xa hoi) ?(co so|thanh pho|tp|tinh|quan|huyen|thi xa|lien huyen)? ?/;

/** Whether the agency is in office on a day; an absent date is open. */
export function inOffice({ validFrom, validTo }: Agency, day: string): boolean {
  return (validFrom === undefined || validFrom <= day) && (validTo === undefined || validTo >= day);
}

/** The agencies in office on one day, as a tree: codes are unique here, because a code has one holder at a time. */
export class AgencyList {
  /** In the order of their codes. */
  readonly agencies: readonly Agency[];
  readonly #byCode: ReadonlyMap<string, Agency>;
  readonly #below = new Map<string | undefined, Agency[]>();
  readonly #byCommune = new Map<string, Agency>();
  #entries: readonly Entry<Agency>[] | undefined;

  constructor(agencies: readonly Agency[]) {
    this.agencies = [...agencies].sort((a, b) => (a.code < b.code ? -1 : a.code > b.code ? 1 : 0));
    this.#byCode = new Map(this.agencies.map((agency) => [agency.code, agency]));
    for (const agency of this.agencies) {
      const siblings = this.#below.get(agency.parentCode);
      if (siblings) siblings.push(agency);
      else this.#below.set(agency.parentCode, [agency]);
      for (const commune of agency.communeCodes ?? []) if (!this.#byCommune.has(commune)) this.#byCommune.set(commune, agency);
    }
  }

  agency(code: string): Agency | undefined {
    return this.#byCode.get(code);
  }

  /** The agencies directly below one; without a code, those with nothing above. */
  children(parentCode?: string): readonly Agency[] {
    return this.#below.get(parentCode) ?? [];
  }

  /** The agency with everything above it, the provincial office first. Empty for an unknown code. */
  path(code: string): readonly Agency[] {
    const path: Agency[] = [];
    for (let agency = this.agency(code); agency && !path.includes(agency); agency = this.agency(agency.parentCode ?? '')) path.unshift(agency);
    return path;
  }

  /** The agency that names the commune among those it serves. */
  serving(communeCode: string): Agency | undefined {
    return this.#byCommune.get(communeCode);
  }

  /** Agencies by name or code, best first; "quan ba dinh ha noi" finds by the names above too. */
  search(query: string, limit: number): readonly Agency[] {
    this.#entries ??= this.agencies.map((agency) => {
      const above = this.path(agency.code)
        .slice(0, -1)
        .map((parent) => searchKey(parent.name));
      return entryOf(agency, agency.code, agency.name, KIND, above.join(' '));
    });
    return searchEntries(this.#entries, query, limit);
  }
}
