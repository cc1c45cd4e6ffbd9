import type { Words } from '../foundation/words.js';

/**
 * What the form says in other words where it adjusts, stops or is an organisation's: by the key of `declarationFormWords` and the purpose or subject.
 * They come with the rules of these. A plain object, so that this part shares no code with the form.
 */
export const purposeWords = {
  name: 'declaration-form',
  vi: {
    present: ' (đang đăng ký: {value})',
    'prepare-adjust': 'Cần chuẩn bị: mã số và giấy tờ để đối chiếu với tài khoản đang dùng, và thông tin mới. Không cần ảnh. Mất khoảng 5 phút.',
    'prepare-stop': 'Cần chuẩn bị: mã số và giấy tờ để đối chiếu với tài khoản đang dùng, ngày ngừng và lý do. Không cần ảnh. Mất khoảng 5 phút.',
    'prepare-organisation': 'Cần chuẩn bị: mã đơn vị, mã số thuế, chứng thư số còn hạn và điện thoại của người đại diện theo pháp luật. Mất khoảng 10 phút.',
    'requiredNote-adjust': 'Những mục này để đối chiếu với tài khoản đang dùng. Mục có dấu * là bắt buộc.',
    'requiredNote-stop': 'Những mục này để đối chiếu với tài khoản đang dùng. Mục có dấu * là bắt buộc.',
    'identitySection-child': 'Thông tin của trẻ',
    'identitySection-organisation': 'Cơ quan, tổ chức',
    'bhxhNumberHint-organisation': 'Chữ cái không dấu và chữ số, như trên thông báo đóng BHXH.',
    'mobilePhoneHint-adjust': 'Thông báo về tờ khai này được gửi tới số này. Nếu đổi số điện thoại, đây là số mới.',
    'mobilePhoneHint-stop': 'Thông báo về tờ khai này được gửi tới số này.',
    'emailHint-adjust': 'Địa chỉ mới, thay cho địa chỉ đã đăng ký.',
    'certificateHint-adjust': 'Chứng thư số mới hoặc vừa gia hạn: điền đủ bốn mục.',
    'certificateHint-organisation': 'Cơ quan, tổ chức giao dịch bằng chứng thư số còn hạn: điền đủ bốn mục.',
    'commitmentText-child':
      'Tôi cam kết hoàn toàn chịu trách nhiệm trước pháp luật về tính chính xác, trung thực của nội dung nêu trên và thực hiện giao dịch điện tử trong lĩnh vực bảo hiểm xã hội theo đúng quy định của pháp luật. Tôi là cha, mẹ hoặc người giám hộ của trẻ và đồng ý để cơ quan BHXH xử lý thông tin, ảnh và giấy khai sinh của trẻ cho tờ khai này; trẻ từ đủ 7 tuổi đã được giải thích và đồng ý.',
    'doPrint-organisation': 'Tải tờ khai (PDF), in ra; người đại diện theo pháp luật ký tên và đóng dấu.',
    'doHandIn-organisation': 'Nộp bản đã ký, đóng dấu cho {office}; người nộp mang theo giấy tờ tùy thân.',
    'doPost-organisation': 'Gửi bản đã ký, đóng dấu cho {office} qua bưu điện; cước do đơn vị trả.',
    'doWait-adjust': 'Chờ tin nhắn: khi được chấp nhận, thông tin mới có hiệu lực.',
    'doWait-stop': 'Chờ tin nhắn: khi được chấp nhận, giao dịch điện tử ngừng từ ngày đã khai.',
  },
  en: {
    present: ' (registered: {value})',
    'prepare-adjust': 'Have ready: your number and paper, to find your account, and what is new. No photographs. It takes about 5 minutes.',
    'prepare-stop': 'Have ready: your number and paper, to find your account, the day and the reason. No photographs. It takes about 5 minutes.',
    'prepare-organisation':
      'Have ready: the unit code, the tax number, a valid digital certificate and the phone of the legal representative. It takes about 10 minutes.',
    'requiredNote-adjust': 'These entries find the account in use. Fields marked * are required.',
    'requiredNote-stop': 'These entries find the account in use. Fields marked * are required.',
    'identitySection-child': 'The child',
    'identitySection-organisation': 'Organisation',
    'bhxhNumberHint-organisation': 'Letters without marks and digits, as on the notice of contributions.',
    'mobilePhoneHint-adjust': 'Notices about this declaration are sent to this number. If the phone changes, this is the new one.',
    'mobilePhoneHint-stop': 'Notices about this declaration are sent to this number.',
    'emailHint-adjust': 'The new address, in place of the registered one.',
    'certificateHint-adjust': 'The new or renewed certificate: fill in all four entries.',
    'certificateHint-organisation': 'An organisation transacts with a valid certificate: fill in all four entries.',
    'commitmentText-child':
      'I take full responsibility before the law for the accuracy and honesty of the above, and will carry out electronic transactions in social insurance as the law provides. I am the child’s parent or guardian and agree that the social security office processes the child’s data, photograph and birth certificate for this declaration; a child of seven or older was told and agrees.',
    'doPrint-organisation': 'Download the declaration (PDF) and print it; the legal representative signs and seals it.',
    'doHandIn-organisation': 'Hand in the signed and sealed paper at {office}; whoever brings it shows an identity paper.',
    'doPost-organisation': 'Post the signed and sealed paper to {office}; you pay the postage.',
    'doWait-adjust': 'Wait for the text message: once approved, the new facts apply.',
    'doWait-stop': 'Wait for the text message: once approved, e-transactions stop on the day you gave.',
  },
} as const satisfies Words;
