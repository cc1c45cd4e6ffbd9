import type { MedicalVisit } from '@bhxh-kit/domain';

/** A visit with two services that add up. */
export const FLU: MedicalVisit = {
  id: 'v3',
  facilityCode: '79 - 000',
  facilityName: 'Bệnh viện Mẫu',
  admittedOn: '2026-02-03',
  admittedTime: '08:30',
  dischargedOn: '2026-02-05',
  diagnosis: 'Cúm, virus không xác định',
  icd: 'J11.1',
  route: 'right-route',
  discharge: 'discharged',
  treatmentResult: 'better',
  totalCost: 500_000,
  paidByInsurance: 400_000,
  paidByPatient: 100_000,
  lines: [
    {
      group: 'examination',
      service: 'Khám nội',
      quantity: 1,
      unit: 'Lần',
      unitPrice: 40_000,
      totalCost: 40_000,
      paidByInsurance: 32_000,
      paidByPatient: 8_000,
    },
    {
      group: 'medicine',
      service: 'Thuốc Mẫu 250 mg',
      quantity: 10,
      unit: 'Viên',
      unitPrice: 46_000,
      totalCost: 460_000,
      paidByInsurance: 368_000,
      paidByPatient: 92_000,
    },
  ],
};

/** Three visits of two years, the newest first. */
export const VISITS: readonly MedicalVisit[] = [
  FLU,
  {
    id: 'v2',
    facilityName: 'Trạm y tế Thử',
    admittedOn: '2026-01-10',
    dischargedOn: '2026-01-10',
    diagnosis: 'Viêm họng cấp',
    icd: 'J02.9',
    totalCost: 120_000,
    paidByInsurance: 96_000,
    paidByPatient: 24_000,
    lines: [],
  },
  {
    id: 'v1',
    facilityName: 'Phòng khám Mẫu',
    admittedOn: '2024-12-31',
    dischargedOn: '2025-01-02',
    diagnosis: 'Đau lưng',
    icd: 'M54.5',
    totalCost: 200_000,
    paidByInsurance: 160_000,
    paidByPatient: 40_000,
    lines: [],
  },
];
