import '@bhxh-kit/elements/define/review-case.js';
import { printedOf } from '@bhxh-kit/client/seals';
import { testSeal } from '@bhxh-kit/client/testing';
import type { ReviewCase } from '@bhxh-kit/contract';
import type { PhotographSource } from '@bhxh-kit/elements/review-case.js';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { inside, press, shown, type } from './acts.js';
import { cut, scriptedClient, waitingClient } from './clients.js';
import { drawnPicture } from './pictures.js';

const meta: Meta = {
  title: 'bhxh-review-case',
  component: 'bhxh-review-case',
  parameters: {
    docs: {
      description: {
        component: `Hồ sơ tại bàn cán bộ. One declaration as an officer reviews it: facts beside the photographs that prove them, possible duplicates, history, and the acts its status allows, each of which can be taken back for a minute.

\`\`\`html
<bhxh-provider id="desk" lang="vi">
  <bhxh-review-queue></bhxh-review-queue>
  <bhxh-review-case></bhxh-review-case>
</bhxh-provider>
<script type="module">
  import '@bhxh-kit/elements/define/provider.js';
  import '@bhxh-kit/elements/define/review-queue.js';
  import '@bhxh-kit/elements/define/review-case.js';
  import { createClient } from '@bhxh-kit/client';

  const client = createClient({ baseUrl: 'https://gateway.example.vn' });
  await client.officers.signIn({ username, password, oneTimeCode });
  document.querySelector('#desk').client = client;
</script>
\`\`\`

Without a client a page hands the case in as \`case\`, its photographs through \`photographSource\`, and takes over the acts: it cancels the event \`act\` and hands in the case as it became.

The code on Form 01 is scanned into the box before the acts, or anywhere on the page: the case tells whether paper and data agree, and where not. Without a network it does so by the keys kept; a page without a client hands them in as \`sealKeys\`.

Keys in a photograph: \`+\` and \`-\` enlarge and shrink it, \`R\` turns it, \`0\` puts it back, arrows scroll it. There are no other shortcuts.`,
      },
    },
  },
};
export default meta;
type Story = StoryObj;

const ID = '00000000-0000-4000-8000-000000000055';
const RECEIVED = '2026-01-05T02:00:00.000Z';
const PAPER: ReviewCase['history'][number] = {
  act: 'paper-received',
  at: '2026-01-07T03:00:00.000Z',
  status: 'in-review',
  officerName: 'Phạm Cán Bộ Mẫu',
  agencyName: 'BHXH Quận Ba Đình',
};
const WAITING: ReviewCase = {
  id: ID,
  reference: '00055.GD_2026_001',
  status: 'waiting-for-paper',
  version: 1,
  purpose: 'register',
  subject: 'individual',
  agencyCode: '00101',
  agencyName: 'BHXH Tp. Hà Nội » BHXH Quận Ba Đình',
  receivedAt: RECEIVED,
  paperDueAt: '2026-01-15T02:00:00.000Z',
  rulePack: '2025',
  now: '2026-01-07T08:00:00.000Z',
  declared: {
    fullName: 'Nguyễn Văn A',
    bhxhNumber: '9999999901',
    identityNumber: '079299000001',
    address: { scheme: '2025', provinceCode: '01', communeCode: '00004', street: '12 Đường Mẫu' },
    contactName: 'Nguyễn Văn A',
    email: 'nguyen.van.a@example.vn',
    mobilePhone: '0900000001',
    startDate: '2026-01-05',
    transactAt: { kind: 'portal' },
    handIn: 'at-agency',
    locale: 'vi',
  },
  addressText: '12 Đường Mẫu, Phường Ba Đình, Thành phố Hà Nội',
  photographs: [{ kind: 'identity-back' }, { kind: 'identity-front' }, { kind: 'portrait' }],
  allowed: ['paper-received', 'reject'],
  history: [{ act: 'declared', at: RECEIVED, status: 'waiting-for-paper' }],
  duplicates: [],
  openBy: [],
};
const REVIEWED: ReviewCase = { ...WAITING, status: 'in-review', version: 2, allowed: ['approve', 'reject'], history: [...WAITING.history, PAPER] };
const decided = (act: 'approve' | 'reject', more: Partial<ReviewCase> = {}): ReviewCase => ({
  ...REVIEWED,
  status: act === 'approve' ? 'approved' : 'rejected',
  version: 3,
  allowed: [],
  history: [...REVIEWED.history, { ...PAPER, act, at: '2026-01-07T07:59:30.000Z', status: act === 'approve' ? 'approved' : 'rejected' }],
  ...more,
});

/** An invented paper: a plain figure, lying or standing. */
const drawnFor: PhotographSource = (kind) => (kind === 'portrait' ? drawnPicture() : drawnPicture({ width: 1200, height: 756 }));
const never: PhotographSource = () => new Promise(() => undefined);

const deskOf = (file: ReviewCase, { source = drawnFor, client = scriptedClient() } = {}) =>
  html`<bhxh-review-case .case=${file} .photographSource=${source} .client=${client}></bhxh-review-case>`;
