import type { Locator } from 'playwright-core';
import type { Journey } from './journey.js';

/** The page on which people follow what they declared. */
export const status = ({ visitor }: Pick<Journey, 'visitor'>): Locator => visitor.page.locator('bhxh-declaration-status');

/** Opens it and asks for a declaration by its reference and a contact of whoever declared. */
export async function follow(journey: Pick<Journey, 'visitor' | 'demo'>, reference: string, contact: string): Promise<void> {
  const { visitor, demo } = journey;
  await visitor.page.goto(`${demo.pages.province}/theo-doi`);
  await visitor.write(status(journey).getByRole('textbox', { name: 'Số tờ khai' }), reference);
  await visitor.write(status(journey).getByRole('textbox', { name: /^Số điện thoại hoặc/ }), contact);
  await visitor.hands.send(status(journey).getByRole('button', { name: 'Xem tình trạng' }));
}
