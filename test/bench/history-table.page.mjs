// Runs in the page: a subject mounts a table of 10,000 rows of 6 columns, is sorted, searched and scrolled.
import { frame, median, rest, typed, worked } from './page-work.mjs';

const EMPLOYERS = ['Công ty Đống Mẫu', 'Trường Ấp Thử', 'Bệnh viện Ông Mẫu', 'Xí nghiệp Thử Nghiệm', 'Hợp tác xã Bưởi Mẫu', 'Văn phòng Êm Thử'];
const FAMILY = ['Nguyễn', 'Trần', 'Lê', 'Phạm', 'Đặng', 'Bùi', 'Ngô'];
const GIVEN = ['An', 'Ánh', 'Bình', 'Đạt', 'Dung', 'Hà', 'Ơn', 'Thảo', 'Ước', 'Yến'];

const COLUMNS = [
  { key: 'from', label: 'Từ', kind: 'month' },
  { key: 'to', label: 'Đến', kind: 'month' },
  { key: 'employer', label: 'Đơn vị công tác', kind: 'text' },
  { key: 'person', label: 'Họ và tên', kind: 'name' },
  { key: 'salary', label: 'Tiền lương', kind: 'money' },
  { key: 'coefficient', label: 'Hệ số', kind: 'number' },
];

const two = (number) => String(number).padStart(2, '0');

function rows(count = 10_000) {
  return Array.from({ length: count }, (_, at) => ({
    id: String(at),
    from: `${1990 + ((at * 7) % 33)}-${two(1 + (at % 12))}`,
    to: `${1991 + ((at * 7) % 33)}-${two(1 + ((at * 5) % 12))}`,
    employer: `${EMPLOYERS[at % EMPLOYERS.length]} ${at % 500}`,
    person: `${FAMILY[at % FAMILY.length]} ${EMPLOYERS[at % 5].split(' ').at(-1)} ${at % 1499} ${GIVEN[(at * 3) % GIVEN.length]}`,
    salary: 4_000_000 + ((at * 7919) % 9_000) * 1000,
    coefficient: 1.5 + (at % 60) / 20,
  }));
}

/** A finger that moves 60 px in every frame: frames a second, and the longest one. */
async function scrolled(box) {
  const ticks = [];
  let last = await new Promise(requestAnimationFrame);
  for (let tick = 0; tick < 120; tick++) {
    box.scrollTop += 60;
    const now = await new Promise(requestAnimationFrame);
    ticks.push(now - last);
    last = now;
  }
  return { fps: 1000 / (ticks.reduce((sum, tick) => sum + tick) / ticks.length), longest: Math.max(...ticks) };
}

/** Whether a finger finds rows a hundred lines below, at once. */
function answersScroll(box) {
  const goTo = (top) => {
    box.scrollTop = top;
    box.dispatchEvent(new Event('scroll'));
  };
  goTo(4100);
  const edges = box.getBoundingClientRect();
  const seen = [...box.querySelectorAll('tr[aria-rowindex]')]
    .map((row) => row.getBoundingClientRect())
    .filter(({ bottom, top }) => bottom > edges.top && top < edges.bottom);
  goTo(0);
  return box.scrollTop === 0 && seen.length > 10;
}

/** @param mount shows rows in columns and answers how to work the table: `ready`, `sort`, `filter`, `box`, `whole`, `remove` */
export async function run(mount) {
  const data = rows();
  performance.mark('mount begins');
  const table = await mount(data, COLUMNS);
  document.body.getBoundingClientRect();
  performance.mark('mount ends');
  await frame();
  const interactive = performance.now();
  if (!answersScroll(table.box())) throw new Error('the rows are seen, and cannot be scrolled yet');
  await table.ready();
  // What is fetched on hovering has come by the time somebody clicks.
  await table.whole();
  await rest(300);
  const sorts = {};
  for (const key of ['from', 'person']) {
    sorts[key] = await worked(() => table.sort(key));
    await frame();
  }
  const keys = await typed(['b', 'bu', 'buo', 'buoi', 'buoi ', 'buoi m', 'buoi ma', 'Bưởi Mẫu'], table.filter);
  await table.filter('');
  await frame();
  const { fps, longest } = await scrolled(table.box());
  const elements = table.elements();
  globalThis.mountMany = async (times) => {
    table.remove();
    const few = rows(200);
    for (let turn = 0; turn < times; turn++) {
      const one = await mount(few, COLUMNS);
      await one.ready();
      one.remove();
    }
  };
  return { interactive, sortDate: sorts.from, sortName: sorts.person, filter: median(keys), fps, longest, elements };
}
