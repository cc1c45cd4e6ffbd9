import { existsSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { Declarant, NGUYEN_VAN_A, PLACES } from './support/declarant.js';
import { LEAST, modules, openHostPage, SCRIPT_TAG } from './support/host-page.js';
import { journey } from './support/journey.js';
import { pdfText } from './support/pdf.js';

const COPIES = /already registered by another copy/;
const DUPLICATES = { policy: `${LEAST} 'allow-duplicates'` };

describe('two copies of the kit on one page', () => {
  const shared = journey({ BHXH_RULE_PACK: '2021' });

  const warnings = () => shared.visitor.heard().filter((complaint) => COPIES.test(complaint));

  it.each([
    ['two script tags', `${SCRIPT_TAG}<script src="/kit/bhxh-kit.iife.js?ban-hai" defer></script>`],
    ['a script tag and a module', `${SCRIPT_TAG}${modules('provider', 'agency-picker')}`],
  ])('E4 · by %s: one warning, nothing thrown, and the elements work', async (_, scripts) => {
    const { visitor } = shared;
    visitor.expectComplaint(COPIES);
    const page = await openHostPage(shared, `${scripts}<bhxh-agency-picker label="Cơ quan"></bhxh-agency-picker>`, DUPLICATES);
    const picker = page.locator('bhxh-agency-picker');
    await picker.evaluate((element) => Object.assign(element, { agencies: [{ code: '001', name: 'BHXH Tp. Hà Nội' }] }));
    await visitor.press(picker.getByRole('button').first(), 'Enter');
    await picker
      .getByRole('treeitem', { name: /Hà Nội/ })
      .first()
      .waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect.poll(() => picker.evaluate((element) => (element as HTMLElement & { value: string }).value)).toBe('001');
    await expect.poll(() => warnings().length).toBe(1);
  });

  it('E4 · by the modules of every element: one warning, nothing thrown, and each element is drawn', async () => {
    const { visitor } = shared;
    visitor.expectComplaint(COPIES);
    const source = fileURLToPath(new URL('../../packages/elements/src/', import.meta.url));
    const names = readdirSync(source).filter((name) => existsSync(`${source}${name}/define.ts`));
    expect(names.length).toBeGreaterThan(20);
    await visitor.context.route('**/kit-khac/**', async (route) => {
      const response = await route.fetch({ url: route.request().url().replace('/kit-khac/', '/kit/') });
      await route.fulfill({ response });
    });
    const scripts = modules(...names);
    const tags = names.map((name) => `<bhxh-${name}></bhxh-${name}>`).join('');
    const page = await openHostPage(shared, `${scripts}${scripts.replaceAll('/kit/', '/kit-khac/')}${tags}`, DUPLICATES);
    // Half a second without the network, which the browser calls idle, may be spent on running what came.
    const drawn = () => page.evaluate((all) => all.filter((name) => document.querySelector(`bhxh-${name}`)?.shadowRoot?.firstElementChild), names);
    await expect.poll(drawn).toEqual(names);
    await page.waitForLoadState('networkidle');
    expect(warnings()).toHaveLength(1);
  });

  /**
   * Another version's modules: its sentences differ, and its controls lack what this one's form asks of them.
   * Its files are this build's with names changed throughout, so that they fit each other and nothing else.
   */
  async function otherVersion(): Promise<void> {
    await shared.visitor.context.route('**/kit/esm/**', async (route) => {
      const response = await route.fetch();
      const text = (await response.text()).replaceAll('focusPart', 'focusPartOfOld').replaceAll('showError', 'showErrorOfOld').replaceAll('Tiếp', 'Tiếp tục');
      await route.fulfill({ response, body: text });
    });
  }

  async function declares(declarant: Declarant, next: string): Promise<void> {
    const { visitor, form } = { visitor: shared.visitor, form: declarant.form };
    const on = () => visitor.press(form.getByRole('button', { name: next, exact: true }), 'Enter');
    await declarant.atStep(/^Bước 1\//);
    await declarant.pick('Loại đối tượng', 'Cá nhân');
    await on();
    await declarant.atStep(/^Bước 2\//);
    // What is missing is told by controls of either copy.
    await on();
    await form.getByRole('group', { name: /^Hãy sửa/ }).waitFor();
    await form
      .getByRole('group', { name: /^Hãy sửa/ })
      .getByRole('link', { name: /Tỉnh/ })
      .waitFor();
    await declarant.writePerson({ ...NGUYEN_VAN_A, places: PLACES['2021'] });
    await on();
    await declarant.atStep(/^Bước 3\//);
    await declarant.photographsOfAdult();
    await on();
    await declarant.atStep(/^Bước 4\//);
    await declarant.chooseAgencyByFilter('dong da');
    await declarant.chooseHandIn(/^Tại nơi tiếp nhận/);
    await on();
    await declarant.atStep(/^Bước 5\//);
    await declarant.commit();
    await declarant.record();
    const reference = await declarant.reference();
    expect((await shared.demo.kept(reference)).declaration).toMatchObject({ fullName: NGUYEN_VAN_A.fullName, agencyCode: '00106' });
    expect(await pdfText((await declarant.savePdf()).path)).toContain(reference);
  }

  const PAGE = '<bhxh-provider base-url="{{gateway}}" assets-base="/kit/"><bhxh-declaration-form></bhxh-declaration-form></bhxh-provider>';

  it.each([
    ['the form of another version, its provider and photo field from the script tag', ['declaration-form'], 'Tiếp tục'],
    ['the form of the script tag, its provider, address and agencies from another version', ['provider', 'address-field', 'agency-picker'], 'Tiếp'],
  ] as const)('E4 · %s: a person declares', async (_, names, next) => {
    const { visitor } = shared;
    visitor.expectComplaint(COPIES);
    await otherVersion();
    // Both wait for the page: what comes first in it is registered first.
    await openHostPage(shared, `${modules(...names)}${SCRIPT_TAG}${PAGE}`, { ...DUPLICATES, path: '/dang-ky' });
    await declares(new Declarant(shared), next);
    expect(warnings().length).toBeGreaterThan(0);
  });
});
