import '@bhxh-kit/elements/define/declaration-status.js';
import { sampleDeclaration } from '@bhxh-kit/client/testing';
import type { Correction, DeclarationProgress } from '@bhxh-kit/contract';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { inside, press, shown, type } from './acts.js';
import { cut, scriptedClient, waitingClient } from './clients.js';

const meta: Meta = {
  title: 'bhxh-declaration-status',
  component: 'bhxh-declaration-status',
  parameters: {
    docs: {
      description: {
        component: `Theo dõi tờ khai. The reference and the phone number or e-mail address of a declaration give its status, the deadline, what to do now, and Mẫu 01 again.

\`\`\`html
<bhxh-provider base-url="https://gateway.example.vn" lang="vi">
  <bhxh-declaration-status reference="00055.GD_2026_001"></bhxh-declaration-status>
</bhxh-provider>
<script type="module">
  import '@bhxh-kit/elements/define/provider.js';
  import '@bhxh-kit/elements/define/declaration-status.js';
</script>
\`\`\``,
      },
    },
  },
};
export default meta;
type Story = StoryObj;

const REFERENCE = '00055.GD_2026_001';
const WAITING: DeclarationProgress = {
  reference: REFERENCE,
  status: 'waiting-for-paper',
  rulePack: '2025',
  agencyCode: '00106',
  agencyName: 'BHXH Quận Đống Đa',
  receivedAt: '2026-01-05T02:00:00.000Z',
  paperDueAt: '2026-01-15T02:00:00.000Z',
  now: '2026-01-07T08:00:00.000Z',
  history: [{ status: 'waiting-for-paper', at: '2026-01-05T02:00:00.000Z' }],
};
const reached = (status: string, at: string, more: Partial<DeclarationProgress> = {}): DeclarationProgress => ({
  ...WAITING,
  status,
  now: at,
  history: [...WAITING.history, { status, at }],
  ...more,
});

/** An element whose gateway knows one declaration. */
const knowing = (progress: DeclarationProgress, corrections: object = {}, notices: object = {}) => {
  const client = scriptedClient();
  const declarations = { ...client.declarations, follow: () => Promise.resolve(progress) };
  const answering = { ...client, declarations, corrections: { ...client.corrections, ...corrections }, notices };
  return html`<bhxh-declaration-status reference=${REFERENCE} .client=${answering}></bhxh-declaration-status>`;
};

/** What `corrections.open` answers of an invented person's declaration. */
const { rulePack, purpose, subject, agencyCode, photographs: _, commitment: __, ...declared } = sampleDeclaration;
const GIVEN_BACK: Correction = {
  reference: REFERENCE,
  rulePack,
  purpose,
  subject,
  agencyCode,
  agencyName: 'BHXH Quận Ba Đình',
  declared: { ...declared, startDate: '2099-01-05' },
  photographs: [],
  correctionKey: 'K7QM2XHD',
  reasons: ['identity-differs', 'photograph-unusable'],
  words: 'Ảnh mặt sau bị lóa.',
  correctableUntil: '2026-02-11T03:00:00.000Z',
};
const ask = async (canvas: HTMLElement) => {
  const status = await shown(canvas, 'bhxh-declaration-status');
  await type(status, '#contact', '0900000001');
  await press(status, '[type=submit]');
  return status;
};
const answered: NonNullable<Story['play']> = async ({ canvasElement }) => void (await inside(await ask(canvasElement), '.history'));

/** What is asked: reference, and phone number or e-mail address. */
export const Question: Story = { render: () => html`<bhxh-declaration-status .client=${scriptedClient()}></bhxh-declaration-status>` };

/** Nothing was given. */
export const Missing: Story = {
  ...Question,
  play: async ({ canvasElement }) => {
    const status = await shown(canvasElement, 'bhxh-declaration-status');
    await press(status, '[type=submit]');
    await inside(status, '#contact-error');
  },
};

/** Chờ nộp Mẫu 01: the deadline with the time left, and what to do now. */
export const WaitingForPaper: Story = { render: () => knowing(WAITING), play: answered };

/** The notice of receipt was sent again: where to, masked, and when it may be asked for once more. */
export const NoticeSentAgain: Story = {
  render: () => knowing(WAITING, {}, { resend: () => Promise.resolve({ sentTo: ['******0001', 'n***@example.vn'], sendAgainAt: '2026-01-07T08:10:00.000Z' }) }),
  play: async ({ canvasElement }) => {
    const status = await ask(canvasElement);
    await press(status, '[part=resend]');
    await inside(status, '.actions ~ p + [role=alert]');
  },
};

/** It was sent a moment ago. */
export const NoticeTooSoon: Story = {
  render: () =>
    knowing(WAITING, {}, scriptedClient({ 'notices.resend': [{ kind: 'refused', status: 429, code: 'notice.too-soon', retryAfter: 541 }] }).notices),
  play: async ({ canvasElement }) => {
    const status = await ask(canvasElement);
    await press(status, '[part=resend]');
    await inside(status, '.error');
  },
};

