// A10 on a page without a bundler: to VNeID, and back to this page with the form filled.
import { beginVneid, finishVneid } from '/kit/esm/vneid.js';

const place = document.getElementById('vneid');
const [button, told] = [place.querySelector('button'), place.querySelector('[role=status]')];
const form = document.querySelector('bhxh-declaration-form');
const bhxh = globalThis.BhxhKit.createClient({ baseUrl: place.dataset.gateway });

const tell = (error) => {
  told.textContent = error.userMessage?.('vi') ?? 'Có lỗi xảy ra, hãy thử lại.';
};

button.addEventListener('click', () => {
  told.textContent = 'Đang mở VNeID…';
  beginVneid(bhxh, { returnTo: location.origin + location.pathname }).catch(tell);
});

// Offered by some installations only; without an answer the form is filled by hand.
const { vneid } = await bhxh.rules.current().catch(() => ({}));
place.hidden = !vneid;
place.classList.remove('asking');
// Nothing is left to be filled.
form.addEventListener('submitted', () => (place.hidden = true));

try {
  const came = await finishVneid(bhxh);
  if (came) {
    // Whoever has an account is signed in by now: the form then knows it.
    if (came.result === 'signed-in') form.closest('bhxh-provider').client = bhxh;
    form.vneid = came;
    told.textContent = 'Đã lấy họ tên và số định danh từ VNeID. Hãy kiểm tra rồi khai tiếp.';
  }
} catch (error) {
  tell(error);
}
