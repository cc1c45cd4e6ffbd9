import type { AddressScheme } from '../rule-packs/rule-pack.js';

/** Bạch Long Vĩ, Cồn Cỏ, Hoàng Sa, Lý Sơn, Côn Đảo: districts of the 2021 map that are governed without communes. The map is closed, so these stay all. */
const UNDIVIDED: readonly string[] = ['318', '471', '498', '536', '755'];

/** Huyện đảo không chia xã: an address in such a district has no commune (R4). */
export function isUndivided(scheme: AddressScheme, districtCode: string | undefined): boolean {
  return scheme === '2021' && UNDIVIDED.includes(districtCode ?? '');
}
