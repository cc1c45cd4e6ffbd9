import '@bhxh-kit/elements/define/sign-in.js';
import type { BhxhClient } from '@bhxh-kit/client';
import { createTestGateway, personas } from '@bhxh-kit/client/testing';
import type { BhxhSignIn } from '@bhxh-kit/elements/sign-in.js';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { inside, press, shown, type } from './acts.js';
import { clientOf, scriptedClient } from './clients.js';

const meta: Meta = {
  title: 'bhxh-sign-in',
  component: 'bhxh-sign-in',
  parameters: {
    docs: {
      description: {
        component: `Đăng nhập: BHXH number and password; taking over from another device with a code; a password that is too old.

\`\`\`html
<bhxh-provider base-url="https://gateway.example.vn" lang="vi">
  <bhxh-sign-in><a slot="first-time" href="/kich-hoat">Lần đầu? Kích hoạt tài khoản</a></bhxh-sign-in>
</bhxh-provider>
<script type="module">
  import '@bhxh-kit/elements/define/provider.js';
  import '@bhxh-kit/elements/define/sign-in.js';
</script>
\`\`\``,
      },
    },
  },
};
export default meta;
type Story = StoryObj;

const { profile, password } = personas.employee;
const element = (client: BhxhClient) =>
  html`<bhxh-sign-in .client=${client}><a slot="first-time" href="#kich-hoat">Lần đầu? Kích hoạt tài khoản</a><a slot="forgotten" href="#quen-mat-khau">Quên mật khẩu?</a></bhxh-sign-in>`;

async function signedIn(canvas: HTMLElement): Promise<BhxhSignIn> {
  const signIn = await shown(canvas, 'bhxh-sign-in');
  await type(signIn, '#number', profile.bhxhNumber);
  await type(signIn, '#password', password);
  await press(signIn, '[type=submit]');
  return signIn;
}

/** A person whose account is in use on another device. */
const inUse = {
  loaders: [
    async () => {
      const gateway = createTestGateway();
      await clientOf(gateway).session.signIn({ bhxhNumber: profile.bhxhNumber, password });
      return { client: clientOf(gateway) };
    },
  ],
  render: (_: unknown, { loaded }: { loaded: Record<string, unknown> }) => element(loaded['client'] as BhxhClient),
} satisfies Story;

/** Number and password. */
export const Credentials: Story = {
  render: () => element(scriptedClient()),
  play: async ({ canvasElement }) => void (await inside(await shown(canvasElement, 'bhxh-sign-in'), '#number')),
};

/** Where gateway, page and browser know passkeys: a button beside number and password. */
export const WithPasskeys: Story = {
  render: () => element(scriptedClient({}, { passkeys: true })),
  play: async ({ canvasElement }) => void (await inside(await shown(canvasElement, 'bhxh-sign-in'), '#passkey')),
};

/** Where the rules know VNeID and the host names the page people come back to. */
export const WithVneid: Story = {
  render: () => html`<bhxh-sign-in .client=${scriptedClient({}, { vneid: [] })} vneid-return="/dang-nhap"></bhxh-sign-in>`,
  play: async ({ canvasElement }) => void (await inside(await shown(canvasElement, 'bhxh-sign-in'), '#vneid')),
};

/** Unknown number or wrong password: the same words. */
export const Refused: Story = {
  render: () => element(scriptedClient({ 'session.signIn': [{ kind: 'refused', status: 401, code: 'session.refused' }] })),
  play: async ({ canvasElement }) => void (await inside(await signedIn(canvasElement), '.problem')),
};

/** After wrong tries a code is asked below what was typed. */
export const Checked: Story = {
  render: () => element(clientOf(createTestGateway({ challenge: 'typed', challengeSignIn: 0 }))),
  play: async ({ canvasElement }) => void (await inside(await signedIn(canvasElement), '#field-challenge')),
};

/** The account is in use elsewhere: what going on means, before anything happens. */
export const InUseElsewhere: Story = {
  ...inUse,
  play: async ({ canvasElement }) => void (await inside(await signedIn(canvasElement), '#send-code')),
};

/** The code is on its way to the registered telephone. */
export const CodeSent: Story = {
  ...inUse,
  play: async ({ canvasElement }) => {
    const signIn = await signedIn(canvasElement);
    await press(signIn, '#send-code');
    await inside(signIn, 'bhxh-one-time-code #control, #control');
  },
};
