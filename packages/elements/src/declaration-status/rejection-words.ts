import type { Words } from '../foundation/words.js';

/** What is said of a rejection. It comes with the part that says it; a plain object, so that the part shares no code with the element. */
export const rejectionWords = {
  name: 'declaration-status',
  vi: {
    reasonsTitle: 'Vì sao chưa được chấp nhận',
    officerWrites: 'Cán bộ ghi:',
    correctable:
      'Những gì đã khai và ảnh đã gửi vẫn còn: bạn chỉ sửa chỗ chưa đúng, không phải nhập lại. Sửa được đến {moment}; sau đó dữ liệu bạn khai được xóa.',
    tooLate: 'Đã quá hạn sửa, dữ liệu bạn khai đã được xóa. Nếu vẫn cần, hãy lập tờ khai mới.',
    correct: 'Sửa và gửi lại',
    codeTitle: 'Mở lại tờ khai để sửa',
    code: 'Mã sửa tờ khai',
    codeHint: '8 chữ cái và chữ số trong tin nhắn hoặc thư báo kết quả, ví dụ K7QM-2XHD.',
    open: 'Mở tờ khai',
    opening: 'Đang mở tờ khai…',
    sendCode: 'Gửi mã mới',
    sendingCode: 'Đang gửi mã…',
    sendCodeHint: 'Mã mới gửi tới điện thoại và thư điện tử đã khai; mã cũ không dùng được nữa. Mỗi phút gửi được một mã.',
    codeSent: 'Đã gửi mã mới tới điện thoại và thư điện tử đã khai. Mã cũ không dùng được nữa.',
    codeMissing: 'Hãy nhập mã sửa tờ khai trong tin nhắn hoặc thư báo kết quả.',
    codeShape: 'Mã sửa tờ khai gồm 8 chữ cái và chữ số, như K7QM-2XHD. Hãy xem lại tin nhắn.',
    codeRefused:
      'Mã này không mở được tờ khai: mã không đúng, đã có mã mới hơn, hoặc tờ khai không còn sửa được. Hãy xem lại tin nhắn mới nhất, hoặc bấm “Gửi mã mới”.',
    codeLocked: 'Đã nhập sai mã nhiều lần. Hãy chờ {minutes} phút rồi thử lại.',
    failed: 'Có lỗi xảy ra. Hãy thử lại.',
    handedOver: 'Tờ khai đã được mở trong biểu mẫu.',
    followNew: 'Theo dõi tờ khai vừa gửi',
  },
  en: {
    reasonsTitle: 'Why it was not accepted',
    officerWrites: 'The officer writes:',
    correctable:
      'What you declared and the photographs you sent are still here: correct what is wrong, nothing need be typed again. You can correct it until {moment}; after that what you declared is deleted.',
    tooLate: 'The time for correcting is over, and what you declared was deleted. If you still need it, declare anew.',
    correct: 'Correct and send again',
    codeTitle: 'Open the declaration for correcting',
    code: 'Correction code',
    codeHint: '8 letters and digits of the SMS or e-mail with the result, for example K7QM-2XHD.',
    open: 'Open the declaration',
    opening: 'Opening the declaration…',
    sendCode: 'Send a new code',
    sendingCode: 'Sending the code…',
    sendCodeHint: 'A new code goes to the phone and the e-mail address you gave; the old one then no longer works. One code a minute.',
    codeSent: 'A new code was sent to the phone and the e-mail address you gave. The old one no longer works.',
    codeMissing: 'Enter the correction code of the SMS or e-mail with the result.',
    codeShape: 'The correction code has 8 letters and digits, like K7QM-2XHD. Look at the message again.',
    codeRefused:
      'This code does not open the declaration: it is wrong, there is a newer one, or the declaration can no longer be corrected. Look at the newest message, or press “Send a new code”.',
    codeLocked: 'Too many wrong codes. Wait {minutes} minutes and try again.',
    failed: 'Something went wrong. Try again.',
    handedOver: 'The declaration was opened in the form.',
    followNew: 'Follow the declaration just sent',
  },
} as const satisfies Words;
