import '@bhxh-kit/elements/define/address-field.js';
import { testUnits } from '@bhxh-kit/client/testing';
import type { AddressValue } from '@bhxh-kit/elements/address-field.js';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { inside, press, shown, type } from './acts.js';
import { cut, scriptedClient, waitingClient } from './clients.js';

const HOME: AddressValue = { scheme: '2025', provinceCode: '01', communeCode: '00004', street: '12 Đường Mẫu' };
const HOME_2021: AddressValue = { scheme: '2021', provinceCode: '01', districtCode: '272', communeCode: '09763', street: 'Thôn Mẫu' };

const meta: Meta = {
  title: 'bhxh-address-field',
  component: 'bhxh-address-field',
  parameters: {
    docs: {
      description: {
        component: `Địa chỉ. A form control for an address on the administrative map of 2025 (province, commune) or of 2021 (province, district, commune).

\`\`\`html
<bhxh-provider base-url="https://gateway.example.vn">
  <form>
    <bhxh-address-field name="address" label="Địa chỉ liên hệ" required></bhxh-address-field>
  </form>
</bhxh-provider>
<script type="module">
  import '@bhxh-kit/elements/define/provider.js';
  import '@bhxh-kit/elements/define/address-field.js';

  document.querySelector('bhxh-address-field').addEventListener('change', ({ target }) => {
    console.log(target.value); // { scheme: '2025', provinceCode: '01', communeCode: '00004', street: '12 Đường Mẫu' }
  });
</script>
\`\`\`

It is submitted as \`address.scheme\`, \`address.provinceCode\`, \`address.communeCode\`, \`address.street\`. Without a provider, hand the units in: \`field.units = […]\`.`,
      },
    },
  },
};
export default meta;
type Story = StoryObj;

/** The map of 2025: no districts. */
export const Empty: Story = {
  render: () => html`<bhxh-address-field name="address" label="Địa chỉ liên hệ" .units=${testUnits}></bhxh-address-field>`,
};

/** The map of 2021, with districts. */
export const Map2021: Story = {
  render: () => html`<bhxh-address-field scheme="2021" label="Địa chỉ liên hệ" .units=${testUnits} .value=${HOME_2021}></bhxh-address-field>`,
};

/** An address that was given before. */
export const Filled: Story = {
  render: () => html`<bhxh-address-field label="Địa chỉ liên hệ" .units=${testUnits} .value=${HOME}></bhxh-address-field>`,
};

/** The list of provinces, opened. */
export const Opened: Story = {
  ...Empty,
  play: async ({ canvasElement }) => {
    const field = await shown(canvasElement, 'bhxh-address-field');
    (await inside(field, '#province')).focus();
    await press(field, '#province');
    await inside(field, '[role=option]');
  },
};

/** The list narrows while a person types, with or without tones. */
export const Narrowed: Story = {
  ...Empty,
  play: async ({ canvasElement }) => {
    const field = await shown(canvasElement, 'bhxh-address-field');
    await type(field, '#province', 'an gi');
    await inside(field, '[role=option][aria-setsize="1"]');
  },
};

/** Nothing matches what was typed. */
export const NothingFound: Story = {
  ...Empty,
  play: async ({ canvasElement }) => {
    const field = await shown(canvasElement, 'bhxh-address-field');
    await type(field, '#province', 'xứ Mẫu');
    await inside(field, '[part=popup] .note');
  },
};

/** A submit was tried: each part says what it lacks. */
export const Required: Story = {
  render: () => html`<bhxh-address-field label="Địa chỉ liên hệ" hint="Nơi nhận thư của cơ quan BHXH." required .units=${testUnits}></bhxh-address-field>`,
  play: async ({ canvasElement }) => {
    const field = await shown(canvasElement, 'bhxh-address-field');
    field.reportValidity();
    await inside(field, '#street-error');
  },
};