const pictured: NonNullable<Story['play']> = async ({ canvasElement }) => {
  const element = await shown(canvasElement, 'bhxh-review-case');
  await inside(element, 'canvas');
};
const shows = (file: ReviewCase): Story => ({ render: () => deskOf(file), play: pictured });
/** A case without photographs is complete at once. */
const told = (file: ReviewCase): Story => ({ render: () => deskOf({ ...file, photographs: [] }) });

/** Nothing is chosen in the queue. */
export const NothingChosen: Story = { render: () => html`<bhxh-review-case .client=${scriptedClient()}></bhxh-review-case>` };

/** The answer is on its way. */
export const Loading: Story = { render: () => html`<bhxh-review-case case-id=${ID} .client=${waitingClient()}></bhxh-review-case>` };

/** The case is not the officer's, or there is none: one answer. */
export const Failed: Story = {
  render: () =>
    html`<bhxh-review-case case-id=${ID} .client=${scriptedClient({ 'reviews.read': [{ kind: 'refused', status: 404, code: 'review.not-found' }] })}></bhxh-review-case>`,
  play: async ({ canvasElement }) => void (await inside(await shown(canvasElement, 'bhxh-review-case'), '[role=alert]')),
};

/** Chờ nộp Mẫu 01 (O2): the countdown, and the paper to be received. */
export const WaitingForPaper: Story = shows(WAITING);

/** A few hours are left. */
export const HoursLeft: Story = told({ ...WAITING, now: '2026-01-14T20:30:00.000Z' });

/** The paper is in: approve or reject (O3, O4). */
export const InReview: Story = shows(REVIEWED);

/** Approved a moment ago by this officer: it can be taken back. */
export const JustApproved: Story = told(decided('approve', { undo: { act: 'approve', until: '2026-01-07T08:00:45.000Z' } }));

/** Approved, and the minute is over. */
export const Approved: Story = told(decided('approve'));

/** Rejected, with reasons and words. */
export const Rejected: Story = told(
  decided('reject', {
    history: [
      ...REVIEWED.history,
      { ...PAPER, act: 'reject', status: 'rejected', reasons: ['photograph-unusable', 'contact-not-own'], words: 'Ảnh mặt sau bị lóa góc trên.' },
    ],
  }),
);

/** An approval that was taken back stays in the history. */
export const Undone: Story = told({
  ...REVIEWED,
  version: 4,
  history: [...REVIEWED.history, { ...PAPER, act: 'approve', status: 'approved', undone: true }, { ...PAPER, act: 'undone' }],
});

/** The paper did not come in time: cancelled, and what the person gave is deleted. */
export const Cancelled: Story = {
  render: () => {
    const { declared: _, purpose: __, subject: ___, addressText: ____, ...rest } = WAITING;
    const history = [...WAITING.history, { act: 'cancelled', at: '2026-01-15T02:00:00.000Z', status: 'cancelled' }];
    return deskOf({ ...rest, status: 'cancelled', version: 2, photographs: [], allowed: [], history });
  },
};

/** Another officer has it open. */
export const OpenElsewhere: Story = told({
  ...REVIEWED,
  openBy: [{ officerName: 'Hoàng Thị Mẫu', agencyName: 'BHXH Quận Ba Đình', since: '2026-01-07T07:58:00.000Z' }],
});

/** Two declarations with a number of this one, side by side; one is at an agency that is not this officer's. */
export const Duplicates: Story = told({
  ...REVIEWED,
  duplicates: [
    {
      id: '00000000-0000-4000-8000-000000000056',
      reference: '00056.GD_2026_001',
      fullName: 'Nguyễn Văn A',
      purpose: 'register',
      status: 'waiting-for-paper',
      agencyName: 'BHXH Tp. Hà Nội » BHXH Quận Ba Đình',
      receivedAt: '2026-01-06T02:00:00.000Z',
      same: ['bhxh-number', 'mobile-phone'],
    },
    { status: 'approved', agencyName: 'BHXH tỉnh An Giang', receivedAt: '2025-12-01T02:00:00.000Z', same: ['email'] },
  ],
});

/** The BHXH number has an account already. */
export const AccountExists: Story = told({ ...REVIEWED, account: { state: 'active', createdAt: '2025-06-02T02:00:00.000Z' } });

/** A child: the birth certificate beside birth date and guardian. */
export const Child: Story = {
  render: () => {
    const { identityNumber: _, ...declared } = WAITING.declared!;
    return deskOf({
      ...REVIEWED,
      subject: 'child',
      declared: { ...declared, fullName: 'Trần Thử Nghiệm', birthDate: '2018-02-01', guardian: { bhxhNumber: '9999999902', identityNumber: '079299000002' } },
      photographs: [{ kind: 'birth-certificate' }, { kind: 'portrait' }],
    });
  },
  play: pictured,
};

/** An organisation: no photographs, its certificate and tax number. */
export const Organisation: Story = {
  render: () => {
    const { identityNumber: _, ...declared } = WAITING.declared!;
    const certificate = { serial: '540999999901', issuer: 'Tổ chức Thử Nghiệm', validFrom: '2025-01-31', validTo: '2028-01-30' };
    return deskOf({
      ...REVIEWED,
      subject: 'organisation',
      declared: { ...declared, fullName: 'Trường THPT Mẫu số 2', bhxhNumber: 'ZZ9999A', taxNumber: '9999999027', certificate },
      photographs: [],
    });
  },
};

