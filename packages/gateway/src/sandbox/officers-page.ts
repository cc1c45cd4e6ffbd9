import type { ShownOfficer } from './officers-shown.js';
import { escaped } from './outbox-page.js';

/** Cán bộ của môi trường thử nghiệm: a page without script or style, so that it needs nothing of the content policy. Loaded again, it shows the next code. */
export function officersPage(officers: readonly ShownOfficer[]): string {
  const rows = officers.map(
    ({ fullName, agencyCode, username, password, oneTimeCode, goodFrom }) =>
      `<tr>${[fullName, agencyCode, username, password, oneTimeCode, goodFrom].map((text) => `<td>${escaped(text)}</td>`).join('')}</tr>`,
  );
  const heads = ['Họ và tên', 'Cơ quan BHXH', 'Tên đăng nhập', 'Mật khẩu', 'Mã một lần', 'Dùng được từ'].map((text) => `<th scope="col">${text}</th>`).join('');
  return `<!doctype html><html lang="vi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Cán bộ (thử nghiệm)</title></head><body><h1>Cán bộ (thử nghiệm)</h1><p>Không ai trong số này có thật. Mỗi mã một lần dùng được một lần, trong khoảng một phút: hãy tải lại trang để xem mã tiếp theo. Giờ là giờ của môi trường thử nghiệm (UTC).</p><table border="1" cellpadding="6"><thead><tr>${heads}</tr></thead><tbody>${rows.join('')}</tbody></table></body></html>`;
}
