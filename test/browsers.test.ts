import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, it, vi } from 'vitest';
import { findChromium, findFirefox } from '../scripts/browsers.mjs';

const folder = mkdtempSync(join(tmpdir(), 'bhxh-browsers-'));
const own = join(folder, 'chromium của tôi');
writeFileSync(own, '#!/bin/sh\n');
chmodSync(own, 0o755);
const nowhere = join(folder, 'nowhere');

afterEach(() => vi.unstubAllEnvs());
afterAll(() => rmSync(folder, { recursive: true }));

/** With these variables and none other that chooses a browser. */
const chosenBy = (environment: Record<string, string>) => {
  for (const name of ['BHXH_KIT_BROWSER', 'BHXH_KIT_CHROMIUM', 'CHROME_BIN', 'FIREFOX_BIN']) vi.stubEnv(name, environment[name]);
};

describe('npm test', () => {
  it('takes the browser the environment names before any other, and says so', async () => {
    chosenBy({ CHROME_BIN: own });
    expect(await findChromium()).toMatchObject({ from: 'environment', executablePath: own });
    chosenBy({ CHROME_BIN: nowhere, BHXH_KIT_CHROMIUM: own });
    expect(await findChromium()).toMatchObject({ from: 'environment', executablePath: own });
  });

  it('takes no other browser than the one that was named: what is wrong with it is told', async () => {
    chosenBy({ CHROME_BIN: nowhere });
    await expect(findChromium()).rejects.toThrow(`The browser named by the environment is not there: ${nowhere}`);
    chosenBy({ BHXH_KIT_BROWSER: 'firefox' });
    await expect(findChromium()).rejects.toThrow('BHXH_KIT_BROWSER=firefox: choose one of environment, playwright, system, packaged.');
    chosenBy({ BHXH_KIT_BROWSER: 'environment' });
    await expect(findChromium()).rejects.toThrow(/^No Chromium on this machine\. Set CHROME_BIN/);
    chosenBy({ FIREFOX_BIN: nowhere });
    expect(findFirefox).toThrow(`The Firefox named by FIREFOX_BIN is not there: ${nowhere}`);
    chosenBy({ FIREFOX_BIN: 'none' });
    expect(findFirefox()).toBeUndefined();
  });

  it('finds a browser by itself where none is named', async () => {
    chosenBy({});
    const { from } = await findChromium();
    expect(['playwright', 'system', 'packaged']).toContain(from);
  });
});
