import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createGateway, type Gateway, OFFICER_PERSONAS, openLog, readSettings } from '@bhxh-kit/gateway';
import { build } from 'esbuild';
import type { CDPSession, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type * as clientModule from '../../packages/client/src/index.js';
import type * as passkeysModule from '../../packages/client/src/passkeys/passkeys.js';
import { openMemory } from '../../packages/gateway/test-support/memory.js';
import { SECRET } from '../../packages/gateway/test-support/gateway.js';
import type { Database } from '../../packages/gateway/src/storage/database.js';
import { chromium } from './support/chromium.js';
import { moveClock, officerShown } from './support/sandbox.js';

/** What the page offers to the test. */
interface Window {
  bhxh: clientModule.BhxhClient;
  passkeys: typeof passkeysModule;
}
declare const window: Window;

const PAGE = `
  import { createClient } from '@bhxh-kit/client';
  import * as passkeys from '@bhxh-kit/client/passkeys';
  Object.assign(window, { bhxh: createClient({ baseUrl: new URLSearchParams(location.search).get('gateway') }), passkeys });
`;

let database: Database;
let gateway: Gateway;
let gatewayUrl: string;
let pages: Server;
let page: Page;
let devices: CDPSession;
let device: string;

beforeAll(async () => {
  const { outputFiles } = await build({
    stdin: { contents: PAGE, resolveDir: import.meta.dirname },
    bundle: true,
    write: false,
    splitting: true,
    format: 'esm',
    outdir: '/',
    conditions: ['@bhxh-kit/source'],
  });
  const files = new Map(outputFiles.map(({ path, text }) => [path, text]));
  pages = createServer(({ url = '/' }, response) => {
    const script = files.get(url.split('?')[0] ?? '');
    response.setHeader('Content-Type', script === undefined ? 'text/html' : 'text/javascript');
    response.end(script ?? '<!doctype html><title>Bàn của cán bộ</title><script type="module" src="/stdin.js"></script>');
  });
  await new Promise<void>((listening) => pages.listen(0, '127.0.0.1', listening));
  const origin = `http://localhost:${(pages.address() as AddressInfo).port}`;

  database = await openMemory();
  const settings = readSettings({ BHXH_SANDBOX: '1', BHXH_CHALLENGE: 'none', BHXH_SECRET: SECRET, BHXH_ALLOWED_ORIGINS: origin, BHXH_PORT: '0' });
  gateway = await createGateway({ settings, database, log: openLog({ log: 'silent' }) });
  gatewayUrl = (await gateway.listen()).url;

  page = await (await chromium()).newPage();
  devices = await page.context().newCDPSession(page);
  await devices.send('WebAuthn.enable');
  device = await newDevice();
  await page.goto(`${origin}/?gateway=${gatewayUrl}`);
  await page.waitForFunction(() => 'passkeys' in window);
});
afterAll(async () => {
  await page?.close();
  await gateway?.close();
  await database?.close();
  pages?.close();
});

/** A phone of its own with fingerprint or PIN, as Chromium plays one. */
async function newDevice(): Promise<string> {
  const options = {
    protocol: 'ctap2',
    transport: 'internal',
    hasResidentKey: true,
    hasUserVerification: true,
    isUserVerified: true,
    automaticPresenceSimulation: true,
  } as const;
  return (await devices.send('WebAuthn.addVirtualAuthenticator', { options })).authenticatorId;
}

const persona = () => officerShown({ gateway: gatewayUrl }, OFFICER_PERSONAS[1]!.username);

/** The officer's name after signing in with a passkey; otherwise the code of what went wrong, with the words people read. */
const byPasskey = () =>
  page.evaluate(async () => {
    try {
      await window.passkeys.signInOfficerWithPasskey(window.bhxh);
      return (await window.bhxh.officers.me()).fullName;
    } catch (error) {
      const { code, userMessage } = error as clientModule.BhxhError;
      return `${code}: ${userMessage.call(error as clientModule.BhxhError, 'vi')}`;
    }
  });

const makePasskey = async (oneTimeCode: string) =>
  page.evaluate(async (code) => {
    try {
      return (await window.passkeys.makeOfficerPasskey(window.bhxh, { oneTimeCode: code, label: 'Điện thoại mẫu' })).label;
    } catch (error) {
      return (error as clientModule.BhxhError).code;
    }
  }, oneTimeCode);

describe('an officer at the browser', () => {
  it('O1 · makes a passkey on their device and signs in with it alone', async () => {
    const { username, password, oneTimeCode, fullName } = await persona();
    await page.evaluate((credentials) => window.bhxh.officers.signIn(credentials), { username, password, oneTimeCode });
    expect(await makePasskey((await persona()).oneTimeCode)).toBe('Điện thoại mẫu');
    await page.evaluate(() => window.bhxh.session.signOut());
    expect(await page.evaluate(() => window.bhxh.signedIn)).toBe(false);
    expect(await byPasskey()).toBe(fullName);
    expect(await byPasskey()).toBe(fullName);
    expect(await page.evaluate(async () => (await window.bhxh.officers.passkeys()).items.map(({ label }) => label))).toEqual(['Điện thoại mẫu']);
  });

  it('O1 · is told in words when the device does not know its user, and when it has a passkey already', async () => {
    await devices.send('WebAuthn.setUserVerified', { authenticatorId: device, isUserVerified: false });
    expect(await byPasskey()).toMatch(/^passkey\.cancelled: Thao tác với khóa truy cập/);
    await devices.send('WebAuthn.setUserVerified', { authenticatorId: device, isUserVerified: true });
    // Two codes were used within this half minute.
    await moveClock({ gateway: gatewayUrl }, { advanceMinutes: 1 });
    expect(await makePasskey((await persona()).oneTimeCode)).toBe('passkey.known-here');
  });

  it('O1 · with a copy of the key, left behind by the true one, is refused', async () => {
    const [kept] = (await devices.send('WebAuthn.getCredentials', { authenticatorId: device })).credentials;
    if (!kept) throw new Error('the device has no passkey');
    await devices.send('WebAuthn.removeVirtualAuthenticator', { authenticatorId: device });
    device = await newDevice();
    await devices.send('WebAuthn.addCredential', { authenticatorId: device, credential: { ...kept, signCount: 0 } });
    expect(await byPasskey()).toMatch(/^officer\.refused/);
    await devices.send('WebAuthn.removeCredential', { authenticatorId: device, credentialId: kept.credentialId });
    await devices.send('WebAuthn.addCredential', { authenticatorId: device, credential: { ...kept, signCount: kept.signCount + 10 } });
    expect(await byPasskey()).toBe((await persona()).fullName);
  });

  it('O1 · cannot sign in with a passkey they removed', async () => {
    await page.evaluate(async () => {
      for (const { id } of (await window.bhxh.officers.passkeys()).items) await window.bhxh.officers.removePasskey({ id });
      await window.bhxh.session.signOut();
    });
    expect(await byPasskey()).toMatch(/^officer\.refused/);
  });
});
