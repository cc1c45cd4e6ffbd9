import '@bhxh-kit/elements/define/declaration-form.js';
import type { BhxhDeclarationForm } from '@bhxh-kit/elements/declaration-form.js';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, waitFor } from 'storybook/test';
import { PAYLOADS, photographed, pictureFile } from '../packages/elements/src/scanning/testing/codes.js';
import { inside, press, pretendCamera, shown, type } from './acts.js';
import { cut, scriptedClient, waitingClient } from './clients.js';
import { atStep, chooseAgency, choosePerson, choosing, commit, goOn, takePhotographs, writeIdentity, writeOrganisation, writePerson } from './declarant.js';
import { drawing } from './pictures.js';

const meta: Meta = {
  title: 'bhxh-declaration-form',
  component: 'bhxh-declaration-form',
  parameters: {
    docs: {
      description: {
        component: `Tờ khai Mẫu 01: registers a person, a child or an organisation for e-transactions, adjusts what is registered or stops, step by step, and gives the receipt with the form as PDF. The attributes purpose and subject choose ahead.

\`\`\`html
<bhxh-provider base-url="https://gateway.example.vn" lang="vi">
  <bhxh-declaration-form>
    <p slot="help">Cần giúp đỡ? Gọi <a href="tel:0900000001">0900 000 001</a>.</p>
  </bhxh-declaration-form>
</bhxh-provider>
<script type="module">
  import '@bhxh-kit/elements/define/provider.js';
  import '@bhxh-kit/elements/define/declaration-form.js';

  document.querySelector('bhxh-declaration-form').addEventListener('submitted', ({ receipt }) => console.log(receipt.reference));
</script>
\`\`\``,
      },
    },
  },
};
export default meta;
type Story = StoryObj;

/** Opens the form and lets somebody fill it. */
const filled =
  (...acts: readonly ((form: BhxhDeclarationForm) => Promise<unknown>)[]): NonNullable<Story['play']> =>
  async ({ canvasElement }) => {
    const form = await shown(canvasElement, 'bhxh-declaration-form');
    await atStep(form, 1);
    for (const act of acts) await act(form);
  };
const toReview = [choosePerson, writePerson, takePhotographs, chooseAgency] as const;
const summary = (form: BhxhDeclarationForm) => inside(form, '.summary');

/** Bước 1: who registers, what to have at hand, and the deadline, told before anything is asked. */
export const Subject: Story = {
  render: () => html`<bhxh-declaration-form draft-days="0" .client=${scriptedClient()}></bhxh-declaration-form>`,
  play: filled(),
};

/** Going on without a choice: the summary takes the focus and leads to the field. */
export const SubjectMissing: Story = { ...Subject, play: filled(goOn, summary) };

/** Bước 2: who declares, where they live, how to reach them. */
export const Person: Story = { ...Subject, play: filled(choosePerson) };

/** Bước 2 with everything missing. */
export const PersonMissing: Story = { ...Subject, play: filled(choosePerson, goOn, summary) };

/** Under the rules of 2021: the map with districts. */
export const PersonUnder2021: Story = {
  render: () =>
    html`<bhxh-declaration-form draft-days="0" .client=${scriptedClient({}, { rulePack: '2021', now: '2021-06-01T02:00:00Z' })}></bhxh-declaration-form>`,
  play: filled(choosePerson),
};

/** Đăng ký cho con: the child's fields and the guardian's. */
export const Child: Story = {
  render: () =>
    html`<bhxh-declaration-form draft-days="0" subject="child" .client=${scriptedClient({}, { rulePack: '2021', now: '2021-06-01T02:00:00Z' })}></bhxh-declaration-form>`,
  play: filled(goOn, (form) => atStep(form, 2)),
};

/** Điều chỉnh: who declares is named to find the account, then what changes is ticked and only that is asked. */
export const Adjustment: Story = {
  ...Subject,
  play: filled(
    choosing('adjust', 'individual'),
    writeIdentity,
    (form) => press(form, '[value=certificate]'),
    (form) => press(form, '[value=mobilePhone]'),
  ),
};

/** Nothing ticked, nothing written. */
export const AdjustmentMissing: Story = { ...Subject, play: filled(choosing('adjust', 'individual'), writeIdentity, goOn, summary) };

/** Ngừng sử dụng: from which day and why. */
export const Stopping: Story = { ...Subject, play: filled(choosing('stop', 'individual'), writeIdentity) };

/** Cơ quan, tổ chức: its unit code and tax number, its representative as contact. */
export const Organisation: Story = { ...Subject, play: filled(choosing('register', 'organisation')) };

