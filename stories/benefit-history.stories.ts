import '@bhxh-kit/elements/define/benefit-history.js';
import type { BhxhClient } from '@bhxh-kit/client';
import { personas } from '@bhxh-kit/client/testing';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import { inside, shown } from './acts.js';
import { cut, signedIn } from './clients.js';

/** A mother of two who has gone back to work. */
const { benefits } = personas.mother;

const of = (group: string, rows = benefits): TemplateResult =>
  html`<bhxh-benefit-history .rows=${rows} group=${group} date="2026-01-05"></bhxh-benefit-history>`;

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

export const Monthly: Story = { name: 'Hàng tháng', render: () => of('monthly', personas.pensioner.benefits) };

export const Narrow: Story = { name: 'Khung 320 px', render: () => html`<div style="inline-size: 320px">${of('short-term')}</div>` };

/** In English; they could not be read again, and what was read before stays. */
export const Stale: Story = {
  name: 'Tiếng Anh, chưa cập nhật được',
  globals: { locale: 'en' },
  loaders: [signedIn(personas.mother, { 'benefits.list': [undefined, ...cut(4)] })],
  // The host's own wording, because the time of the kit's is another at every run.
  render: (_, { loaded }) =>
    html`<bhxh-benefit-history .client=${loaded['client'] as BhxhClient} .messages=${{ 'history-table.stale': 'Loaded before; it could not be brought up to date.' }} date="2026-01-05"></bhxh-benefit-history>`,
  play: async ({ canvasElement }) => {
    const history = await shown(canvasElement, 'bhxh-benefit-history');
    await inside(history, 'tbody .row');
    await history.reload();
    await inside(history, '.notice');
  },
};

/** Nothing could be read; it can be tried again. */
export const Failed: Story = {
  name: 'Không tải được',
  loaders: [signedIn(personas.mother, { 'benefits.list': cut(4) })],
  render: (_, { loaded }) => html`<bhxh-benefit-history .client=${loaded['client'] as BhxhClient}></bhxh-benefit-history>`,
  play: async ({ canvasElement }) => void (await inside(await shown(canvasElement, 'bhxh-benefit-history'), '.notice button')),
};
