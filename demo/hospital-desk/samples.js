/** Invented payloads in the shapes of QĐ 1313/2014 (15 fields), QĐ 1666/2020 (17 fields) and the ID card. Dates move with the day, so that each stays what it is called. */
export function samplesOn(today) {
  const year = Number(today.slice(0, 4));
  const soon = shown(daysAfter(today, 12));
  return [
    ['Nguyễn Văn A', 'còn hiệu lực', card({ number: 'DN4799999999901', name: 'Nguyễn Văn A', from: `01/01/${year}`, to: `31/12/${year + 1}` })],
    ['Lê Thị Mẫu', 'sắp hết hạn', card({ number: 'HT3799999999902', name: 'Lê Thị Mẫu', born: '1950', sex: 2, from: `01/01/${year - 1}`, to: soon })],
    ['Trần Thử Nghiệm', 'hết hạn', card({ number: 'HS4799999999903', name: 'Trần Thử Nghiệm', from: `01/01/${year - 2}`, to: `31/12/${year - 2}` })],
    ['Nguyễn Văn A', 'chưa đến ngày', card({ number: 'SV4799999999904', name: 'Nguyễn Văn A', from: `01/01/${year + 1}`, to: `31/12/${year + 1}` })],
    ['Lê Thị Mẫu', 'thẻ mẫu mới', newCard({ number: '9999999905', name: 'Lê Thị Mẫu', from: `01/01/${year - 1}` })],
    ['Trần Thử Nghiệm', 'mã căn cước', '079299000001|000000001|Trần Thử Nghiệm|01022099|Nam|12 Đường Mẫu, Phường Thử, TP. Mẫu|01012022'],
    [
      'Nguyễn Văn A',
      'bộ gõ tiếng Việt đang bật',
      card({ number: 'DN4799999999901', name: 'Nguyễn Văn A', from: `01/01/${year}`, to: `31/12/${year + 1}` })
        .replaceAll('|', '\\')
        .replace('DN', 'ĐN'),
    ],
    ['Mã lạ', 'không phải thẻ', 'HOA-DON-0001-9999'],
  ].map(([name, what, text]) => ({ name, what, text }));
}

const hex = (text) => Array.from(new TextEncoder().encode(text), (byte) => byte.toString(16).padStart(2, '0')).join('');
const ADDRESS = hex('12 Đường Mẫu, Phường Thử');

const card = ({ number, name, born = '01/02/2010', sex = 1, from, to }) =>
  `${number}|${hex(name)}|${born}|${sex}|${ADDRESS}|79 - 000|${from}|${to}|${from}|7900${number.slice(5)}|-|4|01/01/2021|0123456789abcdef-7102|$`;

const newCard = ({ number, name, from }) =>
  `${number}|${hex(name)}|01/02/2010|2|-|79 - 000|${from}|-|${from}|7900${number}|-|4|01/01/2021|0123456789abcdef-7102|2|${hex('Quận Mẫu')}|$`;

const daysAfter = (day, count) => new Date(Date.parse(day) + count * 86_400_000).toISOString().slice(0, 10);
const shown = (day) => day.split('-').reverse().join('/');
