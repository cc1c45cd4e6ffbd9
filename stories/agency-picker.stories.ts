import '@bhxh-kit/elements/define/agency-picker.js';
import type { AgencyRow } from '@bhxh-kit/elements/agency-picker.js';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { gone, inside, press, shown, type } from './acts.js';
import { cut, scriptedClient, waitingClient } from './clients.js';

const AGENCIES: readonly AgencyRow[] = [
  { code: '001', name: 'BHXH Tp. Hà Nội' },
  { code: '00101', name: 'BHXH Quận Ba Đình', parentCode: '001', communeCodes: ['00004'] },
  { code: '00106', name: 'BHXH Quận Đống Đa', parentCode: '001', address: 'Số 1 đường Mẫu', phone: '0900 000 001' },
  { code: '079', name: 'BHXH Tp. Hồ Chí Minh' },
  { code: '07901', name: 'BHXH Quận 1', parentCode: '079' },
  { code: '089', name: 'BHXH Tỉnh An Giang', address: 'Số 2 đường Mẫu', phone: '0900 000 002' },
];

/** 34 provinces, 340 offices, 11,220 points of collection: as large as the largest tree of the country. */
const two = (number: number): string => String(number).padStart(2, '0');
const MANY: readonly AgencyRow[] = Array.from({ length: 34 }, (_, p) => [
  { code: `9${two(p)}`, name: `BHXH Tỉnh Mẫu ${p + 1}` },
  ...Array.from({ length: 10 }, (_, d) => [
    { code: `9${two(p)}${two(d)}`, name: `BHXH cơ sở Mẫu ${p + 1}.${d + 1}`, parentCode: `9${two(p)}` },
    ...Array.from({ length: 33 }, (_, c) => ({
      code: `9${two(p)}${two(d)}${two(c)}`,
      name: `Điểm thu Mẫu ${p + 1}.${d + 1}.${c + 1}`,
      parentCode: `9${two(p)}${two(d)}`,
    })),
  ]).flat(),
]).flat();

const meta: Meta = {
  title: 'bhxh-agency-picker',
  component: 'bhxh-agency-picker',
  parameters: {
    docs: {
      description: {
        component: `Chọn cơ quan BHXH tiếp nhận. A form control whose value is the code of an agency; a button opens a dialog with a filter and the tree.

\`\`\`html
<bhxh-agency-picker name="agency" label="Cơ quan BHXH tiếp nhận" required></bhxh-agency-picker>
<script type="module">
  import '@bhxh-kit/elements/define/agency-picker.js';

  const picker = document.querySelector('bhxh-agency-picker');
  picker.agencies = [
    { code: '001', name: 'BHXH Tp. Hà Nội' },
    { code: '00106', name: 'BHXH Quận Đống Đa', parentCode: '001' },
  ];
  picker.addEventListener('change', () => console.log(picker.value)); // '00106'
</script>
\`\`\`

Inside \`<bhxh-provider base-url="…">\` it asks the gateway instead, and \`agencies\` is not needed.`,
      },
    },
  },
};
export default meta;
type Story = StoryObj;

/** Nothing is chosen yet. */
export const Empty: Story = {
  render: () => html`<bhxh-agency-picker name="agency" label="Cơ quan BHXH tiếp nhận" .agencies=${AGENCIES}></bhxh-agency-picker>`,
};

/** The chosen path with address and telephone; the button now changes it. */
export const Chosen: Story = {
  render: () => html`<bhxh-agency-picker label="Cơ quan BHXH tiếp nhận" value="00106" .agencies=${AGENCIES}></bhxh-agency-picker>`,
};

/** A provincial agency can be chosen itself. */
export const ProvinceChosen: Story = {
  render: () => html`<bhxh-agency-picker label="Cơ quan BHXH tiếp nhận" value="089" .agencies=${AGENCIES}></bhxh-agency-picker>`,
};

/** The agency of the commune the person lives in is suggested, never chosen unasked. */
export const Suggestion: Story = {
  render: () => html`<bhxh-agency-picker label="Cơ quan BHXH tiếp nhận" commune-code="00004" .agencies=${AGENCIES}></bhxh-agency-picker>`,
};

/** The dialog with the filter and the tree. */
export const Opened: Story = {
  ...Chosen,
  play: async ({ canvasElement }) => {
    const picker = await shown(canvasElement, 'bhxh-agency-picker');
    await press(picker, '#control');
    await inside(picker, 'dialog [role=treeitem]');
  },
};

/** The filter folds diacritics and shows matches with what is above them. */
export const Filtered: Story = {
  ...Empty,
  play: async (context) => {
    await Opened.play?.(context);
    const picker = await shown(context.canvasElement, 'bhxh-agency-picker');
    await type(picker, '#filter', 'dong da');
    await inside(picker, 'mark');
  },
};

/** Nothing matches: what to try instead. */
export const NothingFound: Story = {
  ...Empty,
  play: async (context) => {
    await Opened.play?.(context);
    await type(await shown(context.canvasElement, 'bhxh-agency-picker'), '#filter', 'không có nơi này');
  },
};

/** The tree stands in the page itself. */
export const Inline: Story = {
  render: () => html`<bhxh-agency-picker inline label="Cơ quan BHXH tiếp nhận" value="00106" .agencies=${AGENCIES}></bhxh-agency-picker>`,
  play: async ({ canvasElement }) => void (await inside(await shown(canvasElement, 'bhxh-agency-picker'), '[role=treeitem]')),
};

