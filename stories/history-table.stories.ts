import '@bhxh-kit/elements/define/history-table.js';
import { generateLife } from '@bhxh-kit/client/testing';
import type { HistoryRow } from '@bhxh-kit/elements/history-table.js';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';

const TODAY = '2026-01-05';
/** Four spells of work, told on that day, and what comes of them in the other branches. */
const { participation: ROWS } = generateLife(4, { size: { participation: 4 } });
/** What a source is asked for: one branch. */
const SOCIAL = ROWS.filter(({ branch }) => branch === 'social');
const { participation: MANY } = generateLife(4, { size: { participation: 10_000 } });

const from = (source: () => AsyncIterable<HistoryRow>): TemplateResult => html`<bhxh-history-table .source=${source} date=${TODAY}></bhxh-history-table>`;
const of = (rows: readonly HistoryRow[]): TemplateResult => html`<bhxh-history-table .rows=${rows} date=${TODAY}></bhxh-history-table>`;

const meta: Meta = {
  title: 'bhxh-history-table',
  component: 'bhxh-history-table',
  parameters: {
    docs: {
      description: {
        component: `Quá trình tham gia. The history by branch with its total, sorted by a header, searched without diacritics, printed and saved as CSV.

\`\`\`html
<bhxh-history-table></bhxh-history-table>
<script type="module">
  import '@bhxh-kit/elements/define/history-table.js';

  document.querySelector('bhxh-history-table').rows = [
    { id: '1', branch: 'social', from: '2010-02', to: '2012-12', employer: 'Công ty Mẫu', position: 'Nhân viên' },
  ];
</script>
\`\`\`

Inside \`<bhxh-provider base-url="…">\` it asks the gateway instead, and \`rows\` is not needed.`,
      },
    },
  },
};
export default meta;
type Story = StoryObj;

export const Filled: Story = { name: 'Có dữ liệu', render: () => of(ROWS) };

export const English: Story = { name: 'Tiếng Anh', globals: { locale: 'en' }, render: () => of(ROWS) };

export const Narrow: Story = { name: 'Khung 320 px', render: () => html`<div style="inline-size: 320px">${of(ROWS)}</div>` };

export const TenThousand: Story = { name: '10.000 dòng', render: () => of(MANY) };

export const Empty: Story = { name: 'Chưa có dữ liệu', render: () => of([]) };

export const Loading: Story = {
  name: 'Đang tải',
  render: () =>
    from(async function* () {
      yield* SOCIAL;
      await new Promise(() => undefined);
    }),
};

export const Failed: Story = {
  name: 'Không tải được',
  render: () =>
    from(async function* (): AsyncGenerator<HistoryRow> {
      throw new Error('cut');
    }),
};

export const Partial: Story = {
  name: 'Tải dở dang',
  render: () =>
    from(async function* () {
      yield* SOCIAL;
      throw new Error('cut');
    }),
};

export const Stale: Story = {
  name: 'Chưa cập nhật được',
  render: () => {
    let asked = 0;
    const source = async function* (): AsyncGenerator<HistoryRow> {
      asked += 1;
      if (asked > 1) throw new Error('cut');
      yield* SOCIAL;
    };
    // The host's own wording, because the time of the kit's is another at every run.
    const messages = { 'history-table.stale': 'Dữ liệu tải trước đó, chưa cập nhật được.' };
    return html`<bhxh-history-table .source=${source} .messages=${messages} date=${TODAY}></bhxh-history-table>`;
  },
  play: async ({ canvasElement }) => {
    const table = canvasElement.querySelector('bhxh-history-table');
    await table?.updateComplete;
    await new Promise((done) => setTimeout(done, 50));
    await table?.reload();
  },
};
