// Runs in the page: a subject mounts a tree of 63 → 705 → 10,632 nodes and is worked by keys and filter.
import { frame, median, painted, rest, typed, worked } from './page-work.mjs';

const NAMES = ['Ba Đình', 'Hoàn Kiếm', 'Tây Hồ', 'Long Biên', 'Cầu Giấy', 'Đống Đa', 'Hai Bà Trưng', 'Hoàng Mai', 'Thanh Xuân', 'Phúc Thọ', 'Ninh Kiều'];

function rows() {
  const made = [];
  for (let province = 0; province < 63; province++) {
    const top = `p${province}`;
    made.push({ code: top, name: `Tỉnh ${NAMES[province % NAMES.length]} ${province}` });
    // One branch has 700 children: the widest that is expanded.
    const districts = province === 0 ? 700 : 0;
    for (let district = 0; district < 700 && (districts || district < 11); district++) {
      const middle = `${top}d${district}`;
      made.push({ code: middle, name: `Quận ${NAMES[district % NAMES.length]} ${district}`, parentCode: top });
      if (province > 0)
        for (let commune = 0; commune < 15; commune++)
          made.push({ code: `${middle}c${commune}`, name: `Phường ${NAMES[(commune * 7 + district) % NAMES.length]}`, parentCode: middle });
    }
  }
  return made;
}

/** @param mount shows the rows on the page and answers how to work the tree: `key`, `filter`, `elements` */
export async function run(mount) {
  const data = rows();
  const tree = await mount(data);
  await frame();
  // Since the navigation began: what a visitor waits.
  const interactive = performance.now();
  await rest();
  const expand = await worked(() => tree.key('ArrowRight'));
  await frame();
  const arrows = [];
  for (let press = 0; press < 30; press++) arrows.push(await painted(() => tree.key('ArrowDown')));
  const keys = await typed(['b', 'ba', 'ba ', 'ba d', 'ba di', 'ba din', 'ba dinh', 'Ba Đình'], tree.filter);
  return {
    interactive,
    expand,
    arrow: median(arrows),
    filterMedian: median(keys.slice(1)),
    filterWorst: Math.max(...keys),
    elements: tree.elements(),
    rows: data.length,
  };
}
