import type { Locator, Page } from 'playwright-core';
import type { Hands } from './hands.js';

/** The consent element of the school's page, which stands alone before whoever was not asked yet (A9). */
export const consentOf = (page: Page): Locator => page.locator('bhxh-consent');

/** Waits for the page to greet somebody by name, and agrees first where they are asked: to what is necessary, as whoever wants their account and nothing besides. */
export async function openAccount(page: Page, hands: Hands, fullName: string): Promise<void> {
  const who = page.locator('#who').getByText(fullName);
  const goOn = consentOf(page).getByRole('button', { name: 'Tiếp tục', exact: true });
  await who.or(goOn).first().waitFor();
  if (await goOn.isVisible()) {
    await hands.press(goOn);
    await hands.tick(consentOf(page).getByRole('checkbox', { name: /Lập và dùng tài khoản/ }));
    await hands.press(consentOf(page).getByRole('button', { name: 'Chấp nhận', exact: true }));
  }
  await who.waitFor();
}
