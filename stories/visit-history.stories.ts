import '@bhxh-kit/elements/define/visit-history.js';
import type { BhxhClient } from '@bhxh-kit/client';
import { personas } from '@bhxh-kit/client/testing';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import { inside, shown } from './acts.js';
import { cut, signedIn } from './clients.js';

/** Those of ten years, as they are asked for: the newest first. */
const { visits } = personas.mother;

const book = (hide = false): TemplateResult => html`<bhxh-visit-history .rows=${visits} ?hide-diagnoses=${hide}></bhxh-visit-history>`;

/** Opens the first visit. */
const opening: NonNullable<Story['play']> = async ({ canvasElement }) => {
  const element = canvasElement.querySelector('bhxh-visit-history');
  await element?.updateComplete;
  element?.shadowRoot?.querySelector<HTMLElement>('.row .more button')?.click();
  await element?.updateComplete;
};

const meta: Meta = {
  title: 'bhxh-visit-history',
  component: 'bhxh-visit-history',
  parameters: {
    docs: {
      description: {
        component: `Sổ khám chữa bệnh. A person's visits by year, with what each cost and who paid it; diagnoses hidden on request.

\`\`\`html
<bhxh-visit-history hide-diagnoses></bhxh-visit-history>
<script type="module">
  import '@bhxh-kit/elements/define/visit-history.js';

  document.querySelector('bhxh-visit-history').rows = visitsOfThePerson; // MedicalVisit of @bhxh-kit/domain
</script>
\`\`\`

Inside \`<bhxh-provider base-url="…">\` it asks the gateway instead, and \`rows\` is not needed.`,
      },
    },
  },
};
export default meta;
type Story = StoryObj;

export const Opened: Story = { name: 'Một lần khám đang mở', render: () => book(), play: opening };

export const Concealed: Story = { name: 'Ẩn chẩn đoán', render: () => book(true), play: opening };

export const Narrow: Story = { name: 'Khung 320 px', render: () => html`<div style="inline-size: 320px">${book()}</div>`, play: opening };

/** In English, a visit open. */
export const English: Story = { ...Opened, name: 'Tiếng Anh', globals: { locale: 'en' } };

/** Nothing could be read; it can be tried again. */
export const Failed: Story = {
  name: 'Không tải được',
  loaders: [signedIn(personas.mother, { 'visits.list': cut(4) })],
  render: (_, { loaded }) => html`<bhxh-visit-history .client=${loaded['client'] as BhxhClient}></bhxh-visit-history>`,
  play: async ({ canvasElement }) => void (await inside(await shown(canvasElement, 'bhxh-visit-history'), '.notice button')),
};
