import { describe, expect, it } from 'vitest';
import { openHostPage, POLICY, SCRIPT_TAG } from './support/host-page.js';
import { journey } from './support/journey.js';

describe('strict page', () => {
  const shared = journey({ BHXH_RULE_PACK: '2021' });

  it('E4 · every element works under a strict policy and Trusted Types without one violation', async () => {
    const { visitor, demo } = shared;
    // Card and history first ask the gateway, where nobody is signed in.
    visitor.expectComplaint(/401/);
    const { page } = visitor;
    // The portal's own page and policy; more elements come into it as a host's script would put them there.
    const answer = await page.goto(`${demo.pages.province}/theo-doi`);
    const policy = await answer!.headerValue('content-security-policy');
    expect(policy!.split('; ').sort()).toEqual(POLICY.replace('{{gateway}}', demo.gateway).split('; ').sort());
    await page.evaluate(() => {
      const put = (tag: string, attributes: Record<string, string> = {}) => {
        const element = document.createElement(tag);
        for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
        document.querySelector('bhxh-provider')!.append(element);
      };
      put('bhxh-declaration-form');
      put('bhxh-agency-picker', { label: 'Cơ quan' });
      put('bhxh-agency-picker', { label: 'Cây', inline: '' });
      put('bhxh-address-field', { scheme: '2021' });
      put('bhxh-photo-field', { kind: 'portrait' });
      put('bhxh-card-viewer');
      put('bhxh-history-table');
    });
    const form = page.locator('bhxh-declaration-form');
    const status = page.locator('bhxh-declaration-status');
    await visitor.press(status.getByRole('button', { name: 'Xem tình trạng' }), 'Enter');
    await status.getByText(/^Hãy điền số tờ khai/).waitFor();
    await form.getByRole('heading', { name: /^Bước 1\// }).waitFor();
    await visitor.press(form.getByRole('button', { name: 'Tiếp', exact: true }), 'Enter');
    await form.getByRole('group', { name: /^Hãy sửa/ }).waitFor();
    const picker = page.locator('bhxh-agency-picker').first();
    await visitor.press(picker.getByRole('button').first(), 'Enter');
    await picker.getByRole('treeitem').first().waitFor();
    await page.keyboard.type('dong da');
    await picker
      .getByText(/Tìm thấy/)
      .first()
      .waitFor();
    await page.keyboard.press('Escape');
    await page.locator('bhxh-agency-picker[inline]').getByRole('treeitem').first().waitFor();
    await visitor.write(page.locator('bhxh-address-field').getByRole('combobox', { name: 'Tỉnh, thành phố' }), 'ha noi');
    await page.locator('bhxh-address-field').getByRole('option').first().waitFor();
    const photo = page.locator('bhxh-photo-field');
    await visitor.choose(photo.getByRole('button', { name: /Chọn ảnh từ máy/ }), { name: 'a.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('%PDF-1.7') });
    await photo.getByText(/^Tệp này là PDF/).waitFor();

    // Data handed in by the page's own script, as a host does.
    const { cards, participation } = demo.personas[0]!;
    const rows = Array.from({ length: 300 }, (_, at) => ({ ...participation[at % participation.length], id: String(at) }));
    await page.evaluate(
      ({ cards, rows }) => {
        Object.assign(document.querySelector('bhxh-card-viewer')!, { cards });
        Object.assign(document.querySelector('bhxh-history-table')!, { rows });
      },
      { cards, rows },
    );
    const card = page.locator('bhxh-card-viewer');
    await visitor.press(card.getByRole('button', { name: 'Hiện số' }), 'Enter');
    await visitor.tabTo(card.getByRole('button', { name: 'Lật thẻ' }), { back: true });
    await page.keyboard.press('Enter');
    await card.getByRole('img', { name: /Mặt sau/ }).waitFor();
    const table = page.locator('bhxh-history-table');
    await visitor.press(table.getByRole('columnheader', { name: 'Đơn vị công tác' }).getByRole('button'), 'Enter');
    await visitor.press(table.getByRole('button', { name: /^Chi tiết: / }).first(), 'Enter');
    await table.getByText('Nơi làm việc').first().waitFor();
    for (const language of ['en', 'vi']) await page.locator('bhxh-provider').evaluate((provider, lang) => provider.setAttribute('lang', lang), language);
    await page
      .locator('bhxh-declaration-form')
      .getByRole('heading', { name: /^Bước 1\// })
      .waitFor();
  });

  it('E4 · every host of the demonstration is served under that policy, but for what it connects to and the school’s worker', async () => {
    const without = (policy: string) =>
      policy
        .split('; ')
        .filter((directive) => !directive.startsWith('connect-src '))
        .sort();
    // The school's page keeps its own files with a worker, whose address Trusted Types let its own policy say.
    const withWorker = `${POLICY.replace('trusted-types lit-html', '$& school-page')}; worker-src 'self'`;
    for (const [host, url] of Object.entries(shared.demo.pages))
      expect(without((await fetch(url)).headers.get('content-security-policy') ?? ''), host).toEqual(without(host === 'school' ? withWorker : POLICY));
  });

  it('E4 · without the exception for Lit the policy would have refused: violations are seen', async () => {
    const { visitor } = shared;
    visitor.expectComplaint(/trusted-types|TrustedType|Policy with name|lit-html|Content Security Policy/i);
    await openHostPage(shared, `${SCRIPT_TAG}<bhxh-card-viewer></bhxh-card-viewer>`, {
      policy: POLICY.replace('trusted-types lit-html', 'trusted-types other'),
    });
    await expect.poll(() => visitor.heard().some((complaint) => /^policy: trusted-types/.test(complaint))).toBe(true);
  });

  it('the portal’s own script works under the policy too: the top bar tells the day in Vietnam to a reader anywhere', async () => {
    const { browser, demo } = shared;
    const context = await browser.newContext({ timezoneId: 'America/Los_Angeles' });
    const page = await context.newPage();
    const told: (string | null)[] = [];
    for (const time of ['2026-01-04T16:59:59Z', '2026-01-04T17:00:00Z', '2026-12-31T17:00:00Z']) {
      await page.clock.setFixedTime(time);
      await page.goto(demo.pages.province);
      told.push(await page.locator('#today').textContent());
    }
    await context.close();
    expect(told).toEqual(['Chủ nhật, ngày 4/1/2026', 'Thứ hai, ngày 5/1/2026', 'Thứ sáu, ngày 1/1/2027']);
  });
});
