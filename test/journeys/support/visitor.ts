import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, BrowserContext, BrowserContextOptions, ElementHandle, Locator, Page } from 'playwright-core';

const KEPT = fileURLToPath(new URL('../../../.cache/journeys/', import.meta.url));

/** One person in a browser of their own, with the keyboard in front of them and nothing else. */
export interface Visitor {
  readonly context: BrowserContext;
  /** The page in front of them: another one after a crash. */
  readonly page: Page;
  /** The page crashes, without a word to itself or to anybody, and the visitor opens another one. */
  crash(): Promise<void>;
  /** What went wrong on the pages so far. */
  heard(): readonly string[];
  /** The part of it that was not expected. */
  complaints(): string[];
  /** These complaints belong to the test. */
  expectComplaint(pattern: RegExp): void;
  /** Presses Tab (or Shift+Tab) until the control has the focus. */
  tabTo(control: Locator, options?: { readonly back?: boolean }): Promise<void>;
  /** Tabs to the control and types. */
  write(control: Locator, text: string): Promise<void>;
  /** Tabs to the control and presses a key. */
  press(control: Locator, key: string): Promise<void>;
  /** Tabs to the button that opens a file chooser, presses Enter and gives the file to the chooser. */
  choose(button: Locator, file: File): Promise<void>;
  /** Writes down what is on the screen, for whoever looks at the failed test. */
  keep(name: string): Promise<void>;
}

/** A file as Playwright hands it to a chooser; `path` for one too large to hand over. */
export type File = string | { readonly name: string; readonly mimeType: string; readonly buffer: Buffer };

/** More Tabs than any of the pages has stops. */
const STOPS = 120;

/** Whatever a page may do wrong is written down: errors, refused requests, violations of its policy, and a hand on the mouse. */
export async function visit(browser: Browser, options: BrowserContextOptions = {}): Promise<Visitor> {
  const context = await browser.newContext({ locale: 'vi-VN', timezoneId: 'Asia/Ho_Chi_Minh', acceptDownloads: true, ...options });
  context.setDefaultTimeout(30_000);
  const heard: string[] = [];
  const expected: RegExp[] = [];
  await context.exposeBinding('tellJourney', (_, complaint: string) => void heard.push(complaint));
  await context.addInitScript(() => {
    const tell = (complaint: string) => (window as unknown as { tellJourney(text: string): void }).tellJourney(complaint);
    addEventListener(
      'securitypolicyviolation',
      ({ effectiveDirective, blockedURI, sample }) => tell(`policy: ${effectiveDirective} ${blockedURI} ${sample}`),
      true,
    );
    for (const type of ['pointerdown', 'mousedown', 'touchstart']) addEventListener(type, () => tell(`mouse: ${type}`), true);
  });
  context.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) heard.push(`console: ${message.text()} ${message.location().url}`);
  });
  context.on('weberror', (failure) => heard.push(`error: ${failure.error().message}`));
  // A fetch that its page gave up, by leaving or by aborting, is not the network's failure.
  context.on('requestfailed', (request) => {
    if (request.failure()?.errorText !== 'net::ERR_ABORTED') heard.push(`request: ${request.method()} ${request.url()} ${request.failure()?.errorText}`);
  });
  context.on('response', (response) => {
    if (response.status() >= 400) heard.push(`answer: ${response.status()} ${response.request().method()} ${response.url()}`);
  });
  const openPage = async () => {
    const opened = await context.newPage();
    // Playwright catches choosers only while somebody listens, and a first listener is not heard at once.
    opened.on('filechooser', () => undefined);
    return opened;
  };
  let page = await openPage();
  const complaints = () => heard.filter((complaint) => !expected.some((pattern) => pattern.test(complaint)));

  const tabTo: Visitor['tabTo'] = async (control, { back = false } = {}) => {
    await control.waitFor();
    // Found once: to find it by its role again at every stop takes longer than to go there.
    let element = await control.elementHandle();
    for (let stop = 0; stop < STOPS; stop++) {
      const focus = await focusOn(element);
      if (focus === 'here') return;
      if (focus === 'gone') element = await control.elementHandle();
      else await page.keyboard.press(back ? 'Shift+Tab' : 'Tab');
    }
    throw new Error(`${STOPS} Tabs did not reach ${String(control)}; the focus is on ${await focused(page)}`);
  };

  return {
    context,
    get page() {
      return page;
    },
    crash: async () => {
      const crashed = new Promise((gone) => page.once('crash', gone));
      // It never answers: nobody is left to.
      (await context.newCDPSession(page)).send('Page.crash').catch(() => undefined);
      await crashed;
      await page.close();
      page = await openPage();
    },
    heard: () => heard,
    complaints,
    expectComplaint: (pattern) => void expected.push(pattern),
    tabTo,
    write: async (control, text) => {
      await tabTo(control);
      await page.keyboard.type(text);
    },
    press: async (control, key) => {
      await tabTo(control);
      await page.keyboard.press(key);
    },
    choose: async (button, file) => {
      await tabTo(button);
      const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.keyboard.press('Enter')]);
      await chooser.setFiles(file);
    },
    keep: async (name) => {
      mkdirSync(KEPT, { recursive: true });
      const place = join(KEPT, name.replace(/[^\p{L}\p{N}]+/gu, '-').slice(0, 80));
      await page.screenshot({ path: `${place}.png`, fullPage: true }).catch(() => undefined);
      const tree = await page.locator('body').ariaSnapshot({ timeout: 2_000 }).catch(String);
      writeFileSync(`${place}.txt`, [page.url(), `focus: ${await focused(page).catch(String)}`, ...heard, '', tree].join('\n'));
    },
  };
}

/** Also inside shadow roots: each root has an active element of its own. `gone` where a drawing has put another element in its place. */
const focusOn = (control: ElementHandle<SVGElement | HTMLElement>): Promise<'here' | 'elsewhere' | 'gone'> =>
  control.evaluate((element) => {
    if (!element.isConnected) return 'gone';
    return (element.getRootNode() as Document | ShadowRoot).activeElement === element ? 'here' : 'elsewhere';
  });

const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    let at = document.activeElement;
    while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
    return `${at?.localName}#${at?.id} "${(at as HTMLElement | null)?.innerText?.slice(0, 60) ?? ''}"`;
  });
