import type { ErrorCode } from './errors.js';

/** What a person reads for each error code: what happened and what to do, in both languages. */
export const errorWords: Record<ErrorCode, { readonly vi: string; readonly en: string }> = {
  'request.malformed': {
    vi: 'Yêu cầu không đúng quy cách. Hãy tải lại trang rồi thử lại.',
    en: 'The request was not understood. Reload the page and try again.',
  },
  'request.too-large': { vi: 'Dữ liệu gửi lên quá lớn. Hãy chọn ảnh nhỏ hơn.', en: 'What you sent is too large. Choose a smaller photograph.' },
  'request.key-missing': {
    vi: 'Yêu cầu thiếu mã chống gửi trùng. Hãy tải lại trang rồi thử lại.',
    en: 'The request lacks its key against double sending. Reload the page and try again.',
  },
  'request.key-reused': { vi: 'Nội dung đã thay đổi so với lần gửi trước. Hãy gửi lại.', en: 'The content changed since the last attempt. Send it again.' },
  'request.still-running': { vi: 'Lần gửi trước vẫn đang được xử lý. Hãy chờ một lát.', en: 'Your first attempt is still being handled. Wait a moment.' },
  'rate.limited': {
    vi: 'Quá nhiều yêu cầu trong thời gian ngắn. Hãy chờ một lát rồi thử lại.',
    en: 'Too many requests in a short time. Wait a moment and try again.',
  },
  'server.failed': {
    vi: 'Hệ thống gặp lỗi, chưa có gì được ghi nhận. Hãy thử lại sau ít phút.',
    en: 'The system failed and nothing was recorded. Try again in a few minutes.',
  },
  'server.unavailable': {
    vi: 'Hệ thống tạm thời chưa phục vụ được. Hãy thử lại sau ít phút.',
    en: 'The system cannot answer now. Try again in a few minutes.',
  },
  'route.unknown': {
    vi: 'Hệ thống không có chức năng này. Hãy báo cho đơn vị quản lý trang.',
    en: 'The system does not offer this. Tell whoever runs this page.',
  },
  'integrator.refused': {
    vi: 'Trang này không còn được phép kết nối với hệ thống. Hãy báo cho đơn vị quản lý trang.',
    en: 'This page may not connect to the system any more. Tell whoever runs it.',
  },
  'session.missing': { vi: 'Bạn cần đăng nhập để xem nội dung này.', en: 'Sign in to see this.' },
  'session.expired': { vi: 'Phiên đăng nhập đã hết hạn. Hãy đăng nhập lại.', en: 'Your session is over. Sign in again.' },
  'session.refused': { vi: 'Mã số BHXH hoặc mật khẩu không đúng.', en: 'The BHXH number or the password is wrong.' },
  'session.locked': { vi: 'Đăng nhập sai nhiều lần. Hãy chờ một lát rồi thử lại.', en: 'Too many failed sign-ins. Wait a while and try again.' },
  'session.not-allowed': {
    vi: 'Tài khoản đang đăng nhập không dùng được chức năng này. Hãy đăng xuất rồi đăng nhập bằng tài khoản phù hợp.',
    en: 'The account you are signed in with cannot do this. Sign out and sign in with the right one.',
  },
  'session.taken-over': {
    vi: 'Tài khoản vừa được đăng nhập trên thiết bị khác nên đã đăng xuất ở đây. Nếu không phải bạn, hãy đăng nhập lại và đổi mật khẩu ngay.',
    en: 'Your account was signed in on another device, so it was signed out here. If that was not you, sign in again and change your password now.',
  },
  'session.other-origin': {
    vi: 'Phiên đăng nhập này thuộc về một trang khác. Hãy đăng nhập trên trang này.',
    en: 'This session belongs to another page. Sign in on this one.',
  },
  'session.ticket-over': {
    vi: 'Bước đăng nhập này đã quá 10 phút hoặc đã dùng xong. Hãy nhập lại mã số BHXH và mật khẩu.',
    en: 'This step of signing in is over or was used. Enter your BHXH number and password again.',
  },
  'session.passkey-refused': {
    vi: 'Khóa truy cập này không đăng nhập được: đã gỡ khỏi tài khoản, hoặc yêu cầu đã quá 5 phút. Hãy thử lại, hoặc đăng nhập bằng mã số BHXH và mật khẩu.',
    en: 'This passkey does not sign in: it was removed from the account, or the request is older than 5 minutes. Try again, or sign in with your BHXH number and password.',
  },
  'officer.refused': {
    vi: 'Tên đăng nhập, mật khẩu, mã một lần hoặc khóa truy cập không đúng. Mã một lần chỉ dùng được một lần: hãy chờ mã mới rồi thử lại.',
    en: 'The user name, the password, the one-time code or the passkey is wrong. A code works once: wait for the next one and try again.',
  },
  'officer.password-given': {
    vi: 'Đây là mật khẩu được cấp. Hãy đặt mật khẩu của riêng bạn để bắt đầu làm việc.',
    en: 'This password was given to you. Set one of your own to begin work.',
  },
  'officer.password-refused': {
    vi: 'Mật khẩu mới chưa dùng được. Hãy chọn mật khẩu ít nhất 12 ký tự, khác mật khẩu cũ và không chứa tên đăng nhập.',
    en: 'The new password cannot be used. Choose at least 12 characters, other than the old password and without your user name.',
  },
  'passkey.not-offered': {
    vi: 'Ở trang này không dùng được khóa truy cập. Hãy đăng nhập bằng mật khẩu.',
    en: 'Passkeys cannot be used on this page. Sign in with your password.',
  },
  'passkey.not-found': { vi: 'Không có khóa truy cập này. Hãy tải lại danh sách.', en: 'There is no such passkey. Reload the list.' },
  'passkey.refused': {
    vi: 'Chưa thêm được khóa truy cập: yêu cầu đã hết hạn, khóa đã có hoặc mã một lần không đúng. Hãy làm lại từ đầu với mã mới.',
    en: 'The passkey was not added: the request is over, the passkey is there already, or the one-time code is wrong. Begin again with a new code.',
  },
  'guardian.not-found': {
    vi: 'Không có hồ sơ trẻ em này trong tài khoản của bạn, hoặc bạn không còn là người giám hộ. Hãy tải lại danh sách hồ sơ.',
    en: 'There is no such child in your account, or you are no longer its guardian. Reload the list of profiles.',
  },
  'guardian.child-grown-up': {
    vi: 'Người này đã đủ tuổi tự giao dịch nên hồ sơ không còn mở cho người giám hộ. Hãy để họ đăng nhập bằng tài khoản của chính mình.',
    en: 'This person is old enough to act for themselves, so their profile is no longer open to a guardian. Let them sign in to their own account.',
  },
  'guardian.own-only': {
    vi: 'Việc này chỉ làm được với hồ sơ của chính bạn. Hãy chuyển về hồ sơ của mình rồi thử lại.',
    en: 'This can only be done with your own profile. Switch to it and try again.',
  },
  'contact.invalid': {
    vi: 'Số điện thoại hoặc thư điện tử mới chưa đúng nên chưa gửi mã. Hãy sửa mục được đánh dấu.',
    en: 'The new phone number or e-mail address is not right, so no code was sent. Correct the marked field.',
  },
  'contact.taken': {
    vi: 'Thư điện tử này vừa được dùng cho tài khoản khác: mỗi địa chỉ một tài khoản. Hãy chọn địa chỉ khác.',
    en: 'This e-mail address has just become another account’s: one address, one account. Choose another one.',
  },
  'declaration.invalid': {
    vi: 'Tờ khai còn nội dung chưa đúng. Hãy sửa các mục được đánh dấu.',
    en: 'Some of the declaration is not right yet. Correct the marked fields.',
  },
  'declaration.not-found': {
    vi: 'Không tìm thấy tờ khai với số tờ khai và số điện thoại hoặc thư điện tử này. Hãy kiểm tra lại cả hai.',
    en: 'No declaration with this reference and this phone number or e-mail address. Check both.',
  },
  'declaration.closed': { vi: 'Tờ khai này đã kết thúc, không thay đổi được nữa.', en: 'This declaration is closed and can no longer change.' },
  'review.not-found': { vi: 'Không có hồ sơ này trong phạm vi của bạn. Hãy tải lại danh sách.', en: 'There is no such case among yours. Reload the queue.' },
  'review.changed': {
    vi: 'Hồ sơ vừa có người khác xử lý nên thao tác của bạn chưa được ghi. Hãy xem lại hồ sơ rồi quyết định.',
    en: 'Somebody has just acted on this case, so your act was not recorded. Look at the case again and decide.',
  },
  'review.not-allowed': {
    vi: 'Tình trạng hiện tại của hồ sơ không cho phép thao tác này. Hãy xem lại hồ sơ; muốn chấp nhận thì phải nhận bản giấy trước.',
    en: 'The status of the case does not allow this. Look at the case again; approving needs the paper first.',
  },
  'review.rejection-invalid': {
    vi: 'Lý do không chấp nhận chưa đủ. Hãy chọn ít nhất một lý do và sửa lời giải thích được đánh dấu.',
    en: 'The rejection is not complete. Choose at least one reason and correct the marked words.',
  },
  'review.account-exists': {
    vi: 'Mã số BHXH này đã có tài khoản, nên chưa chấp nhận. Hãy đối chiếu; nếu là cùng một người, từ chối với lý do “Đã có tài khoản”.',
    en: 'This BHXH number has an account, so nothing was approved. Compare them; if it is the same person, reject with “Account exists”.',
  },
  'review.account-missing': {
    vi: 'Mã số BHXH này chưa có tài khoản để điều chỉnh hoặc ngừng. Hãy kiểm tra mã số, hoặc từ chối với lý do “Chưa có tài khoản”.',
    en: 'This BHXH number has no account to adjust or stop. Check the number, or reject with “No account”.',
  },
  'review.email-taken': {
    vi: 'Thư điện tử này đã dùng cho tài khoản khác: mỗi địa chỉ một tài khoản. Hãy từ chối với lý do về liên hệ để người khai đổi địa chỉ.',
    en: 'This e-mail address serves another account: one address, one account. Reject for the contact, so that the person gives another address.',
  },
  'review.undo-over': {
    vi: 'Đã quá một phút hoặc hồ sơ đã thay đổi, không hoàn tác được nữa.',
    en: 'The minute is over or the case has changed: this can no longer be undone.',
  },
  'review.undo-not-yours': { vi: 'Chỉ người đã thao tác mới hoàn tác được.', en: 'Only who did it can undo it.' },
  'review.undo-impossible': {
    vi: 'Người dân đã kích hoạt tài khoản nên không hoàn tác được. Hãy liên hệ họ nếu cần ngừng tài khoản.',
    en: 'The person has activated the account, so this cannot be undone. Contact them if the account must be stopped.',
  },
  'review.list-twice': {
    vi: 'Một hồ sơ có hai lần trong danh sách. Hãy bỏ bớt một dòng rồi gửi lại.',
    en: 'A case stands in the list twice. Remove one row and send it again.',
  },
  'review.list-not-found': { vi: 'Danh sách này không còn chờ xác nhận. Hãy tải lại.', en: 'This list is not waiting any more. Reload the page.' },
  'review.second-person': {
    vi: 'Danh sách cần một cán bộ khác xác nhận, không phải người đã lập.',
    en: 'The list needs another officer to confirm it, not the one who made it.',
  },
  'activation.refused': {
    vi: 'Mã số BHXH hoặc mã kích hoạt không đúng, đã dùng hoặc đã hết hạn. Hãy xem lại tin nhắn, hoặc xin mã mới.',
    en: 'The BHXH number or the code is wrong, used or too old. Look at the message again, or ask for a new code.',
  },
  'password.refused': {
    vi: 'Mật khẩu này chưa dùng được. Hãy chọn mật khẩu ít nhất 10 ký tự, khó đoán, không chứa mã số BHXH.',
    en: 'This password cannot be used. Choose at least 10 characters, hard to guess, without your BHXH number.',
  },
  'password.wrong': {
    vi: 'Mật khẩu hiện tại không đúng. Hãy nhập lại; nếu không nhớ, dùng mục “Quên mật khẩu”.',
    en: 'The current password is wrong. Enter it again; if you do not remember it, use “Forgot password”.',
  },
  'session.first-password': {
    vi: 'Đây là mật khẩu cấp lần đầu. Hãy đặt mật khẩu của riêng bạn rồi đăng nhập.',
    en: 'This is the first password you were sent. Set one of your own, then sign in.',
  },
  'correction.refused': {
    vi: 'Số tờ khai, liên hệ hoặc mã sửa không đúng, hoặc đã hết hạn sửa. Hãy kiểm tra tin nhắn, xin mã mới hoặc khai lại.',
    en: 'The reference, the contact or the code is wrong, or the time for correcting is over. Look at the message, ask for a new code or declare again.',
  },
  'rule-pack.superseded': {
    vi: 'Quy định vừa thay đổi. Biểu mẫu đã được cập nhật, nội dung bạn nhập vẫn còn; hãy xem lại rồi gửi.',
    en: 'The rules have just changed. The form was updated and what you typed is kept; review it and send again.',
  },
  'code.invalid': {
    vi: 'Địa chỉ thư điện tử chưa đúng nên chưa gửi mã. Hãy sửa địa chỉ rồi thử lại.',
    en: 'The e-mail address is not right, so no code was sent. Correct it and try again.',
  },
  'code.too-soon': {
    vi: 'Mã vừa được gửi. Hãy xem tin nhắn hoặc hộp thư, cả mục thư rác; ít nhất một phút sau mới lấy được mã mới.',
    en: 'A code was sent a moment ago. Look at your messages or your mailbox, spam too; another can be sent after a minute or more.',
  },
  'code.refused': {
    vi: 'Mã xác thực không đúng, đã khóa hoặc đã hết hạn. Hãy xem lại tin nhắn hoặc thư mới nhất, hoặc lấy mã mới.',
    en: 'The code is wrong, locked or too old. Look at the newest message or e-mail again, or get a new code.',
  },
  'code.no-contact': {
    vi: 'Tài khoản chưa có số điện thoại hoặc thư điện tử nhận được mã. Hãy đến cơ quan BHXH để đăng ký liên hệ.',
    en: 'No phone number or e-mail address that a code can be sent to is registered. Register one at your BHXH agency.',
  },
  'identity.invalid': {
    vi: 'Họ tên, số giấy tờ hoặc ngày sinh chưa đúng nên chưa đối chiếu được. Hãy sửa mục được đánh dấu, hoặc chụp ảnh giấy tờ.',
    en: 'The name, the number or the birth date is not right, so nothing was compared. Correct the marked field, or take the photographs.',
  },
  'identity.not-offered': {
    vi: 'Nơi này không đối chiếu với cơ sở dữ liệu dân cư. Hãy chụp ảnh giấy tờ.',
    en: 'The population database is not asked here. Take the photographs of your papers.',
  },
  'consent.incomplete': {
    vi: 'Chưa ghi nhận sự đồng ý. Hãy đánh dấu mục bắt buộc, và với trẻ từ 7 tuổi mục trẻ đồng ý.',
    en: 'The consent was not recorded. Tick what is necessary and, for a child of seven or older, that the child agrees.',
  },
  'consent.text-changed': {
    vi: 'Nội dung cần đồng ý vừa thay đổi. Hãy đọc nội dung mới rồi chọn lại.',
    en: 'What you are asked to agree to has just changed. Read the new words and choose again.',
  },
  'vneid.not-offered': {
    vi: 'Nơi này chưa đăng nhập được bằng VNeID. Hãy đăng nhập bằng mật khẩu, hoặc điền tờ khai.',
    en: 'VNeID cannot be used here. Sign in with your password, or fill in the declaration.',
  },
  'vneid.return-refused': {
    vi: 'Trang này chưa được phép dùng VNeID. Hãy báo cho đơn vị quản lý trang.',
    en: 'This page may not use VNeID. Tell whoever runs it.',
  },
  'vneid.state-refused': {
    vi: 'Lượt đăng nhập VNeID này đã quá 10 phút, đã dùng, hoặc bắt đầu ở trình duyệt khác. Hãy bắt đầu lại.',
    en: 'This sign-in with VNeID is older than 10 minutes, was used already, or began in another browser. Begin again.',
  },
  'vneid.cancelled': {
    vi: 'Bạn đã dừng đăng nhập VNeID. Hãy bắt đầu lại khi muốn, hoặc đăng nhập bằng mật khẩu.',
    en: 'You stopped signing in with VNeID. Begin again when you like, or sign in with your password.',
  },
  'vneid.refused': {
    vi: 'VNeID không chấp nhận lượt đăng nhập này. Hãy bắt đầu lại; nếu vẫn không được, hãy đăng nhập bằng mật khẩu.',
    en: 'VNeID did not accept this sign-in. Begin again; if that does not help, sign in with your password.',
  },
  'vneid.level': {
    vi: 'Tài khoản VNeID của bạn ở mức độ 1, ở đây cần mức độ 2. Hãy nâng mức tại công an cấp xã, hoặc điền tờ khai và chụp ảnh giấy tờ.',
    en: 'Your VNeID account has level 1 and level 2 is needed here. Have it raised at the commune police, or fill in the declaration with photographs.',
  },
  'vneid.unavailable': {
    vi: 'Hiện chưa kết nối được với VNeID. Hãy thử lại sau ít phút, hoặc đăng nhập bằng mật khẩu.',
    en: 'VNeID cannot be reached now. Try again in a few minutes, or sign in with your password.',
  },
  'challenge.required': {
    vi: 'Cần mã kiểm tra để tiếp tục. Hãy tải lại trang rồi thử lại; nội dung bạn nhập vẫn còn.',
    en: 'A check is needed before this goes on. Reload the page and try again; what you typed is kept.',
  },
  'challenge.refused': {
    vi: 'Mã kiểm tra không đúng, đã dùng hoặc đã hết hạn. Hãy làm lại với mã mới.',
    en: 'The check was not passed, was used already or is too old. Do it again with a new one.',
  },
  'notice.too-soon': {
    vi: 'Thông báo vừa được gửi lại. Hãy xem tin nhắn và hộp thư, cả mục thư rác, rồi thử lại sau.',
    en: 'The notice was sent again a short while ago. Look at your messages and mailbox, spam too, and try again later.',
  },
  'photograph.not-found': { vi: 'Ảnh đã gửi không còn nữa. Hãy chọn lại ảnh.', en: 'The photograph that was sent is no longer there. Choose it again.' },
  'photograph.refused': {
    vi: 'Tệp này không phải là ảnh JPEG dùng được. Hãy chụp hoặc chọn ảnh khác.',
    en: 'This file is not a usable JPEG photograph. Take or choose another one.',
  },
  'photograph.out-of-order': { vi: 'Việc gửi ảnh bị gián đoạn. Hãy gửi lại ảnh.', en: 'Sending was interrupted. Send the photograph again.' },
  'photograph.no-room': {
    vi: 'Hệ thống đang nhận quá nhiều ảnh, chưa nhận thêm được. Hãy thử lại sau ít phút, nội dung bạn nhập vẫn còn; nếu gấp, hãy nộp hồ sơ giấy tại cơ quan BHXH.',
    en: 'The system is taking in too many photographs and has no room for another. Try again in a few minutes, what you typed is kept; if it is urgent, hand in paper at the agency.',
  },
  'unit.not-found': { vi: 'Không có đơn vị hành chính này. Hãy chọn lại địa chỉ.', en: 'There is no such place. Choose the address again.' },
  'agency.not-found': { vi: 'Không có cơ quan BHXH này. Hãy chọn lại cơ quan tiếp nhận.', en: 'There is no such agency. Choose the receiving agency again.' },
  'visit.not-found': {
    vi: 'Không có lần khám chữa bệnh này trong sổ. Hãy tải lại danh sách.',
    en: 'There is no such visit in the medical book. Reload the list.',
  },
};
