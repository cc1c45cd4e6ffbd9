import '@bhxh-kit/elements/define/photo-field.js';
import type { BhxhPhotoField } from '@bhxh-kit/elements/photo-field.js';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { inside, press, pretendCamera, shown } from './acts.js';
import { cut, scriptedClient, waitingClient } from './clients.js';
import { drawing, drawnPicture } from './pictures.js';

const meta: Meta = {
  title: 'bhxh-photo-field',
  component: 'bhxh-photo-field',
  parameters: {
    docs: {
      description: {
        component: `Ảnh. A form control for one photograph, from the camera, a file, a drop or the clipboard: framed, turned, checked, and encoded anew without its metadata.

\`\`\`html
<form method="post" enctype="multipart/form-data">
  <bhxh-photo-field name="portrait" kind="portrait" required></bhxh-photo-field>
  <button>Gửi</button>
</form>
<script type="module">
  import '@bhxh-kit/elements/define/photo-field.js';

  document.querySelector('bhxh-photo-field').addEventListener('change', ({ photo }) => console.log(photo?.size));
</script>
\`\`\`

With \`auto-upload\` inside \`<bhxh-provider>\` it goes to the gateway at once; \`upload\` events tell how far.`,
      },
    },
  },
};
export default meta;
type Story = StoryObj;

const opened = async (canvas: HTMLElement, picture: Promise<Blob> | Blob): Promise<BhxhPhotoField> => {
  const field = await shown(canvas, 'bhxh-photo-field');
  await field.open(await picture);
  return field;
};
const taken = async (canvas: HTMLElement, picture: Promise<Blob> | Blob): Promise<BhxhPhotoField> => {
  const field = await opened(canvas, picture);
  await inside(field, '.editor');
  await press(field, 'button.primary');
  await inside(field, '.preview');
  return field;
};

/** Ảnh cá nhân 4×6: what is wanted, before anything is chosen. */
export const Portrait: Story = { render: () => html`<bhxh-photo-field name="portrait"></bhxh-photo-field>` };

/** Mặt trước giấy tờ: the shape of a card. */
export const IdentityFront: Story = { render: () => html`<bhxh-photo-field kind="identity-front"></bhxh-photo-field>` };

/** Mặt sau giấy tờ. */
export const IdentityBack: Story = { render: () => html`<bhxh-photo-field kind="identity-back"></bhxh-photo-field>` };

/** Giấy khai sinh: a whole page, in the shape it has. */
export const BirthCertificate: Story = { render: () => html`<bhxh-photo-field kind="birth-certificate"></bhxh-photo-field>` };

/** The person frames it: drag, arrow keys, slider, quarter turns. */
export const Framing: Story = {
  ...Portrait,
  play: async ({ canvasElement }) => void (await inside(await opened(canvasElement, drawnPicture()), '.editor')),
};

/** Framed and taken, with what was seen of it. */
export const Taken: Story = { ...Portrait, play: async ({ canvasElement }) => void (await taken(canvasElement, drawnPicture())) };

/** Too dark and too blurred: told in words, not refused. */
export const PoorQuality: Story = {
  ...Portrait,
  play: async ({ canvasElement }) => void (await taken(canvasElement, drawnPicture({ dark: true, blurred: true }))),
};

/** A cut nobody could recognise anything on is refused, with the size that is needed. */
export const TooSmall: Story = {
  ...Portrait,
  play: async ({ canvasElement }) => {
    const field = await opened(canvasElement, drawnPicture({ width: 120, height: 180 }));
    await inside(field, '.editor');
    await press(field, 'button.primary');
    await inside(field, '[role=alert]');
  },
};

/** A PDF with the name of a picture: told by its content. */
export const NotAPicture: Story = {
  ...Portrait,
  play: async ({ canvasElement }) =>
    void (await inside(await opened(canvasElement, new File(['%PDF-1.7'], 'anh.jpg', { type: 'image/jpeg' })), '[role=alert]')),
};

