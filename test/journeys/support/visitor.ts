import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, BrowserContext, ElementHandle, Locator, Page } from 'playwright-core';
import { finger, type Hands, keyboard } from './hands.js';
import { byDownload, type SavedFile, type Saving } from './saved-file.js';
import { type } from './typing.js';

const KEPT = fileURLToPath(new URL('../../../.cache/journeys/', import.meta.url));

/** What somebody has at hand: a keyboard and no mouse, or a phone and no keyboard. */
export type By = 'keyboard' | 'touch';

/** One person in a browser of their own, with a keyboard, or a finger, and nothing else. */
export interface Visitor {
  readonly by: By;
  readonly hands: Hands;
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
  /** Tabs to the control and types; with a finger, taps it first. */
  write(control: Locator, text: string): Promise<void>;
  /** Tabs to the control and presses a key; with a finger, taps it. */
  press(control: Locator, key: string): Promise<void>;
  /** Presses the button that opens a file chooser and gives the file to the chooser. */
  choose(button: Locator, file: File): Promise<void>;
  /** The file that an act saves. */
  saved(act: () => Promise<void>): Promise<SavedFile>;
  /** Writes down what is on the screen, for whoever looks at the failed test. */
  keep(name: string): Promise<void>;
}

/** A file as Playwright hands it to a chooser; `path` for one too large to hand over. */
export type File = string | { readonly name: string; readonly mimeType: string; readonly buffer: Buffer };

/** What Chromium and Firefox call it. */
const GIVEN_UP = new Set(['net::ERR_ABORTED', 'NS_BINDING_ABORTED']);

/** More Tabs than any of the pages has stops. */
const STOPS = 120;

const PHONE = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true };

/** What a journey must do without. */
const FOREIGN = { keyboard: ['pointerdown', 'mousedown', 'touchstart'], touch: ['keydown'] };

/**
 * Whatever a page may do wrong is written down: errors, refused requests, violations of its policy, and a hand on the mouse, or on the keyboard where there is none.
 * A browser that keeps no pages has no service workers, as in some private windows: else every visit would fetch all files a page may need later.
 */
export async function visit(browser: Browser, by: By = 'keyboard', saving: Saving = byDownload, { keepsPages = false } = {}): Promise<Visitor> {
  const context = await browser.newContext({ locale: 'vi-VN', timezoneId: 'Asia/Ho_Chi_Minh', acceptDownloads: true, ...(by === 'touch' && PHONE) });
  context.setDefaultTimeout(30_000);
  const heard: string[] = [];
  const expected: RegExp[] = [];
  await context.exposeBinding('tellJourney', (_, complaint: string) => void heard.push(complaint));
  await context.addInitScript((foreign: readonly string[]) => {
    const tell = (complaint: string) => (window as unknown as { tellJourney(text: string): void }).tellJourney(complaint);
    addEventListener(
      'securitypolicyviolation',
      ({ effectiveDirective, blockedURI, sample }) => tell(`policy: ${effectiveDirective} ${blockedURI} ${sample}`),
      true,
    );
    for (const type of foreign) addEventListener(type, () => tell(`not at hand: ${type}`), true);
  }, FOREIGN[by]);
  if (!keepsPages) await context.addInitScript(() => void Reflect.deleteProperty(Navigator.prototype, 'serviceWorker'));
  context.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) heard.push(`console: ${message.text()} ${message.location().url}`);
  });
  context.on('weberror', (failure) => heard.push(`error: ${failure.error().message}`));
  // A fetch that its page gave up, by leaving or by aborting, is not the network's failure.
  context.on('requestfailed', (request) => {
    if (!GIVEN_UP.has(request.failure()?.errorText ?? '')) heard.push(`request: ${request.method()} ${request.url()} ${request.failure()?.errorText}`);
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

  const tabTo = async (control: Locator, { back = false }: { back?: boolean | 'where it lies before' } = {}): Promise<void> => {
    await control.waitFor();
    // Found once: to find it by its role again at every stop takes longer than to go there.
    let element = await control.elementHandle();
    const shift = back === true || (back && element && (await liesBefore(element)));
    for (let stop = 0; stop < STOPS; stop++) {
      const focus = await focusOn(element);
      if (focus === 'here') return;
      if (focus === 'gone') element = await control.elementHandle();
      else await page.keyboard.press(shift ? 'Shift+Tab' : 'Tab');
    }
    throw new Error(`${STOPS} Tabs did not reach ${String(control)}; the focus is on ${await focused(page)}`);
  };

  const hands =
    by === 'touch'
      ? finger(() => page)
      : keyboard(
          () => page,
          (control) => tabTo(control, { back: 'where it lies before' }),
        );

  return {
    by,
    hands,
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
      if (by === 'touch') return hands.write(control, text);
      await tabTo(control);
      await type(page, text);
    },
    press: async (control, key) => {
      if (by === 'touch') return hands.press(control);
      await tabTo(control);
      await page.keyboard.press(key);
    },
    choose: async (button, file) => {
      if (by === 'keyboard') await tabTo(button);
      const [chooser] = await Promise.all([page.waitForEvent('filechooser'), hands.press(button)]);
      await chooser.setFiles(file);
    },
    saved: (act) => saving(page, act),
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

/** Whether a control comes before what has the focus, in the order of the page with its shadow trees. */
const liesBefore = (control: ElementHandle<SVGElement | HTMLElement>): Promise<boolean> =>
  control.evaluate((element) => {
    const path = (from: Element): Element[] => {
      const hosts = [from];
      for (let root = from.getRootNode(); root instanceof ShadowRoot; root = root.host.getRootNode()) hosts.unshift(root.host);
      return hosts;
    };
    let focus = document.activeElement ?? document.body;
    while (focus.shadowRoot?.activeElement) focus = focus.shadowRoot.activeElement;
    const [its, other] = [path(element), path(focus)];
    const fork = its.findIndex((host, depth) => host !== other[depth]);
    const [mine, there] = [its[fork], other[fork]];
    return focus !== document.body && !!mine && !!there && (mine.compareDocumentPosition(there) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
  });

const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    let at = document.activeElement;
    while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
    return `${at?.localName}#${at?.id} "${(at as HTMLElement | null)?.innerText?.slice(0, 60) ?? ''}"`;
  });