/** An organisation transacts with a certificate: the block is required as a whole. */
export const OrganisationWithoutCertificate: Story = { ...Subject, play: filled(choosing('register', 'organisation'), writeOrganisation, goOn, summary) };

/** Bước 3: the photographs. */
export const Photographs: Story = { ...Subject, play: filled(choosePerson, writePerson) };

/** Bước 3 without photographs. */
export const PhotographsMissing: Story = { ...Subject, play: filled(choosePerson, writePerson, goOn, summary) };

const VERIFIABLE = { population: [{ fullName: 'Nguyễn Văn A', identityNumber: '079299000001', birthDate: '1985-02-28' }] };
const compare = async (form: BhxhDeclarationForm, birthDate: string) => {
  const box = await inside<HTMLInputElement>(form, '#field-identity-birth');
  box.value = birthDate;
  box.dispatchEvent(new InputEvent('input', { bubbles: true }));
  await press(form, '#identity-heading ~ .actions button');
};

/** Bước 3 where the gateway asks a population database: who agrees may need no photographs. What it says never stops anybody. */
export const IdentityNotVerified: Story = {
  render: () => html`<bhxh-declaration-form draft-days="0" .client=${scriptedClient({}, VERIFIABLE)}></bhxh-declaration-form>`,
  play: filled(
    choosePerson,
    writePerson,
    (form) => compare(form, '01/03/1985'),
    (form) => inside(form, '#identity-told .warning'),
  ),
};

/** The database knows the person: when and by what is told, and the tick stands for the photographs. */
export const IdentityConfirmed: Story = {
  ...IdentityNotVerified,
  play: filled(
    choosePerson,
    writePerson,
    (form) => compare(form, '28/02/1985'),
    (form) => inside(form, '#field-identity'),
    (form) => press(form, '#field-identity'),
  ),
};

/** Bước 4: the receiving agency, suggested by the commune. */
export const Agency: Story = { ...Subject, play: filled(choosePerson, writePerson, takePhotographs, (form) => inside(form, '.suggestion')) };

/** Bước 5: everything that will be sent, each with its way back. */
export const Review: Story = { ...Subject, play: filled(...toReview) };

/** Without the commitment nothing is sent. */
export const CommitmentMissing: Story = { ...Subject, play: filled(...toReview, goOn, summary) };

/** On its way. */
export const Recording: Story = {
  render: () =>
    html`<bhxh-declaration-form draft-days="0" .client=${scriptedClient({ 'declarations.submit': [{ kind: 'slow', milliseconds: 15_000 }] })}></bhxh-declaration-form>`,
  play: filled(...toReview, commit, (form) => inside(form, '[aria-busy=true]')),
};

/** The line was cut: nothing typed is lost, and sending again records it once. */
export const NotSent: Story = {
  render: () => html`<bhxh-declaration-form draft-days="0" .client=${scriptedClient({ 'declarations.submit': cut(1) })}></bhxh-declaration-form>`,
  play: filled(...toReview, commit, (form) => inside(form, '.problem')),
};

/** Recorded: reference, deadline, and what to do now. */
export const Receipt: Story = { ...Subject, play: filled(...toReview, commit, (form) => inside(form, '.receipt')) };

/** The rules of the day are on their way. */
export const Loading: Story = { render: () => html`<bhxh-declaration-form draft-days="0" .client=${waitingClient()}></bhxh-declaration-form>` };

/** The rules of the day could not be loaded. */
export const RulesFailed: Story = {
  render: () => html`<bhxh-declaration-form draft-days="0" .client=${scriptedClient({ 'rules.current': cut(1) })}></bhxh-declaration-form>`,
  play: async ({ canvasElement }) => void (await inside(await shown(canvasElement, 'bhxh-declaration-form'), '[role=alert]')),
};

/** The host's own text above, below and on the receipt. */
export const HostTexts: Story = {
  render: () => html`<bhxh-declaration-form draft-days="0" .client=${scriptedClient()}>
    <p slot="intro">Trang của BHXH Tỉnh Mẫu.</p>
    <p slot="help">Cần giúp đỡ? Gọi <a href="tel:0900000001">0900 000 001</a>.</p>
  </bhxh-declaration-form>`,
  play: filled(),
};

/** In the words of the host. */
export const HostWording: Story = {
  render: () =>
    html`<bhxh-declaration-form draft-days="0" .messages=${{ 'declaration-form.next': 'Sang bước sau' }} .client=${scriptedClient()}></bhxh-declaration-form>`,
  play: filled(),
};

/** In a side bar of 320 px. */
export const Narrow: Story = {
  render: () => html`<div class="sidebar"><bhxh-declaration-form draft-days="0" .client=${scriptedClient()}></bhxh-declaration-form></div>`,
  play: filled(choosePerson, goOn, summary),
};

