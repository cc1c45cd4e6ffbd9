import type { Step } from '../declaration/steps.js';
import type { StepId } from '../declaration/form.js';
import type { DeclarationPurpose, DeclarationStatus, HandIn, PhotographKind, SubjectType, TransactAt } from '../declaration/submission.js';
import type { InsuranceBranch } from '../participation/participation-period.js';

/** Codes by the list they belong to. */
export interface NamedCodes {
  readonly branch: InsuranceBranch;
  readonly handIn: HandIn;
  readonly photograph: PhotographKind;
  readonly purpose: DeclarationPurpose;
  readonly skipReason: NonNullable<Step['skipped']>;
  readonly status: DeclarationStatus;
  readonly step: StepId;
  readonly subject: SubjectType;
  readonly transactAt: TransactAt['kind'];
}

/** The names of every list in one language. */
export type Names = { readonly [List in keyof NamedCodes]: Readonly<Record<NamedCodes[List], string>> };

/** Names of codes in both languages; a code without a name fails the build. */
export const NAMES: Readonly<Record<'vi' | 'en', Names>> = {
  vi: {
    branch: { social: 'BHXH', unemployment: 'BHTN', accident: 'BHTNLĐ-BNN', health: 'BHYT' },
    handIn: {
      'at-agency': 'Tại nơi tiếp nhận hồ sơ theo quy định của Bảo hiểm xã hội Việt Nam',
      'by-post': 'Tại nhà thông qua dịch vụ bưu chính công ích (cước dịch vụ do cá nhân tự trả khi gửi hồ sơ)',
    },
    photograph: {
      portrait: 'ảnh cá nhân 4×6',
      'identity-front': 'ảnh mặt trước giấy tờ',
      'identity-back': 'ảnh mặt sau giấy tờ',
      'birth-certificate': 'ảnh giấy khai sinh',
    },
    purpose: { register: 'Đăng ký sử dụng', adjust: 'Điều chỉnh thông tin', stop: 'Ngừng sử dụng' },
    skipReason: {
      'identity-verified': 'Thông tin cá nhân đã được xác thực với cơ sở dữ liệu dân cư nên không cần ảnh.',
      vneid: 'Bạn đã đăng nhập bằng VNeID mức độ 2 nên không cần ảnh.',
    },
    status: {
      'waiting-for-paper': 'Chờ nộp Mẫu 01 đã ký',
      'in-review': 'Cơ quan BHXH đang xem xét',
      approved: 'Đã chấp nhận',
      rejected: 'Không chấp nhận',
      cancelled: 'Đã hủy',
    },
    step: {
      subject: 'Loại đối tượng',
      person: 'Thông tin cá nhân',
      photographs: 'Giấy tờ, ảnh',
      agency: 'Cơ quan tiếp nhận',
      review: 'Xem lại và cam kết',
      receipt: 'Đã ghi nhận',
    },
    subject: { individual: 'Cá nhân', child: 'Trẻ em', organisation: 'Cơ quan/Tổ chức' },
    transactAt: { portal: 'Cổng thông tin điện tử của Bảo hiểm xã hội Việt Nam', ivan: 'Tổ chức I-VAN' },
  },
  en: {
    branch: {
      social: 'Social insurance',
      unemployment: 'Unemployment insurance',
      accident: 'Work accident and occupational disease insurance',
      health: 'Health insurance',
    },
    handIn: {
      'at-agency': 'At the office that receives the papers',
      'by-post': 'From home by the public postal service (you pay the postage when you send the papers)',
    },
    photograph: {
      portrait: 'portrait 4×6',
      'identity-front': 'front of the identity paper',
      'identity-back': 'back of the identity paper',
      'birth-certificate': 'birth certificate',
    },
    purpose: { register: 'Register', adjust: 'Adjust information', stop: 'Stop using' },
    skipReason: {
      'identity-verified': 'Your identity was verified with the population database, so no photographs are needed.',
      vneid: 'You are signed in with VNeID level 2, so no photographs are needed.',
    },
    status: {
      'waiting-for-paper': 'Waiting for the signed Form 01',
      'in-review': 'In review at the social security office',
      approved: 'Approved',
      rejected: 'Rejected',
      cancelled: 'Cancelled',
    },
    step: {
      subject: 'Subject',
      person: 'Personal information',
      photographs: 'Papers and photographs',
      agency: 'Receiving office',
      review: 'Review and commitment',
      receipt: 'Received',
    },
    subject: { individual: 'Individual', child: 'Child', organisation: 'Organisation' },
    transactAt: { portal: 'The portal of Vietnam Social Security', ivan: 'An I-VAN organisation' },
  },
};
