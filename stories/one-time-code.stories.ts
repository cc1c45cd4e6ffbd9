import '@bhxh-kit/elements/define/one-time-code.js';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { inside, shown } from './acts.js';

const meta: Meta = {
  title: 'bhxh-one-time-code',
  component: 'bhxh-one-time-code',
  parameters: { docs: { description: { component: 'Mã xác thực: one field for the whole code, as a form control, with when another can be sent.' } } },
};
export default meta;
type Story = StoryObj;

/** Another can be sent, a while after this one. */
const sent = { sentTo: '******0001', sentAt: '2026-01-05T02:00:00Z', sendAgainAt: '2026-01-05T02:00:00Z' };

/** The code is on its way. */
export const Sent: Story = {
  render: () => html`<bhxh-one-time-code required .sent=${sent}></bhxh-one-time-code>`,
  play: async ({ canvasElement }) => void (await inside(await shown(canvasElement, 'bhxh-one-time-code'), '#control')),
};

/** The gateway did not take it. */
export const Wrong: Story = {
  ...Sent,
  play: async ({ canvasElement }) => {
    const element = await shown(canvasElement, 'bhxh-one-time-code');
    element.value = '123456';
    element.tell({ code: 'one-time-code.wrong', facts: { triesLeft: 3 } });
    await inside(element, '.error');
  },
};

/** The same in English. */
export const English: Story = { ...Wrong, globals: { locale: 'en' } };
