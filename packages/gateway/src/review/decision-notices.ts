import { formatActivationCode, type RejectionReason } from '@bhxh-kit/domain';
import { reasonWords } from '@bhxh-kit/domain/review/review-words.js';
import type { Message } from '../outbox/outbox.js';
import { momentInWords, type Recipient } from '../registration/notices.js';

type Locale = Recipient['locale'];

/** What a decision tells its person. */
export type Decision =
  | { readonly kind: 'activation'; readonly code: string; readonly until: string; readonly page?: string | undefined }
  | { readonly kind: 'first-password'; readonly code: string; readonly until: string }
  | { readonly kind: 'new-code'; readonly code: string; readonly until: string; readonly page?: string | undefined }
  | { readonly kind: 'adjusted' }
  | { readonly kind: 'stopped' }
  | { readonly kind: 'guardian-added' }
  | {
      readonly kind: 'rejected';
      readonly reasons: readonly RejectionReason[];
      readonly words?: string | undefined;
      readonly code: string;
      readonly until: string;
    }
  | { readonly kind: 'correction-code'; readonly code: string; readonly until: string };

interface Place {
  readonly reference: string;
  readonly agencyName: string;
}

interface Words {
  readonly subject: string;
  readonly sms: string;
  /** Where the e-mail says more than the SMS. */
  readonly email?: string;
}

type Said<Kind extends Decision['kind']> = Extract<Decision, { kind: Kind }>;
type Teller<Kind extends Decision['kind']> = (decision: Said<Kind>, place: Place) => Words;

/** The first reasons by name, inside a sentence: an SMS is short, the e-mail and the page say all of them. */
function inShort(reasons: readonly RejectionReason[], locale: Locale): string {
  const names = reasons
    .slice(0, NAMED_MOST)
    .map((reason) => reasonWords(reason, locale).name.replace(/^\p{Lu}(?=\p{Ll})/u, (letter) => letter.toLocaleLowerCase(locale)));
  const more = reasons.length - names.length;
  if (more === 0) return names.join('; ');
  return `${names.join('; ')}; ${locale === 'vi' ? `và ${more} lý do khác` : `and ${more} more`}`;
}

const NAMED_MOST = 2;

/** Numbers and names of the person are in none of these; a code is, because it is what they were waiting for. */
const VI: { readonly [Kind in Decision['kind']]: Teller<Kind> } = {
  activation: ({ code, until, page }, { reference, agencyName }) => {
    const sms = `Tờ khai ${reference} đã được ${agencyName} chấp nhận. Mã kích hoạt: ${formatActivationCode(code)}, dùng một lần trước ${momentInWords(until, 'vi')}. Không đưa mã cho bất kỳ ai, kể cả cán bộ BHXH.`;
    return { subject: `Kích hoạt tài khoản: tờ khai ${reference} đã được chấp nhận`, sms, ...(page && { email: `${sms}\n\nMở trang kích hoạt: ${page}` }) };
  },
  'first-password': ({ code, until }, { reference, agencyName }) => ({
    subject: `Tờ khai ${reference} đã được chấp nhận`,
    sms: `Tờ khai ${reference} đã được ${agencyName} chấp nhận. Tên đăng nhập là mã số BHXH; mật khẩu lần đầu: ${formatActivationCode(code)}. Hãy đăng nhập và đổi mật khẩu trước ${momentInWords(until, 'vi')}.`,
  }),
  'new-code': ({ code, until, page }) => {
    const sms = `Mã kích hoạt tài khoản BHXH mới: ${formatActivationCode(code)}, dùng một lần trước ${momentInWords(until, 'vi')}. Mã cũ không dùng được nữa. Không đưa mã cho bất kỳ ai.`;
    return { subject: 'Mã kích hoạt tài khoản mới', sms, ...(page && { email: `${sms}\n\nMở trang kích hoạt: ${page}` }) };
  },
  adjusted: (_, { reference, agencyName }) => ({
    subject: `Thông tin tài khoản đã thay đổi theo tờ khai ${reference}`,
    sms: `${agencyName} đã điều chỉnh thông tin tài khoản theo tờ khai ${reference}. Nếu bạn không khai tờ khai này, hãy gọi ngay cơ quan BHXH.`,
  }),
  stopped: (_, { reference, agencyName }) => ({
    subject: `Tài khoản ngừng sử dụng theo tờ khai ${reference}`,
    sms: `${agencyName} đã chấp nhận tờ khai ${reference}: tài khoản ngừng sử dụng từ ngày đã khai. Nếu bạn không khai tờ khai này, hãy gọi ngay cơ quan BHXH.`,
  }),
  'guardian-added': (_, { reference, agencyName }) => ({
    subject: `Thêm người giám hộ theo tờ khai ${reference}`,
    sms: `${agencyName} đã chấp nhận tờ khai ${reference}: thêm một người giám hộ cho tài khoản của trẻ. Nếu bạn không biết việc này, hãy gọi ngay cơ quan BHXH.`,
  }),
  rejected: ({ reasons, words, code, until }, { reference, agencyName }) => ({
    subject: `Tờ khai ${reference} chưa được chấp nhận`,
    sms: `Tờ khai ${reference} chưa được ${agencyName} chấp nhận: ${inShort(reasons, 'vi')}. Mã sửa tờ khai: ${formatActivationCode(code)}, dùng đến ${momentInWords(until, 'vi')}; không phải nhập lại từ đầu.`,
    email: [
      `Tờ khai ${reference} chưa được ${agencyName} chấp nhận.`,
      ...reasons.map((reason) => `– ${reasonWords(reason, 'vi').told} ${reasonWords(reason, 'vi').wayOut}`),
      ...(words ? [`Cán bộ ghi: ${words}`] : []),
      `Để sửa mà không phải nhập lại, mở mục theo dõi tờ khai với số tờ khai và mã sửa ${formatActivationCode(code)} trước ${momentInWords(until, 'vi')}; sau đó dữ liệu bạn khai được xóa.`,
    ].join('\n'),
  }),
  'correction-code': ({ code, until }, { reference }) => ({
    subject: `Mã sửa tờ khai ${reference}`,
    sms: `Mã sửa tờ khai ${reference}: ${formatActivationCode(code)}, dùng đến ${momentInWords(until, 'vi')}. Không đưa mã cho bất kỳ ai.`,
  }),
};

