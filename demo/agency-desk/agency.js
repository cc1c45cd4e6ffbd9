import '@bhxh-kit/elements/define/provider.js';
import '@bhxh-kit/elements/define/review-case.js';
import '@bhxh-kit/elements/define/review-queue.js';
import { createClient, isBhxhError } from '@bhxh-kit/client';

const bhxh = createClient({ baseUrl: document.body.dataset.gateway });
const at = (id) => document.getElementById(id);
const form = at('sign-in');
const desk = at('desk');
const queue = document.querySelector('bhxh-review-queue');
const reviewed = document.querySelector('bhxh-review-case');

// From here on it is this script that signs in; a form sent before it came would have been the browser's.
Object.assign(form.querySelector('.main'), { disabled: false, textContent: 'Đăng nhập' });
form.addEventListener('submit', async (event) => {
  event.preventDefault();
  const empty = [...form.elements].find((field) => field.getAttribute('aria-required') === 'true' && !field.value.trim());
  if (empty) return complain(`Hãy điền “${form.querySelector(`label[for="${empty.id}"]`).textContent}”.`, empty);
  complain('');
  form.inert = true;
  try {
    await signIn();
    form.reset();
  } catch (failure) {
    form.inert = false;
    refuse(failure);
  }
  form.inert = false;
});

/** A password that was given opens nothing until the officer has chosen their own, under the same one-time code. */
function signIn() {
  const { username, password, oneTimeCode, newPassword } = form.elements;
  const credentials = { username: username.value.trim(), password: password.value, oneTimeCode: oneTimeCode.value.replace(/\s/g, '') };
  return at('own-password').hidden ? bhxh.officers.signIn(credentials) : bhxh.officers.changePassword({ ...credentials, newPassword: newPassword.value });
}

function refuse(failure) {
  const given = isBhxhError(failure) && failure.code === 'officer.password-given';
  if (given) askForOwnPassword(true);
  // A code works once: whatever was wrong, the next try needs the next one.
  form.elements.oneTimeCode.value = '';
  complain(isBhxhError(failure) ? failure.userMessage('vi') : 'Không đăng nhập được. Hãy thử lại.', form.elements[given ? 'newPassword' : 'password']);
}

function askForOwnPassword(asked) {
  at('own-password').hidden = !asked;
  form.elements.newPassword.setAttribute('aria-required', String(asked));
}

function complain(sentence, field) {
  at('sign-in-error').textContent = sentence;
  field?.focus();
}

at('sign-out').addEventListener('click', () => bhxh.session.signOut().catch(() => undefined));

// Also when the gateway ends the session: nobody's data stays on an officer's screen.
bhxh.onSessionChange((signedIn) => {
  askForOwnPassword(false);
  form.hidden = signedIn;
  desk.hidden = at('sign-out').hidden = at('who').hidden = !signedIn;
  desk.client = signedIn ? bhxh : undefined;
  show('');
  at('who').textContent = '';
  if (signedIn) void greet();
  at(signedIn ? 'queue-title' : 'sign-in-title').focus();
});

async function greet() {
  try {
    const { fullName, agencyName } = await bhxh.officers.me();
    at('who').textContent = `${fullName} · ${agencyName}`;
  } catch {
    at('who').textContent = '';
  }
}

/** Shows a case; on a narrow screen in the place of the queue, with the way back. */
function show(id) {
  reviewed.caseId = id;
  desk.classList.toggle('reading', id !== '');
  at('back').hidden = id === '';
}

// The case opens beside the queue, and the focus goes to it once it is there: that is what was asked for.
queue.addEventListener('case-open', ({ id, scan }) => {
  show(id);
  reviewed.addEventListener(
    'case-loaded',
    () => {
      reviewed.focus();
      // Found by scanning a Mẫu 01: the paper is checked against its case at once.
      if (scan) void reviewed.checkPaper(scan);
    },
    { once: true },
  );
});
// The row says what became of its case; it moves only when the officer asks.
reviewed.addEventListener('reviewed', ({ outcome }) => queue.take(outcome));
at('back').addEventListener('click', () => {
  show('');
  queue.focus();
});
