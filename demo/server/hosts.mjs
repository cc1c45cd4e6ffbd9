import { fileURLToPath } from 'node:url';

const folder = (name) => fileURLToPath(new URL(`../${name}/`, import.meta.url));

/** What every page here allows itself: nothing but its own files, no inline script or style, no text made into markup. */
const STRICT = {
  'default-src': "'none'",
  'script-src': "'self'",
  'style-src': "'self'",
  'img-src': "'self'",
  'form-action': "'self'",
  'base-uri': "'none'",
  'frame-ancestors': "'none'",
  'require-trusted-types-for': "'script'",
  'trusted-types': 'lit-html',
};

/**
 * The four hosts: where their files are, which paths are pages, what their Content-Security-Policy is, where their pages reach a backend of their own, and what
 * of a page that opens without a network is kept in the browser: see `shell.mjs`. `layout` is put around the pages, without its script tag where a page has the kit's `modules`; `{{gateway}}` in a policy is the gateway's origin.
 */
export const HOSTS = {
  province: {
    folder: folder('province-portal'),
    layout: 'layout.html',
    pages: {
      '/': { file: 'pages/trang-chu.html', title: 'Trang chủ' },
      '/dang-ky': { file: 'pages/dang-ky.html', title: 'Đăng ký giao dịch điện tử' },
      '/dang-ky-cho-con': { file: 'pages/dang-ky-cho-con.html', title: 'Đăng ký cho con', modules: true },
      '/theo-doi': { file: 'pages/theo-doi.html', title: 'Theo dõi tờ khai' },
      '/kich-hoat': { file: 'pages/kich-hoat.html', title: 'Kích hoạt tài khoản' },
    },
    // 'self' for what the kit fetches from beside its script: the fonts of the Mẫu 01.
    policy: { ...STRICT, 'connect-src': "'self' {{gateway}}" },
  },
  school: {
    folder: folder('school-intranet'),
    pages: { '/': { file: 'index.html', title: 'Bảo hiểm của tôi' } },
    backend: '/bhxh',
    shell: { worker: 'sw.js', entry: 'school-intranet.js', files: ['intranet.css', 'mark.svg'], later: /\/card-viewer\/(?!words\.)/ },
    // The kit's policy, and the page's own for the address of its service worker.
    policy: { ...STRICT, 'connect-src': "'self'", 'worker-src': "'self'", 'trusted-types': 'lit-html school-page' },
  },
  hospital: {
    folder: folder('hospital-desk'),
    pages: { '/': { file: 'index.html', title: 'Tiếp đón' } },
    // Nothing to connect to: a card is read without any network.
    policy: STRICT,
  },
  // Last: the ports of the others stay what bookmarks say.
  agency: {
    folder: folder('agency-desk'),
    pages: { '/': { file: 'index.html', title: 'Bàn xử lý hồ sơ' } },
    policy: { ...STRICT, 'connect-src': '{{gateway}}' },
  },
};
