// Opens this page without a network. It keeps the page's own files of one deployment, those of the list and nothing else, and answers for nothing else:
// what is asked of /bhxh, and with it everything about a person, never passes through here.

/** Filled by the server: the files, and a version that is another as soon as one of them is. */
const { version, files } = JSON.parse('{{shell}}');

const OURS = 'school-page-';
const CACHE = OURS + version;
const KEPT = new Set(files.map((file) => new URL(file, location.origin).href));
/** Milliseconds after which a network that does not answer counts as none. */
const PATIENCE = 2_000;

self.addEventListener('install', (event) => event.waitUntil(keep().then(() => self.skipWaiting())));
self.addEventListener('activate', (event) => event.waitUntil(takeOver()));
self.addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method !== 'GET') return;
  if (request.mode === 'navigate' && new URL(request.url).pathname === '/') event.respondWith(page(event));
  else if (KEPT.has(request.url)) event.respondWith(kept(request));
});

/** All files or none: half a deployment opens nothing. Asked for without cookies, so that none can be anybody's own. */
async function keep() {
  const cache = await caches.open(CACHE);
  await cache.addAll(files.map((file) => new Request(file, { credentials: 'omit' })));
}

async function takeOver() {
  const old = (await caches.keys()).filter((name) => name.startsWith(OURS) && name !== CACHE);
  await Promise.all(old.map((name) => caches.delete(name)));
  await self.clients.claim();
}

/** The page as the server has it now, which names the files of its deployment; without a server the one that was kept, with its own. */
async function page(event) {
  const asked = fetch(event.request);
  const silence = new Promise((_, reject) => setTimeout(reject, PATIENCE));
  const answer = await Promise.race([asked, silence]).catch(() => undefined);
  // A browser that needs room throws away what was kept, and installs nothing anew: with the network it is fetched again.
  if (answer?.ok) event.waitUntil(mend().catch(() => undefined));
  // Until then a slow server is waited for.
  return answer && answer.status < 500 ? answer : ((await fromCache('/')) ?? asked);
}

async function mend() {
  const there = new Set((await (await caches.open(CACHE)).keys()).map(({ url }) => url));
  if ([...KEPT].some((file) => !there.has(file))) await keep();
}

/** Names of files say what is in them, by a hash or the version: what is kept under a name is what the server has. */
async function kept(request) {
  return (await fromCache(request.url)) ?? fetch(request);
}

async function fromCache(file) {
  return (await caches.open(CACHE)).match(file);
}
