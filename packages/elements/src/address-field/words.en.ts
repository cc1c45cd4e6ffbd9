import type { English } from '../foundation/words.js';
import type { AddressFieldWords } from './words.js';

export default {
  province: 'Province or city',
  district: 'District or town',
  commune: 'Commune or ward',
  commune2025: 'Commune, ward or special zone',
  street: 'House number, lane, street, hamlet',
  provinceMissing: 'The province or city is not chosen yet.',
  districtMissing: 'The district is not chosen yet.',
  communeMissing: 'The commune or ward is not chosen yet.',
  streetMissing: 'House number, street or hamlet is missing. Where there are no house numbers, write the hamlet’s name.',
  streetTooLong: 'House number and street are longer than {max} characters. Please shorten them.',
  unresolved: '“{text}” is not in the list. Choose a row of the list.',
  notYet: 'The list is still loading; “{text}” will be looked up when it is here.',
  unknownCode: 'No administrative unit here has the code {code}. Choose again from the list.',
  provinceFirst: 'Choose the province or city first.',
  districtFirst: 'Choose the district first.',
  found: { one: '{count} row found.', other: '{count} rows found.' },
  noneFound: 'No row matches. Type with or without diacritics.',
  undivided: 'This district has no communes.',
  noUnits: 'The list has no administrative units here yet.',
  failed: 'The list of places could not be loaded. Check the network connection and try again.',
  noSource: 'This page has no list of places yet.',
} satisfies English<AddressFieldWords>;
