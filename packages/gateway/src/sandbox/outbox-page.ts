import { escaped, sandboxPage } from './sandbox-page.js';

/** One message as the page shows it. */
export interface ShownMessage {
  readonly id: string;
  readonly channel: string;
  readonly recipient: string;
  readonly subject: string | null;
  readonly body: string;
  readonly at: string;
}

/** Hộp thư gửi đi của môi trường thử nghiệm. */
export function outboxPage(messages: readonly ShownMessage[]): Response {
  const rows = messages.map(
    ({ channel, recipient, subject, body, at }) =>
      `<tr><td><time datetime="${escaped(at)}">${escaped(at)}</time></td><td>${channel === 'sms' ? 'SMS' : 'E-mail'}</td><td>${escaped(recipient)}</td><td>${subject ? `<strong>${escaped(subject)}</strong><br>` : ''}${withLinks(body)}</td></tr>`,
  );
  const table = `<table border="1" cellpadding="6"><thead><tr><th scope="col">Lúc</th><th scope="col">Kênh</th><th scope="col">Người nhận</th><th scope="col">Nội dung</th></tr></thead><tbody>${rows.join('')}</tbody></table>`;
  const nothingLeaves = '<p>Không tin nào rời khỏi máy này. Số điện thoại và địa chỉ được che bớt.</p>';
  return sandboxPage('Tin đã gửi (thử nghiệm)', `${nothingLeaves}${messages.length > 0 ? table : '<p>Chưa có tin nào.</p>'}`);
}

/** Text with its addresses to follow, as a mail program shows it; its lines stay lines. */
const withLinks = (body: string): string =>
  body
    .split(/(https?:\/\/[^\s<>"']+)/)
    .map((part, at) => (at % 2 === 1 ? `<a href="${escaped(part)}">${escaped(part)}</a>` : escaped(part).replaceAll('\n', '<br>')))
    .join('');
