import '@bhxh-kit/elements/define/review-queue.js';
import type { BhxhClient } from '@bhxh-kit/client';
import { createTestGateway, officers, sampleQueue, type TestGatewayOptions, type TestOfficer } from '@bhxh-kit/client/testing';
import type { ReviewRow } from '@bhxh-kit/contract';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import { gone, inside, press, shown, type } from './acts.js';
import { clientOf, cut, type Script, waitingClient } from './clients.js';

const meta: Meta = {
  title: 'bhxh-review-queue',
  component: 'bhxh-review-queue',
  parameters: {
    docs: {
      description: {
        component: `Hàng chờ xem xét của cán bộ. The declarations of an officer's agency and those below it, the oldest deadline first: filters, search without diacritics, further pages, and lists approved in one act.

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

  const queue = document.querySelector('bhxh-review-queue');
  const reviewCase = document.querySelector('bhxh-review-case');
  queue.addEventListener('case-open', ({ id }) => (reviewCase.caseId = id));
  reviewCase.addEventListener('reviewed', ({ outcome }) => queue.take(outcome));
</script>
\`\`\`

Without a client a page hands rows in as \`rows\`, with the moment they are of as \`now\`, and takes over what is done with lists: it cancels the event \`list-act\` and calls \`showOutcome()\`.

Keys in the rows: arrows, Home and End go from row to row, Shift with them or with Space chooses a range, Enter opens the case. Rows in view never move by themselves: what is new is told, with a button.`,
      },
    },
  },
};
export default meta;
type Story = StoryObj;
type Options = TestGatewayOptions & { readonly count?: number; readonly officer?: TestOfficer; readonly script?: Script };

/** A desk where an officer is signed in, and what happens there before anybody looks. */
async function signedIn({ count = 9, officer = officers.provincial, script = {}, ...options }: Options, before?: (client: BhxhClient) => Promise<unknown>) {
  const gateway = createTestGateway({ declarations: sampleQueue(count), ...options });
  // Away from the full hour, at which the hours that are left would change while somebody looks.
  gateway.move(20 * 60_000);
  const sign = async ({ username, password, oneTimeCode }: TestOfficer) => {
    const client = clientOf(gateway);
    await client.officers.signIn({ username, password, oneTimeCode });
    return client;
  };
  if (before) await before(await sign(officers.colleague));
  const client = await sign(officer);
  for (const [operation, faults] of Object.entries(script)) gateway.script(operation, ...faults);
  return client;
}

/** The queue at such a desk. It looks for news only when the story says so. */
const queue = (options: Options = {}, before?: (client: BhxhClient) => Promise<unknown>): Pick<Story, 'loaders' | 'render'> => ({
  loaders: [async () => ({ client: await signedIn(options, before) })],
  render: (_, { loaded }) => html`<bhxh-review-queue .client=${(loaded as { client: BhxhClient }).client} refresh-seconds="0"></bhxh-review-queue>`,
});
const there: NonNullable<Story['play']> = async ({ canvasElement }) => void (await inside(await shown(canvasElement, 'bhxh-review-queue'), 'tbody tr'));

/** Declarations of the agency and those below it, the oldest deadline first. */
export const Queue: Story = { ...queue(), play: there };

/** Another officer has a case open; one is open here. */
export const OpenElsewhere: Story = {
  ...queue({ officer: officers.district }, async ({ reviews }) => {
    const { items } = await reviews.list({});
    await reviews.read({ id: items[0]!.id });
  }),
  play: async ({ canvasElement }) => {
    const element = await shown(canvasElement, 'bhxh-review-queue');
    await press(element, 'tbody tr:nth-child(2) .open');
    await inside(element, '.tag.here');
  },
};

const AT = '2026-01-05T02:00:00.000Z';
const handedIn = (at: number, more: Partial<ReviewRow>): ReviewRow => ({
  id: String(at),
  reference: `0000${at}.GD_2026_001`,
  status: 'waiting-for-paper',
  version: 1,
  purpose: 'register',
  subject: 'individual',
  agencyCode: '00101',
  agencyName: 'BHXH Tp. Hà Nội » BHXH Quận Ba Đình',
  receivedAt: '2025-12-26T02:00:00.000Z',
  fullName: 'Nguyễn Văn A',
  maskedNumber: '••••••9901',
  openElsewhere: false,
  ...more,
});
const ROWS: readonly ReviewRow[] = [
  handedIn(1, { paperDueAt: '2026-01-02T02:00:00.000Z', fullName: 'Lê Thị Mẫu' }),
  handedIn(2, { paperDueAt: '2026-01-05T01:00:00.000Z', purpose: 'adjust', fullName: 'Trần Thử Nghiệm', subject: 'child' }),
  handedIn(3, { paperDueAt: '2026-01-05T02:30:00.000Z', purpose: 'stop' }),
  handedIn(4, { paperDueAt: '2026-01-06T12:30:00.000Z', openElsewhere: true }),
  handedIn(5, { paperDueAt: '2026-01-07T02:00:00.000Z', status: 'in-review', subject: 'organisation', fullName: 'Trường THPT Mẫu số 2' }),
  handedIn(6, { status: 'queued-at-ward', receivedAt: '2026-01-04T02:00:00.000Z', purpose: 'transfer', fullName: 'Nguyễn Văn B' }),
];

