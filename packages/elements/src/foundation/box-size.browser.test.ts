import { fixture, html } from '@open-wc/testing';
import { expect, it, vi } from 'vitest';
import '../activate/define.js';
import '../address-field/define.js';
import '../declaration-status/define.js';
import '../history-table/define.js';
import '../one-time-code/define.js';
import '../sign-in/define.js';

const rows = [{ id: '1', branch: 'social', from: '2020-01', to: '2020-12', employer: 'Công ty Mẫu' }];

it.each([
  ['bhxh-declaration-status', html`<bhxh-declaration-status></bhxh-declaration-status>`],
  ['bhxh-sign-in', html`<bhxh-sign-in></bhxh-sign-in>`],
  ['bhxh-activate', html`<bhxh-activate></bhxh-activate>`],
  ['bhxh-one-time-code', html`<bhxh-one-time-code></bhxh-one-time-code>`],
  ['bhxh-address-field', html`<bhxh-address-field></bhxh-address-field>`],
  ['bhxh-history-table', html`<bhxh-history-table .rows=${rows}></bhxh-history-table>`],
] as const)('E6 · the boxes of <%s> are 16 px on a page of small text: below that an iPhone zooms in on them and stays there', async (_, element) => {
  const page = await fixture<HTMLElement>(html`<div style="font-size: 14px">${element}</div>`);
  const boxes = () => [...page.firstElementChild!.shadowRoot!.querySelectorAll<HTMLElement>('input, select, textarea')];
  await vi.waitFor(() => expect(boxes().length).toBeGreaterThan(0));
  for (const box of boxes()) expect(Number.parseFloat(getComputedStyle(box).fontSize)).toBeGreaterThanOrEqual(16);
  page.style.fontSize = '20px';
  for (const box of boxes()) expect(Number.parseFloat(getComputedStyle(box).fontSize)).toBeGreaterThanOrEqual(20);
});
