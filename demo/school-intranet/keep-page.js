const WORKER = '/sw.js';

/** The one script this page lets stand for a URL: Trusted Types ask who says so. */
const policy = globalThis.trustedTypes?.createPolicy('school-page', { createScriptURL: () => WORKER });

/** Keeps the page's own files in this browser, so that it opens without a network. Where there are no service workers, as in some private windows, it works as ever. */
export function keepPage() {
  navigator.serviceWorker?.register(policy?.createScriptURL('') ?? WORKER, { updateViaCache: 'none' }).catch(() => undefined);
}