/** An adjustment of e-mail and phone; the account meant is there. */
export const Adjustment: Story = told({
  ...REVIEWED,
  purpose: 'adjust',
  declared: { ...WAITING.declared!, changes: ['email', 'mobilePhone'] },
  account: { state: 'active', createdAt: '2025-06-02T02:00:00.000Z' },
});

/** The photographs are on their way. */
export const PhotographsLoading: Story = { render: () => deskOf(REVIEWED, { source: never }) };

/** A photograph did not come. */
export const PhotographFailed: Story = {
  render: () => deskOf({ ...REVIEWED, photographs: [{ kind: 'portrait' }] }, { source: () => Promise.reject(new Error('cut')) }),
  play: async ({ canvasElement }) => void (await inside(await shown(canvasElement, 'bhxh-review-case'), '.box [type=button]')),
};

/** Enlarged and turned by keys. */
export const Enlarged: Story = {
  ...InReview,
  play: async ({ canvasElement }) => {
    const element = await shown(canvasElement, 'bhxh-review-case');
    for (const kind of ['portrait', 'identity-front', 'identity-back']) await inside(element, `canvas[data-kind=${kind}]`);
    const box = await inside(element, '.box');
    for (const key of ['+', '+', 'r']) box.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
  },
};

const rejecting: NonNullable<Story['play']> = async ({ canvasElement }) => {
  const element = await shown(canvasElement, 'bhxh-review-case');
  await press(element, '#reject');
  await inside(element, 'dialog[open]');
};

/** What a rejection asks. */
export const Rejecting: Story = { ...told(REVIEWED), play: rejecting };

/** Reasons and words, with what the person will read. */
export const RejectionWritten: Story = {
  ...Rejecting,
  play: async (context) => {
    await rejecting(context);
    const element = await shown(context.canvasElement, 'bhxh-review-case');
    for (const reason of ['identity-differs', 'contact-not-own']) await press(element, `[value=${reason}]`);
    await type(element, '#words', 'Họ tên trên căn cước có chữ đệm “Thị”.');
    await inside(element, '.preview .said');
  },
};

/** Sent without a reason. */
export const RejectionFaulty: Story = {
  ...Rejecting,
  play: async (context) => {
    await rejecting(context);
    const element = await shown(context.canvasElement, 'bhxh-review-case');
    await press(element, 'dialog [type=submit]');
    await inside(element, '#reasons-error');
  },
};

/** Another officer acted in between: told, and nothing was done. */
export const Changed: Story = {
  render: () => deskOf({ ...REVIEWED, photographs: [] }, { client: changedClient() }),
  play: async ({ canvasElement }) => {
    const element = await shown(canvasElement, 'bhxh-review-case');
    await press(element, '#approve');
    await inside(element, '.problem');
  },
};

/** A client whose gateway refuses an approval because the case has another version. */
function changedClient() {
  const client = scriptedClient();
  const facts = { act: 'approve', at: '2026-01-07T07:59:00.000Z', version: 3, status: 'approved' };
  const conflict = Object.assign(new Error('409'), { code: 'review.changed', fieldErrors: [{ pointer: '/version', code: 'review.changed', facts }] });
  return { ...client, reviews: { ...client.reviews, approve: () => Promise.reject(conflict) } } as unknown as ReturnType<typeof scriptedClient>;
}

/** Scans the code of a paper, as a scanner types it, and waits for what is told. */
const scanned =
  (paper: Partial<ReviewCase['declared']>, told: string): NonNullable<Story['play']> =>
  async ({ canvasElement }) => {
    const element = await shown(canvasElement, 'bhxh-review-case');
    const box = await type(element, '#scan', await testSeal(printedOf({ ...WAITING, declared: { ...WAITING.declared!, ...paper } })!));
    box.form!.requestSubmit();
    await inside(element, told);
  };

/** The paper that was handed in agrees with the data (O2). */
export const PaperAgrees: Story = { ...told(WAITING), play: scanned({}, '.told.success') };

/** Printed before the data were corrected: each field that differs, with both values. */
export const PaperDiffers: Story = { ...told(WAITING), play: scanned({ fullName: 'Nguyễn Văn Ánh', startDate: '2026-01-12' }, '[data-differs]') };

/** Scanned before a case was chosen, and the network is cut: genuine, with what was signed. */
export const PaperWithoutCase: Story = {
  render: () => html`<bhxh-review-case .client=${scriptedClient({ 'reviews.list': cut(9) })}></bhxh-review-case>`,
  play: scanned({}, '.sealed'),
};

/** In a side bar of 320 px. */
export const Narrow: Story = { render: () => html`<div class="sidebar">${deskOf(WAITING)}</div>`, play: pictured };

/** In English, where an ancestor says `lang="en"`. */
export const English: Story = { ...InReview, globals: { locale: 'en' } };

/** On a dark page. */
export const Dark: Story = { ...InReview, globals: { theme: 'dark' } };
