/** One message as the page shows it. */
export interface ShownMessage {
  readonly id: string;
  readonly channel: string;
  readonly recipient: string;
  readonly subject: string | null;
  readonly body: string;
  readonly at: string;
}

/** Hộp thư gửi đi của môi trường thử nghiệm: a page without script or style, so that it needs nothing of the content policy. */
export function outboxPage(messages: readonly ShownMessage[]): string {
  const rows = messages.map(
    ({ channel, recipient, subject, body, at }) =>
      `<tr><td><time datetime="${escaped(at)}">${escaped(at)}</time></td><td>${channel === 'sms' ? 'SMS' : 'E-mail'}</td><td>${escaped(recipient)}</td><td>${subject ? `<strong>${escaped(subject)}</strong><br>` : ''}${withLinks(body)}</td></tr>`,
  );
  const table = `<table border="1" cellpadding="6"><thead><tr><th scope="col">Lúc</th><th scope="col">Kênh</th><th scope="col">Người nhận</th><th scope="col">Nội dung</th></tr></thead><tbody>${rows.join('')}</tbody></table>`;
  return `<!doctype html><html lang="vi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Tin đã gửi (thử nghiệm)</title></head><body><h1>Tin đã gửi (thử nghiệm)</h1><p>Không tin nào rời khỏi máy này. Số điện thoại và địa chỉ được che bớt.</p>${messages.length > 0 ? table : '<p>Chưa có tin nào.</p>'}</body></html>`;
}

/** Text with its addresses to follow, as a mail program shows it; its lines stay lines. */
const withLinks = (body: string): string =>
  body
    .split(/(https?:\/\/[^\s<>"']+)/)
    .map((part, at) => (at % 2 === 1 ? `<a href="${escaped(part)}">${escaped(part)}</a>` : escaped(part).replaceAll('\n', '<br>')))
    .join('');

/** Text as markup shows it. */
export const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
