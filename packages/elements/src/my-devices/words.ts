import { defineWords } from '../foundation/words.js';

const vi = {
  title: 'Thiết bị đang đăng nhập',
  oneAtATime: 'Mỗi tài khoản chỉ dùng trên một thiết bị: đăng nhập trên thiết bị khác thì thiết bị này được đăng xuất.',
  current: 'Thiết bị này',
  other: 'Thiết bị khác',
  since: 'Đăng nhập lúc {since}',
  until: 'Phiên kết thúc chậm nhất lúc {until}',
  everywhere: 'Đăng xuất khỏi mọi thiết bị',
  here: 'Đăng xuất',
  ask: 'Đăng xuất khỏi mọi thiết bị, cả thiết bị này? Bạn sẽ phải đăng nhập lại.',
  askHere: 'Đăng xuất khỏi thiết bị này? Bạn sẽ phải đăng nhập lại.',
  yes: 'Đăng xuất',
  no: 'Không',
  signingOut: 'Đang đăng xuất…',
  signedOut: 'Bạn đã đăng xuất. Muốn dùng tiếp, hãy đăng nhập lại.',
  nobody: 'Hãy đăng nhập để xem các thiết bị.',
  notYou: 'Có thiết bị không phải của bạn? Hãy đăng xuất khỏi mọi thiết bị rồi đổi mật khẩu.',
  failed: 'Chưa tải được danh sách thiết bị. {reason}',
  notSignedOut: 'Chưa đăng xuất được. {reason}',
  unknown: 'Có lỗi xảy ra, hãy thử lại.',
} as const;

/** The keys and facts of `myDevicesWords`. */
export type MyDevicesWords = typeof vi;

/** What `<bhxh-my-devices>` says. */
export const myDevicesWords = defineWords('my-devices', { vi, en: () => import('./words.en.js') });
