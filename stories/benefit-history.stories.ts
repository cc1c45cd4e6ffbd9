import '@bhxh-kit/elements/define/benefit-history.js';
import type { BenefitPayment } from '@bhxh-kit/domain';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';

const PAYMENTS: readonly BenefitPayment[] = [
  { id: '1', kind: 'one-off', regime: 'Bảo hiểm xã hội một lần', from: '2013-01', amount: 45_600_000, decision: '12/QĐ-BHXH', paidOn: '2013-02-05' },
  { id: '2', kind: 'short-term', regime: 'Sinh con', from: '2014-05-15', to: '2015-03-14', amount: 75_423_000, employer: 'Trung tâm Mẫu', days: 180 },
  { id: '3', kind: 'short-term', regime: 'Ốm đau', from: '2016-01-04', to: '2016-01-06', amount: 620_000, employer: 'Công ty Đống Mẫu', days: 3 },
  { id: '4', kind: 'monthly', regime: 'Hưu trí', from: '2025-01', amount: 5_000_000, per: 'month', agencyName: 'BHXH Quận Mẫu' },
];

const of = (group: string): TemplateResult => html`<bhxh-benefit-history .rows=${PAYMENTS} group=${group} date="2026-03-01"></bhxh-benefit-history>`;

const meta: Meta = {
  title: 'bhxh-benefit-history',
  component: 'bhxh-benefit-history',
  parameters: {
    docs: {
      description: {
        component: `Thông tin hưởng. What a person received, by kind, with its sum in figures and in words; sorted, searched without diacritics, printed and saved as CSV or XLSX.

\`\`\`html
<bhxh-benefit-history></bhxh-benefit-history>
<script type="module">
  import '@bhxh-kit/elements/define/benefit-history.js';

  document.querySelector('bhxh-benefit-history').rows = [
    { id: '1', kind: 'short-term', regime: 'Sinh con', from: '2014-05-15', to: '2015-03-14', amount: 75423000, employer: 'Trung tâm Mẫu' },
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

export const ShortTerm: Story = { name: 'Ốm đau, thai sản', render: () => of('short-term') };

export const Monthly: Story = { name: 'Hàng tháng', render: () => of('monthly') };

export const Narrow: Story = { name: 'Khung 320 px', render: () => html`<div style="inline-size: 320px">${of('short-term')}</div>` };
