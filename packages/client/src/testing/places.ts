import type { Agency, Unit } from '@bhxh-kit/domain';

/** A few real places, enough for a declaration under each map; a test that needs more hands its own in. */
export const testUnits: readonly Unit[] = [
  { scheme: '2021', code: '01', name: 'Thành phố Hà Nội', level: 'province' },
  { scheme: '2021', code: '272', name: 'Huyện Phúc Thọ', level: 'district', parentCode: '01' },
  { scheme: '2021', code: '09763', name: 'Xã Phúc Hòa', level: 'commune', parentCode: '272' },
  { scheme: '2021', code: '89', name: 'Tỉnh An Giang', level: 'province' },
  { scheme: '2021', code: '883', name: 'Thành phố Long Xuyên', level: 'district', parentCode: '89' },
  { scheme: '2021', code: '30280', name: 'Phường Mỹ Bình', level: 'commune', parentCode: '883' },
  { scheme: '2025', code: '01', name: 'Thành phố Hà Nội', level: 'province' },
  { scheme: '2025', code: '00004', name: 'Phường Ba Đình', level: 'commune', parentCode: '01' },
  { scheme: '2025', code: '91', name: 'Tỉnh An Giang', level: 'province' },
  { scheme: '2025', code: '30307', name: 'Phường Long Xuyên', level: 'commune', parentCode: '91' },
];

export const testAgencies: readonly Agency[] = [
  { code: '001', name: 'BHXH Tp. Hà Nội' },
  { code: '00101', name: 'BHXH Quận Ba Đình', parentCode: '001', communeCodes: ['00004'] },
  { code: '00106', name: 'BHXH Quận Đống Đa', parentCode: '001', address: 'Phố Trần Hữu Tước, phường Nam Đồng', phone: '02439747408' },
  { code: '079', name: 'BHXH Tp. Hồ Chí Minh' },
  { code: '089', name: 'BHXH Tỉnh An Giang' },
];
