import { createClient, isPassing } from '@bhxh-kit/client';

/** Milliseconds without an answer after which the page shows what it has, while it goes on asking. */
const PATIENCE = 3_000;
/** Milliseconds between two tries while somebody looks at the page. */
const PAUSE = 15_000;

/**
 * Opens the page's client, however long its server cannot be reached. Meanwhile `away` says so, beside the card kept on this device. Rejects with what is no matter of the network.
 * @template Client
 * @param {() => Promise<Client>} open
 * @param {HTMLElement} away
 * @param {ReturnType<typeof import('./kept-card.js').offerKeptCard>} showKept
 * @returns {Promise<Client>}
 */
export async function whenReached(open, away, showKept) {
  const wishes = new EventTarget();
  const tryAgain = () => wishes.dispatchEvent(new Event('again'));
  away.querySelector('button').addEventListener('click', tryAgain);
  let waiting = false;
  const wait = async () => {
    if (waiting) return;
    waiting = true;
    document.getElementById('opening').hidden = true;
    const kept = await showKept(unreached(tryAgain));
    away.classList.toggle('with-card', kept);
    away.hidden = !waiting;
  };
  const impatience = setTimeout(wait, navigator.onLine ? PATIENCE : 0);
  try {
    for (;;) {
      try {
        return await open();
      } catch (failure) {
        if (!isPassing(failure)) throw failure;
      }
      void wait();
      await nextChance(wishes);
    }
  } finally {
    clearTimeout(impatience);
    if (waiting) {
      waiting = false;
      leave(away);
      void showKept();
    }
  }
}

/** A client of nobody, as far as the page can know: with it the card's viewer turns to the copy. What asks it to try again asks the page to. */
const unreached = (tryAgain) =>
  createClient({
    baseUrl: '/bhxh',
    retries: 0,
    getToken: async () => {
      tryAgain();
      return undefined;
    },
  });

/** Until the network is back, somebody looks at the page again or asks for it, or a while is over. */
function nextChance(wishes) {
  return new Promise((resolve) => {
    const heard = new AbortController();
    const { signal } = heard;
    const go = () => {
      heard.abort();
      clearInterval(clock);
      resolve();
    };
    const goIfSeen = () => {
      if (!document.hidden) go();
    };
    const clock = setInterval(goIfSeen, PAUSE);
    wishes.addEventListener('again', go, { signal });
    addEventListener('online', go, { signal });
    document.addEventListener('visibilitychange', goIfSeen, { signal });
  });
}

function leave(away) {
  const main = away.closest('main');
  // What has the focus is about to go.
  if (main.contains(document.activeElement)) main.focus();
  away.hidden = true;
}

/** Says, while the network is gone from under an open page, what is still to be seen. */
export function tellCuts(note) {
  const tell = () => {
    note.textContent = navigator.onLine ? '' : 'Mất kết nối mạng. Phần đã tải vẫn xem được; phần chưa tải cần chờ có mạng lại.';
  };
  for (const change of ['online', 'offline']) addEventListener(change, tell);
  tell();
}
