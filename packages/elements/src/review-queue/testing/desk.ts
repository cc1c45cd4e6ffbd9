import { createClient } from '@bhxh-kit/client';
import { createTestGateway, officers, sampleQueue, type TestGateway, type TestGatewayOptions, type TestOfficer } from '@bhxh-kit/client/testing';
import { fixture, html } from '@open-wc/testing';
import axe from 'axe-core';
import { expect, vi } from 'vitest';
import '../define.js';
import type { BhxhReviewQueue } from '../review-queue.js';

/** A client of a gateway in memory, with an officer signed in. */
export async function signedIn(gateway: TestGateway, { username, password, oneTimeCode }: TestOfficer = officers.provincial) {
  const client = createClient({ baseUrl: 'https://gateway.test', fetch: gateway.fetch, retries: 0 });
  await client.officers.signIn({ username, password, oneTimeCode });
  return client;
}

/** A queue at an officer's desk, which looks for news only when it is told to. */
export async function desk({ count = 12, officer, ...options }: TestGatewayOptions & { readonly count?: number; readonly officer?: TestOfficer } = {}) {
  const gateway = createTestGateway({ declarations: sampleQueue(count), ...options });
  const client = await signedIn(gateway, officer);
  const queue = await fixture<BhxhReviewQueue>(html`<bhxh-review-queue .client=${client} refresh-seconds="0"></bhxh-review-queue>`);
  await vi.waitFor(() => expect(rows(queue).length).toBeGreaterThan(0));
  return { gateway, client, queue };
}

export const all = <Found extends HTMLElement = HTMLElement>(queue: Element, selector: string): Found[] => [
  ...queue.shadowRoot!.querySelectorAll<Found>(selector),
];
export const one = (queue: Element, selector: string): HTMLElement => all(queue, selector)[0]!;
export const rows = (queue: Element): HTMLElement[] => all(queue, 'tbody tr');
export const ids = (queue: Element): string[] => rows(queue).map((row) => row.dataset['id'] ?? '');
export const text = (element: Element | undefined): string => (element?.textContent ?? '').replace(/\s+/g, ' ').trim();
export const focused = (queue: Element): HTMLElement | null => queue.shadowRoot!.activeElement as HTMLElement | null;
export const boxes = (queue: Element): HTMLInputElement[] => all<HTMLInputElement>(queue, 'tbody input');
export const chosen = (queue: Element): number => boxes(queue).filter(({ checked }) => checked).length;

/** Waits until the element shows something. */
export const shows = <Found extends HTMLElement = HTMLElement>(queue: Element, selector: string): Promise<Found> =>
  vi.waitFor((): Found => {
    const found = all<Found>(queue, selector)[0]!;
    expect(found, selector).toBeDefined();
    return found;
  });

export async function press(queue: Element, selector: string): Promise<void> {
  (await shows(queue, selector)).click();
  await (queue as BhxhReviewQueue).updateComplete;
}

export async function clean(queue: Element): Promise<void> {
  const { violations } = await axe.run(queue as HTMLElement);
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`)).toEqual([]);
}
