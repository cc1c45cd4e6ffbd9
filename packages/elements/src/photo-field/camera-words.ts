/** Words of the camera's dialog; they come with it. Keys of a host's catalogue start with `photo-field.` too. */
export const cameraVi = {
  camera: 'Chụp ảnh',
  shoot: 'Chụp',
  frame: 'Canh vào khung rồi bấm “Chụp”.',
  starting: 'Đang mở máy ảnh…',
  cameraDenied: 'Trang này chưa được phép dùng máy ảnh. Hãy cho phép trong thanh địa chỉ của trình duyệt, hoặc chọn ảnh từ máy.',
  cameraMissing: 'Không tìm thấy máy ảnh trên thiết bị này. Hãy chọn ảnh từ máy.',
  cameraBusy: 'Máy ảnh đang bận ở ứng dụng khác hoặc không mở được. Hãy đóng ứng dụng đó rồi thử lại, hoặc chọn ảnh từ máy.',
} as const;

export type CameraWords = typeof cameraVi;