const EN: { readonly [Kind in Decision['kind']]: Teller<Kind> } = {
  activation: ({ code, until, page }, { reference, agencyName }) => {
    const sms = `Declaration ${reference} was approved by ${agencyName}. Activation code: ${formatActivationCode(code)}, works once before ${momentInWords(until, 'en')}. Give it to nobody, not even an officer.`;
    return { subject: `Activate your account: declaration ${reference} was approved`, sms, ...(page && { email: `${sms}\n\nActivate here: ${page}` }) };
  },
  'first-password': ({ code, until }, { reference, agencyName }) => ({
    subject: `Declaration ${reference} was approved`,
    sms: `Declaration ${reference} was approved by ${agencyName}. Your user name is your BHXH number; first password: ${formatActivationCode(code)}. Sign in and change it before ${momentInWords(until, 'en')}.`,
  }),
  'new-code': ({ code, until, page }) => {
    const sms = `New activation code of your BHXH account: ${formatActivationCode(code)}, works once before ${momentInWords(until, 'en')}. The old one no longer works. Give it to nobody.`;
    return { subject: 'New activation code', sms, ...(page && { email: `${sms}\n\nActivate here: ${page}` }) };
  },
  adjusted: (_, { reference, agencyName }) => ({
    subject: `Your account was changed as declaration ${reference} says`,
    sms: `${agencyName} changed your account as declaration ${reference} says. If that declaration is not yours, call the office at once.`,
  }),
  stopped: (_, { reference, agencyName }) => ({
    subject: `Your account ends as declaration ${reference} says`,
    sms: `${agencyName} accepted declaration ${reference}: your account ends on the day declared. If that declaration is not yours, call the office at once.`,
  }),
  'guardian-added': (_, { reference, agencyName }) => ({
    subject: `One more guardian as declaration ${reference} says`,
    sms: `${agencyName} accepted declaration ${reference}: the child’s account has one more guardian. If you know nothing of it, call the office at once.`,
  }),
  rejected: ({ reasons, words, code, until }, { reference, agencyName }) => ({
    subject: `Declaration ${reference} was not accepted`,
    sms: `Declaration ${reference} was not accepted by ${agencyName}: ${inShort(reasons, 'en')}. Correction code: ${formatActivationCode(code)}, until ${momentInWords(until, 'en')}; nothing need be typed again.`,
    email: [
      `Declaration ${reference} was not accepted by ${agencyName}.`,
      ...reasons.map((reason) => `– ${reasonWords(reason, 'en').told} ${reasonWords(reason, 'en').wayOut}`),
      ...(words ? [`The officer writes: ${words}`] : []),
      `To correct it without typing it again, follow the declaration by its reference with the correction code ${formatActivationCode(code)} before ${momentInWords(until, 'en')}; after that what you declared is deleted.`,
    ].join('\n'),
  }),
  'correction-code': ({ code, until }, { reference }) => ({
    subject: `Correction code of declaration ${reference}`,
    sms: `Correction code of declaration ${reference}: ${formatActivationCode(code)}, until ${momentInWords(until, 'en')}. Give it to nobody.`,
  }),
};

const wordsOf = (decision: Decision, place: Place, locale: Locale): Words => ({ vi: VI, en: EN })[locale][decision.kind](decision as never, place);

/** The notice by SMS and, where an address was given, by e-mail (O3, O4). */
export function decisionMessages(decision: Decision, place: Place, to: Recipient): Omit<Message, 'id'>[] {
  const { subject, sms, email } = wordsOf(decision, place, to.locale);
  return [{ channel: 'sms', to: to.mobilePhone, body: sms }, ...(to.email ? [{ channel: 'email' as const, to: to.email, subject, body: email ?? sms }] : [])];
}
