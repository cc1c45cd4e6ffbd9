/** Words that are needed once a file was chosen; they come with what works on it. Keys of a host's catalogue start with `photo-field.` too. */
export const framingVi = {
  editor: 'Chỉnh khung: kéo ảnh, hoặc dùng phím mũi tên; phím + và − để phóng to, thu nhỏ',
  zoom: 'Phóng to',
  turn: 'Xoay 90°',
  'too-small': 'Phần được cắt quá nhỏ: {width} × {height} điểm ảnh, cần cạnh ngắn ít nhất {min}. Hãy thu nhỏ khung phóng hoặc dùng ảnh lớn hơn.',
  'too-dark': 'Ảnh có vẻ tối quá. Hãy chụp lại ở nơi sáng hơn nếu khó nhìn.',
  'too-bright': 'Ảnh có vẻ sáng quá hoặc bị lóa. Hãy đổi góc chụp nếu khó nhìn.',
  'too-blurred': 'Ảnh có vẻ bị nhòe. Hãy giữ chắc máy và chụp lại nếu chữ hoặc khuôn mặt không rõ.',
  good: 'Ảnh đủ sáng và rõ.',
  taken: 'Đã nhận ảnh, {width} × {height} điểm ảnh, {size} kB.',
  'fault-empty': 'Tệp này trống. Hãy chọn tệp ảnh khác.',
  'fault-too-large': 'Tệp này nặng {size} MB, quá {max} MB nên không mở được. Hãy chụp lại bằng nút “Chụp ảnh” hoặc chọn ảnh nhỏ hơn.',
  'fault-too-many-pixels':
    'Ảnh này có {megapixels} triệu điểm ảnh ({width} × {height}), quá {max} triệu nên không mở được. Hãy chụp lại bằng nút “Chụp ảnh”, hoặc chọn cỡ ảnh nhỏ hơn trong máy ảnh.',
  'fault-pdf': 'Tệp này là PDF, không phải ảnh. Hãy chụp màn hình hoặc chụp giấy tờ rồi chọn ảnh JPG hay PNG.',
  'fault-svg': 'Tệp này là hình vẽ SVG, không phải ảnh chụp. Hãy chọn ảnh JPG hay PNG.',
  'fault-heic':
    'Trình duyệt này không mở được ảnh HEIC của iPhone. Vào Cài đặt › Camera › Định dạng, chọn “Tương thích nhất” rồi chụp lại, hoặc gửi ảnh qua dạng JPG.',
  'fault-not-an-image': 'Tệp này không phải ảnh mở được. Hãy chọn ảnh JPG hay PNG.',
  'fault-broken': 'Ảnh này bị hỏng hoặc tải chưa đủ, không mở được. Hãy chọn lại hoặc chụp ảnh khác.',
} as const;

export type FramingWords = typeof framingVi;
