import { describe, expect, it } from 'vitest';
import { journey } from './support/journey.js';

/** Everything a script of the page could read that stays: stores of the page and readable cookies. */
const readable = async () => ({
  cookie: document.cookie,
  local: { ...localStorage },
  session: { ...sessionStorage },
  databases: (await indexedDB.databases()).map(({ name }) => name),
  caches: await caches.keys(),
});

describe('a page with a backend of its own', () => {
  const shared = journey();

  it('A1 · a reload keeps the person signed in, nothing of the session can be read, and signing out in one tab ends it in the other', async () => {
    const { visitor, demo } = shared;
    const { page, context } = visitor;
    const { profile, password } = demo.personas[0]!;
    const called = new Set<string>();
    const bodies: Promise<string>[] = [];
    context.on('request', (request) => called.add(new URL(request.url()).origin));
    context.on('response', (response) => void (response.url().includes('/bhxh/') && bodies.push(response.text().catch(String))));
    await page.goto(demo.pages.school);
    await visitor.write(page.getByRole('textbox', { name: 'Mã số BHXH' }), profile.bhxhNumber);
    await visitor.write(page.getByLabel('Mật khẩu', { exact: true }), password);
    await page.keyboard.press('Enter');
    const who = page.locator('#who').getByText(profile.fullName);
    await who.waitFor();

    await page.reload();
    await who.waitFor();
    await page.locator('bhxh-card-viewer').getByText('Còn hiệu lực', { exact: false }).first().waitFor();
    expect(await page.locator('#sign-in').isVisible()).toBe(false);

    const kept = await page.evaluate(readable);
    expect({ ...kept, local: Object.keys(kept.local) }).toEqual({ cookie: '', local: ['bhxh-kit.device'], session: {}, databases: [], caches: [] });
    const [cookie] = await context.cookies(demo.pages.school);
    expect(cookie).toMatchObject({ name: 'bhxh', httpOnly: true, sameSite: 'Strict', expires: -1 });
    // The gateway's tokens have 43 characters; of what the page was sent only names of the session look alike, and they open nothing there.
    const tokens = (await Promise.all(bodies)).flatMap((body) => [...body.matchAll(/"(?:access|refresh)Token":"([^"]+)"/g)].map(([, token = '']) => token));
    expect(tokens.length).toBeGreaterThan(0);
    for (const token of tokens) {
      const { status } = await fetch(`${demo.gateway}/v1/session`, { headers: { Authorization: `Bearer ${token.replace('.', '')}` } });
      expect(status).toBe(401);
    }
    expect([...called]).toEqual([demo.pages.school]);

    const tab = await context.newPage();
    await tab.goto(demo.pages.school);
    await tab.locator('#who').getByText(profile.fullName).waitFor();
    await tab.getByRole('button', { name: 'Đăng xuất' }).first().press('Enter');
    await tab.locator('#sign-in').waitFor();
    visitor.expectComplaint(/401/);
    await visitor.press(page.locator('bhxh-visit-history').getByRole('button', { name: /^Chi tiết dòng 1$/ }), 'Enter');
    await page.locator('#sign-in').waitFor();
    expect(await page.locator('#who').textContent()).toBe('');
    expect(await context.cookies(demo.pages.school)).toEqual([]);
  });
});
