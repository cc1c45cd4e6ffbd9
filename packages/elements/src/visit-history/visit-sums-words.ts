import type { Words } from '../foundation/words.js';

/** Words of the sums; they come with them. A plain object, so that this part shares no code with the first one. */
export const visitSumWords = {
  name: 'visit-history',
  vi: {
    total: 'Tổng chi phí của {count} lần khám:',
    paid: 'BHYT trả {insurance}, người bệnh trả {patient}.',
    others: 'Nguồn khác trả {money}.',
    ofYear: 'Năm {year}: {count} lần khám, tổng {total}, BHYT trả {insurance}, người bệnh trả {patient}.',
  },
  en: {
    total: { one: 'Total cost of 1 visit:', other: 'Total cost of {count} visits:' },
    paid: 'Insurance paid {insurance}, the patient {patient}.',
    others: 'Others paid {money}.',
    ofYear: {
      one: '{year}: 1 visit, {total} in all, insurance paid {insurance}, the patient {patient}.',
      other: '{year}: {count} visits, {total} in all, insurance paid {insurance}, the patient {patient}.',
    },
  },
} as const satisfies Words;
