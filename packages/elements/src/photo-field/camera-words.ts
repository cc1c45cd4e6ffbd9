import type { Words } from '../foundation/words.js';

/** Words of the camera's dialog; they come with it. A plain object, so that this part shares no code with the field. */
export const cameraWords = {
  name: 'photo-field',
  vi: {
    camera: 'Chụp ảnh',
    shoot: 'Chụp',
    frame: 'Canh vào khung rồi bấm “Chụp”.',
    starting: 'Đang mở máy ảnh…',
    cameraDenied: 'Trang này chưa được phép dùng máy ảnh. Hãy cho phép trong thanh địa chỉ của trình duyệt, hoặc chọn ảnh từ máy.',
    cameraMissing: 'Không tìm thấy máy ảnh trên thiết bị này. Hãy chọn ảnh từ máy.',
    cameraBusy: 'Máy ảnh đang bận ở ứng dụng khác hoặc không mở được. Hãy đóng ứng dụng đó rồi thử lại, hoặc chọn ảnh từ máy.',
  },
  en: {
    camera: 'Take a photo',
    shoot: 'Take',
    frame: 'Fit it into the frame and press “Take”.',
    starting: 'Opening the camera…',
    cameraDenied: 'This page may not use the camera yet. Allow it in the browser’s address bar, or choose a photo.',
    cameraMissing: 'No camera was found on this device. Choose a photo instead.',
    cameraBusy: 'The camera is in use by another app or could not be opened. Close that app and try again, or choose a photo.',
  },
} as const satisfies Words;
