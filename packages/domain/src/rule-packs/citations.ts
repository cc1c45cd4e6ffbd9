import type { Citation, RulePackId } from './rule-pack.js';

const cite = (rule: string, source: string): Citation => ({ rule, source });

/** No act bounds the day from which somebody begins or stops: the bound finds a mistyped year. */
const AHEAD = cite('aheadWithinDays', 'Giới hạn của bộ công cụ, không phải của văn bản: 365 ngày, để nhận ra năm gõ nhầm');

/** The source of each rule of a pack. Beside the packs and not in them, because a page that applies a rule need not download where it is written. */
export const CITATIONS: Readonly<Record<RulePackId, readonly Citation[]>> = {
  '2021': [
    cite('basis', 'Nghị định 166/2016/NĐ-CP; Công văn 2659/BHXH-CNTT ngày 21/8/2020; Công văn 702/BHXH-CNTT ngày 23/3/2021'),
    cite('email', 'Công văn 1466/SGDĐT-KHTC ngày 27/5/2021: “Địa chỉ thư điện tử” không bắt buộc'),
    cite('photographs', 'Công văn 326/BHXH-TTPTĐT ngày 17/3/2021, bước 7 và 8'),
    cite('paperWithinDays', 'Công văn 253/BHXH-TT&PTĐT ngày 15/3/2021, bước 5: 10 ngày kể từ ngày kê khai'),
    cite('childBelowAge', 'Phụ lục Công văn 702/BHXH-CNTT: dưới 18 tuổi chưa có CMND/CCCD'),
    cite('childDirectly', 'Phụ lục Công văn 702/BHXH-CNTT, mục 2'),
    cite('passwordAgeMonths', 'Công văn 253/BHXH-TT&PTĐT: thay đổi mật khẩu ít nhất 06 tháng một lần'),
    AHEAD,
  ],
  '2023': [
    cite('basis', 'Nghị định 166/2016/NĐ-CP; Công văn 168/BHXH ngày 07/4/2023 (BHXH quận Ngô Quyền)'),
    cite('email', 'Thông báo 493/TB-ĐHHHVN-TCHC ngày 21/4/2023, phụ lục 1: phải sử dụng email'),
    cite('emailCode', 'Thông báo 493, phụ lục 1, bước 4 và 5: mỗi email một tài khoản, OTP gồm 6 chữ số'),
    cite('photographs', 'Thông báo 493, phụ lục 1, bước 3: đã được xác thực dữ liệu Bộ Công an thì bỏ qua'),
    cite('paperWithinDays', 'Công văn 2659/BHXH-CNTT ngày 21/8/2020'),
    cite('childBelowAge', 'Thông báo 493, phụ lục 2: người dưới 15 tuổi'),
    cite('childDirectly', 'Thông báo 493, phụ lục 2: người giám hộ phải đăng ký VssID trước'),
    cite('acceptsNineDigitIdentity', 'Thông báo 493, phụ lục 1: áp dụng đối với người đã có CCCD'),
    AHEAD,
  ],
  '2025': [
    cite('basis', 'Nghị định 164/2025/NĐ-CP, hiệu lực 01/07/2025'),
    cite('email', 'Nghị định 164/2025/NĐ-CP: thư điện tử hoặc tài khoản VNeID'),
    cite('photographs', 'Nghị định 164/2025/NĐ-CP: chỉ khi chưa khớp dữ liệu dân cư'),
    cite('paperWaivedByVneid', 'Nghị định 164/2025/NĐ-CP: đăng nhập VNeID mức độ 2'),
    cite('addressScheme', 'Luật 72/2025/QH15; Nghị quyết 202/2025/QH15: hai cấp từ 01/07/2025'),
    cite('bhxhNumberKinds', 'Nghị định 164/2025/NĐ-CP: số định danh cá nhân 12 số, mã 10 số vẫn dùng được'),
    cite('acceptsNineDigitIdentity', 'Luật Căn cước 26/2023/QH15: CMND hết giá trị từ 01/01/2025'),
    cite('passwordAge', 'Nghị định 164/2025/NĐ-CP: nhắc, không bắt buộc'),
    AHEAD,
  ],
};
