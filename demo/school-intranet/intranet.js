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
import { followConsent } from './consent.js';
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
const askConsent = followConsent(at('mine').querySelector('bhxh-consent'), at('asked'));

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
at('sign-out').addEventListener('click', () => bhxh.session.signOut().catch(sayNotHeard));

// Also when the gateway ends the session: what belongs to the person leaves the page with it.
const show = (signedIn) => {
  at('opening').hidden = true;
  at('sign-in').hidden = signedIn;
  if (signedIn) for (const unfold of [activation, newPassword]) unfold(false);
  at('closed').textContent = '';
  at('to-card').hidden = true;
  void showKept();
  for (const id of ['mine', 'parts', 'sign-out', 'who']) at(id).hidden = !signedIn;
  at('mine').client = signedIn ? bhxh : undefined;
  showOwn();
  if (signedIn) void askConsent(bhxh);
  if (signedIn) void greet().then(keepPage);
  else for (const id of ['who', 'agency', 'employer']) at(id).textContent = '';
};
show(bhxh.signedIn);
// Whoever's session went with the browser still has what they kept.
if (!bhxh.signedIn) void showKept(bhxh).then((kept) => (at('to-card').hidden = !kept));
bhxh.onSessionChange((signedIn) => {
  show(signedIn);
  at('page-title').focus({ preventScroll: true });
  // Another page to whoever reads it: it begins at its top, not where the button stood.
  scrollTo(0, 0);
});

async function greet() {
  try {
    const [profile, employer] = await Promise.all([bhxh.profile.read(), runningEmployment()]);
    at('who').textContent = profile.fullName;
    at('agency').textContent = profile.agencyName ?? 'Chưa có';
    at('employer').textContent = employer ? `${employer.employer}, từ ${formatMonth(employer.from)}` : 'Hiện không đóng';
  } catch (failure) {
    if (bhxh.signedIn) for (const id of ['agency', 'employer']) at(id).textContent = isBhxhError(failure) ? failure.userMessage('vi') : 'Không tải được.';
  }
}

/** The period that still runs. Once it is found no further page is fetched. */
async function runningEmployment() {
  for await (const period of bhxh.participation.list({ branch: 'social', limit: 20 })) if (!period.to) return period;
  return undefined;
}
