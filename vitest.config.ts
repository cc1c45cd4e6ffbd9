import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { storybookTest } from '@storybook/addon-vitest/vitest-plugin';
import { playwright } from '@vitest/browser-playwright';
import { defaultClientConditions, defaultServerConditions } from 'vite';
import type { BrowserCommand } from 'vitest/node';
import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config';
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

const chromium = (contextOptions = {}) => ({
  enabled: true,
  headless: true,
  screenshotFailures: false,
  provider: playwright({ launchOptions: { executablePath, args: [...args, ...CAMERA], env }, contextOptions }),
  instances: [{ browser: 'chromium' as const }],
});

const ariaTree: BrowserCommand = async ({ iframe }) => iframe.locator('.host-page').ariaSnapshot();

/** Every story renders, plays, and is clean under axe; once per look, since contrast is a matter of the look. */
const stories = (name: string, initialGlobals: Record<string, string>, contextOptions = {}): TestProjectInlineConfiguration => ({
  ...inBrowser,
  plugins: [storybookTest({ configDir: fileURLToPath(new URL('.storybook', import.meta.url)), initialGlobals })],
  test: { name, testTimeout: 60_000, sequence: { groupOrder: 2 }, browser: { ...chromium(contextOptions), commands: { ariaTree } } },
});

/** The first look also keeps the tree a screen reader meets; it is the same in every look. */
const storiesAndTrees = (name: string, initialGlobals: Record<string, string>): TestProjectInlineConfiguration => {
  const project = stories(name, initialGlobals);
  return { ...project, test: { ...project.test, setupFiles: ['.storybook/aria-tree.ts'] } };
};

// Projects run one group after another: together they starve each other of two cores.
export default defineConfig({
  test: {
    reporters: ['default', './scripts/summary-reporter.mjs'],
    // The looks that keep no trees would call those of the first look obsolete.
    resolveSnapshotPath: (path, extension, { config }) =>
      join(dirname(path), '__snapshots__', ...(config?.name?.startsWith('stories-') ? [config.name] : []), basename(path) + extension),
    coverage: { provider: 'v8', include: ['packages/*/src/**'] },
    projects: [
      {
        ...inNode,
        // An embedded PostgreSQL takes up to 20 s to open on a busy machine.
        test: {
          name: 'node',
          environment: 'node',
          hookTimeout: 60_000,
          testTimeout: 60_000,
          sequence: { groupOrder: 0 },
          include: ['packages/*/src/**/*.test.ts'],
          exclude: ['**/*.browser.test.ts'],
        },
      },
      {
        ...inBrowser,
        test: {
          name: 'browser',
          globals: true,
          testTimeout: 60_000,
          sequence: { groupOrder: 1 },
          setupFiles: ['scripts/patient-waits.mjs'],
          include: ['packages/*/src/**/*.browser.test.ts'],
          browser: chromium(),
        },
      },
      storiesAndTrees('stories', { theme: 'light' }),
      stories('stories-dark', { theme: 'dark' }, { colorScheme: 'dark' }),
      stories('stories-forced-colors', { theme: 'light' }, { forcedColors: 'active' }),
      // One journey at a time: each drives its own gateway and browser, and two of them starve each other on two cores.
      {
        ...inNode,
        test: {
          name: 'journey',
          environment: 'node',
          hookTimeout: 120_000,
          testTimeout: 120_000,
          fileParallelism: false,
          sequence: { groupOrder: 3 },
          include: ['test/**/*.test.ts'],
        },
      },
    ],
  },
});
