import type { Directory } from '@bhxh-kit/directory';
import type { ContactAddress } from '@bhxh-kit/domain';

/** Địa chỉ liên hệ in words, from the house up to the province. */
export async function addressInWords({ scheme, provinceCode, districtCode, communeCode, street }: ContactAddress, directory: Directory): Promise<string> {
  const units = await directory.path(scheme, communeCode || districtCode || provinceCode);
  return [street, ...units.map((unit) => unit.name).reverse()].join(', ');
}
