import '@bhxh-kit/elements/define/card-viewer.js';
import { type BhxhClient, createClient } from '@bhxh-kit/client';
import { createTestGateway, personas } from '@bhxh-kit/client/testing';
import type { HealthCard } from '@bhxh-kit/domain';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import { CARD, SCAN, SCAN_2020 } from '../packages/elements/src/card-viewer/testing/sample-cards.js';
import { SealedStore } from '../packages/elements/src/sealed/sealed-store.js';
import { inside, shown } from './acts.js';
import { clientOf, cut, onItsWay, signedIn } from './clients.js';

const OLD: HealthCard = { ...CARD, validFrom: '2020-01-01', validTo: '2020-12-31' };

const on = (date: string, cards: readonly HealthCard[] = [CARD]): TemplateResult => html`<bhxh-card-viewer .cards=${cards} date=${date}></bhxh-card-viewer>`;
const scanned = (scan: string): TemplateResult => html`<bhxh-card-viewer .scan=${scan} date="2021-06-01"></bhxh-card-viewer>`;

/** Presses a button by its words. */
const pressing =
  (words: string): NonNullable<Story['play']> =>
  async ({ canvasElement }) => {
    const viewer = canvasElement.querySelector('bhxh-card-viewer');
    await viewer?.updateComplete;
    [...(viewer?.shadowRoot?.querySelectorAll('button') ?? [])].find((button) => button.textContent?.trim() === words)?.click();
    await new Promise((done) => setTimeout(done, 300));
  };

/** Somebody signed in, whose card has no last day. */
async function person() {
  const { validTo: _, ...open } = CARD;
  const { profile, password } = personas.employee;
  const client = clientOf(createTestGateway({ personas: [{ ...personas.employee, cards: [open] }] }));
  await client.session.signIn({ bhxhNumber: profile.bhxhNumber, password });
  const { textVersion } = await client.consents.mine({ locale: 'vi' });
  await client.consents.give({ textVersion, purposes: ['account'], locale: 'vi', channel: 'page' });
  return { client };
}

/** A copy kept on this device on a day that stays the same, for as long as pages will be looked at, and a client that reaches nobody. */
async function withoutNetwork() {
  const baseUrl = 'https://offline.example.vn';
  const keptAt = Date.UTC(2026, 0, 5, 2);
  const expiresAt = keptAt + KEPT_DAYS * 86_400_000;
  const store = new SealedStore('bhxh-kit-cards', baseUrl);
  await store.keep({ id: 'story', content: { cards: [CARD], keptAt, seenAt: keptAt, expiresAt }, expiresAt });
  store.close();
  return { client: createClient({ baseUrl, retries: 0, fetch: () => Promise.reject(new TypeError('offline')) }) };
}
const KEPT_DAYS = 36_500;

const meta: Meta = {
  title: 'bhxh-card-viewer',
  component: 'bhxh-card-viewer',
  parameters: {
    docs: {
      description: {
        component: `Thẻ BHYT. What a card says, whether it is valid, front and back, and its QR code; masked until asked for.

\`\`\`html
<bhxh-card-viewer hide-on-blur></bhxh-card-viewer>
<script type="module">
  import '@bhxh-kit/elements/define/card-viewer.js';

  document.querySelector('bhxh-card-viewer').scan = textOfTheReader;
</script>
\`\`\`

Inside \`<bhxh-provider base-url="…">\` it shows the cards of the person who signed in.`,
      },
    },
  },
};
export default meta;
type Story = StoryObj;