/** Text that is no row of the list is kept and marked. */
export const Unresolved: Story = {
  ...Empty,
  play: async ({ canvasElement }) => {
    const field = await shown(canvasElement, 'bhxh-address-field');
    const province = await type(field, '#province', 'Xứ Mẫu');
    province.blur();
    field.reportValidity();
    await inside(field, '#province-error');
  },
};

/** A code that the list does not have is kept and marked. */
export const UnknownCode: Story = {
  render: () => html`<bhxh-address-field label="Địa chỉ liên hệ" .units=${testUnits} .value=${{ ...HOME, communeCode: '99999' }}></bhxh-address-field>`,
  play: async ({ canvasElement }) => {
    const field = await shown(canvasElement, 'bhxh-address-field');
    field.reportValidity();
    await inside(field, '#commune-error');
  },
};

/** An address of before 1 July 2025: told, and chosen again by the person. */
export const OldAddress: Story = {
  render: () => html`<bhxh-address-field label="Địa chỉ liên hệ" .units=${testUnits} .value=${HOME_2021}></bhxh-address-field>`,
  play: async ({ canvasElement }) => void (await inside(await shown(canvasElement, 'bhxh-address-field'), '.note')),
};

/** An address of before 1 July 2025 whose place is known today: proposed, and taken only by the person. */
export const SuccessorSuggested: Story = {
  render: () => {
    const client = scriptedClient();
    const successor = testUnits.find(({ scheme, code }) => scheme === '2025' && code === '00004')!;
    const units = { ...client.units, successors: () => Promise.resolve({ items: [successor] }) };
    return html`<bhxh-address-field label="Địa chỉ liên hệ" .client=${{ ...client, units }} .value=${HOME_2021}></bhxh-address-field>`;
  },
  play: async ({ canvasElement }) => void (await inside(await shown(canvasElement, 'bhxh-address-field'), '.note li')),
};

/** The list of provinces is on its way. */
export const Loading: Story = {
  render: () => html`<bhxh-address-field label="Địa chỉ liên hệ" .client=${waitingClient()}></bhxh-address-field>`,
  play: async ({ canvasElement }) => {
    const field = await shown(canvasElement, 'bhxh-address-field');
    (await inside(field, '#province')).focus();
    await press(field, '#province');
    await inside(field, '[part=popup] .note');
  },
};

/** The gateway cannot be reached: a sentence and a way to try again. */
export const Failed: Story = {
  render: () => html`<bhxh-address-field label="Địa chỉ liên hệ" .client=${scriptedClient({ 'units.list': cut(9) })}></bhxh-address-field>`,
  play: async ({ canvasElement }) => void (await inside(await shown(canvasElement, 'bhxh-address-field'), '[role=alert]')),
};

/** By a fieldset of the host. */
export const Disabled: Story = {
  render: () => html`<fieldset disabled>
    <legend>Người tham gia</legend>
    <bhxh-address-field label="Địa chỉ liên hệ" .units=${testUnits} .value=${HOME}></bhxh-address-field>
  </fieldset>`,
};

/** Shown and submitted, but not to be changed. */
export const Readonly: Story = {
  render: () => html`<bhxh-address-field readonly label="Địa chỉ liên hệ" .units=${testUnits} .value=${HOME}></bhxh-address-field>`,
};

/** In a side bar of 320 px. */
export const Narrow: Story = {
  render: () => html`<div class="sidebar">
    <bhxh-address-field scheme="2021" label="Địa chỉ liên hệ" .units=${testUnits} .value=${HOME_2021}></bhxh-address-field>
  </div>`,
};

/** In English, where an ancestor says `lang="en"`; names of places stay as they are. */
export const English: Story = {
  globals: { locale: 'en' },
  render: () => html`<bhxh-address-field label="Contact address" required .units=${testUnits}></bhxh-address-field>`,
  play: Required.play!,
};

/** On a dark page. */
export const Dark: Story = { ...Opened, globals: { theme: 'dark' } };