/** In English, where an ancestor says `lang="en"`. */
export const English: Story = { ...Subject, globals: { locale: 'en' }, play: filled(choosePerson, goOn, summary) };

/** On a dark page. */
export const Dark: Story = { ...Receipt, globals: { theme: 'dark' } };

/** Mã xác thực (R14): under the rules of 2023 the address is confirmed before the declaration is recorded. The seconds to the next code are seen, not announced. */
export const EmailCode: Story = {
  render: () =>
    html`<bhxh-declaration-form draft-days="0" .client=${scriptedClient({}, { rulePack: '2023', now: '2024-06-03T02:00:00Z' })}></bhxh-declaration-form>`,
  play: filled(...toReview, commit, (form) => inside(form, '#code-wait span')),
};

/** Mã kiểm tra (R9), typed: a picture, and a question for whoever cannot see it. */
export const TypedCheck: Story = {
  render: () => html`<bhxh-declaration-form draft-days="0" .client=${scriptedClient({}, { challenge: 'typed' })}></bhxh-declaration-form>`,
  play: filled(...toReview, commit, (form) => inside(form, '#field-challenge')),
};

/** Gives a photograph of a card to the form, as chosen from the device. */
const photographOf = (text: string) => async (form: BhxhDeclarationForm) => {
  const files = new DataTransfer();
  files.items.add(await pictureFile(photographed(text)));
  const input = await inside<HTMLInputElement>(form, '#scan-file');
  input.files = files.files;
  input.dispatchEvent(new Event('change'));
  await inside(form, '.said p');
};

/** Đọc từ thẻ (R19): fields filled from a photograph of the ID card are marked and stay editable; where the card says something else, the person decides. */
export const Scanned: Story = {
  ...Subject,
  play: filled(
    choosePerson,
    async (form) => void (await type(form, '#field-contactName', 'Lê Thị Mẫu')),
    photographOf(PAYLOADS.CCCD),
    (form) => inside(form, '.differing'),
  ),
};

/** The camera that looks for a code; here a drawing stands in for it. */
export const ScanCamera: Story = {
  ...Subject,
  play: filled(choosePerson, async (form) => {
    const canvas = drawing({ width: 640, height: 480 });
    const stream = canvas.captureStream(0);
    const restore = pretendCamera(() => Promise.resolve(stream));
    try {
      await press(form, '.scan button');
      await inside(form, 'dialog[open]');
      canvas.getContext('2d')!.fillRect(0, 0, 1, 1);
      (stream.getVideoTracks()[0] as CanvasCaptureMediaStreamTrack).requestFrame();
      await waitFor(() => expect(form.shadowRoot!.querySelector('dialog [role=status]')?.textContent).toContain('Đưa mã QR'));
    } finally {
      restore();
    }
  }),
};

/** The page may not use the camera: the other ways are told. */
export const ScanRefused: Story = {
  ...Subject,
  play: filled(choosePerson, async (form) => {
    const restore = pretendCamera(() => Promise.reject(new DOMException('denied', 'NotAllowedError')));
    try {
      await press(form, '.scan button');
      await inside(form, '.said .error');
    } finally {
      restore();
    }
  }),
};

/** Bản nháp (R20): where it is kept and until when, under every step, with the way to delete it. */
export const DraftKept: Story = {
  beforeEach: forgetDrafts,
  render: () => html`<bhxh-declaration-form .client=${scriptedClient()}></bhxh-declaration-form>`,
  play: filled(
    choosePerson,
    (form) => type(form, '#field-fullName', 'Nguyễn Văn A'),
    (form) => inside(form, '.draft'),
  ),
};

/** Come back to: the draft is offered before the first step, names nobody, and is opened only by whoever presses the button. */
export const DraftFound: Story = {
  beforeEach: forgetDrafts,
  render: () =>
    html`<bhxh-declaration-form .messages=${{ 'declaration-form.draftFound': 'Bạn có bản nháp từ 10:05 ngày 21/11/2026.' }} .client=${scriptedClient()}></bhxh-declaration-form>`,
  play: async (context) => {
    await DraftKept.play!(context);
    const left = await shown(context.canvasElement, 'bhxh-declaration-form');
    const { client, messages } = left;
    const again = Object.assign(document.createElement('bhxh-declaration-form'), { client, messages });
    left.replaceWith(again);
    await inside(again, '[part=draft] button');
  },
};

/** No story finds what the one before it left. */
function forgetDrafts(): Promise<void> {
  return new Promise((done) => {
    const forgetting = indexedDB.deleteDatabase('bhxh-kit-drafts');
    forgetting.onsuccess = () => done();
  });
}
