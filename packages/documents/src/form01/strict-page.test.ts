import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { build } from 'esbuild';
import { chromium } from 'playwright-core';
import { expect, it } from 'vitest';
import { findChromium } from '../../../../scripts/browsers.mjs';
import type { Form01 } from './form01.js';
import { renderForm01 } from './render.js';

const POLICY = "default-src 'self'; script-src 'self'; require-trusted-types-for 'script'";

const form: Form01 = {
  rulePack: '2025',
  purpose: 'register',
  subject: 'individual',
  fullName: 'Nguyễn Văn A',
  bhxhNumber: '079299000001',
  identityNumber: '079299000001',
  contactName: 'Lê Thị Mẫu',
  mobilePhone: '0900000001',
  startDate: '2026-01-05',
  transactAt: { kind: 'portal' },
  addressText: 'Số 1, Phường Đống Đa, Thành phố Hà Nội',
  agencyName: 'BHXH cơ sở Đống Đa',
  reference: '00055.GD_2026_001',
  receivedAt: '2026-01-05T01:00:00Z',
};

/** The script of the page: listens for violations before it draws, and leaves both in `globalThis.outcome`. */
const SCRIPT = `
  import { renderForm01 } from '@bhxh-kit/documents';
  const violations = [];
  addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => violations.push(violatedDirective + ' ' + blockedURI));
  globalThis.outcome = renderForm01(${JSON.stringify(form)}, { fontBase: location.origin + '/fonts/' })
    .then((bytes) => new Promise((done) => setTimeout(() => done({ bytes: [...bytes], violations }), 100)));
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

it('R11 · a page without unsafe-eval and with Trusted Types gets the form, byte for byte the one of Node, and reports no violation', async () => {
  const { executablePath, args, env } = await findChromium();
  const { server, address } = await page();
  const browser = await chromium.launch({ executablePath, args, env });
  try {
    const tab = await browser.newPage();
    await tab.goto(address);
    const outcome = await tab.evaluate('outcome');
    const { bytes, violations } = outcome as { bytes: number[]; violations: string[] };
    expect(violations).toEqual([]);
    expect(Buffer.from(bytes).equals(Buffer.from(await renderForm01(form)))).toBe(true);
    // The page is as strict as it says: the listener hears what is forbidden.
    const forbidden = await tab.evaluate(`new Promise((heard) => {
      addEventListener('securitypolicyviolation', ({ violatedDirective }) => heard(violatedDirective), { once: true });
      document.body.append(Object.assign(document.createElement('img'), { src: 'https://host.example/' }));
    })`);
    expect(forbidden).toBe('img-src');
  } finally {
    await browser.close();
    server.close();
  }
});
