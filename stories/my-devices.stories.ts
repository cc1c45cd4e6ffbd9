import '@bhxh-kit/elements/define/my-devices.js';
import { createTestGateway, personas } from '@bhxh-kit/client/testing';
import type { SignedInDevices } from '@bhxh-kit/contract';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { inside, press, shown } from './acts.js';
import { clientOf, cut, onItsWay, scriptedClient, signedIn } from './clients.js';

const meta: Meta = {
  title: 'bhxh-my-devices',
  component: 'bhxh-my-devices',
  parameters: {
    docs: { description: { component: 'Thiết bị đang đăng nhập: since when a person is signed in, the rule of one device at a time, and the way out.' } },
  },
};
export default meta;
type Story = StoryObj;

const here = { signedInAt: '2026-01-05T02:00:00Z', expiresAt: '2026-01-05T14:00:00Z', current: true };
const element = (devices: SignedInDevices) => html`<bhxh-my-devices .client=${scriptedClient()} .devices=${devices}></bhxh-my-devices>`;

/** One device at a time is the rule. */
export const OneAtATime: Story = {
  render: () => element({ oneAtATime: true, items: [here] }),
  play: async ({ canvasElement }) => void (await inside(await shown(canvasElement, 'bhxh-my-devices'), '#leave')),
};

/** Several are allowed, and one may be somebody else's; signing out asks first. */
export const Several: Story = {
  render: () => element({ oneAtATime: false, items: [here, { ...here, signedInAt: '2026-01-04T10:30:00Z', current: false }] }),
  play: async ({ canvasElement }) => {
    const devices = await shown(canvasElement, 'bhxh-my-devices');
    await press(devices, '#leave');
    await inside(devices, '#yes');
  },
};

/** A person with a passkey, who is about to remove it. */
export const Passkeys: Story = {
  loaders: [
    async () => {
      const gateway = createTestGateway({ passkeys: true });
      const client = clientOf(gateway);
      await client.session.signIn({ bhxhNumber: personas.employee.profile.bhxhNumber, password: personas.employee.password });
      const { codeId } = await client.passkeys.sendCode();
      const oneTimeCode = /\d{6}/.exec(gateway.messages.at(-1)?.body ?? '')?.[0] ?? '';
      const { challengeToken } = await client.passkeys.addOptions({ codeId, oneTimeCode });
      await client.passkeys.add({ challengeToken, credential: { id: 'khoa-mau', type: 'public-key', response: {} }, label: 'Điện thoại của tôi' });
      return { client };
    },
  ],
  render: (_: unknown, { loaded }: { loaded: Record<string, unknown> }) => html`<bhxh-my-devices .client=${loaded['client']}></bhxh-my-devices>`,
  play: async ({ canvasElement }) => {
    const devices = await shown(canvasElement, 'bhxh-my-devices');
    await press(devices, '#remove-0');
    await inside(devices, '#remove-yes');
  },
};

/** The answer is on its way. */
export const Loading: Story = {
  loaders: [signedIn(personas.employee, { 'devices.list': onItsWay })],
  render: (_: unknown, { loaded }: { loaded: Record<string, unknown> }) => html`<bhxh-my-devices .client=${loaded['client']}></bhxh-my-devices>`,
  play: async ({ canvasElement }) => void (await inside(await shown(canvasElement, 'bhxh-my-devices'), '[role=status]')),
};

/** In English: the devices could not be loaded; it can be tried again. */
export const Failed: Story = {
  globals: { locale: 'en' },
  loaders: [signedIn(personas.employee, { 'devices.list': cut(1) })],
  render: (_: unknown, { loaded }: { loaded: Record<string, unknown> }) => html`<bhxh-my-devices .client=${loaded['client']}></bhxh-my-devices>`,
  play: async ({ canvasElement }) => void (await inside(await shown(canvasElement, 'bhxh-my-devices'), '[role=alert] button')),
};
