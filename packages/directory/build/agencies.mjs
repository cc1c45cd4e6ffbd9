/** The agencies the kit ships: provincial offices made from the province lists, district offices from data/agencies.json. */
import { readFileSync } from 'node:fs';

const data = JSON.parse(readFileSync(new URL('../data/agencies.json', import.meta.url), 'utf8'));

/** "Thành phố Hà Nội" → "BHXH Tp. Hà Nội", "Tỉnh An Giang" → "BHXH Tỉnh An Giang", as the portal's tree writes them. */
const officeName = (province) => `BHXH ${province.replace(/^Thành phố /, 'Tp. ')}`;

export function shippedAgencies(provincesByScheme) {
  const provincial = Object.entries(provincesByScheme).flatMap(([scheme, provinces]) => {
    const { validFrom, validTo } = data.periods[scheme];
    const details = new Map((data.provincialDetails[scheme] ?? []).map((row) => [row.code, row]));
    return provinces.map((unit) => ({
      code: `0${unit.code}`,
      name: officeName(unit.name),
      ...details.get(`0${unit.code}`),
      validFrom,
      ...(validTo && { validTo }),
    }));
  });
  return [...provincial, ...data.districtOffices];
}
