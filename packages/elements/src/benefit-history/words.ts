import { defineWords } from '../foundation/words.js';

const vi = {
  caption: 'Thông tin hưởng',
  groups: 'Loại chế độ',
  'one-off': 'Một lần',
  'short-term': 'ÔĐTS',
  shortTermSpoken: 'ÔĐTS, ốm đau, thai sản',
  monthly: 'Hàng tháng',
  unemployment: 'Thất nghiệp',
  regime: 'Chế độ',
  from: 'Từ',
  to: 'Đến',
  now: 'nay',
  amount: 'Số tiền (VND)',
  monthAmount: 'Mỗi tháng (VND)',
  employer: 'Tên đơn vị',
  per: 'Cách trả',
  eachMonth: 'Hằng tháng',
  days: 'Số ngày',
  decision: 'Số quyết định',
  agency: 'Cơ quan BHXH',
  paidOn: 'Ngày chi trả',
} as const;

/** The keys and facts of `benefitWords`. */
export type BenefitWords = typeof vi;

export const benefitWords = defineWords('benefit-history', { vi, en: () => import('./words.en.js') });
