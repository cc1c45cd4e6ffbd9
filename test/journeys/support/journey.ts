import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest';
import { launchChromium } from '../../../scripts/browsers.mjs';
import { type Demonstration, type Environment, openDemonstration } from './demonstration.js';
import { type Visitor, visit } from './visitor.js';

/** What the tests of a file share: the demonstration, the browser, and a visitor of each test's own. */
export interface Journey {
  readonly demo: Demonstration;
  readonly browser: Browser;
  readonly visitor: Visitor;
}

/**
 * Opens the demonstration once for the `describe` it is called in, and a fresh visitor before each test.
 * A test fails by whatever its pages complained of unless it expected that; what was on the screen is kept in `.cache/journeys`.
 */
export function journey(environment: Environment = {}): Journey {
  const shared = {} as { -readonly [Part in keyof Journey]: Journey[Part] };
  beforeAll(async () => {
    shared.browser = await launchChromium();
    shared.demo = await openDemonstration(environment);
  });
  afterAll(async () => {
    await shared.browser?.close();
    await shared.demo?.close();
  });
  beforeEach(async () => {
    shared.visitor = await visit(shared.browser);
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
