import type { Words } from '../foundation/words.js';

/** Words that are needed once a file was chosen; they come with what works on it. A plain object, so that this part shares no code with the field. */
export const framingWords = {
  name: 'photo-field',
  vi: {
    editor: 'Chỉnh khung: kéo ảnh, hoặc dùng phím mũi tên; phím + và − để phóng to, thu nhỏ',
    frame: 'khung ảnh',
    opened: 'Đã mở ảnh. Hãy chỉnh khung nếu cần, rồi bấm “Dùng ảnh này”.',
    zoom: 'Phóng to',
    zoomed: '{times} lần',
    turn: 'Xoay 90°',
    use: 'Dùng ảnh này',
    editing: 'Ảnh đang chỉnh chưa được dùng. Hãy bấm “Dùng ảnh này”.',
    'too-small': 'Phần được cắt quá nhỏ: {width} × {height} điểm ảnh, cần cạnh ngắn ít nhất {min}. Hãy thu nhỏ khung phóng hoặc dùng ảnh lớn hơn.',
    'too-dark': 'Ảnh có vẻ tối quá. Hãy chụp lại ở nơi sáng hơn nếu khó nhìn.',
    'too-bright': 'Ảnh có vẻ sáng quá hoặc bị lóa. Hãy đổi góc chụp nếu khó nhìn.',
    'too-blurred': 'Ảnh có vẻ bị nhòe. Hãy giữ chắc máy và chụp lại nếu chữ hoặc khuôn mặt không rõ.',
    good: 'Ảnh đủ sáng và rõ.',
    taken: 'Đã nhận ảnh, {width} × {height} điểm ảnh, {size} kB.',
    unsent:
      'Chưa gửi được ảnh: chưa tải được phần gửi ảnh, có thể vì trang vừa được cập nhật. Ảnh vẫn còn ở đây; hãy bấm “Gửi lại”. Nếu vẫn không được, hãy tải lại trang.',
    'fault-empty': 'Tệp này trống. Hãy chọn tệp ảnh khác.',
    'fault-too-large': 'Tệp này nặng {size} MB, quá {max} MB nên không mở được. Hãy chụp lại bằng nút “Chụp ảnh” hoặc chọn ảnh nhỏ hơn.',
    'fault-too-many-pixels':
      'Ảnh này có {megapixels} triệu điểm ảnh ({width} × {height}), quá {max} triệu nên không mở được. Hãy chụp lại bằng nút “Chụp ảnh”, hoặc chọn cỡ ảnh nhỏ hơn trong máy ảnh.',
    'fault-pdf': 'Tệp này là PDF, không phải ảnh. Hãy chụp màn hình hoặc chụp giấy tờ rồi chọn ảnh JPG hay PNG.',
    'fault-svg': 'Tệp này là hình vẽ SVG, không phải ảnh chụp. Hãy chọn ảnh JPG hay PNG.',
    'fault-heic':
      'Trình duyệt này không mở được ảnh HEIC của iPhone. Vào Cài đặt › Camera › Định dạng, chọn “Tương thích nhất” rồi chụp lại, hoặc gửi ảnh qua dạng JPG.',
    'fault-not-an-image': 'Tệp này không phải ảnh mở được. Hãy chọn ảnh JPG hay PNG.',
    'fault-unread':
      'Trình duyệt này không cho trang đọc ảnh nên chưa nhận ảnh được. Hãy bấm biểu tượng trên thanh địa chỉ để cho phép rồi chọn lại ảnh, hoặc dùng trình duyệt khác.',
    'fault-broken': 'Ảnh này bị hỏng hoặc tải chưa đủ, không mở được. Hãy chọn lại hoặc chụp ảnh khác.',
  },
  en: {
    editor: 'Adjust the frame: drag the photo or use the arrow keys; + and − zoom',
    frame: 'photo frame',
    opened: 'The photo is open. Adjust the frame if needed, then press “Use this photo”.',
    zoom: 'Zoom',
    zoomed: '{times} times',
    turn: 'Turn 90°',
    use: 'Use this photo',
    editing: 'The photo being adjusted is not in use yet. Press “Use this photo”.',
    'too-small': 'The part kept is too small: {width} × {height} pixels; the short edge needs at least {min}. Zoom out or use a larger photo.',
    'too-dark': 'The photo seems too dark. Take it again in better light if it is hard to see.',
    'too-bright': 'The photo seems too bright or has glare. Change the angle if it is hard to see.',
    'too-blurred': 'The photo seems blurred. Hold the camera still and take it again if the text or face is not clear.',
    good: 'The photo is bright and sharp enough.',
    taken: 'Photo taken over, {width} × {height} pixels, {size} kB.',
    unsent:
      'The photo could not be sent: what sends it could not be loaded, perhaps because the page was just updated. The photo is still here; press “Send again”. If it still fails, reload the page.',
    'fault-empty': 'This file is empty. Choose another photo.',
    'fault-too-large': 'This file has {size} MB, more than {max} MB, and cannot be opened. Use “Take a photo” or choose a smaller one.',
    'fault-too-many-pixels':
      'This photo has {megapixels} million pixels ({width} × {height}), more than {max} million, and cannot be opened. Use “Take a photo” or choose a smaller size in the camera.',
    'fault-pdf': 'This file is a PDF, not a photo. Take a photo of the paper and choose the JPG or PNG.',
    'fault-svg': 'This file is an SVG drawing, not a photo. Choose a JPG or PNG.',
    'fault-heic':
      'This browser cannot open HEIC photos of an iPhone. In Settings › Camera › Formats choose “Most Compatible” and take it again, or send it as JPG.',
    'fault-not-an-image': 'This file is not a photo that can be opened. Choose a JPG or PNG.',
    'fault-unread':
      'This browser does not let the page read photos, so this one was not taken. Allow it with the icon in the address bar and choose the photo again, or use another browser.',
    'fault-broken': 'This photo is damaged or incomplete and cannot be opened. Choose it again or take another.',
  },
} as const satisfies Words;
