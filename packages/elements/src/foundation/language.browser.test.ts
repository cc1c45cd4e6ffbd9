import { fixture, html } from '@open-wc/testing';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { languageAt, watchLanguage } from './language.js';
import { registerCatalogue } from './words.js';

/** An element that stands in a shadow root of a place with a `lang`, or without one. */
async function within(lang?: string): Promise<HTMLElement> {
  const place = await fixture<HTMLElement>(html`<div></div>`);
  if (lang !== undefined) place.lang = lang;
  const inside = document.createElement('p');
  place.attachShadow({ mode: 'open' }).append(inside);
  return inside;
}
const page = document.documentElement;
/** What observes the page is told in a microtask. */
const told = () => new Promise((resolve) => setTimeout(resolve));

beforeEach(() => void (page.lang = 'vi'));
afterEach(() => void (page.lang = 'vi'));

describe('E5 · the language in force at an element', () => {
  it('is the closest `lang` around it, through shadow roots', async () => {
    page.lang = 'en';
    expect([languageAt(await within()), languageAt(await within('vi')), languageAt(await within('en-GB'))]).toEqual(['en', 'vi', 'en']);
  });

  it('is that of the provider before the page’s, and that of a closer `lang` before the provider’s', async () => {
    expect([languageAt(await within(), 'en'), languageAt(await within('vi'), 'en'), languageAt(await within(''), 'en')]).toEqual(['en', 'vi', 'en']);
  });

  it('is Vietnamese where the kit does not speak the one that is said, and where none is', async () => {
    expect([languageAt(await within('fr')), languageAt(await within(), 'fr')]).toEqual(['vi', 'vi']);
    page.removeAttribute('lang');
    expect(languageAt(await within())).toBe('vi');
  });
});

describe('E5 · those who watch the language', () => {
  it('are told of a `lang` and of registered words, each until it stops', async () => {
    const [first, second] = [vi.fn(), vi.fn()];
    const [stopFirst, stopSecond] = [watchLanguage(first), watchLanguage(second)];
    page.lang = 'en';
    await told();
    stopFirst();
    registerCatalogue('vi', {});
    page.lang = 'vi';
    await told();
    stopSecond();
    page.lang = 'en';
    registerCatalogue('vi', {});
    await told();
    expect([first.mock.calls.length, second.mock.calls.length]).toEqual([1, 3]);
  });

  it('are told once, also after all others stopped: nothing went on listening', async () => {
    for (let turn = 0; turn < 3; turn += 1) watchLanguage(() => undefined)();
    const watcher = vi.fn();
    const stop = watchLanguage(watcher);
    page.lang = 'en';
    await told();
    registerCatalogue('vi', {});
    stop();
    expect(watcher).toHaveBeenCalledTimes(2);
  });
});
