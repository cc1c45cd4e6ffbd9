import { fileURLToPath } from 'node:url';
import { storybookTest } from '@storybook/addon-vitest/vitest-plugin';
import { playwright } from '@vitest/browser-playwright';
import type { Page } from 'playwright-core';
import { defaultClientConditions, defaultServerConditions } from 'vite';
import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config';
import type { BrowserCommand } from 'vitest/node';
import { findChromium } from './scripts/browsers.mjs';
import { preparePdfWriter } from './scripts/pdf-writer.mjs';

const source = '@bhxh-kit/source'; // workspace packages resolve to src/, so that tests need no build
const { executablePath, args, env } = await findChromium();
await preparePdfWriter(); // here too, so that a bare `vitest` runs in a fresh clone

const inNode: TestProjectInlineConfiguration = {
  resolve: { conditions: [source, ...defaultServerConditions] },
  ssr: { resolve: { conditions: [source, ...defaultServerConditions] } },
};

const inBrowser: TestProjectInlineConfiguration = {
  resolve: {
    conditions: [source, ...defaultClientConditions],
    alias: { '@web/test-runner-commands': fileURLToPath(new URL('./scripts/wtr-commands-stub.js', import.meta.url)) },
  },
  optimizeDeps: {
    // Named here and not found on the way: a dependency found late is bundled late, and Lit then is on the page twice.
    include: [
      '@guidepup/virtual-screen-reader',
      '@lit/context',
      '@open-wc/testing',
      'axe-core',
      'lean-qr',
      'lit',
      'lit/decorators.js',
      'lit/directive-helpers.js',
      'lit/directive.js',
      'lit/directives/class-map.js',
      'lit/directives/if-defined.js',
      'lit/directives/live.js',
      'lit/directives/ref.js',
      'lit/directives/repeat.js',
      'qr/decode.js',
      'zod/mini',
    ],
  },
};

/** A camera that shows a test picture, and is allowed. */
const CAMERA = ['--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream'];

const chromium = () => ({
  enabled: true,
  headless: true,
  screenshotFailures: false,
  provider: playwright({ launchOptions: { executablePath, args: [...args, ...CAMERA], env } }),
  instances: [{ browser: 'chromium' as const }],
});

const ariaTree: BrowserCommand = async ({ iframe }) => iframe.locator('.host-page').ariaSnapshot();

const emulateMedia: BrowserCommand<[Parameters<Page['emulateMedia']>[0]]> = async ({ page }, media) => page.emulateMedia(media);

/** Every story renders, plays, is clean under axe and shows the tree a screen reader meets; its colours are looked at in every look. */
const stories: TestProjectInlineConfiguration = {
  ...inBrowser,
  plugins: [storybookTest({ configDir: fileURLToPath(new URL('.storybook', import.meta.url)), initialGlobals: { theme: 'light' } })],
  test: {
    name: 'stories',
    testTimeout: 60_000,
    maxWorkers: 2,
    sequence: { groupOrder: 2 },
    setupFiles: ['.storybook/each-story.ts'],
    browser: { ...chromium(), commands: { ariaTree, emulateMedia } },
  },
};

/** What takes a moment elsewhere takes many on a busy machine, and Vitest gives an expectation that is asked again and again one second. */
const expectedInTime = { poll: { timeout: 15_000 } };

/**
 * An embedded PostgreSQL takes up to 20 s to open on a busy machine, and what calls every operation for everybody half a minute on one that is not. Two workers: left to
 * itself Vitest leaves one of two cores idle.
 */
const patient = {
  environment: 'node',
  hookTimeout: 120_000,
  testTimeout: 180_000,
  maxWorkers: 2,
  expect: expectedInTime,
  sequence: { groupOrder: 0 },
} as const;

// Projects run one group after another: together they starve each other of two cores.
export default defineConfig({
  test: {
    reporters: ['default', './scripts/summary-reporter.mjs'],
    coverage: { provider: 'v8', include: ['packages/*/src/**'] },
    projects: [
      {
        ...inNode,
        // What keeps nothing between tests; loading it anew for each file is a quarter of the time.
        test: {
          ...patient,
          name: 'rules',
          isolate: false,
          include: ['packages/{domain,contract,directory,documents}/src/**/*.test.ts'],
          exclude: ['**/*.browser.test.ts'],
        },
      },
      {
        ...inNode,
        test: { ...patient, name: 'node', include: ['packages/{client,elements}/src/**/*.test.ts'], exclude: ['**/*.browser.test.ts'] },
      },
      {
        ...inNode,
        // A gateway keeps nothing outside the one a test opens, and loading all of it anew for each file is a third of the time.
        test: { ...patient, name: 'gateway', isolate: false, include: ['packages/gateway/src/**/*.test.ts'] },
      },
      {
        ...inBrowser,
        test: {
          name: 'browser',
          globals: true,
          testTimeout: 60_000,
          expect: expectedInTime,
          // Each in a browser context of its own. What a context keeps, later files of the same worker find: a test that looks there forgets it first.
          maxWorkers: 2,
          sequence: { groupOrder: 1 },
          setupFiles: ['scripts/patient-waits.mjs'],
          include: ['packages/*/src/**/*.browser.test.ts', 'test/**/*.browser.test.ts'],
          browser: chromium(),
        },
      },
      stories,
      // One journey at a time: each drives its own gateway and browser, and two of them starve each other on two cores. They share what they load: the bundles of the host pages too.
      {
        ...inNode,
        test: {
          name: 'journey',
          environment: 'node',
          hookTimeout: 120_000,
          testTimeout: 120_000,
          expect: expectedInTime,
          fileParallelism: false,
          isolate: false,
          sequence: { groupOrder: 3 },
          include: ['test/**/*.test.ts'],
          exclude: ['**/*.browser.test.ts'],
        },
      },
    ],
  },
});
