import type { PasswordFault } from '../accounts/password.js';
import type { Locale } from '../wording/wording.js';
import type { ActivationCodeFault } from './activation-code.js';
import type { RejectionFault } from './rejection.js';
import { isReason, type RejectionReason } from './rejection-reasons.js';
import type { ReviewAct } from './undo.js';

/** A reason in words: its name in the officer's list, what the person is told, and the way out. */
export interface ReasonWords {
  readonly name: string;
  readonly told: string;
  readonly wayOut: string;
}

type Both<Words> = { readonly [Language in Locale]: Words };

const REASON_WORDS: Readonly<Record<RejectionReason, Both<ReasonWords>>> = {
  'form-unsigned': {
    vi: { name: 'Mẫu 01 chưa ký', told: 'Mẫu 01 bản giấy chưa có chữ ký của bạn.', wayOut: 'Hãy in lại Mẫu 01, ký, ghi rõ họ tên rồi nộp.' },
    en: { name: 'Form 01 unsigned', told: 'The paper Form 01 is not signed.', wayOut: 'Print Form 01 again, sign it above your full name and hand it in.' },
  },
  'form-differs': {
    vi: {
      name: 'Bản giấy khác tờ khai điện tử',
      told: 'Nội dung trên bản giấy khác với nội dung đã khai trên mạng.',
      wayOut: 'Hãy sửa tờ khai cho đúng, in bản mới và nộp; đừng sửa tay trên bản đã in.',
    },
    en: {
      name: 'Paper differs from the declaration',
      told: 'What the paper says differs from what was declared online.',
      wayOut: 'Correct the declaration, print it anew and hand it in; do not correct the printed form by hand.',
    },
  },
  'identity-differs': {
    vi: {
      name: 'Không khớp giấy tờ tùy thân',
      told: 'Họ tên hoặc số giấy tờ đã khai không khớp với giấy tờ tùy thân.',
      wayOut: 'Hãy sửa họ tên và số giấy tờ đúng như trên căn cước, CMND hoặc hộ chiếu.',
    },
    en: {
      name: 'Differs from the identity paper',
      told: 'The name or the number declared differs from the identity paper.',
      wayOut: 'Write the name and the number exactly as on the identity card or passport.',
    },
  },
  'identity-expired': {
    vi: {
      name: 'Giấy tờ tùy thân hết hạn',
      told: 'Giấy tờ tùy thân đã hết giá trị sử dụng.',
      wayOut: 'Hãy khai lại với giấy tờ còn hạn và chụp ảnh giấy tờ đó.',
    },
    en: { name: 'Identity paper expired', told: 'The identity paper is no longer valid.', wayOut: 'Declare with a valid paper and photograph that one.' },
  },
  'bhxh-number-differs': {
    vi: {
      name: 'Mã số BHXH không đúng',
      told: 'Mã số BHXH đã khai không phải của bạn.',
      wayOut: 'Hãy xem 10 số cuối trên thẻ BHYT hoặc hỏi cơ quan BHXH, rồi sửa mã số.',
    },
    en: {
      name: 'BHXH number wrong',
      told: 'The BHXH number declared is not yours.',
      wayOut: 'Look at the last 10 digits of your health card, or ask the office, and correct the number.',
    },
  },
  'photograph-unusable': {
    vi: { name: 'Ảnh không dùng được', told: 'Ảnh quá mờ, quá tối hoặc bị che.', wayOut: 'Hãy chụp lại ở nơi đủ sáng, đủ bốn góc giấy tờ, không lóa.' },
    en: {
      name: 'Photograph unusable',
      told: 'A photograph is too blurred, too dark or covered.',
      wayOut: 'Take it again in good light, with all four corners of the paper and no glare.',
    },
  },
  'photograph-of-another': {
    vi: {
      name: 'Ảnh không phải của người khai',
      told: 'Ảnh không phải của người được khai hoặc không đúng loại giấy tờ.',
      wayOut: 'Hãy thay bằng ảnh và giấy tờ của chính người được khai.',
    },
    en: {
      name: 'Photograph of somebody or something else',
      told: 'A photograph does not show the person declared, or shows another paper.',
      wayOut: 'Replace it with one of the person declared and of their own paper.',
    },
  },
  'contact-not-own': {
    vi: {
      name: 'Điện thoại, thư điện tử không phải của người khai',
      told: 'Số điện thoại hoặc thư điện tử không liên hệ được hoặc không phải của bạn.',
      wayOut: 'Hãy khai số điện thoại và thư điện tử bạn đang tự dùng: mã kích hoạt sẽ gửi tới đó.',
    },
    en: {
      name: 'Contact is not the person’s own',
      told: 'The phone number or e-mail address cannot be reached or is not yours.',
      wayOut: 'Give a phone number and an address you use yourself: the activation code is sent there.',
    },
  },
  'address-incomplete': {
    vi: { name: 'Địa chỉ chưa đủ', told: 'Địa chỉ liên hệ chưa đủ hoặc chưa đúng.', wayOut: 'Hãy chọn lại tỉnh, xã và ghi đủ số nhà, đường, tổ hoặc thôn.' },
    en: {
      name: 'Address incomplete',
      told: 'The contact address is incomplete or wrong.',
      wayOut: 'Choose province and commune again and write house, street and hamlet in full.',
    },
  },
  'guardian-unproven': {
    vi: {
      name: 'Chưa chứng minh quan hệ giám hộ',
      told: 'Giấy tờ chưa cho thấy người đứng khai là cha, mẹ hoặc người giám hộ của trẻ.',
      wayOut: 'Hãy chụp giấy khai sinh của trẻ hoặc giấy tờ giám hộ, và kiểm tra số giấy tờ của người giám hộ.',
    },
    en: {
      name: 'Guardianship not proven',
      told: 'The papers do not show that the declarant is the child’s parent or guardian.',
      wayOut: 'Photograph the birth certificate or the guardianship paper, and check the guardian’s number.',
    },
  },
  'certificate-invalid': {
    vi: {
      name: 'Chứng thư số không hợp lệ',
      told: 'Chứng thư số không đúng, hết hạn hoặc không phải của đơn vị.',
      wayOut: 'Hãy khai lại số, tổ chức cấp và thời hạn của chứng thư số đang dùng.',
    },
    en: {
      name: 'Digital certificate invalid',
      told: 'The digital certificate is wrong, expired or not the organisation’s own.',
      wayOut: 'Declare the serial, issuer and term of the certificate in use.',
    },
  },
  'organisation-unproven': {
    vi: {
      name: 'Chưa chứng minh tư cách đơn vị',
      told: 'Giấy tờ chưa cho thấy người khai được đại diện cho đơn vị.',
      wayOut: 'Hãy nộp kèm quyết định thành lập hoặc giấy ủy quyền có dấu của đơn vị.',
    },
    en: {
      name: 'Organisation not proven',
      told: 'The papers do not show that the declarant may act for the organisation.',
      wayOut: 'Hand in the decision of establishment or an authorisation with the organisation’s seal.',
    },
  },
  'other-agency': {
    vi: {
      name: 'Không thuộc cơ quan này',
      told: 'Tờ khai không thuộc cơ quan BHXH đã chọn.',
      wayOut: 'Hãy chọn cơ quan BHXH quản lý nơi bạn ở hoặc nơi bạn đóng bảo hiểm.',
    },
    en: {
      name: 'Belongs to another office',
      told: 'The office chosen is not the one in charge of you.',
      wayOut: 'Choose the office of the place where you live or pay your contributions.',
    },
  },
  'account-exists': {
    vi: {
      name: 'Đã có tài khoản',
      told: 'Mã số BHXH này đã có tài khoản giao dịch điện tử.',
      wayOut: 'Hãy đăng nhập, hoặc xin lại mã kích hoạt; muốn đổi thông tin thì khai “Điều chỉnh thông tin”.',
    },
    en: {
      name: 'Account exists',
      told: 'This BHXH number already has an account.',
      wayOut: 'Sign in, or ask for a new activation code; to change what is known of you, declare “Adjust information”.',
    },
  },
  'account-missing': {
    vi: {
      name: 'Chưa có tài khoản',
      told: 'Mã số BHXH này chưa có tài khoản để điều chỉnh hoặc ngừng sử dụng.',
      wayOut: 'Hãy kiểm tra mã số BHXH, hoặc khai “Đăng ký sử dụng” trước.',
    },
    en: {
      name: 'No account',
      told: 'This BHXH number has no account to adjust or to stop.',
      wayOut: 'Check the BHXH number, or declare “Register” first.',
    },
  },
  duplicate: {
    vi: {
      name: 'Trùng tờ khai khác',
      told: 'Bạn đã có một tờ khai khác đang được xử lý.',
      wayOut: 'Bạn không phải làm gì thêm; hãy theo dõi tờ khai kia bằng số tờ khai đã nhận.',
    },
    en: {
      name: 'Duplicate',
      told: 'Another declaration of yours is already being handled.',
      wayOut: 'Nothing more is needed; follow the other declaration by its reference.',
    },
  },
  other: {
    vi: {
      name: 'Lý do khác',
      told: 'Có lý do khác, cán bộ ghi bên dưới.',
      wayOut: 'Hãy làm theo hướng dẫn của cán bộ; nếu chưa rõ, gọi cơ quan BHXH tiếp nhận.',
    },
    en: {
      name: 'Another reason',
      told: 'There is another reason, in the officer’s words below.',
      wayOut: 'Follow what the officer writes; if it is not clear, call the receiving office.',
    },
  },
};

