import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { build } from 'esbuild';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findChromium } from '../../../../scripts/browsers.mjs';
import { forms } from '../../test-support/forms.js';
import { jpegOf } from '../../test-support/pictures.js';
import { readForm } from '../../test-support/reading.js';
import type { Form01 } from './form01.js';
import { renderForm01 } from './render.js';

const POLICY = "default-src 'self'; script-src 'self'; require-trusted-types-for 'script'";

/** The page listens for violations before it draws; it draws what it is handed, as the bytes of a portrait come out of JSON. */
const SCRIPT = `
  import { renderForm01 } from '@bhxh-kit/documents';
  const violations = [];
  addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => violations.push(violatedDirective + ' ' + blockedURI));
  globalThis.draw = async ({ portrait, ...form }) => {
    const bytes = await renderForm01(portrait ? { ...form, portrait: new Uint8Array(portrait) } : form, { fontBase: location.origin + '/fonts/' });
    await new Promise((done) => setTimeout(done, 50));
    return { bytes: [...bytes], violations };
  };
`;

async function page() {
  const { outputFiles } = await build({
    stdin: { contents: SCRIPT, resolveDir: import.meta.dirname, loader: 'ts' },
    bundle: true,
    format: 'esm',
    write: false,
    conditions: ['@bhxh-kit/source', 'browser'],
  });
  const script = outputFiles[0]?.text ?? '';
  const server = createServer(({ url = '/' }, answer) => {
    answer.setHeader('Content-Security-Policy', POLICY);
    if (url === '/') answer.setHeader('Content-Type', 'text/html').end('<!doctype html><title>Tờ khai</title><script type="module" src="/page.js"></script>');
    else if (url === '/page.js') answer.setHeader('Content-Type', 'text/javascript').end(script);
    else if (/^\/fonts\/\w+\.ttf$/.test(url)) answer.end(readFileSync(new URL(`../..${url}`, import.meta.url)));
    else answer.writeHead(404).end();
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return { server, address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/` };
}

const portrait = await jpegOf(400, 600);

interface Drawn {
  readonly bytes: readonly number[];
  readonly violations: readonly string[];
}

describe('a page without unsafe-eval and with Trusted Types', () => {
  let server: Server;
  let browser: Browser;
  let tab: Page;
  beforeAll(async () => {
    const { executablePath, args, env } = await findChromium();
    const served = await page();
    ({ server } = served);
    browser = await chromium.launch({ executablePath, args, env });
    tab = await browser.newPage();
    await tab.goto(served.address);
    await tab.waitForFunction('globalThis.draw');
  });
  afterAll(async () => {
    await browser.close();
    server.close();
  });

  const drawnThere = async ({ portrait, ...form }: Form01) => {
    const handed = JSON.stringify({ ...form, ...(portrait && { portrait: [...portrait] }) });
    const { bytes, violations } = await tab.evaluate<Drawn>(`draw(${handed})`);
    expect(violations).toEqual([]);
    return Uint8Array.from(bytes);
  };

  it.each(Object.entries({ ...forms, portrait: { ...forms.child, portrait } }))(
    'R11 · gets “%s” with the text, the pages and the tags it has in Node, and reports no violation',
    async (_name, form) => {
      const [there, here] = [await drawnThere(form), await renderForm01(form)];
      const [read, expected] = [await readForm(there), await readForm(here)];
      expect(read).toEqual(expected);
      expect([read.text.includes('CHỮ KÝ SỐ CỦA CƠ QUAN, TỔ CHỨC, CÁ NHÂN'), read.text.includes(form.reference)]).toEqual([true, true]);
      expect(Buffer.from(there).equals(Buffer.from(here))).toBe(true);
    },
  );

  it('is as strict as it says: what is forbidden is heard', async () => {
    const forbidden = await tab.evaluate(`new Promise((heard) => {
      addEventListener('securitypolicyviolation', ({ violatedDirective }) => heard(violatedDirective), { once: true });
      document.body.append(Object.assign(document.createElement('img'), { src: 'https://host.example/' }));
    })`);
    expect(forbidden).toBe('img-src');
  });
});
