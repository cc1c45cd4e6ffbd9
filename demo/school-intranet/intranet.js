import '@bhxh-kit/elements/define/access-log.js';
import '@bhxh-kit/elements/define/activate.js';
import '@bhxh-kit/elements/define/benefit-history.js';
import '@bhxh-kit/elements/define/card-viewer.js';
import '@bhxh-kit/elements/define/consent.js';
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
  at('closed').textContent = isBhxhError(failure) ? failure.userMessage('vi') : 'Chưa mở được trang. Hãy tải lại trang.';
  throw failure;
});
const door = document.querySelector('bhxh-sign-in');
door.client = bhxh;

tellCuts(at('cut'));
const showOwn = followProfile(at('mine'), at('tiles'));
const askConsent = followConsent(at('mine').querySelector('bhxh-consent'), at('asked'));

const unfold = (open) => {
  at('activation').hidden = !open;
  at('first-time').setAttribute('aria-expanded', String(open));
};
const openActivation = () => {
  // Made when somebody asks for it: two fields of one name would be on the page from the start.
  if (!at('activation').hasChildNodes()) {
    at('activation').append(at('activation-kit').content.cloneNode(true));
    at('activation').firstElementChild.client = bhxh;
    at('to-sign-in').addEventListener('click', () => {
      unfold(false);
      door.focus();
    });
  }
  unfold(at('activation').hidden);
};
at('first-time').addEventListener('click', openActivation);
door.addEventListener('step', ({ step }) => {
  if (step === 'activate' && at('activation').hidden) openActivation();
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
  at('sign-in').hidden = signedIn;
  if (signedIn) unfold(false);
  at('closed').textContent = '';
  at('to-card').hidden = true;
  void showKept();
  for (const id of ['mine', 'parts', 'sign-out', 'who']) at(id).hidden = !signedIn;
  at('mine').client = signedIn ? bhxh : undefined;
  showOwn();
  if (signedIn) void askConsent(bhxh);
  if (signedIn) void greet().then(keepPage);
  else for (const id of ['who', 'agency', 'employer', 'contact']) at(id).textContent = '';
};
show(bhxh.signedIn);
// Whoever's session went with the browser still has what they kept.
if (!bhxh.signedIn) void showKept(bhxh).then((kept) => (at('to-card').hidden = !kept));
bhxh.onSessionChange((signedIn) => {
  show(signedIn);
  at('noi-dung').focus();
});

async function greet() {
  try {
    const [profile, employer] = await Promise.all([bhxh.profile.read(), runningEmployment()]);
    at('who').textContent = profile.fullName;
    at('agency').textContent = profile.agencyName ?? 'Chưa có';
    at('contact').textContent = [profile.mobilePhone, profile.email].filter(Boolean).join(', ') || 'Chưa có';
    at('employer').textContent = employer ? `${employer.employer}, từ ${formatMonth(employer.from)}` : 'Hiện không đóng';
  } catch (failure) {
    if (bhxh.signedIn)
      for (const id of ['agency', 'employer', 'contact']) at(id).textContent = isBhxhError(failure) ? failure.userMessage('vi') : 'Không tải được.';
  }
}

/** The period that still runs. Once it is found no further page is fetched. */
async function runningEmployment() {
  for await (const period of bhxh.participation.list({ branch: 'social', limit: 20 })) if (!period.to) return period;
  return undefined;
}
