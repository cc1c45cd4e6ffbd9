import type { ShownOfficer } from './officers-shown.js';
import { escaped, sandboxPage } from './sandbox-page.js';

/** Cán bộ của môi trường thử nghiệm. Loaded again, the page shows the next code. */
export function officersPage(officers: readonly ShownOfficer[]): Response {
  const rows = officers.map(
    ({ fullName, agencyCode, username, password, oneTimeCode, goodFrom }) =>
      `<tr>${[fullName, agencyCode, username, password, oneTimeCode, goodFrom].map((text) => `<td>${escaped(text)}</td>`).join('')}</tr>`,
  );
  const heads = ['Họ và tên', 'Cơ quan BHXH', 'Tên đăng nhập', 'Mật khẩu', 'Mã một lần', 'Dùng được từ'].map((text) => `<th scope="col">${text}</th>`).join('');
  const said =
    'Không ai trong số này có thật. Mỗi mã một lần dùng được một lần, trong khoảng một phút: hãy tải lại trang để xem mã tiếp theo. Giờ là giờ của môi trường thử nghiệm (UTC).';
  return sandboxPage(
    'Cán bộ (thử nghiệm)',
    `<p>${said}</p><table border="1" cellpadding="6"><thead><tr>${heads}</tr></thead><tbody>${rows.join('')}</tbody></table>`,
  );
}
