import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { LEAST, openHostPage, SCRIPT_TAG } from './support/host-page.js';
import { journey } from './support/journey.js';

const TAGS = [
  'activate',
  'provider',
  'declaration-form',
  'declaration-status',
  'agency-picker',
  'address-field',
  'photo-field',
  'card-viewer',
  'history-table',
].map((name) => `bhxh-${name}`);
const integrity = (JSON.parse(readFileSync(new URL('../../packages/elements/dist/sri.json', import.meta.url), 'utf8')) as Record<string, string>)[
  'bhxh-kit.iife.js'
]!;

describe('the kit on a page of its own', () => {
  const shared = journey();

  /** The kit's files on another origin, as a static host for many pages sends them; answers that origin. */
  async function elsewhere(change: (script: string) => string = (script) => script): Promise<string> {
    const { demo, visitor } = shared;
    await visitor.context.route(`${demo.pages.school}/kit/**`, async (route) => {
      const response = await route.fetch();
      const headers = { 'Content-Type': response.headers()['content-type']!, 'Access-Control-Allow-Origin': '*' };
      const bytes = await response.body();
      await route.fulfill({ headers, body: route.request().url().endsWith('iife.js') ? change(bytes.toString('utf8')) : bytes });
    });
    return demo.pages.school;
  }

  const tag = (origin: string) => `<script src="${origin}/kit/bhxh-kit.iife.js" integrity="${integrity}" crossorigin="anonymous" defer></script>`;
  const registered = (tags: readonly string[]) => tags.filter((name) => customElements.get(name) !== undefined);

  it('E1 · one script tag of another origin, with its integrity, registers every element, and later parts come from beside it', async () => {
    const { visitor } = shared;
    const origin = await elsewhere();
    const page = await openHostPage(shared, `${tag(origin)}<bhxh-photo-field kind="portrait"></bhxh-photo-field>`, {
      policy: LEAST.replace("script-src 'self'", `script-src ${origin}`),
    });
    expect(await page.evaluate(registered, TAGS)).toEqual(TAGS);
    const photo = page.locator('bhxh-photo-field');
    await visitor.choose(photo.getByRole('button', { name: /Chọn ảnh từ máy/ }), { name: 'a.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('%PDF-1.7') });
    await photo.getByText(/^Tệp này là PDF/).waitFor();
  });

  it('E1 · a script that is not the one of the integrity is refused whole', async () => {
    shared.visitor.expectComplaint(/integrity/);
    const origin = await elsewhere((script) => `${script}\n;`);
    const page = await openHostPage(shared, tag(origin), { policy: LEAST.replace("script-src 'self'", `script-src ${origin}`) });
    expect(await page.evaluate(registered, TAGS)).toEqual([]);
  });

  /** By these Lit and zod see another copy of themselves. */
  const MARKS = ['__zod_globalConfig', '__zod_globalRegistry', 'litElementVersions', 'litHtmlVersions', 'litPropertyMetadata', 'reactiveElementVersions'];

  it('E4 · the script tag leaves one global of its own, beside the marks of its libraries', async () => {
    const bare = await openHostPage(shared, '');
    const before = await bare.evaluate(() => Object.getOwnPropertyNames(window));
    const page = await openHostPage(shared, SCRIPT_TAG, { path: '/voi-kit' });
    await page.waitForFunction(() => customElements.get('bhxh-history-table'));
    const after = await page.evaluate(() => Object.getOwnPropertyNames(window));
    expect(after.filter((name) => !before.includes(name)).sort()).toEqual(['BhxhKit', ...MARKS].sort());
  });

  it('E4 · a page without a doctype, whose tables take nothing from what is around them, shows the kit’s own as any other page does', async () => {
    const body = `<style>body { font: italic 13px/2 serif; color: #123456 }</style><bhxh-history-table theme="dark"></bhxh-history-table>${SCRIPT_TAG}`;
    const shown = [];
    for (const doctype of ['<!doctype html>', '']) {
      const page = await openHostPage(shared, body, {
        doctype,
        path: doctype ? '/moi' : '/cu',
        policy: LEAST.replace("script-src 'self'", "script-src 'self'; style-src 'unsafe-inline'"),
      });
      const row = page.locator('bhxh-history-table').evaluate(async (table: HTMLElement & { rows?: readonly unknown[]; updateComplete?: Promise<unknown> }) => {
        await customElements.whenDefined('bhxh-history-table');
        table.rows = [{ id: '1', branch: 'social', from: '2010-02', to: '2012-12', employer: 'Công ty Mẫu', position: 'Thợ' }];
        await table.updateComplete;
        return [...table.shadowRoot!.querySelectorAll('table, th, td, caption, th button')].map((part) => {
          const { font, color, textAlign, lineHeight } = getComputedStyle(part);
          return [part.localName, font, color, textAlign, lineHeight, part.getBoundingClientRect().height].join(' ');
        });
      });
      shown.push(await row);
      expect(await page.evaluate(() => document.compatMode)).toBe(doctype ? 'CSS1Compat' : 'BackCompat');
    }
    expect(shown[1]).toEqual(shown[0]);
  });

  const STYLED = LEAST.replace("script-src 'self'", "script-src 'self'; style-src 'unsafe-inline'");
  const PAGE = `<main><h2 id="own">Trang của tôi</h2><button id="mine" type="button">Nút của tôi</button>
    <bhxh-agency-picker label="Cơ quan"></bhxh-agency-picker></main>`;
  const HOSTILE = `<style>* { margin: 9px !important; letter-spacing: 3px; } button, input, dialog, div, p { all: unset !important; background: red !important; border: 7px solid lime !important; font-size: 7px !important }
    .root, .field, .label, .error, .primary, #control { display: none !important }</style>`;

  /** How the button inside the element, and the page's own parts, are drawn. */
  const looks = () => {
    const read = (element: Element) => {
      const { display, color, backgroundColor, borderTopWidth, borderTopColor, borderRadius, padding, minHeight, fontSize, margin } = getComputedStyle(element);
      return { display, color, backgroundColor, borderTopWidth, borderTopColor, borderRadius, padding, minHeight, fontSize, margin };
    };
    const inside = document.querySelector('bhxh-agency-picker')!.shadowRoot?.querySelector('#control');
    return { inside: inside ? read(inside) : undefined, own: ['#own', '#mine'].map((name) => read(document.querySelector(name)!)) };
  };

  it('E3 · the page’s style sheets do not reach into an element, and the kit changes nothing of the page', async () => {
    const plain = await openHostPage(shared, PAGE, { policy: STYLED });
    const { own } = await plain.evaluate(looks);
    const kit = await openHostPage(shared, SCRIPT_TAG + PAGE, { policy: STYLED, path: '/voi-kit' });
    await kit.locator('bhxh-agency-picker').getByRole('button').first().waitFor();
    const calm = await kit.evaluate(looks);
    expect(calm.own).toEqual(own);
    const hostile = await openHostPage(shared, HOSTILE + SCRIPT_TAG + PAGE, { policy: STYLED, path: '/xau' });
    await hostile.locator('bhxh-agency-picker').getByRole('button').first().waitFor();
    const under = await hostile.evaluate(looks);
    expect(under.own).not.toEqual(own);
    expect(under.inside).toEqual(calm.inside);
  });

  it('E3 · a page gives an element its colour by a custom property, its font by inheritance, and the rest by parts', async () => {
    const style = `<style>main { font-family: Georgia, serif; --bhxh-color-primary: rgb(122, 31, 61) } bhxh-agency-picker::part(button) { border-radius: 17px }</style>`;
    const body = `<main><bhxh-agency-picker label="Cơ quan"></bhxh-agency-picker><bhxh-declaration-status></bhxh-declaration-status></main>`;
    const page = await openHostPage(shared, style + SCRIPT_TAG + body, { policy: STYLED });
    const button = page.locator('bhxh-agency-picker').getByRole('button').first();
    await expect.poll(() => button.evaluate((element) => getComputedStyle(element).borderRadius)).toBe('17px');
    expect(await button.evaluate((element) => getComputedStyle(element).fontFamily)).toBe('Georgia, serif');
    const primary = page.locator('bhxh-declaration-status').getByRole('button', { name: 'Xem tình trạng' });
    await expect.poll(() => primary.evaluate((element) => getComputedStyle(element).backgroundColor)).toBe('rgb(122, 31, 61)');
  });
});
