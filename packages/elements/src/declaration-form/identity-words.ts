import type { Words } from '../foundation/words.js';

/** Loaded with the offer to verify an identity, and written as a plain object, so that it shares no code with the form. */
export const identityWords = {
  name: 'declaration-form',
  vi: {
    identityTitle: 'Có thể không cần chụp ảnh',
    identityOffer:
      'Nếu bạn đồng ý, họ tên, số giấy tờ đã điền và ngày sinh được gửi tới {by} để đối chiếu. Khớp thì không cần ảnh. Nếu không muốn, hãy chụp ảnh ở bên dưới.',
    identityOf: 'Đối chiếu: {name}, số {number}',
    identityBirth: 'Ngày sinh',
    identityBirthHint: 'Như trên giấy tờ, ví dụ 09/02/1990; giấy tờ chỉ ghi năm thì điền năm.',
    identityBirthWrong: 'Ngày sinh cần là ngày có thật, ví dụ 09/02/1990, hoặc năm như trên giấy tờ. Hãy điền lại.',
    identityAgree: 'Đồng ý và đối chiếu',
    identityAsking: 'Đang đối chiếu…',
    identityRefused:
      'Thông tin chưa khớp với {by}. Hãy so họ tên, số giấy tờ và ngày sinh với giấy tờ rồi đối chiếu lại, hoặc chụp ảnh ở bên dưới. Tờ khai vẫn được ghi nhận như thường.',
    identityUnavailable: 'Hiện chưa đối chiếu được với {by}. Hãy chụp ảnh ở bên dưới; tờ khai vẫn được ghi nhận như thường.',
    identityOften: 'Số giấy tờ này đã được đối chiếu nhiều lần. Hãy chụp ảnh ở bên dưới; tờ khai vẫn được ghi nhận như thường.',
    identityWrong: 'Họ tên hoặc số giấy tờ chưa đúng nên chưa đối chiếu được. Hãy quay lại sửa, hoặc chụp ảnh ở bên dưới.',
    identityOver: 'Kết quả đối chiếu trước đã hết hạn hoặc đã được dùng. Hãy đối chiếu lại, hoặc chụp ảnh ở bên dưới.',
    identityDone: 'Đã xác thực thông tin',
    identityNote: 'Thông tin của {name} đã được xác thực với {by} lúc {moment}.',
    identityConfirm: 'Tôi xác nhận đây là thông tin của tôi và không nộp ảnh.',
    identityPhotographs: 'Nếu không đánh dấu, hãy chụp ảnh ở bên dưới.',
  },
  en: {
    identityTitle: 'You may not need photographs',
    identityOffer:
      'If you agree, the name and number you gave and your date of birth are sent to {by} to be compared. If they match, no photographs are needed. If you would rather not, take the photographs below.',
    identityOf: 'Compared: {name}, number {number}',
    identityBirth: 'Date of birth',
    identityBirthHint: 'As on your paper, e.g. 09/02/1990; if it has only a year, enter the year.',
    identityBirthWrong: 'The date of birth must be a real day, e.g. 09/02/1990, or a year as on your paper. Enter it again.',
    identityAgree: 'Agree and compare',
    identityAsking: 'Comparing…',
    identityRefused:
      'What you gave does not match {by}. Compare name, number and date of birth with your paper and try again, or take the photographs below. The declaration is recorded all the same.',
    identityUnavailable: 'Nothing can be compared with {by} now. Take the photographs below; the declaration is recorded all the same.',
    identityOften: 'This number was compared several times already. Take the photographs below; the declaration is recorded all the same.',
    identityWrong: 'The name or the number is not right, so nothing was compared. Go back and correct it, or take the photographs below.',
    identityOver: 'The earlier result is too old or was used. Compare again, or take the photographs below.',
    identityDone: 'Your identity is verified',
    identityNote: 'The data of {name} were verified with {by} at {moment}.',
    identityConfirm: 'I confirm that these are my data, and hand in no photographs.',
    identityPhotographs: 'If you do not tick this, take the photographs below.',
  },
} as const satisfies Words;