export const Valid: Story = { name: 'Còn hiệu lực, đang che', render: () => on('2026-06-01') };
export const Shown: Story = { name: 'Hiện số', render: () => on('2026-06-01'), play: pressing('Hiện số') };
export const English: Story = { name: 'Tiếng Anh', globals: { locale: 'en' }, render: () => on('2026-06-01') };
export const ExpiresSoon: Story = { name: 'Sắp hết hạn', render: () => on('2026-12-21') };
export const Expired: Story = { name: 'Đã hết hạn', render: () => on('2027-01-01') };
export const NotYet: Story = { name: 'Chưa có hiệu lực', render: () => on('2025-12-31') };
export const Several: Story = { name: 'Nhiều thẻ', render: () => on('2026-06-01', [OLD, CARD]) };
export const None: Story = { name: 'Chưa có thẻ', render: () => on('2026-06-01', []) };
export const Narrow: Story = { name: 'Khung 320 px', render: () => html`<div style="inline-size: 320px">${on('2026-06-01')}</div>` };
export const OldLayout: Story = { name: 'Quét thẻ mẫu cũ', render: () => scanned(SCAN) };
export const NewLayout: Story = {
  name: 'Quét thẻ mẫu mới',
  render: () => html`<bhxh-card-viewer .scan=${SCAN_2020} date="2022-06-01"></bhxh-card-viewer>`,
};
export const OtherDay: Story = {
  name: 'Xem ngày khác',
  render: () => on('2026-06-01', [CARD, { ...CARD, validFrom: '2027-02-01', validTo: '2027-12-31' }]),
  play: async (context) => {
    await pressing('Xem ngày khác')(context);
    const viewer = context.canvasElement.querySelector('bhxh-card-viewer')!;
    const box = await inside<HTMLInputElement>(viewer, 'input[type=date]');
    box.value = '2027-03-15';
    box.dispatchEvent(new InputEvent('input'));
  },
};
export const Damaged: Story = { name: 'Bộ gõ làm sai mã quét', render: () => scanned(SCAN.replaceAll('|', '\\').replace('4de1', '4đe1')) };
export const QrCode: Story = { name: 'Mở mã QR', render: () => on('2026-06-01'), play: pressing('Mở mã QR') };
export const Keepable: Story = {
  name: 'Giữ thẻ trên máy này',
  loaders: [person],
  render: (_, { loaded }) => html`<bhxh-card-viewer .client=${loaded['client'] as BhxhClient} offline-days="7"></bhxh-card-viewer>`,
  play: async ({ canvasElement }) => {
    await inside(canvasElement.querySelector('bhxh-card-viewer')!, '.kept');
  },
};

/** The copy kept on this device, shown without a network to whoever opens the page anew: what it says, it says of the day it was read. */
export const Kept: Story = {
  name: 'Thẻ giữ trên máy, không có mạng',
  loaders: [withoutNetwork],
  render: (_, { loaded }) => html`<bhxh-card-viewer .client=${loaded['client'] as BhxhClient} offline-days=${KEPT_DAYS} date="2026-06-01"></bhxh-card-viewer>`,
  play: async ({ canvasElement }) => void (await inside(await shown(canvasElement, 'bhxh-card-viewer'), '.kept')),
};

/** The answer is on its way. */
export const Loading: Story = {
  name: 'Đang tải',
  loaders: [signedIn(personas.employee, { 'cards.mine': onItsWay })],
  render: (_, { loaded }) => html`<bhxh-card-viewer .client=${loaded['client'] as BhxhClient}></bhxh-card-viewer>`,
  play: async ({ canvasElement }) => void (await inside(await shown(canvasElement, 'bhxh-card-viewer'), '[role=status]')),
};

/** In English: the card could not be read; it can be tried again. */
export const Failed: Story = {
  name: 'Tiếng Anh, không tải được',
  globals: { locale: 'en' },
  loaders: [signedIn(personas.employee, { 'cards.mine': cut(1) })],
  render: (_, { loaded }) => html`<bhxh-card-viewer .client=${loaded['client'] as BhxhClient}></bhxh-card-viewer>`,
  play: async ({ canvasElement }) => void (await inside(await shown(canvasElement, 'bhxh-card-viewer'), '.failed button')),
};
