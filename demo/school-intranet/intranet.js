import '@bhxh-kit/elements/define/access-log.js';
import '@bhxh-kit/elements/define/activate.js';
import '@bhxh-kit/elements/define/benefit-history.js';
import '@bhxh-kit/elements/define/card-viewer.js';
import '@bhxh-kit/elements/define/change-password.js';
import '@bhxh-kit/elements/define/consent.js';
import '@bhxh-kit/elements/define/forgot-password.js';
import '@bhxh-kit/elements/define/history-table.js';
import '@bhxh-kit/elements/define/my-devices.js';
import '@bhxh-kit/elements/define/profile.js';
import '@bhxh-kit/elements/define/provider.js';
import '@bhxh-kit/elements/define/sign-in.js';
import '@bhxh-kit/elements/define/visit-history.js';
import { isBhxhError, isPassing } from '@bhxh-kit/client';
import { openHostedClient } from '@bhxh-kit/client/hosted';
import { formatMonth } from '@bhxh-kit/domain';
import { consentFirst } from './consent.js';
import { followProfile } from './family.js';
import { keepPage } from './keep-page.js';
import { offerKeptCard } from './kept-card.js';
import { offerDarkLook } from './look.js';
import { tellCuts, whenReached } from './network.js';

const at = (id) => document.getElementById(id);
offerDarkLook(at('look'));
const showKept = offerKeptCard(at('mine'));
// The school's own server keeps the session: it knows after a reload who is signed in, and no script here can read a token.
const bhxh = await whenReached(() => openHostedClient({ baseUrl: '/bhxh' }), at('away'), showKept).catch((failure) => {
  at('opening').hidden = true;
  at('closed').textContent = isBhxhError(failure) ? failure.userMessage('vi') : 'Chưa mở được trang. Hãy tải lại trang.';
  throw failure;
});
const door = document.querySelector('bhxh-sign-in');
door.client = bhxh;

tellCuts(at('cut'));
const showOwn = followProfile(at('mine'), at('tiles'));

/** What the button unfolds below the sign-in, with the way back. Made when somebody asks for it: two fields of one name would be on the page from the start. */
const unfolding = (button, place, kit) => {
  const unfold = (open) => {
    place.hidden = !open;
    button.setAttribute('aria-expanded', String(open));
    if (!open || place.hasChildNodes()) return;
    place.append(kit.content.cloneNode(true));
    place.firstElementChild.client = bhxh;
    place.querySelector('[slot=done]').addEventListener('click', () => {
      unfold(false);
      door.focus();
    });
  };
  button.addEventListener('click', () => {
    unfold(place.hidden);
    // On a phone it would open below the screen.
    place.scrollIntoView();
  });
  return unfold;
};
const activation = unfolding(at('first-time'), at('activation'), at('activation-kit'));
const newPassword = unfolding(at('forgotten'), at('new-password'), at('new-password-kit'));
door.addEventListener('step', ({ step }) => {
  if (step === 'activate') activation(true);
});

// Forgotten here at once, however the server answers; one that heard nothing of it would know the person after a reload.
const sayNotHeard = (failure) => {
  if (isPassing(failure))
    at('closed').textContent =
      'Trang này đã quên bạn, nhưng máy chủ của trường chưa biết bạn đăng xuất. Khi có mạng, hãy mở lại trang và bấm Đăng xuất lần nữa.';
};
for (const id of ['sign-out', 'leave']) at(id).addEventListener('click', () => bhxh.session.signOut().catch(sayNotHeard));

const consent = document.querySelector('bhxh-consent');
/** Ends what the page asks of the person for itself. */
let closing = new AbortController();

/** What is there when: nobody is signed in (`out`), it is looked up whether they are to be asked (`opening`) or cannot be (`stuck`), they are (`asked`), the page is open (`in`). */
const THERE = {
  'sign-in': ['out'],
  opening: ['opening'],
  stuck: ['stuck'],
  mine: ['asked', 'in'],
  parts: ['in'],
  who: ['in'],
  'sign-out': ['opening', 'stuck', 'asked', 'in'],
};

const show = (part) => {
  closing.abort();
  closing = new AbortController();
  void showKept();
  for (const [id, when] of Object.entries(THERE)) at(id).hidden = !when.includes(part);
  at('mine').classList.toggle('gate', part === 'asked');
  at('asked').textContent =
    part === 'asked' ? 'Trước khi xem dữ liệu của mình, hãy đọc và chọn những gì bạn đồng ý. Nếu chưa muốn, bạn chỉ cần đăng xuất.' : '';
  at('why-stuck').textContent = '';
  at('to-card').hidden = true;
  // What is shown of a person goes with the client that fetched it. The consent has one of its own: it asks before the others may.
  at('mine').client = part === 'in' ? bhxh : undefined;
  at('own').client = part === 'out' ? undefined : bhxh;
  showOwn();
  if (part === 'in') void greet(closing.signal).then(keepPage);
  else for (const id of ['who', 'agency', 'employer']) at(id).textContent = '';
};

/** Another page to whoever reads it: it begins at its top, not where the button stood. */
const begin = () => {
  at('page-title').focus({ preventScroll: true });
  scrollTo(0, 0);
};

const look = consentFirst(consent, {
  ask: () => {
    show('asked');
    // Whoever took it back has the focus in the element, far down the page that was; above it stands why the rest is gone.
    void consent.updateComplete.then(() => scrollTo(0, 0));
  },
  open: () => {
    const agreed = at('mine').classList.contains('gate');
    show('in');
    // The element first gives the focus to what it says was recorded.
    if (agreed) void consent.updateComplete.then(begin);
  },
  fail: (failure) => {
    show('stuck');
    at('why-stuck').textContent = isBhxhError(failure) ? failure.userMessage('vi') : 'Có lỗi xảy ra. Hãy thử lại.';
  },
});

const lookAgain = () => {
  if (at('stuck').hidden) return;
  // Put on the page anew it asks anew: it failed as well.
  at('own').append(consent);
  show('opening');
  begin();
  void look(bhxh);
};
at('again').addEventListener('click', lookAgain);
addEventListener('online', lookAgain);

// Also when the gateway ends the session: what belongs to the person leaves the page with it.
const turnTo = (signedIn) => {
  at('closed').textContent = '';
  if (signedIn) for (const unfold of [activation, newPassword]) unfold(false);
  show(signedIn ? 'opening' : 'out');
  void look(signedIn ? bhxh : undefined);
};
turnTo(bhxh.signedIn);
// Whoever's session went with the browser still has what they kept.
if (!bhxh.signedIn) void showKept(bhxh).then((kept) => (at('to-card').hidden = !kept));
bhxh.onSessionChange((signedIn) => {
  turnTo(signedIn);
  begin();
});

async function greet(signal) {
  try {
    const [profile, employer] = await Promise.all([bhxh.profile.read({}, { signal }), runningEmployment(signal)]);
    if (signal.aborted) return;
    at('who').textContent = profile.fullName;
    at('agency').textContent = profile.agencyName ?? 'Chưa có';
    at('employer').textContent = employer ? `${employer.employer}, từ ${formatMonth(employer.from)}` : 'Hiện không đóng';
  } catch (failure) {
    if (signal.aborted) return;
    for (const id of ['agency', 'employer']) at(id).textContent = isBhxhError(failure) ? failure.userMessage('vi') : 'Không tải được.';
  }
}

/** The period that still runs. Once it is found no further page is fetched. */
async function runningEmployment(signal) {
  for await (const period of bhxh.participation.list({ branch: 'social', limit: 20 }, { signal })) if (!period.to) return period;
  return undefined;
}
