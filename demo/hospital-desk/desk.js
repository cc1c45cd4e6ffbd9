import '@bhxh-kit/elements/define/card-viewer.js';
import { dayInVietnam } from '@bhxh-kit/domain';
import { samplesOn } from './samples.js';
import { verdictOn } from './verdict.js';

const field = document.querySelector('#scan');
const viewer = document.querySelector('bhxh-card-viewer');
const verdict = document.querySelector('#verdict');
const speed = document.querySelector('#speed');
const today = () => dayInVietnam(new Date());

document.querySelector('#scan-form').addEventListener('submit', (event) => {
  event.preventDefault();
  const text = field.value;
  field.value = '';
  if (text.trim()) void answer(text);
});

// Scanned while this script was on its way.
if (field.value.trim()) field.form.requestSubmit();

/** Shows the answer and how long it took from the scanner's Enter until it was painted. */
async function answer(text) {
  const begun = performance.now();
  const { tone, word, why, card } = verdictOn(text, today());
  show(tone, word, why);
  viewer.scan = text;
  viewer.hidden = !card;
  await viewer.updateComplete;
  requestAnimationFrame(() => setTimeout(() => (speed.textContent = `Trả lời sau ${Math.round(performance.now() - begun)} ms`)));
}

/** Why the camera gives nothing, with the way out a desk has. */
const CAMERA_FAULTS = {
  cameraDenied: 'Trang chưa được phép dùng máy ảnh. Cho phép trong thanh địa chỉ của trình duyệt, hoặc dùng máy quét.',
  cameraMissing: 'Không tìm thấy máy ảnh trên máy này. Hãy dùng máy quét.',
  cameraBusy: 'Máy ảnh đang bận ở ứng dụng khác hoặc không mở được. Đóng ứng dụng đó rồi thử lại, hoặc dùng máy quét.',
  cameraInsecure: 'Trình duyệt chỉ cho dùng máy ảnh trên trang có địa chỉ https. Hãy dùng máy quét.',
  pictureBarred: 'Trình duyệt này không cho trang đọc ảnh của máy ảnh. Bấm biểu tượng trên thanh địa chỉ để cho phép, hoặc dùng máy quét.',
  notLoaded: 'Chưa tải được phần đọc mã bằng máy ảnh. Kiểm tra mạng rồi bấm lại, hoặc dùng máy quét.',
};

/** Fetched when somebody comes near the button: a desk with a scanner never needs it. */
const scanning = () => import('@bhxh-kit/elements/scanning.js');
const camera = document.querySelector('#camera');
for (const coming of ['pointerenter', 'focus']) camera.addEventListener(coming, () => scanning().catch(() => undefined));

/** The dialog of the camera, while it is open. */
let looking;
camera.addEventListener('click', async () => {
  looking = new AbortController();
  const { signal } = looking;
  const scanned = await scanning().then(
    ({ scanWithCamera }) => scanWithCamera({ signal }),
    () => ({ fault: 'notLoaded' }),
  );
  looking = undefined;
  field.focus();
  if (scanned?.text) await answer(scanned.text);
  else if (scanned) {
    nextPatient();
    show('unclear', 'Chưa quét được', CAMERA_FAULTS[scanned.fault]);
  }
});

/** Both lines at once: changed one after the other, a screen reader says the last one first. */
function show(tone, word, why) {
  verdict.className = `verdict ${tone}`;
  verdict.replaceChildren(lineOf('word', word), lineOf('why', why));
}

function lineOf(className, textContent) {
  return Object.assign(document.createElement('p'), { className, textContent });
}

/** Nothing of the last patient stays in the page. */
function nextPatient() {
  field.value = '';
  viewer.scan = undefined;
  viewer.hidden = true;
  speed.textContent = '';
  show('waiting', 'Sẵn sàng', 'Mời người bệnh đưa thẻ.');
  field.focus();
}

// A wedge scanner is a keyboard: wherever the focus is, what it types belongs in the field. Tab still reaches the card's buttons.
document.addEventListener('keydown', (event) => {
  if (event.key === 'Escape' && !looking && !viewer.shadowRoot.querySelector('dialog[open]')) return nextPatient();
  const sample = event.altKey && samples[Number(event.code.replace('Digit', '')) - 1];
  if (sample) {
    event.preventDefault();
    void answer(sample.text);
  } else if (event.key.length === 1 && event.key !== ' ' && !event.ctrlKey && !event.altKey && !event.metaKey && event.target !== field) {
    viewer.shadowRoot.querySelector('dialog[open]')?.close();
    looking?.abort();
    field.focus();
  }
});

// A click beside everything leaves the focus nowhere; the scanner's first character would be lost in some browsers.
document.addEventListener('pointerup', () => {
  setTimeout(() => {
    if (document.activeElement === document.body && !getSelection()?.toString()) field.focus();
  });
});

const samples = samplesOn(today());
document.querySelector('#samples').append(
  ...samples.map(({ name, what, text }, at) => {
    const key = document.createElement('kbd');
    key.textContent = `Alt ${at + 1}`;
    const person = document.createElement('span');
    person.textContent = name;
    const kind = document.createElement('small');
    kind.textContent = what;
    const button = document.createElement('button');
    button.type = 'button';
    button.append(key, person, kind);
    button.addEventListener('click', () => {
      void answer(text);
      field.focus();
    });
    const row = document.createElement('li');
    row.append(button);
    return row;
  }),
);

const clock = document.querySelector('#clock');
const tick = () =>
  (clock.textContent = new Date().toLocaleString('vi-VN', {
    timeZone: 'Asia/Ho_Chi_Minh',
    weekday: 'long',
    day: '2-digit',
    month: '2-digit',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
  }));
tick();
setInterval(tick, 10_000);
