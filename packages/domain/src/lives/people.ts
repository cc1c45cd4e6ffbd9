import type { Profile } from '../accounts/profile.js';
import type { Sex } from '../cards/health-card.js';
import type { Chance } from './chance.js';

/** Who a synthetic life is about. */
export interface Person {
  readonly profile: Profile & { readonly birthDate: string };
  readonly sex: Sex;
}

const FAMILY_NAMES = ['Nguyễn', 'Trần', 'Lê', 'Phạm', 'Hoàng', 'Phan', 'Vũ', 'Đặng', 'Bùi', 'Đỗ'] as const;
const MIDDLE_NAMES = { male: ['Văn', 'Đức', 'Minh'], female: ['Thị', 'Ngọc', 'Minh'] } as const;
/** Names nobody bears: an example, a trial, an experiment. */
const GIVEN_NAMES = ['Mẫu', 'Thử', 'Nghiệm'] as const;

/**
 * A person whose numbers belong to nobody: the serial begins 9999999, the personal ID tells the birth year 2099, the phone is 0900 000 00x.
 * @param serial 0–999, the last digits of the numbers
 */
export function personOf(chance: Chance, serial: number, born: { readonly birthDate: string; readonly sex: Sex; readonly familyName?: string }): Person {
  const { birthDate, sex } = born;
  const tail = String(serial).padStart(3, '0');
  const personalId = `079${sex === 'male' ? 2 : 3}99000${tail}`;
  const family = born.familyName ?? chance.pick(FAMILY_NAMES);
  return {
    sex,
    profile: {
      bhxhNumber: `9999999${tail}`,
      personalId,
      identityNumber: personalId,
      fullName: `${family} ${chance.pick(MIDDLE_NAMES[sex])} ${chance.pick(GIVEN_NAMES)}`,
      birthDate,
      mobilePhone: `090000000${serial % 10}`,
      email: `mau${tail}@example.vn`,
      address: `Số ${chance.whole(1, 99)}, đường Mẫu, Phường Bến Nghé, Thành phố Hồ Chí Minh`,
      agencyCode: '079',
      agencyName: 'BHXH Tp. Hồ Chí Minh',
    },
  };
}

export const passwordOf = ({ profile }: Person): string => `Mau-ThuNghiem-${profile.bhxhNumber.slice(-3)}`;

export const familyNameOf = ({ profile }: Person): string => profile.fullName.split(' ')[0] ?? '';
