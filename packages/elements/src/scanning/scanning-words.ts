import type { Words } from '../foundation/words.js';

/** What scanning by camera and by picture says; the words come with it. A plain object, so that this part shares no code with the first one. */
export const scanningWords = {
  name: 'scanning',
  vi: {
    camera: 'Quét mã QR',
    starting: 'Đang mở máy ảnh…',
    close: 'Đóng',
    look: 'Đưa mã QR trên thẻ vào khung và giữ yên.',
    lookOn: 'Chưa đọc được. Hãy đưa mã QR lại gần cho đầy khung, nghiêng thẻ để không bị lóa, lau ống kính.',
    cameraDenied: 'Trang này chưa được phép dùng máy ảnh. Hãy cho phép trong thanh địa chỉ của trình duyệt, hoặc chọn ảnh chụp thẻ, hoặc điền tay.',
    cameraMissing: 'Không tìm thấy máy ảnh trên thiết bị này. Hãy chọn ảnh chụp thẻ, hoặc điền tay.',
    cameraBusy: 'Máy ảnh đang bận ở ứng dụng khác hoặc không mở được. Hãy đóng ứng dụng đó rồi thử lại, hoặc chọn ảnh chụp thẻ.',
    cameraInsecure: 'Trình duyệt chỉ cho dùng máy ảnh trên trang có địa chỉ https. Hãy chọn ảnh chụp thẻ, hoặc điền tay.',
    searching: 'Đang tìm mã QR trong ảnh…',
    pictureUnread: 'Không đọc được mã QR nào trong ảnh này. Hãy chụp gần mã QR hơn, rõ nét, đủ sáng, không lóa; hoặc quét bằng máy ảnh, hoặc điền tay.',
    pictureKind: 'Tệp này không phải ảnh mở được. Hãy chọn ảnh JPG hoặc PNG chụp mặt thẻ có mã QR.',
    pictureHeic: 'Trình duyệt này không mở được ảnh HEIC của iPhone. Hãy quét bằng máy ảnh, hoặc gửi ảnh qua dạng JPG.',
    pictureLarge: 'Ảnh này lớn quá nên không mở được. Hãy chọn cỡ ảnh nhỏ hơn, hoặc quét bằng máy ảnh.',
    pictureBarred:
      'Trình duyệt này không cho trang đọc ảnh nên không tìm được mã QR. Hãy bấm biểu tượng trên thanh địa chỉ để cho phép rồi thử lại, hoặc dùng trình duyệt khác, hoặc điền tay.',
    pictureBroken: 'Ảnh này bị hỏng hoặc tải chưa đủ, không mở được. Hãy chọn lại hoặc chụp ảnh khác.',
  },
  en: {
    camera: 'Scan a QR code',
    starting: 'Opening the camera…',
    close: 'Close',
    look: 'Hold the QR code of the card in the frame and keep still.',
    lookOn: 'Nothing read yet. Bring the QR code closer until it fills the frame, tilt the card to avoid glare, wipe the lens.',
    cameraDenied: 'This page may not use the camera yet. Allow it in the browser’s address bar, or choose a photo of the card, or type.',
    cameraMissing: 'No camera was found on this device. Choose a photo of the card, or type.',
    cameraBusy: 'The camera is in use by another app or could not be opened. Close that app and try again, or choose a photo of the card.',
    cameraInsecure: 'Browsers allow the camera only on pages with an https address. Choose a photo of the card, or type.',
    searching: 'Looking for a QR code in the photo…',
    pictureUnread:
      'No QR code in this photo could be read. Photograph the QR code closer, sharp, in good light, without glare; or scan with the camera, or type.',
    pictureKind: 'This file is not a photo that can be opened. Choose a JPG or PNG of the side of the card with the QR code.',
    pictureHeic: 'This browser cannot open HEIC photos of an iPhone. Scan with the camera, or send the photo as JPG.',
    pictureLarge: 'This photo is too large to be opened. Choose a smaller size, or scan with the camera.',
    pictureBarred:
      'This browser does not let the page read photos, so no QR code can be found. Allow it with the icon in the address bar and try again, or use another browser, or type.',
    pictureBroken: 'This photo is damaged or incomplete and cannot be opened. Choose it again or take another.',
  },
} as const satisfies Words;