/** Rows that a page hands in: overdue ones, the last hour, every purpose and subject. */
export const HandedIn: Story = { render: () => html`<bhxh-review-queue .rows=${ROWS} now=${AT}></bhxh-review-queue>`, play: there };

/** The further filters, with the officer's agencies. */
export const Filters: Story = {
  ...queue(),
  play: async ({ canvasElement }) => {
    const element = await shown(canvasElement, 'bhxh-review-queue');
    await press(element, 'summary');
    await inside(element, 'bhxh-agency-picker');
  },
};

/** A search by name, without diacritics. */
export const Found: Story = {
  ...queue(),
  play: async ({ canvasElement }) => {
    const element = await shown(canvasElement, 'bhxh-review-queue');
    await inside(element, 'tbody tr:nth-child(9)');
    await type(element, '#find', 'tran');
    await press(element, '.search button');
    await gone(element, 'tbody tr:nth-child(2)');
    await inside(element, 'tbody tr');
  },
};

/** Nothing is as it was filtered. */
export const NothingFound: Story = {
  ...queue(),
  play: async ({ canvasElement }) => {
    const element = await shown(canvasElement, 'bhxh-review-queue');
    await inside(element, 'tbody tr');
    await type(element, '#find', 'xyz');
    await press(element, '.search button');
    await inside(element, '.empty');
  },
};

/** Nothing is left to review. */
export const Empty: Story = {
  ...queue({ count: 0 }),
  play: async ({ canvasElement }) => void (await inside(await shown(canvasElement, 'bhxh-review-queue'), '.empty button')),
};

/** The rows are on their way. */
export const Loading: Story = {
  render: () =>
    html`<bhxh-review-queue .client=${{ ...waitingClient(), reviews: { list: () => new Promise(() => undefined), waitingLists: () => new Promise(() => undefined) } }}></bhxh-review-queue>`,
};

/** Nobody is signed in. */
export const SignedOut: Story = {
  render: () => html`<bhxh-review-queue .client=${clientOf(createTestGateway())}></bhxh-review-queue>`,
  play: async ({ canvasElement }) => void (await inside(await shown(canvasElement, 'bhxh-review-queue'), '.failed')),
};

/** The gateway cannot be reached. */
export const Failed: Story = {
  ...queue({ script: { 'reviews.list': cut(1) } }),
  play: async ({ canvasElement }) => void (await inside(await shown(canvasElement, 'bhxh-review-queue'), '.failed')),
};

/** The rows could not be read again: older ones stay. */
export const Stale: Story = {
  ...queue({ count: 3, script: { 'reviews.list': [undefined, ...cut(1)] } }),
  play: async ({ canvasElement }) => {
    const element = await shown(canvasElement, 'bhxh-review-queue');
    await inside(element, 'tbody tr');
    await press(element, '#reload');
    await inside(element, '.stale');
  },
};

/** Further rows follow. */
export const FurtherPages: Story = {
  loaders: [async () => ({ client: await signedIn({ count: 53, script: { 'reviews.list': [undefined, ...cut(1)] } }) })],
  render: (_, { loaded }) => {
    const { client } = loaded as { client: BhxhClient };
    // Three rows a page, so that the story stays short.
    const reviews = { ...client.reviews, list: (input = {}, options = {}) => client.reviews.list({ ...input, limit: 3 }, options) };
    return html`<bhxh-review-queue .client=${{ ...client, reviews }} refresh-seconds="0"></bhxh-review-queue>`;
  },
  play: async ({ canvasElement }) => {
    const element = await shown(canvasElement, 'bhxh-review-queue');
    await press(element, '#more');
    await inside(element, '.failed button');
    await press(element, '.failed button');
    await inside(element, 'tbody tr:nth-child(6)');
  },
};

