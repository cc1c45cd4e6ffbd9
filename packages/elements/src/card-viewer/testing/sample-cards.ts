import type { HealthCard } from '@bhxh-kit/domain';

/** A card of nobody, valid in 2026. */
export const CARD: HealthCard = {
  number: 'HN3799999999901',
  holderName: 'Nguyễn Văn A',
  birthDate: '2010-02-01',
  sex: 'male',
  address: '12 Đường Mẫu, Phường Thử, TP. Mẫu',
  facilityCode: '79 - 000',
  facilityName: 'Bệnh viện Mẫu',
  validFrom: '2026-01-01',
  validTo: '2026-12-31',
  fiveYearsFrom: '2025-01-01',
  objectCode: 'HN',
  benefitLevel: '3',
  qrText: 'HN3799999999901|SYNTHETIC|$',
};

/** What a scanner reads of the QR of an old card of nobody. */
export const SCAN =
  'HS4799999999901|4e677579e1bb856e2056c4836e2041|01/02/2010|1|313220c490c6b0e1bb9d6e67204de1baab752c205068c6b0e1bb9d6e67205468e1bbad|79 - 000|01/01/2021|31/12/2021|05/12/2020|79009999999901|5472e1baa76e205468e1bb8b2042|4| 01/01/2025|0123456789abcdef-7102|$';

/** The same of a card since 2021. */
export const SCAN_2020 =
  '9999999901|4e677579e1bb856e2056c4836e2041|01/02/2010|1|-|79 - 000|01/01/2022|-|05/12/2021|79009999999901|-|5|01/01/2025|0123456789abcdef-7102|4|5175e1baad6e205468e1bbad2c205468c3a06e68207068e1bb91204de1baab75|$';
