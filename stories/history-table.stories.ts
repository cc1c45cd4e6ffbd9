import '@bhxh-kit/elements/define/history-table.js';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';

type Row = Readonly<Record<string, unknown>>;

const ROWS: readonly Row[] = [
  { id: '1', branch: 'social', from: '2010-02', to: '2012-12', employer: 'Công ty Đống Mẫu', position: 'Nhân viên', salary: 5453400, coefficient: 3.66 },
  { id: '2', branch: 'social', from: '2013-03', to: '2020-01', employer: 'Trường Ấp Thử', position: 'Kế toán', workplace: '12 Đường Mẫu' },
  { id: '3', branch: 'social', from: '2020-02', employer: 'Bệnh viện Mẫu', position: 'Kế toán trưởng', salary: 12000000 },
  { id: '4', branch: 'health', from: '2011-01', employer: 'Hộ gia đình' },
];
const MANY: readonly Row[] = Array.from({ length: 10_000 }, (_, at) => ({
  id: `${at}`,
  branch: 'social',
  from: `${1990 + (at % 30)}-01`,
  to: `${1990 + (at % 30)}-02`,
  employer: `Công ty Mẫu ${at}`,
  position: 'Nhân viên',
}));

const from = (source: () => AsyncIterable<Row>): TemplateResult => html`<bhxh-history-table .source=${source} date="2026-03-01"></bhxh-history-table>`;
const of = (rows: readonly Row[]): TemplateResult => html`<bhxh-history-table .rows=${rows} date="2026-03-01"></bhxh-history-table>`;

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
      yield* ROWS;
      await new Promise(() => undefined);
    }),
};

export const Failed: Story = {
  name: 'Không tải được',
  render: () =>
    from(async function* (): AsyncGenerator<Row> {
      throw new Error('cut');
    }),
};

export const Partial: Story = {
  name: 'Tải dở dang',
  render: () =>
    from(async function* () {
      yield* ROWS;
      throw new Error('cut');
    }),
};

export const Stale: Story = {
  name: 'Chưa cập nhật được',
  render: () => {
    let asked = 0;
    const source = async function* (): AsyncGenerator<Row> {
      asked += 1;
      if (asked > 1) throw new Error('cut');
      yield* ROWS;
    };
    // The host's own wording, because the time of the kit's is another at every run.
    const messages = { 'history-table.stale': 'Dữ liệu tải trước đó, chưa cập nhật được.' };
    return html`<bhxh-history-table .source=${source} .messages=${messages} date="2026-03-01"></bhxh-history-table>`;
  },
  play: async ({ canvasElement }) => {
    const table = canvasElement.querySelector('bhxh-history-table');
    await table?.updateComplete;
    await new Promise((done) => setTimeout(done, 50));
    await table?.reload();
  },
};
