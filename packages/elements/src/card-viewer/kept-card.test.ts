import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { basename } from 'node:path';
import { text } from 'node:stream/consumers';
import { createTestGateway, personas } from '@bhxh-kit/client/testing';
import { build } from 'esbuild';
import { type Browser, chromium } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { findChromium } from '../../../../scripts/browsers.mjs';

const PAGE = `
  import '@bhxh-kit/elements/define/card-viewer.js';
  import { createClient } from '@bhxh-kit/client';
  globalThis.client = createClient({ baseUrl: location.origin, retries: 0 });
  globalThis.show = () => document.body.append(Object.assign(document.createElement('bhxh-card-viewer'), { client: globalThis.client, offlineDays: 7 }));
`;
const HTML = '<!doctype html><html lang="vi"><title>Thẻ</title><body><script type="module" src="/stdin.js"></script></body></html>';

/** As the page of a host does it: the page and its modules are kept, never what the gateway answers. */
const worker = (files: readonly string[]) => `
  self.addEventListener('install', (event) => event.waitUntil(caches.open('page').then((cache) => cache.addAll(${JSON.stringify(['/', ...files])}))));
  self.addEventListener('fetch', (event) => {
    if (!new URL(event.request.url).pathname.startsWith('/v1/')) event.respondWith(caches.match(event.request).then((kept) => kept ?? fetch(event.request)));
  });
`;

let browser: Browser;
const server = createServer();
beforeAll(async () => {
  const { executablePath, args, env } = await findChromium();
  browser = await chromium.launch({ executablePath, args, env });
  const { outputFiles } = await build({
    stdin: { contents: PAGE, resolveDir: import.meta.dirname, loader: 'ts' },
    bundle: true,
    format: 'esm',
    splitting: true,
    outdir: 'out',
    write: false,
    conditions: ['@bhxh-kit/source', 'browser'],
    tsconfigRaw: { compilerOptions: { experimentalDecorators: true, useDefineForClassFields: false } },
  });
  const modules = new Map(outputFiles.map((file) => [`/${basename(file.path)}`, file.text]));
  const { validTo: _, ...card } = personas.employee.cards[0]!;
  const gateway = createTestGateway({ personas: [{ ...personas.employee, cards: [{ ...card, qrText: 'DN4799999999901|SYNTHETIC|$' }] }] });
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { url = '/', method = 'GET' } = request;
    if (url.startsWith('/v1/')) {
      const body = await text(request);
      const headers = Object.entries(request.headers).map(([name, value]): [string, string] => [name, String(value)]);
      const told = await gateway.fetch(`http://localhost${url}`, { method, headers, ...(body && { body }) });
      response.writeHead(told.status, Object.fromEntries(told.headers)).end(await told.text());
      return;
    }
    const script = url === '/sw.js' ? worker([...modules.keys()]) : modules.get(url);
    response.writeHead(200, { 'Content-Type': script === undefined ? 'text/html; charset=utf-8' : 'text/javascript' }).end(script ?? HTML);
  };
  server.on('request', (request, response) => void answer(request, response));
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
});
afterAll(async () => {
  await browser.close();
  server.close();
});

it('C6 · a kept card is seen after a reload with no server at all, and its QR code too', async () => {
  const page = await browser.newPage();
  await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  await page.evaluate(
    async ({ bhxhNumber, password }) => {
      await navigator.serviceWorker.register('/sw.js');
      await navigator.serviceWorker.ready;
      const { client } = globalThis as unknown as { client: import('@bhxh-kit/client').BhxhClient };
      await client.session.signIn({ bhxhNumber, password });
      const { textVersion } = await client.consents.mine({ locale: 'vi' });
      await client.consents.give({ textVersion, purposes: ['account', 'device-copy'], locale: 'vi', channel: 'page' });
    },
    { bhxhNumber: personas.employee.profile.bhxhNumber, password: personas.employee.password },
  );
  await page.evaluate('show()');
  await page.getByRole('checkbox', { name: 'Giữ thẻ trên máy này' }).check();
  await page.getByText('Thẻ được giữ trên máy này đến ngày').waitFor();

  server.closeAllConnections();
  await new Promise((done) => server.close(done));
  await page.reload();
  await page.evaluate('show()');
  await page.getByText(/Theo dữ liệu ngày \d\d\/\d\d\/\d{4}: còn hiệu lực/).waitFor();
  expect(await page.locator('bhxh-card-viewer').innerText()).not.toContain('99999999');
  await page.getByRole('button', { name: 'Hiện số' }).click();
  await page.getByText('DN 4 79 9999999901').first().waitFor();
  await page.getByRole('button', { name: 'Mở mã QR' }).click();
  await page.getByRole('dialog', { name: 'Mã QR của thẻ BHYT' }).getByRole('img').waitFor();
});
