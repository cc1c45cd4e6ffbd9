import { defineWords } from '../foundation/words.js';

const vi = {
  askTitle: 'Duyệt {count} tờ khai?',
  askPurpose: '{name}: {count}',
  askNote: 'Mỗi người khai được báo kết quả sau một phút; trong lúc đó bạn còn hoàn tác được cả danh sách.',
  askSecond: 'Nếu đơn vị quy định hai người, danh sách chờ người thứ hai xác nhận rồi mới được duyệt.',
  askOpen: '{count} tờ khai đang mở ở chỗ cán bộ khác. Hãy hỏi trước khi duyệt.',
  rows: 'Các tờ khai trong danh sách',
  approve: 'Duyệt {count} tờ khai',
  approving: 'Đang duyệt…',
  later: 'Để sau',
  notDone: 'Chưa thực hiện được',
  waiting: 'Danh sách chờ xác nhận',
  waitingCount: '{count} tờ khai',
  waitingBy: '{name} ({agency}) lập {moment}',
  waitingUntil: 'chờ đến {moment}',
  waitingOwn: 'Bạn đã lập danh sách này; một cán bộ khác phải xác nhận.',
  look: 'Xem và xác nhận',
  lookOwn: 'Xem danh sách',
  lookNamed: '{act}: {count} tờ khai, {name} lập',
  waitingTitle: 'Danh sách {count} tờ khai chờ xác nhận',
  waitingLead: '{name} ({agency}) đề nghị duyệt các tờ khai này. Xác nhận thì tờ khai được duyệt; không đồng ý thì tất cả ở nguyên như cũ.',
  confirm: 'Xác nhận duyệt {count} tờ khai',
  confirming: 'Đang duyệt…',
  decline: 'Không đồng ý',
  declining: 'Đang ghi…',
  withdraw: 'Rút lại danh sách',
  'result-approved': 'Đã duyệt {count} tờ khai',
  'result-some': 'Đã duyệt {count} tờ khai, {refused} chưa duyệt được',
  'result-none': 'Chưa duyệt được tờ khai nào',
  'result-waiting': 'Danh sách {count} tờ khai chờ người thứ hai xác nhận',
  'result-declined': 'Danh sách không được duyệt; các tờ khai ở nguyên như cũ',
  'result-undone': 'Đã hoàn tác {count} tờ khai; không ai được báo gì',
  'result-undone-some': 'Đã hoàn tác {count} tờ khai, {refused} không hoàn tác được',
  refused: 'Chưa duyệt được',
  refusedSomehow: 'Hãy mở hồ sơ để xem vì sao.',
  done: 'Đã duyệt',
  undone: 'Đã hoàn tác',
  waitingRows: 'Đang chờ',
  undo: 'Hoàn tác cả danh sách',
  undoing: 'Đang hoàn tác…',
  undoLeft: 'Còn {seconds} giây để hoàn tác',
  undoOver: 'Hết thời gian hoàn tác.',
  noCase: 'Hồ sơ không rõ',
  open: 'Mở hồ sơ {name}',
  dismiss: 'Đóng kết quả',
} as const;

/** The keys and facts of `listWords`. */
export type ListWords = typeof vi;

/** What is said of lists (O5). Keys of a host's catalogue start with `review-queue.`, as those of the queue. */
export const listWords = defineWords('review-queue', { vi, en: () => import('./list-words.en.js') });
