import { fileURLToPath } from 'node:url';
import { playwright } from '@vitest/browser-playwright';
import { defaultClientConditions, defaultServerConditions } from 'vite';
import { defineConfig } from 'vitest/config';
import { findChromium } from './scripts/browsers.mjs';

const source = '@bhxh-kit/source';
const { executablePath, args } = await findChromium();
const lit = ['lit', 'lit/decorators.js', 'lit/directive-helpers.js', 'lit/directives/repeat.js', 'lit/directives/class-map.js', 'lit/directives/if-defined.js', 'lit/directives/live.js', 'lit/directives/ref.js', '@lit/context'];

export default defineConfig({
  test: {
    reporters: ['default', './scripts/summary-reporter.mjs'],
    projects: [
      {
        resolve: { conditions: [source, ...defaultServerConditions] },
        ssr: { resolve: { conditions: [source, ...defaultServerConditions] } },
        test: { name: 'node', environment: 'node', hookTimeout: 60_000, testTimeout: 30_000, include: ['packages/*/src/**/*.test.ts'], exclude: ['**/*.browser.test.ts'] },
      },
      {
        resolve: {
          conditions: [source, ...defaultClientConditions],
          alias: { '@web/test-runner-commands': fileURLToPath(new URL('./scripts/wtr-commands-stub.js', import.meta.url)) },
        },
        optimizeDeps: { include: ['@open-wc/testing', 'axe-core', 'zod/mini', ...lit] },
        test: {
          name: 'browser',
          globals: true,
          include: ['packages/*/src/**/*.browser.test.ts'],
          testTimeout: 30_000,
          browser: { enabled: true, headless: true, screenshotFailures: false, provider: playwright({ launchOptions: { executablePath, args } }), instances: [{ browser: 'chromium' }] },
        },
      },
    ],
  },
});
