import { escaped, sandboxPage } from '../sandbox/sandbox-page.js';
import type { SimulatedPerson } from './vneid-simulator.js';

/** VNeID (giả lập): each person is a link that signs in as them. */
export function choicePage(persons: readonly SimulatedPerson[], here: string): Response {
  const link = (search: string, text: string): string => `<a href="${escaped(`${here}&${search}`)}">${escaped(text)}</a>`;
  const rows = persons.map(
    ({ fullName, personalId, level, shows }) =>
      `<li>${link(`person=${personalId}`, `${fullName} – ${personalId} – mức độ ${level}`)}<br>${escaped(shows)}</li>`,
  );
  const said = 'Không ai trong số này có thật, và trang này không phải của VNeID. Hãy chọn người đăng nhập.';
  return sandboxPage('VNeID (giả lập)', `<p>${said}</p><ul>${rows.join('')}</ul><p>${link('cancel=1', 'Hủy, không đăng nhập')}</p>`);
}
