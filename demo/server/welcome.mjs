/** What a person sees when everything runs. */
export function welcome({ pages, gateway, taken, personas, officers }, milliseconds) {
  const rows = [
    ['Cổng BHXH tỉnh · province portal', `${pages.province}/`],
    ['  Đăng ký · declaration', `${pages.province}/dang-ky`],
    ['  Theo dõi · status', `${pages.province}/theo-doi`],
    ['  Kích hoạt · activation', `${pages.province}/kich-hoat`],
    ['Trường đại học · school intranet', `${pages.school}/`],
    ['Quầy tiếp đón · hospital desk', `${pages.hospital}/`],
    ['Bàn cán bộ BHXH · agency desk', `${pages.agency}/`],
    ['Gateway', `${gateway}/v1/health`],
    ['SMS, e-mail (sandbox)', `${gateway}/sandbox/outbox`],
  ];
  const people = personas.slice(0, 2).map(({ profile, password }) => [`  ${profile.fullName}`, `${profile.bhxhNumber}  ${password}`]);
  const desk = officers.map(({ fullName, username, password, agencyCode }) => [`  ${fullName} (${agencyCode})`, `${username}  ${password}`]);
  const width = Math.max(...[...rows, ...people, ...desk].map(([name]) => name.length)) + 2;
  const lines = (pairs) => pairs.map(([name, value]) => `  ${name.padEnd(width)}${value}`);
  return [
    '',
    ...taken.map(([wanted, port]) => `  Cổng ${wanted} đang bận, dùng ${port}. / Port ${wanted} is taken, ${port} is used.`),
    ...lines(rows),
    '',
    '  Đăng nhập ở trang trường học · sign in on the school intranet (mã số BHXH, mật khẩu):',
    ...lines(people),
    '',
    '  Đăng nhập ở bàn cán bộ · sign in at the agency desk (tên đăng nhập, mật khẩu; user name, password):',
    ...lines(desk),
    ...lines([['  Mã một lần · one-time codes', `${gateway}/sandbox/officers`]]),
    '',
    `  ${(milliseconds / 1000).toFixed(1)} s · Ctrl-C: dừng / stop`,
    '',
  ].join('\n');
}