/** A few hours are left. */
export const HoursLeft: Story = { render: () => knowing({ ...WAITING, now: '2026-01-14T20:30:00.000Z' }), play: answered };

/** The agency is looking at it. */
export const InReview: Story = { render: () => knowing(reached('in-review', '2026-01-08T03:00:00.000Z')), play: answered };

/** Approved: the first password was sent. */
export const Approved: Story = { render: () => knowing(reached('approved', '2026-01-12T03:00:00.000Z')), play: answered };

/** Not accepted by a gateway that tells a code alone. */
export const RejectedByCode: Story = {
  render: () => knowing(reached('rejected', '2026-01-12T03:00:00.000Z', { reason: 'photograph-unclear' })),
  play: answered,
};

const REJECTED = reached('rejected', '2026-01-12T03:00:00.000Z', {
  reason: 'identity-differs',
  reasons: ['identity-differs', 'photograph-unusable'],
  words: 'Ảnh mặt sau bị lóa.',
  correctableUntil: '2026-02-11T03:00:00.000Z',
});

/** Chưa được chấp nhận: every reason with its way out, the officer's words, and the way to correct it without typing it again. */
export const Rejected: Story = {
  render: () => knowing(REJECTED),
  play: async ({ canvasElement }) => void (await inside(await ask(canvasElement), '#correct')),
};

/** The code of the message is asked; one that does not open the declaration is told at its field. */
export const CorrectionCode: Story = {
  render: () => knowing(REJECTED),
  play: async ({ canvasElement }) => {
    const status = await ask(canvasElement);
    await press(status, '#correct');
    await type(status, '#correction-code', 'ZZZZ-ZZZZ');
    await press(status, '.rejection [type=submit]');
    await inside(status, '#code-error');
  },
};

/** Opened by its code: the form in this place, filled in as it was sent, what the reasons are about marked. */
export const Correcting: Story = {
  render: () => knowing(REJECTED, { open: () => Promise.resolve(GIVEN_BACK) }),
  play: async ({ canvasElement }) => {
    const status = await ask(canvasElement);
    await press(status, '#correct');
    await type(status, '#correction-code', 'K7QM-2XHD');
    await press(status, '.rejection [type=submit]');
    await inside(status, '#correction-title');
  },
};

/** It was corrected and sent again: the way on to the declaration that took its place. */
export const Corrected: Story = {
  render: () => {
    const { correctableUntil: _, ...rejected } = REJECTED;
    return knowing({ ...rejected, correctedAs: '00061.GD_2026_001' });
  },
  play: async ({ canvasElement }) => void (await inside(await ask(canvasElement), '#follow-corrected')),
};

/** After thirty days what the person gave is deleted. */
export const TooLateToCorrect: Story = {
  render: () => knowing({ ...REJECTED, now: '2026-02-12T03:00:00.000Z' }),
  play: async ({ canvasElement }) => void (await inside(await ask(canvasElement), '.reasons')),
};

/** The paper did not come in time: cancelled, its data deleted, and told why. */
export const Cancelled: Story = { render: () => knowing(reached('cancelled', '2026-01-15T02:00:00.000Z', { reason: 'paper-not-received' })), play: answered };

/** A status of a newer gateway, which this copy of the kit does not know. */
export const UnknownStatus: Story = { render: () => knowing(reached('queued-at-ward', '2026-01-12T03:00:00.000Z')), play: answered };

/** Unknown reference and wrong contact get the same answer. */
export const NotFound: Story = {
  render: () => html`<bhxh-declaration-status reference=${REFERENCE} .client=${scriptedClient()}></bhxh-declaration-status>`,
  play: async ({ canvasElement }) => void (await inside(await ask(canvasElement), '.problem')),
};

/** The gateway cannot be reached. */
export const Failed: Story = {
  ...NotFound,
  render: () => html`<bhxh-declaration-status reference=${REFERENCE} .client=${scriptedClient({ 'declarations.follow': cut(1) })}></bhxh-declaration-status>`,
};

/** The answer is on its way. */
export const Asking: Story = {
  render: () => html`<bhxh-declaration-status reference=${REFERENCE} .client=${waitingClient()}></bhxh-declaration-status>`,
  play: async ({ canvasElement }) => void (await inside(await ask(canvasElement), '[aria-busy=true]')),
};

/** In a side bar of 320 px. */
export const Narrow: Story = { render: () => html`<div class="sidebar">${knowing(WAITING)}</div>`, play: answered };

/** In English, where an ancestor says `lang="en"`. */
export const English: Story = { ...WaitingForPaper, globals: { locale: 'en' } };

/** On a dark page. */
export const Dark: Story = { ...WaitingForPaper, globals: { theme: 'dark' } };
