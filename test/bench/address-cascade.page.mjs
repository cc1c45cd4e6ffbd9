// Runs in the page: a subject mounts an address on a map without districts (63 provinces of 162 communes, the first of 579) and is worked as a person does.
import { frame, median, rest, typed, worked } from './page-work.mjs';

const NAMES = ['Ba Đình', 'Hoàn Kiếm', 'Tây Hồ', 'Long Biên', 'Cầu Giấy', 'Đống Đa', 'Hai Bà Trưng', 'Hoàng Mai', 'Thanh Xuân', 'Phúc Thọ', 'Ninh Kiều'];

/** On the map without districts the communes hang on the province: the longest list there is to open. */
function units() {
  const made = [];
  for (let province = 0; province < 63; province++) {
    const parentCode = String(province + 1).padStart(2, '0');
    made.push({ scheme: '2025', level: 'province', code: parentCode, name: `Tỉnh ${NAMES[province % NAMES.length]} ${province}` });
    const communes = province === 0 ? 579 : 162;
    for (let at = 0; at < communes; at++)
      made.push({ scheme: '2025', level: 'commune', code: `${10_000 + made.length}`, name: `Phường ${NAMES[(at * 7) % NAMES.length]} ${at}`, parentCode });
  }
  return made;
}

/** @param mount shows the address of the first province on the page and answers how to work its communes: `open`, `filter`, `elements`, `shown` */
export async function run(mount) {
  // Kept for as long as the page lives, as a page keeps what it hands in.
  const data = (globalThis.units = units());
  const field = await mount(data, '01');
  await frame();
  // Since the navigation began: what a visitor waits.
  const interactive = performance.now();
  await rest();
  const open = await worked(() => field.open());
  await rest();
  const keys = await typed(['b', 'ba', 'ba ', 'ba d', 'ba di', 'ba din', 'ba dinh', 'Ba Đình'], field.filter);
  if (!field.shown().includes('Ba Đình')) throw new Error('the list shows something else than what was looked for');
  return { interactive, open, filterMedian: median(keys.slice(1)), filterWorst: Math.max(...keys), elements: field.elements() };
}
