import type { Page } from 'playwright-core';
import type { Journey } from './journey.js';

/** The policy of docs/strict-pages.md, which the portal is served with; `{{gateway}}` is the gateway's origin. */
export const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self' {{gateway}}; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types lit-html";

/** What the kit itself needs, and `img-src` for the icon of the page: no style sheet, frame, worker, font, object URL or form address. */
export const LEAST =
  "default-src 'none'; script-src 'self'; img-src 'self'; connect-src 'self' {{gateway}}; form-action 'none'; base-uri 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types lit-html";

export const SCRIPT_TAG = '<script src="/kit/bhxh-kit.iife.js" defer></script>';

/** Tags that import these elements as modules, each with its later parts in files of their own. */
export const modules = (...names: readonly string[]): string =>
  names.map((name) => `<script type="module" src="/kit/esm/define/${name}.js"></script>`).join('');

/** A page of the portal's origin with this body, under the least policy unless another is given; `{{gateway}}` in the body is the gateway's address. */
export async function openHostPage(
  { demo, visitor }: Journey,
  body: string,
  { policy = LEAST, path = '/thu', doctype = '<!doctype html>' } = {},
): Promise<Page> {
  const filled = (text: string): string => text.replaceAll('{{gateway}}', demo.gateway);
  // The browser does not know where a page comes from that was put in its place, and would ask before it lets it call this machine.
  // One from before 2025 asks nothing and knows no such permission.
  await visitor.context.grantPermissions(['local-network-access'], { origin: demo.pages.province }).catch(() => undefined);
  await visitor.page.route(`**${path}`, (route) =>
    route.fulfill({
      headers: { 'Content-Security-Policy': filled(policy), 'Content-Type': 'text/html; charset=utf-8' },
      body: `${doctype}<html lang="vi"><head><title>Trang thử</title><link rel="icon" href="/mark.svg"></head><body>${filled(body)}</body></html>`,
    }),
  );
  await visitor.page.goto(`${demo.pages.province}${path}`);
  return visitor.page;
}