/** A file of 61 MB is not even opened. */
export const TooLarge: Story = {
  ...Portrait,
  play: async ({ canvasElement }) => {
    const heavy = new Blob([new Uint8Array([0xff, 0xd8, 0xff]), new Uint8Array(61_000_000)], { type: 'image/jpeg' });
    await inside(await opened(canvasElement, heavy), '[role=alert]');
  },
};

/** The dialog of the camera with the frame to align to; here a drawing stands in for the camera. */
export const Camera: Story = {
  ...Portrait,
  play: async ({ canvasElement }) => {
    const field = await shown(canvasElement, 'bhxh-photo-field');
    const canvas = drawing({ width: 640, height: 480 });
    const stream = canvas.captureStream(0);
    const restore = pretendCamera(() => Promise.resolve(stream));
    try {
      await press(field, '.acts button:nth-of-type(2)');
      await inside(field, 'dialog[open]');
      canvas.getContext('2d')!.fillRect(0, 0, 1, 1);
      (stream.getVideoTracks()[0] as CanvasCaptureMediaStreamTrack).requestFrame();
      await inside(field, 'dialog .primary:enabled');
    } finally {
      restore();
    }
  },
};

/** The page may not use the camera: what to do about it. */
export const CameraDenied: Story = {
  ...Portrait,
  play: async ({ canvasElement }) => {
    const field = await shown(canvasElement, 'bhxh-photo-field');
    const restore = pretendCamera(() => Promise.reject(new DOMException('denied', 'NotAllowedError')));
    try {
      await press(field, '.acts button:nth-of-type(2)');
      await inside(field, '[role=alert]');
    } finally {
      restore();
    }
  },
};

/** A submit was tried without a photograph. */
export const Required: Story = {
  render: () => html`<bhxh-photo-field required></bhxh-photo-field>`,
  play: async ({ canvasElement }) => {
    const field = await shown(canvasElement, 'bhxh-photo-field');
    field.reportValidity();
    await inside(field, '#error');
  },
};

/** On its way to the gateway. */
export const Uploading: Story = {
  render: () => html`<bhxh-photo-field auto-upload .client=${waitingClient()}></bhxh-photo-field>`,
  play: async ({ canvasElement }) => void (await inside(await taken(canvasElement, drawnPicture()), 'progress')),
};

/** The line was cut: the photograph is still here and can be sent again. */
export const UploadFailed: Story = {
  render: () => html`<bhxh-photo-field auto-upload .client=${scriptedClient({ 'photographs.begin': cut(1) })}></bhxh-photo-field>`,
  play: async ({ canvasElement }) => void (await inside(await taken(canvasElement, drawnPicture()), 'p.warning')),
};

/** The gateway keeps it. */
export const Uploaded: Story = {
  render: () => html`<bhxh-photo-field auto-upload .client=${scriptedClient()}></bhxh-photo-field>`,
  play: async ({ canvasElement }) => void (await inside(await taken(canvasElement, drawnPicture()), 'p.good')),
};

/** By a fieldset of the host. */
export const Disabled: Story = {
  render: () => html`<fieldset disabled>
    <legend>Giấy tờ</legend>
    <bhxh-photo-field></bhxh-photo-field>
  </fieldset>`,
};

/** Shown, but not to be changed. */
export const Readonly: Story = { render: () => html`<bhxh-photo-field readonly></bhxh-photo-field>` };

/** In a side bar of 320 px. */
export const Narrow: Story = { ...Framing, render: () => html`<div class="sidebar"><bhxh-photo-field></bhxh-photo-field></div>` };

/** In English, where an ancestor says `lang="en"`. */
export const English: Story = { ...Taken, globals: { locale: 'en' } };

/** On a dark page. */
export const Dark: Story = { ...Taken, globals: { theme: 'dark' } };
