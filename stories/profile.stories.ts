import '@bhxh-kit/elements/define/profile.js';
import type { BhxhClient } from '@bhxh-kit/client';
import { type Persona, personas } from '@bhxh-kit/client/testing';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { inside, press, shown, type } from './acts.js';
import { cut, onItsWay, type Script, signedIn } from './clients.js';

const meta: Meta = {
  title: 'bhxh-profile',
  component: 'bhxh-profile',
  parameters: {
    docs: {
      description: {
        component: `Quản lý cá nhân. What is known of a person, masked until asked for; a guardian switches to their children; phone and e-mail address are changed with two codes.

\`\`\`html
<bhxh-provider id="me" base-url="https://gateway.example.vn" lang="vi">
  <bhxh-profile></bhxh-profile>
  <bhxh-card-viewer></bhxh-card-viewer>
</bhxh-provider>
<script type="module">
  import '@bhxh-kit/elements/define/provider.js';
  import '@bhxh-kit/elements/define/profile.js';
  import '@bhxh-kit/elements/define/card-viewer.js';

  const card = document.querySelector('bhxh-card-viewer');
  // The card of whoever is shown: the guardian's own, or their child's.
  document.querySelector('bhxh-profile').addEventListener('profile-change', ({ client }) => (card.client = client));
</script>
\`\`\``,
      },
    },
  },
};
export default meta;
type Story = StoryObj;

/** The profile of a persona who is signed in. */
const of = (persona: Persona, script: Script = {}): Pick<Story, 'loaders' | 'render'> => ({
  loaders: [signedIn(persona, script)],
  render: (_, { loaded }) => html`<bhxh-profile .client=${(loaded as { client: BhxhClient }).client}></bhxh-profile>`,
});

/** Numbers masked. */
export const Masked: Story = {
  name: 'Đang che số',
  ...of(personas.employee),
  play: async ({ canvasElement }) => void (await inside(await shown(canvasElement, 'bhxh-profile'), 'dl')),
};

/** A guardian looks at their child, all numbers shown. */
export const Child: Story = {
  name: 'Hồ sơ của con',
  ...of(personas.guardian),
  play: async ({ canvasElement }) => {
    const profile = await shown(canvasElement, 'bhxh-profile');
    const choice = await inside<HTMLSelectElement>(profile, '#whose');
    choice.selectedIndex = 1;
    choice.dispatchEvent(new Event('change'));
    await inside(profile, 'dd.agency');
    await press(profile, '#mask');
  },
};

/** The codes of a new phone number are on their way. */
export const Codes: Story = {
  name: 'Đổi số điện thoại',
  ...of(personas.employee),
  play: async ({ canvasElement }) => {
    const profile = await shown(canvasElement, 'bhxh-profile');
    await press(profile, '#change-mobilePhone');
    await type(profile, '#contact', '0900000077');
    await press(profile, 'form [type=submit]');
    await inside(profile, '#newCode');
  },
};

/** The answer is on its way. */
export const Loading: Story = {
  name: 'Đang tải',
  ...of(personas.employee, { 'profile.read': onItsWay }),
  play: async ({ canvasElement }) => void (await inside(await shown(canvasElement, 'bhxh-profile'), '[role=status]')),
};

/** Nothing could be loaded. */
export const Failed: Story = {
  name: 'Không tải được',
  ...of(personas.employee, { 'profile.read': cut(1) }),
  play: async ({ canvasElement }) => void (await inside(await shown(canvasElement, 'bhxh-profile'), '[role=alert]')),
};

/** In English, all numbers shown. */
export const English: Story = {
  name: 'Tiếng Anh',
  globals: { locale: 'en' },
  ...of(personas.employee),
  play: async ({ canvasElement }) => {
    const profile = await shown(canvasElement, 'bhxh-profile');
    await inside(profile, 'dd.agency');
    await press(profile, '#mask');
  },
};