/** The words of a reason. A code newer than this copy gets those of `other` under its own name. */
export function reasonWords(reason: string, locale: Locale): ReasonWords {
  return isReason(reason) ? REASON_WORDS[reason][locale] : { ...REASON_WORDS.other[locale], name: reason };
}

const ACT_WORDS: Readonly<Record<ReviewAct, Both<{ readonly act: string; readonly done: string }>>> = {
  'paper-received': { vi: { act: 'Đã nhận bản giấy', done: 'Đã nhận Mẫu 01 bản giấy' }, en: { act: 'Paper received', done: 'Paper form received' } },
  approve: { vi: { act: 'Chấp nhận', done: 'Đã chấp nhận' }, en: { act: 'Approve', done: 'Approved' } },
  reject: { vi: { act: 'Không chấp nhận', done: 'Không chấp nhận' }, en: { act: 'Reject', done: 'Rejected' } },
};

/** An act as its button says it (`act`) and as a history tells it (`done`); a code newer than this copy as it is. */
export function actWords(act: string, locale: Locale): { readonly act: string; readonly done: string } {
  return Object.hasOwn(ACT_WORDS, act) ? ACT_WORDS[act as ReviewAct][locale] : { act, done: act };
}

/** Every fault of what an officer writes and of what a person activates an account with. */
export type ReviewFault = RejectionFault | ActivationCodeFault | PasswordFault;

