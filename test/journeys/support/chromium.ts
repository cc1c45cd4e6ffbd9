import type { Browser } from 'playwright-core';
import { launchChromium } from '../../../scripts/browsers.mjs';

let opened: Promise<Browser> | undefined;

/** One Chromium for the journeys of a process, which ends with it: every visitor has a context of their own, and starting one takes as long as a short journey. */
export async function chromium(): Promise<Browser> {
  if (!(await opened)?.isConnected()) opened = launchChromium();
  return opened!;
}
