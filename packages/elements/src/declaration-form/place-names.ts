import type { BhxhClient } from '@bhxh-kit/client';
import type { AddressScheme, DeclarationForm } from '@bhxh-kit/domain';
import { textOf } from '@bhxh-kit/domain/declaration/form.js';
import type { ReactiveControllerHost } from 'lit';
import type { UnitSource } from '../address-field/unit-source.js';
import { type AgencyRow, pathOf, pathText } from '../agency-picker/agency-row.js';

/** What is to be named. */
export interface Codes {
  readonly scheme: AddressScheme;
  /** The lowest unit of the address. */
  readonly unit: string;
  readonly agency: string;
}

/** The unit the form's address names: in an island district, which has no communes, the district. */
export function lowestUnit(form: DeclarationForm): string {
  return textOf(form, 'commune') || textOf(form, 'district');
}

/** The codes of the form in words, for the review, the receipt and the PDF. What cannot be asked for is shown as its code. */
export class PlaceNames {
  readonly #units = new Map<string, string>();
  readonly #agencies = new Map<string, readonly AgencyRow[]>();

  constructor(private readonly host: ReactiveControllerHost) {}

  /** Asks for the names of a unit and an agency, once each. Never rejects. */
  async ask(units: UnitSource | undefined, client: BhxhClient | undefined, { scheme, unit, agency }: Codes): Promise<void> {
    await Promise.all([units && this.#askUnits(units, scheme, unit), client && this.#askAgency(client, agency)]);
    this.host.requestUpdate();
  }

  /** "Phường Ba Đình, Thành phố Hà Nội", from the bottom up; not there until it was told. */
  unit(scheme: AddressScheme, code: string): string | undefined {
    return this.#units.get(`${scheme} ${code}`);
  }

  /** The agency with what is above it. */
  agency(code: string, rows: readonly AgencyRow[] | undefined): readonly AgencyRow[] {
    return rows ? pathOf(rows, code) : (this.#agencies.get(code) ?? []);
  }

  /** "BHXH Tp. Hà Nội » BHXH Quận Đống Đa", or the bare code. */
  agencyText(code: string, rows: readonly AgencyRow[] | undefined): string {
    return pathText(this.agency(code, rows)) || (code && `[${code}]`);
  }

  async #askUnits(units: UnitSource, scheme: AddressScheme, code: string): Promise<void> {
    const key = `${scheme} ${code}`;
    if (!code || this.#units.has(key)) return;
    const path = await quietly(units.path(scheme, code));
    const names = path.map(({ name }) => name);
    if (names.length > 0) this.#units.set(key, names.reverse().join(', '));
  }

  async #askAgency(client: BhxhClient, code: string): Promise<void> {
    if (!code || this.#agencies.has(code)) return;
    const path = await quietly<AgencyRow>(client.agencies.path({ code }).then(({ items }) => items));
    if (path.length > 0) this.#agencies.set(code, path);
  }
}

async function quietly<Row>(asking: PromiseLike<readonly Row[]>): Promise<readonly Row[]> {
  try {
    return await asking;
  } catch {
    return [];
  }
}
