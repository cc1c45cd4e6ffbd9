import type { Words } from '../foundation/words.js';

/** Words of the camera's dialog; they come with it. A plain object, so that this part shares no code with the field. */
export const cameraWords = {
  name: 'photo-field',
  vi: {
    camera: 'Chụp ảnh',
    shoot: 'Chụp',
    turn: 'Đổi máy ảnh',
    notTurned: 'Không mở được máy ảnh kia. Bạn vẫn chụp được bằng máy ảnh này.',
    'frame-portrait': 'Đưa khuôn mặt vào hình vẽ rồi bấm “Chụp”.',
    'frame-identity-front': 'Đặt giấy tờ vừa khung, đủ bốn góc, rồi bấm “Chụp”.',
    'frame-identity-back': 'Đặt giấy tờ vừa khung, đủ bốn góc, rồi bấm “Chụp”.',
    'frame-birth-certificate': 'Đặt cả trang giấy vừa khung rồi bấm “Chụp”.',
    starting: 'Đang mở máy ảnh… Nếu trình duyệt hỏi, hãy cho phép trang này dùng máy ảnh.',
    cameraDenied: 'Trang này chưa được phép dùng máy ảnh. Hãy cho phép trong thanh địa chỉ của trình duyệt, hoặc chọn ảnh từ máy.',
    cameraMissing: 'Không tìm thấy máy ảnh trên thiết bị này. Hãy chọn ảnh từ máy.',
    cameraBusy: 'Máy ảnh đang bận ở ứng dụng khác hoặc không mở được. Hãy đóng ứng dụng đó rồi thử lại, hoặc chọn ảnh từ máy.',
    cameraInsecure: 'Trình duyệt chỉ cho dùng máy ảnh trên trang có địa chỉ https. Hãy chọn ảnh từ máy.',
  },
  en: {
    camera: 'Take a photo',
    shoot: 'Take',
    turn: 'Other camera',
    notTurned: 'The other camera could not be opened. You can still use this one.',
    'frame-portrait': 'Bring the face into the outline and press “Take”.',
    'frame-identity-front': 'Fit the paper into the frame, all four corners, and press “Take”.',
    'frame-identity-back': 'Fit the paper into the frame, all four corners, and press “Take”.',
    'frame-birth-certificate': 'Fit the whole page into the frame and press “Take”.',
    starting: 'Opening the camera… If the browser asks, allow this page to use it.',
    cameraDenied: 'This page may not use the camera yet. Allow it in the browser’s address bar, or choose a photo.',
    cameraMissing: 'No camera was found on this device. Choose a photo instead.',
    cameraBusy: 'The camera is in use by another app or could not be opened. Close that app and try again, or choose a photo.',
    cameraInsecure: 'Browsers allow the camera only on pages with an https address. Choose a photo instead.',
  },
} as const satisfies Words;
