import type { Citation, RulePack, RulePackId } from './rule-pack.js';

const cite = (rule: string, source: string): Citation => ({ rule, source });

const IN_2021: RulePack = {
  id: '2021',
  effectiveFrom: '2021-03-23',
  citations: [
    cite('basis', 'Nghị định 166/2016/NĐ-CP; Công văn 2659/BHXH-CNTT ngày 21/8/2020; Công văn 702/BHXH-CNTT ngày 23/3/2021'),
    cite('email', 'Công văn 1466/SGDĐT-KHTC ngày 27/5/2021: “Địa chỉ thư điện tử” không bắt buộc'),
    cite('photographs', 'Công văn 326/BHXH-TTPTĐT ngày 17/3/2021, bước 7 và 8'),
    cite('paperWithinDays', 'Công văn 253/BHXH-TT&PTĐT ngày 15/3/2021, bước 5: 10 ngày kể từ ngày kê khai'),
    cite('childBelowAge', 'Phụ lục Công văn 702/BHXH-CNTT: dưới 18 tuổi chưa có CMND/CCCD'),
    cite('childDirectly', 'Phụ lục Công văn 702/BHXH-CNTT, mục 2'),
    cite('passwordAgeMonths', 'Công văn 253/BHXH-TT&PTĐT: thay đổi mật khẩu ít nhất 06 tháng một lần'),
  ],
  addressScheme: '2021',
  email: 'optional',
  emailCode: false,
  photographs: 'always',
  paperWithinDays: 10,
  paperWaivedByVneid: false,
  childBelowAge: 18,
  childDirectly: true,
  bhxhNumberKinds: ['legacy'],
  acceptsNineDigitIdentity: true,
  passwordAgeMonths: 6,
  passwordAge: 'enforce',
};

const IN_2023: RulePack = {
  ...IN_2021,
  id: '2023',
  effectiveFrom: '2023-04-07',
  citations: [
    cite('basis', 'Nghị định 166/2016/NĐ-CP; Công văn 168/BHXH ngày 07/4/2023 (BHXH quận Ngô Quyền)'),
    cite('email', 'Thông báo 493/TB-ĐHHHVN-TCHC ngày 21/4/2023, phụ lục 1: phải sử dụng email'),
    cite('emailCode', 'Thông báo 493, phụ lục 1, bước 4 và 5: mỗi email một tài khoản, OTP gồm 6 chữ số'),
    cite('photographs', 'Thông báo 493, phụ lục 1, bước 3: đã được xác thực dữ liệu Bộ Công an thì bỏ qua'),
    cite('paperWithinDays', 'Công văn 2659/BHXH-CNTT ngày 21/8/2020'),
    cite('childBelowAge', 'Thông báo 493, phụ lục 2: người dưới 15 tuổi'),
    cite('childDirectly', 'Thông báo 493, phụ lục 2: người giám hộ phải đăng ký VssID trước'),
    cite('acceptsNineDigitIdentity', 'Thông báo 493, phụ lục 1: áp dụng đối với người đã có CCCD'),
  ],
  email: 'required',
  emailCode: true,
  photographs: 'unless-verified',
  childBelowAge: 15,
  childDirectly: false,
  acceptsNineDigitIdentity: false,
};

const IN_2025: RulePack = {
  ...IN_2023,
  id: '2025',
  effectiveFrom: '2025-07-01',
  citations: [
    cite('basis', 'Nghị định 164/2025/NĐ-CP, hiệu lực 01/07/2025'),
    cite('email', 'Nghị định 164/2025/NĐ-CP: thư điện tử hoặc tài khoản VNeID'),
    cite('photographs', 'Nghị định 164/2025/NĐ-CP: chỉ khi chưa khớp dữ liệu dân cư'),
    cite('paperWaivedByVneid', 'Nghị định 164/2025/NĐ-CP: đăng nhập VNeID mức độ 2'),
    cite('addressScheme', 'Luật 72/2025/QH15; Nghị quyết 202/2025/QH15: hai cấp từ 01/07/2025'),
    cite('bhxhNumberKinds', 'Nghị định 164/2025/NĐ-CP: số định danh cá nhân 12 số, mã 10 số vẫn dùng được'),
    cite('acceptsNineDigitIdentity', 'Luật Căn cước 26/2023/QH15: CMND hết giá trị từ 01/01/2025'),
    cite('passwordAge', 'Nghị định 164/2025/NĐ-CP: nhắc, không bắt buộc'),
  ],
  addressScheme: '2025',
  email: 'required-or-vneid',
  emailCode: false,
  photographs: 'unless-matched',
  paperWaivedByVneid: true,
  bhxhNumberKinds: ['personal-id', 'legacy'],
  passwordAge: 'remind',
};

/** The rule packs the kit carries, oldest first. */
export const RULE_PACKS: readonly RulePack[] = [IN_2021, IN_2023, IN_2025];

/** What an installation may set about the packs. */
export interface RulePackConfiguration {
  /** Corrected packs instead of the kit's own, oldest first, at least one. */
  readonly packs?: readonly RulePack[];
  /**
   * The day from which the personal ID is the first choice as mã số BHXH. One letter says 01/08/2025, a later one 01/09/2026, so it is set, not built in.
   * Both kinds are taken on either side of it, wherever the pack takes both.
   */
  readonly numberSwitchFrom?: string;
}

/**
 * The pack in force on a day (ISO date, Asia/Ho_Chi_Minh). A day before the first pack gets the first: no older practice is known to the kit.
 */
export function rulePackOn(date: string, configuration: RulePackConfiguration = {}): RulePack {
  const packs = configuration.packs?.length ? configuration.packs : RULE_PACKS;
  const inForce = packs.findLast((pack) => pack.effectiveFrom <= date) ?? packs[0] ?? IN_2021;
  return withNumberOrder(inForce, date, configuration.numberSwitchFrom);
}

/** The pack of that name, as a declaration made under it keeps it. */
export function rulePack(id: RulePackId, packs: readonly RulePack[] = RULE_PACKS): RulePack {
  return packs.find((pack) => pack.id === id) ?? (RULE_PACKS.find((pack) => pack.id === id) as RulePack);
}

function withNumberOrder(pack: RulePack, date: string, switchFrom: string | undefined): RulePack {
  if (switchFrom === undefined || pack.bhxhNumberKinds.length < 2) return pack;
  return { ...pack, bhxhNumberKinds: date >= switchFrom ? ['personal-id', 'legacy'] : ['legacy', 'personal-id'] };
}
