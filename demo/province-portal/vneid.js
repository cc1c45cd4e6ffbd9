// A10 on a page without a bundler: to VNeID, and back to this page with the form filled.
import { beginVneid, finishVneid } from '/kit/esm/vneid.js';

const place = document.getElementById('vneid');
const [offer, told, out] = [place.querySelector('.offer'), place.querySelector('[role=status]'), place.querySelector('.out')];
const form = document.querySelector('bhxh-declaration-form');
const bhxh = globalThis.BhxhKit.createClient({ baseUrl: place.dataset.gateway });

const tell = (error) => {
  told.textContent = error.userMessage?.('vi') ?? 'Có lỗi xảy ra, hãy thử lại.';
};

offer.querySelector('button').addEventListener('click', () => {
  told.textContent = 'Đang mở VNeID…';
  beginVneid(bhxh, { returnTo: location.origin + location.pathname }).catch(tell);
});

// Offered by some installations only; without an answer the form is filled by hand.
const { vneid } = await bhxh.rules.current().catch(() => ({}));
place.hidden = !vneid;
place.classList.remove('asking');

// Nothing is left to be filled; whoever is signed in still has to find the way out.
let submitted = false;
const show = () => {
  offer.hidden = bhxh.signedIn || submitted;
  out.hidden = !bhxh.signedIn;
};
form.addEventListener('submitted', () => {
  submitted = true;
  place.hidden = !bhxh.signedIn;
  told.textContent = bhxh.signedIn ? 'Bạn đang đăng nhập.' : '';
  show();
});

bhxh.onSessionChange((signedIn, why) => {
  show();
  if (signedIn) return;
  told.textContent = why?.userMessage('vi') ?? 'Đã đăng xuất.';
  // The button that was pressed is gone.
  if (!why) told.focus();
});
// The page has forgotten its tokens by then, however the gateway answers.
out.addEventListener('click', () => bhxh.session.signOut().catch(() => undefined));

try {
  const came = await finishVneid(bhxh);
  if (came?.result === 'signed-in') {
    // The form knows the account, too.
    form.closest('bhxh-provider').client = bhxh;
    told.textContent =
      'Bạn đã có tài khoản giao dịch điện tử và đã được đăng nhập vào tài khoản đó, nên không cần đăng ký mới. Muốn điều chỉnh hoặc ngừng giao dịch thì khai tiếp ở tờ khai dưới đây, đã điền sẵn từ VNeID.';
  } else if (came) told.textContent = 'Đã lấy họ tên và số định danh từ VNeID. Hãy kiểm tra rồi khai tiếp.';
  if (came) form.vneid = came;
} catch (error) {
  tell(error);
}
