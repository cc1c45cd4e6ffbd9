import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect } from 'vitest';
import { findFirefox, launchFirefox } from '../../../scripts/browsers.mjs';
import { chromium } from './chromium.js';
import { type Demonstration, type Environment, openDemonstration } from './demonstration.js';
import { drawPictures, type Pictures } from './pictures.js';
import { byDownload, fromFolder, type Saving } from './saved-file.js';
import { type By, type Visitor, visit } from './visitor.js';

/** What the tests of a file share: the demonstration, the browser, pictures to send, and a visitor of each test's own. */
export interface Journey {
  readonly demo: Demonstration;
  readonly pictures: Pictures;
  readonly browser: Browser;
  readonly visitor: Visitor;
}

/** With what, and in which engine. */
export interface Way {
  readonly by: By;
  readonly engine: 'Chromium' | 'Firefox';
}

/** With what somebody goes through a journey. */
interface Equipment {
  readonly browser: Browser;
  readonly way: Way;
  readonly saving: Saving;
}

type Shared = { -readonly [Part in keyof (Journey & Equipment)]: (Journey & Equipment)[Part] };

/**
 * Opens the demonstration once for the `describe` it is called in, and a fresh visitor before each test.
 * A test fails by whatever its pages complained of unless it expected that; what was on the screen is kept in `.cache/journeys`.
 */
export function journey(environment: Environment = {}, kept?: Parameters<typeof openDemonstration>[1]): Journey {
  const shared = { way: { by: 'keyboard', engine: 'Chromium' }, saving: byDownload } as Shared;
  beforeAll(async () => {
    [shared.browser, shared.demo] = await Promise.all([chromium(), openDemonstration(environment, kept)]);
    shared.pictures = await drawPictures(shared.browser);
  });
  afterAll(() => shared.demo?.close());
  beforeEach(async () => {
    shared.visitor = await visit(shared.browser, shared.way.by, shared.saving);
  });
  afterEach(async ({ task }) => {
    const { visitor } = shared;
    const complaints = visitor.complaints();
    if (task.result?.state === 'fail' || complaints.length > 0) await visitor.keep(`${task.suite?.name} ${task.name}`);
    await visitor.context.close();
    expect(complaints, 'complaints of the pages').toEqual([]);
  });
  return shared;
}

/** Playwright taps in Chromium alone. */
const WAYS: readonly Way[] = [
  { by: 'keyboard', engine: 'Chromium' },
  { by: 'touch', engine: 'Chromium' },
  { by: 'keyboard', engine: 'Firefox' },
];

/** The same tests by keyboard, by touch, and in a second engine where the machine has one; where it has none they are reported as skipped. */
export function inEveryWay(opened: Journey, tell: (way: Way) => void): void {
  for (const way of WAYS) inOneWay(opened, way, tell);
}

/** The same tests in Chromium alone, with what is named. */
export function inChromium(opened: Journey, hands: readonly By[], tell: (way: Way) => void): void {
  for (const by of hands) inOneWay(opened, { by, engine: 'Chromium' }, tell);
}

function inOneWay(opened: Journey, way: Way, tell: (way: Way) => void): void {
  const shared = opened as Shared;
  const missing = way.engine === 'Firefox' && findFirefox() === undefined;
  describe.skipIf(missing)(`by ${way.by} in ${way.engine}${missing ? ', which this machine does not have' : ''}`, () => {
    let before: Equipment;
    let folder: string | undefined;
    beforeAll(async () => {
      before = { browser: shared.browser, way: shared.way, saving: shared.saving };
      shared.way = way;
      if (way.engine === 'Chromium') return;
      folder = mkdtempSync(join(tmpdir(), 'bhxh-saved-'));
      shared.browser = await launchFirefox(folder);
      shared.saving = fromFolder(folder);
    });
    afterAll(async () => {
      if (folder !== undefined) {
        await shared.browser.close();
        rmSync(folder, { recursive: true, force: true });
      }
      Object.assign(shared, before);
    });
    tell(way);
  });
}