/** 11,594 agencies: only the rows in sight are in the page. */
export const ManyAgencies: Story = {
  render: () => html`<bhxh-agency-picker inline label="Cơ quan BHXH tiếp nhận" .agencies=${MANY}></bhxh-agency-picker>`,
  play: Inline.play!,
};

/** The list has no agency: said so, instead of an empty box. */
export const NoAgencies: Story = {
  render: () => html`<bhxh-agency-picker inline label="Cơ quan BHXH tiếp nhận" .agencies=${[]}></bhxh-agency-picker>`,
  play: async ({ canvasElement }) => void (await inside(await shown(canvasElement, 'bhxh-agency-picker'), '#filter')),
};

/** Agencies come from the gateway and are on their way. */
export const Loading: Story = {
  render: () => html`<bhxh-agency-picker inline label="Cơ quan BHXH tiếp nhận" .client=${waitingClient()}></bhxh-agency-picker>`,
  play: NoAgencies.play!,
};

/** The gateway cannot be reached: a sentence and a way to try again. */
export const Failed: Story = {
  render: () => html`<bhxh-agency-picker inline label="Cơ quan BHXH tiếp nhận" .client=${scriptedClient({ 'agencies.list': cut(1) })}></bhxh-agency-picker>`,
  play: async ({ canvasElement }) => void (await inside(await shown(canvasElement, 'bhxh-agency-picker'), '[role=alert]')),
};

/** A reload failed: the older list stays usable and says that it is old. */
export const Stale: Story = {
  render: () =>
    html`<bhxh-agency-picker label="Cơ quan BHXH tiếp nhận" .client=${scriptedClient({ 'agencies.list': [undefined, ...cut(1)] })}></bhxh-agency-picker>`,
  play: async (context) => {
    await Opened.play?.(context);
    const picker = await shown(context.canvasElement, 'bhxh-agency-picker');
    await press(picker, '.acts button');
    await gone(picker, '[role=tree]');
    await press(picker, '#control');
    await inside(picker, 'dialog [role=alert]');
  },
};

/** From the gateway, with the path of the choice known before the whole list is. */
export const FromGateway: Story = {
  render: () => html`<bhxh-agency-picker label="Cơ quan BHXH tiếp nhận" value="00106" .client=${scriptedClient()}></bhxh-agency-picker>`,
  play: async ({ canvasElement }) => void (await inside(await shown(canvasElement, 'bhxh-agency-picker'), '.path')),
};

/** A submit was tried without a choice. */
export const Required: Story = {
  render: () => html`<bhxh-agency-picker label="Cơ quan BHXH tiếp nhận" hint="Nơi bạn nộp Mẫu 01." required .agencies=${AGENCIES}></bhxh-agency-picker>`,
  play: async ({ canvasElement }) => {
    const picker = await shown(canvasElement, 'bhxh-agency-picker');
    picker.reportValidity();
    await inside(picker, '#error');
  },
};

/** A code the list does not have is kept and marked, not cleared. */
export const UnknownCode: Story = {
  render: () => html`<bhxh-agency-picker label="Cơ quan BHXH tiếp nhận" value="99999" .agencies=${AGENCIES}></bhxh-agency-picker>`,
  play: Required.play!,
};

/** By a fieldset of the host. */
export const Disabled: Story = {
  render: () => html`<fieldset disabled>
    <legend>Nơi nộp</legend>
    <bhxh-agency-picker label="Cơ quan BHXH tiếp nhận" value="00106" .agencies=${AGENCIES}></bhxh-agency-picker>
  </fieldset>`,
};

/** Shown and submitted, but not to be changed. */
export const Readonly: Story = {
  render: () => html`<bhxh-agency-picker readonly label="Cơ quan BHXH tiếp nhận" value="00106" .agencies=${AGENCIES}></bhxh-agency-picker>`,
};

/** In a side bar of 320 px. */
export const Narrow: Story = {
  render: () =>
    html`<div class="sidebar"><bhxh-agency-picker inline label="Cơ quan BHXH tiếp nhận" value="00106" .agencies=${AGENCIES}></bhxh-agency-picker></div>`,
  play: Inline.play!,
};

/** In English, where an ancestor says `lang="en"`; names of agencies stay as they are. */
export const English: Story = {
  globals: { locale: 'en' },
  render: () => html`<bhxh-agency-picker label="Receiving office" value="00106" .agencies=${AGENCIES}></bhxh-agency-picker>`,
  play: Opened.play!,
};

/** In the words of the host. */
export const HostWording: Story = {
  render: () =>
    html`<bhxh-agency-picker label="Nơi nộp hồ sơ" .messages=${{ 'agency-picker.open': 'Chọn nơi nộp hồ sơ' }} .agencies=${AGENCIES}></bhxh-agency-picker>`,
};

/** On a dark page. */
export const Dark: Story = { ...Inline, globals: { theme: 'dark' } };

/** In the colours of the host. */
export const HostColours: Story = {
  ...Inline,
  decorators: [
    (story) => html`<div style="--bhxh-color-primary: light-dark(#7a1f3d, #f0a3bb); --bhxh-color-primary-soft: light-dark(#fbeaf0, #4a1b2b); --bhxh-radius: 0">
      ${story()}
    </div>`,
  ],
};