/** Something came about meanwhile: it is told, and no row moves. */
export const News: Story = {
  loaders: [async () => ({ client: await signedIn({ count: 6 }) })],
  render: (_, { loaded }) => html`<bhxh-review-queue .client=${(loaded as { client: BhxhClient }).client} refresh-seconds="0"></bhxh-review-queue>`,
  play: async ({ canvasElement, loaded }) => {
    const element = await shown(canvasElement, 'bhxh-review-queue');
    await inside(element, 'tbody tr');
    const { reviews } = (loaded as { client: BhxhClient }).client;
    const { items } = await reviews.list({ status: ['in-review'] });
    await reviews.approve({ id: items[0]!.id, version: items[0]!.version });
    await element.look();
    await inside(element, '.news');
  },
};

const choosing: NonNullable<Story['play']> = async ({ canvasElement }) => {
  const element = await shown(canvasElement, 'bhxh-review-queue');
  await press(element, '#choose-all');
  await inside(element, '.row.chosen');
};
const asking: NonNullable<Story['play']> = async (context) => {
  await choosing(context);
  const element = await shown(context.canvasElement, 'bhxh-review-queue');
  await press(element, '#approve-list');
  await inside(element, 'dialog[open]');
};
/** The seconds left are another at every look. */
const steady = { 'review-queue.undoLeft': 'Còn ít giây để hoàn tác' };
const approving: NonNullable<Story['play']> = async (context) => {
  await asking(context);
  const element = await shown(context.canvasElement, 'bhxh-review-queue');
  element.messages = steady;
  await press(element, '#list-go');
  await inside(element, '#result');
};

/** Rows in review are chosen. */
export const Chosen: Story = { ...queue(), play: choosing };

/** Before a list is approved: how many there are of what. */
export const Asking: Story = { ...queue(), play: asking };

/** A list was approved, and can be undone for a minute. */
export const Approved: Story = { ...queue(), play: approving };

/** One row of the list was refused, and says why. */
export const PartlyRefused: Story = {
  loaders: [
    async () => {
      const client = await signedIn({});
      const { items } = await client.reviews.list({ status: ['in-review'] });
      await client.reviews.reject({ id: items[0]!.id, version: items[0]!.version, reasons: ['duplicate'] });
      const { items: left } = await client.reviews.list({});
      // What the officer sees is older than what the gateway has.
      const reviews = { ...client.reviews, list: () => Promise.resolve({ items: [items[0]!, ...left], now: AT }) };
      return { client: { ...client, reviews } };
    },
  ],
  render: (_, { loaded }) => html`<bhxh-review-queue .client=${(loaded as { client: BhxhClient }).client} refresh-seconds="0"></bhxh-review-queue>`,
  play: async (context) => {
    await approving(context);
    await inside(await shown(context.canvasElement, 'bhxh-review-queue'), '.reason');
  },
};

/** The list could not be sent: the question stays, to be sent again. */
export const NotSent: Story = {
  ...queue({ script: { 'reviews.approveList': cut(1) } }),
  play: async (context) => {
    await asking(context);
    const element = await shown(context.canvasElement, 'bhxh-review-queue');
    await press(element, '#list-go');
    await inside(element, 'dialog .problem');
  },
};

const proposed = async ({ reviews }: BhxhClient): Promise<unknown> => {
  const { items } = await reviews.list({ status: ['in-review'] });
  return reviews.approveList({ items: items.map(({ id, version }) => ({ id, version })) });
};

/** A colleague's list waits for a second person. */
export const Waiting: Story = {
  ...queue({ secondPersonFrom: 1 }, proposed),
  play: async ({ canvasElement }) => {
    const element = await shown(canvasElement, 'bhxh-review-queue');
    await inside(element, '.waiting');
    await inside(element, 'tbody tr:nth-child(6)');
  },
};

/** The second person looks at the list before they confirm it or decline. */
export const Confirming: Story = {
  ...queue({ secondPersonFrom: 1 }, proposed),
  play: async ({ canvasElement }) => {
    const element = await shown(canvasElement, 'bhxh-review-queue');
    await press(element, '.waiting button');
    await inside(element, '#list-go');
  },
};

/** One's own list waits for somebody else. */
export const OwnList: Story = {
  ...queue({ secondPersonFrom: 1, officer: officers.colleague }, proposed),
  play: async ({ canvasElement }) => {
    const element = await shown(canvasElement, 'bhxh-review-queue');
    await inside(element, '.waiting');
    await inside(element, 'tbody tr:nth-child(6)');
  },
};

const inSidebar = (content: TemplateResult): TemplateResult => html`<div class="sidebar">${content}</div>`;

/** In a side bar of 320 px: cards in the same reading order. */
export const Narrow: Story = { render: () => inSidebar(html`<bhxh-review-queue .rows=${ROWS} now=${AT}></bhxh-review-queue>`), play: there };

/** In English, where an ancestor says `lang="en"`. */
export const English: Story = { ...HandedIn, globals: { locale: 'en' } };

/** On a dark page. */
export const Dark: Story = { ...HandedIn, globals: { theme: 'dark' } };