const FAULT_WORDS: Readonly<Record<ReviewFault, Both<string>>> = {
  'rejection.no-reason': {
    vi: 'Hãy chọn ít nhất một lý do: người khai cần biết phải sửa gì.',
    en: 'Choose at least one reason: the person must know what to correct.',
  },
  'rejection.reason-unknown': {
    vi: 'Lý do này không có trong danh sách. Hãy tải lại trang rồi chọn lại.',
    en: 'This reason is not on the list. Reload the page and choose again.',
  },
  'rejection.words-missing': {
    vi: '“Lý do khác” cần lời giải thích. Hãy ghi rõ người khai phải làm gì.',
    en: '“Another reason” needs words. Say what the person has to do.',
  },
  'rejection.words-too-long': {
    vi: 'Lời giải thích dài {actual} ký tự, tối đa {max}. Hãy viết gọn lại.',
    en: 'The words have {actual} characters, {max} at most. Shorten them.',
  },
  'rejection.words-number': {
    vi: 'Đừng ghi số giấy tờ, mã số hay số điện thoại: lời này gửi qua tin nhắn và thư. Hãy bỏ các số đó.',
    en: 'Do not write numbers of papers, people or phones: these words go out by SMS and e-mail. Remove them.',
  },
  'activation-code.empty': { vi: 'Hãy nhập mã kích hoạt trong tin nhắn hoặc thư đã nhận.', en: 'Enter the activation code of the SMS or e-mail.' },
  'activation-code.shape': {
    vi: 'Mã kích hoạt gồm 8 chữ cái và chữ số, như K7QM-2XHD. Hãy xem lại tin nhắn.',
    en: 'The activation code has 8 letters and digits, like K7QM-2XHD. Look at the message again.',
  },
  'password.too-short': {
    vi: 'Mật khẩu cần ít nhất {min} ký tự. Một câu dễ nhớ là tốt nhất.',
    en: 'The password needs at least {min} characters. A sentence you can remember is best.',
  },
  'password.too-long': { vi: 'Mật khẩu tối đa {max} ký tự.', en: 'The password may have {max} characters at most.' },
  'password.own-number': {
    vi: 'Mật khẩu không được chứa mã số BHXH: ai biết mã số sẽ đoán được. Hãy chọn mật khẩu khác.',
    en: 'The password must not contain the BHXH number: whoever knows the number could guess it. Choose another one.',
  },
  'password.common': {
    vi: 'Mật khẩu này nhiều người dùng nên bị đoán đầu tiên. Hãy ghép vài từ không liên quan, hoặc viết một câu của riêng bạn.',
    en: 'Many people use this password, so it is guessed first. Put some unrelated words together, or write a sentence of your own.',
  },
  'password.same': {
    vi: 'Mật khẩu mới trùng mật khẩu đang dùng. Hãy chọn mật khẩu khác.',
    en: 'The new password is the one in use. Choose another one.',
  },
  'password.too-simple': {
    vi: 'Mật khẩu quá dễ đoán (một ký tự lặp lại hoặc dãy liền nhau). Hãy chọn mật khẩu khác.',
    en: 'The password is too easy to guess (one character repeated, or a sequence). Choose another one.',
  },
};

/** The sentence for a fault, with its facts; nothing for a code of elsewhere. */
export function reviewFaultWords(code: string, facts: Readonly<Record<string, string | number>>, locale: Locale): string | undefined {
  if (!Object.hasOwn(FAULT_WORDS, code)) return undefined;
  return FAULT_WORDS[code as ReviewFault][locale].replace(/\{(\w+)\}/g, (brace, name: string) => (Object.hasOwn(facts, name) ? String(facts[name]) : brace));
}
