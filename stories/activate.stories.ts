import '@bhxh-kit/elements/define/activate.js';
import type { BhxhActivate } from '@bhxh-kit/elements/activate.js';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { inside, press, shown, type } from './acts.js';
import { cut, scriptedClient } from './clients.js';

const meta: Meta = {
  title: 'bhxh-activate',
  component: 'bhxh-activate',
  parameters: {
    docs: {
      description: {
        component: `Kích hoạt tài khoản. With the one-time code of the approval a person chooses the first password of their account; one that is too late is sent anew.

\`\`\`html
<bhxh-provider base-url="https://gateway.example.vn" lang="vi">
  <bhxh-activate><a slot="done" href="/dang-nhap">Đăng nhập</a></bhxh-activate>
</bhxh-provider>
<script type="module">
  import '@bhxh-kit/elements/define/provider.js';
  import '@bhxh-kit/elements/define/activate.js';
</script>
\`\`\`

The link of the e-mail opens the page with the code in its fragment, which the element takes out of the address bar at once.`,
      },
    },
  },
};
export default meta;
type Story = StoryObj;
type Play = NonNullable<Story['play']>;

const element = (client = scriptedClient()) => html`<bhxh-activate .client=${client}><p slot="done">Trang đăng nhập: dang-nhap.example.vn</p></bhxh-activate>`;

/** Fills the fields and presses the button. */
async function filled(canvas: HTMLElement, password = 'trời hôm nay đẹp'): Promise<BhxhActivate> {
  const activate = await shown(canvas, 'bhxh-activate');
  await type(activate, '#number', '9999999977');
  await type(activate, '#code', 'K7QM-2XHD');
  await type(activate, '#password', password);
  await press(activate, '[type=submit]');
  return activate;
}
const answered =
  (selector: string): Play =>
  async ({ canvasElement }) =>
    void (await inside(await filled(canvasElement), selector));

/** Number, code, and a password of one's own. */
export const Choose: Story = {
  render: () => element(),
  play: async ({ canvasElement }) => void (await inside(await shown(canvasElement, 'bhxh-activate'), '#number')),
};

/** Nothing was given: each field says what it wants. */
export const Missing: Story = {
  ...Choose,
  play: async ({ canvasElement }) => {
    const activate = await shown(canvasElement, 'bhxh-activate');
    await press(activate, '[type=submit]');
    await inside(activate, '#password-error');
  },
};

/** A password many people have is refused in words, and can be looked at. */
export const CommonPassword: Story = {
  ...Choose,
  play: async ({ canvasElement }) => {
    const activate = await filled(canvasElement, 'matkhau2026');
    await press(activate, '#show');
    await inside(activate, '#password-error');
  },
};

/** Wrong, too late or used: the gateway does not tell which, so each is said with its way out. */
export const Refused: Story = { ...Choose, play: answered('.problem') };

/** Too many wrong tries. */
export const Locked: Story = {
  render: () => element(scriptedClient({ 'accounts.activate': [{ kind: 'refused', status: 429, code: 'session.locked' }] })),
  play: answered('.problem'),
};

/** The gateway cannot be reached: nothing typed is lost. */
export const Failed: Story = { render: () => element(scriptedClient({ 'accounts.activate': cut(1) })), play: answered('.problem') };

/** Another code is asked for. */
export const AskForCode: Story = {
  ...Choose,
  play: async ({ canvasElement }) => {
    const activate = await shown(canvasElement, 'bhxh-activate');
    await press(activate, '#ask-new');
    await inside(activate, '#contact');
  },
};

/** It was sent, if there is such an account. */
export const CodeSent: Story = {
  ...Choose,
  play: async ({ canvasElement }) => {
    const activate = await shown(canvasElement, 'bhxh-activate');
    await press(activate, '#ask-new');
    await type(activate, '#number', '9999999977');
    await type(activate, '#contact', '0900000001');
    await press(activate, '[type=submit]');
    await inside(activate, '#password');
  },
};

/** The account is active; the page says where to sign in. */
export const Done: Story = {
  render: () => {
    const client = scriptedClient();
    const accounts = { ...client.accounts, activate: () => Promise.resolve() };
    return element({ ...client, accounts } as never);
  },
  play: answered('slot[name=done]'),
};

/** In a side bar of 320 px. */
export const Narrow: Story = { render: () => html`<div class="sidebar">${element()}</div>`, play: Refused.play! };

/** In English, where an ancestor says `lang="en"`. */
export const English: Story = { ...Choose, globals: { locale: 'en' } };

/** On a dark page. */
export const Dark: Story = { ...Choose, globals: { theme: 'dark' } };
