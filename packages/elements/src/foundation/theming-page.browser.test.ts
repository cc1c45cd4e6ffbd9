import { fixture, html } from '@open-wc/testing';
import { describe, expect, it } from 'vitest';
import { commands } from 'vitest/browser';
import '../history-table/define.js';
import '../provider/define.js';
import '../sign-in/define.js';

/** The first style sheet of a page that gives the elements a colour. */
const offered = (page: string): string => [...page.matchAll(/```css\n(.*?)```/gs)].map(([, css = '']) => css).find((css) => css.includes('primary')) ?? '';

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = (colour.match(/[\d.]+/g) ?? []).map((part) => {
    const share = Number(part) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

describe.each(['docs/theming.md', 'docs/quick-start/school.md'])('the colours of %s', (path) => {
  it.each(['light', 'dark'])('can be read on a page that is %s', async (scheme) => {
    const style = offered(await commands.readFile(path));
    const page = await fixture<HTMLElement>(html`
      <div style="color-scheme: ${scheme}; background: Canvas; color: CanvasText">
        <style>${style}</style>
        <bhxh-provider base-url="https://gateway.test">
          <bhxh-sign-in></bhxh-sign-in>
          <bhxh-history-table .rows=${[{ id: '1', branch: 'social', from: '2010-02', employer: 'Ấp Thử' }]} date="2026-03-01"></bhxh-history-table>
        </bhxh-provider>
      </div>
    `);
    const within = async (tag: string, selector: string) => {
      const find = () => page.querySelector(tag)?.shadowRoot?.querySelector(selector);
      await expect.poll(find).toBeTruthy();
      return getComputedStyle(find()!);
    };
    const tab = await within('bhxh-history-table', '[role=tab][aria-selected=true]');
    const button = await within('bhxh-sign-in', 'button.primary');
    const ground = getComputedStyle(page).backgroundColor;
    // Not the kit's own blue.
    expect(tab.color).toBe(scheme === 'light' ? 'rgb(122, 31, 61)' : 'rgb(240, 163, 187)');
    expect(button.backgroundColor).toBe(tab.color);
    expect(contrast(tab.color, ground)).toBeGreaterThan(4.5);
    expect(contrast(button.color, button.backgroundColor)).toBeGreaterThan(4.5);
  });
});
