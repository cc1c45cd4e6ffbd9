import { escaped } from '../sandbox/outbox-page.js';
import type { SimulatedPerson } from './vneid-simulator.js';

/** VNeID (giả lập): a page without script or style, so that it needs nothing of the content policy. Each person is a link that signs in as them. */
export function choicePage(persons: readonly SimulatedPerson[], here: string): string {
  const link = (search: string, text: string): string => `<a href="${escaped(`${here}&${search}`)}">${escaped(text)}</a>`;
  const rows = persons.map(
    ({ fullName, personalId, level, shows }) =>
      `<li>${link(`person=${personalId}`, `${fullName} – ${personalId} – mức độ ${level}`)}<br>${escaped(shows)}</li>`,
  );
  return `<!doctype html><html lang="vi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>VNeID (giả lập)</title></head><body><h1>VNeID (giả lập)</h1><p>Không ai trong số này có thật, và trang này không phải của VNeID. Hãy chọn người đăng nhập.</p><ul>${rows.join('')}</ul><p>${link('cancel=1', 'Hủy, không đăng nhập')}</p></body></html>`;
}
