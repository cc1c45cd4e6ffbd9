import { fixture, html } from '@open-wc/testing';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { LazyPart } from '../foundation/lazy-part.js';
import { formSuite } from '../foundation/testing/form-suite.js';
import { CropEditor } from './crop-editor.js';
import { CROP_KEYS } from './crop-model.js';
import './define.js';
import { BhxhPhotoField, type PhotoUploadEvent } from './photo-field.js';
import { button, field, inOnePart, jpeg, shadow, taken, violations } from './testing/photographs.js';

/** The JPEG with an EXIF segment: orientation as given, and a place. */
async function withExif(blob: Blob, orientation: number): Promise<Blob> {
  const tiff = [0x4d, 0x4d, 0, 42, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0];
  const gps = new TextEncoder().encode('GPSLatitude 21.03');
  const body = [0x45, 0x78, 0x69, 0x66, 0, 0, ...tiff, ...gps];
  const segment = new Uint8Array([0xff, 0xe1, 0, body.length + 2, ...body]);
  return inOnePart([blob.slice(0, 2), segment, blob.slice(2)]);
}
/** The header of a PNG of that size: all that is read before it is decoded. */
function png(width: number, height: number): Blob {
  const head = new DataView(new ArrayBuffer(24));
  [0x89504e47, 0x0d0a1a0a, 13, 0x49484452, width, height].forEach((word, at) => head.setUint32(at * 4, word));
  return new Blob([head.buffer]);
}
/** The markers of a JPEG up to its pixels. */
async function markers(blob: Blob): Promise<number[]> {
  const view = new DataView(await blob.arrayBuffer());
  const found: number[] = [];
  for (let at = 2; view.getUint16(at) !== 0xffda; at += 2 + view.getUint16(at + 2)) found.push(view.getUint16(at));
  return found;
}
formSuite<Blob | undefined>({
  tag: 'bhxh-photo-field',
  value: new Blob(['x'], { type: 'image/jpeg' }),
  submitted: [['field', new File(['x'], 'portrait.jpg', { type: 'image/jpeg' })]],
});

describe('<bhxh-photo-field>', () => {
  beforeEach(() => {
    document.documentElement.lang = 'vi';
  });

  it('R5 · the original’s place and camera are gone, the picture is upright, 4×6 and light', async () => {
    const original = await withExif(await jpeg(1200, 900), 6);
    expect(await markers(original)).toContain(0xffe1);
    const element = await field();
    const told = vi.fn();
    element.addEventListener('change', (event) => told(event.photo === element.value, event.bubbles));
    const photo = await taken(element, original);
    const kept = await markers(photo);
    expect(kept.filter((marker) => marker >= 0xffe1 && marker <= 0xffef && marker !== 0xffe2)).toEqual([]);
    expect(new TextDecoder('latin1').decode(await photo.arrayBuffer())).not.toMatch(/Exif|GPS/);
    const picture = await createImageBitmap(photo);
    // 1200 × 900 turned by its orientation is 900 × 1200, of which 800 × 1200 is 2:3.
    expect([picture.width, picture.height, photo.size < 600_000]).toEqual([473, 709, true]);
    expect(told.mock.calls).toEqual([[true, false]]);
  });

  it.each([
    ['a PDF named .jpg', new File(['%PDF-1.7 …'], 'anh.jpg', { type: 'image/jpeg' }), /PDF/],
    ['an SVG', new File(['<svg xmlns="http://www.w3.org/2000/svg"/>'], 'a.svg', { type: 'image/svg+xml' }), /SVG/],
    ['an empty file', new File([], 'anh.jpg'), /trống/],
    ['a broken JPEG', new File(['\u00ff', new Uint8Array([0xff])], 'anh.jpg'), /không phải ảnh/],
    ['a JPEG cut off', new File([new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0, 16])], 'anh.jpg'), /hỏng/],
    ['HEIC', new File([new Uint8Array([0, 0, 0, 24]), 'ftypheic'], 'IMG.HEIC'), /HEIC/],
    ['61 MB', new File([new Uint8Array([0xff, 0xd8, 0xff]), new Uint8Array(61e6)], 'to.jpg'), /61 MB, quá 60 MB/],
    ['a few bytes that promise 100 megapixels', png(10_000, 10_000), /100 triệu điểm ảnh \(10\.000 × 10\.000\), quá 65 triệu.*Chụp ảnh/],
  ])('R5 · refuses %s in words, and what was there stays', async (_, file, words) => {
    const element = await field({ value: new Blob(['x'], { type: 'image/jpeg' }) });
    await element.open(file);
    await element.updateComplete;
    expect(shadow(element, '[part~=fault]').textContent).toMatch(words);
    expect(element.value?.size).toBe(1);
  });

  it('R5 · a picture too small is not taken, and says what is needed', async () => {
    const element = await field();
    await element.open(await jpeg(120, 180));
    button(element, 'Dùng ảnh này').click();
    await element.updateComplete;
    expect([element.value, shadow(element, '[part~=fault]').textContent]).toEqual([undefined, expect.stringContaining('ít nhất 200')]);
  });

  it.each([
    [8000, 7500, 'a file of 40 MB with 60 megapixels', 40e6],
    [900, 1200, 'a small one', 0],
  ])(
    'R5 · takes a photograph of %i × %i: %s',
    async (width, height, _, bytes) => {
      const photograph = await jpeg(width, height);
      // A JPEG may be followed by anything, as the films of phones' photographs are.
      const file = new Blob([photograph, new Uint8Array(Math.max(0, bytes - photograph.size))]);
      const frees = vi.spyOn(ImageBitmap.prototype, 'close');
      const element = await field();
      const photo = await taken(element, file);
      const picture = await createImageBitmap(photo);
      expect([file.size >= bytes, picture.width, picture.height]).toEqual([true, 473, 709]);
      expect(frees).toHaveBeenCalled();
      frees.mockRestore();
    },
    60_000,
  );

  it('R5 · a photograph turned by its camera is bounded upright, not squeezed', async () => {
    const element = await field({ kind: 'birth-certificate' });
    const photo = await taken(element, await withExif(await jpeg(4000, 3000), 6));
    const picture = await createImageBitmap(photo);
    expect([picture.height, Math.round((picture.height / picture.width) * 100)]).toEqual([2105, 133]);
  });

  it('words its remarks in the language of the moment', async () => {
    const element = await field();
    await taken(element, await jpeg());
    expect(shadow(element, '.words').textContent).toContain('Đã nhận ảnh');
    document.documentElement.lang = 'en';
    await vi.waitFor(() => expect(shadow(element, '.words').textContent).toContain('Photo taken over, 473 × 709 pixels'));
    await element.open(new Blob(['%PDF-1.7']));
    await element.updateComplete;
    expect(shadow(element, '[part~=fault]').textContent).toMatch(/is a PDF, not a photo/);
  });

  it('does for every key of the table what the table says', async () => {
    const element = await field();
    const pixels = () => shadow<HTMLCanvasElement>(element, '.editor').toDataURL();
    const zoom = () => shadow<HTMLInputElement>(element, '.zoom input').valueAsNumber;
    const press = async (key: string) => {
      shadow(element, '.editor').dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
      await element.updateComplete;
    };
    for (const [key, act] of Object.entries(CROP_KEYS)) {
      await element.open(await jpeg(900, 1000, 'rings'));
      await press('+');
      const [before, from] = [pixels(), zoom()];
      await press(key);
      expect([key, pixels() === before]).toEqual([key, false]);
      expect([key, Math.sign(zoom() - from)]).toEqual([key, act === 'in' ? 1 : act === 'out' ? -1 : 0]);
    }
    const still = pixels();
    await press('x');
    expect(pixels()).toBe(still);
  });

  it.each(['drop', 'paste'])('takes a photograph by %s, and none while read-only', async (way) => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([await jpeg()], 'anh.jpg', { type: 'image/jpeg' }));
    const bring = (element: BhxhPhotoField) => {
      const init = { bubbles: true, cancelable: true, composed: true };
      const event =
        way === 'drop' ? new DragEvent('drop', { ...init, dataTransfer: transfer }) : new ClipboardEvent('paste', { ...init, clipboardData: transfer });
      shadow(element, '.stage').dispatchEvent(event);
      return event.defaultPrevented;
    };
    const element = await field();
    expect(bring(element)).toBe(true);
    await vi.waitFor(() => expect(shadow(element, '.editor')).not.toBeNull());
    const locked = await field({ readonly: true });
    expect([bring(locked), shadow(locked, '.editor')]).toEqual([false, null]);
  });

  it('says that the code for photographs could not be loaded, and opens the same file once it can', async () => {
    const element = await field();
    const load = vi.spyOn(LazyPart.prototype, 'load').mockResolvedValue(undefined);
    const tools = vi.spyOn(CropEditor.prototype, 'tools', 'get').mockReturnValue(undefined);
    await element.open(await jpeg());
    await element.updateComplete;
    expect(shadow(element, '[part~=fault]').textContent).toMatch(/kết nối mạng/);
    load.mockRestore();
    tools.mockRestore();
    button(element, 'Thử lại').click();
    await vi.waitFor(() => expect(shadow(element, '.editor')).not.toBeNull());
    expect(shadow(element, '[part~=fault]')).toBeNull();
  });

  it('frames again what was being framed when the field left the page', async () => {
    const element = await field();
    await element.open(await jpeg());
    const { parentElement: place } = element;
    element.remove();
    await new Promise((resolve) => setTimeout(resolve, 20));
    await element.updateComplete;
    expect(element.shadowRoot!.querySelector('.editor')).toBeNull();
    place!.append(element);
    await vi.waitFor(() => expect(shadow(element, '.editor')).not.toBeNull());
  });

  it('uploads by itself, tells every state, can be stopped, sent again and discarded', async () => {
    const discard = vi.fn().mockResolvedValue(undefined);
    const upload = vi
      .fn()
      .mockImplementationOnce(
        (_blob, _kind, { signal }) => new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(new Error('aborted')))),
      )
      .mockImplementationOnce(() => Promise.reject(Object.assign(new Error('offline'), { code: 'network.unreachable' })))
      .mockImplementation(async (blob: Blob, _kind, { onProgress }) => {
        onProgress(blob.size / 2, blob.size);
        return { kind: 'portrait', id: 'photo-1', key: 'secret-1' };
      });
    const element = await field({ autoUpload: true, client: { photographs: { upload, discard } } as never });
    const states: unknown[] = [];
    element.addEventListener('upload', (event: PhotoUploadEvent) => states.push(event.state?.status === 'failed' ? event.state.code : event.state?.status));
    await taken(element, await jpeg());
    button(element, 'Dừng gửi').click();
    await element.updateComplete;
    button(element, 'Gửi lại').click();
    await vi.waitFor(() => expect(states.at(-1)).toBe('network.unreachable'));
    await element.updateComplete;
    button(element, 'Gửi lại').click();
    await vi.waitFor(() => expect(element.upload).toEqual({ status: 'kept', id: 'photo-1', key: 'secret-1' }));
    await element.updateComplete;
    button(element, 'Xóa ảnh').click();
    expect(discard).toHaveBeenCalledExactlyOnceWith({ id: 'photo-1', photographKey: 'secret-1' });
    expect([element.value, states]).toEqual([
      undefined,
      ['uploading', 'upload.cancelled', 'uploading', 'network.unreachable', 'uploading', 'uploading', 'kept', undefined],
    ]);
  });

  it('keeps the focus in the field when what was pressed goes: “Dùng ảnh này”, “Dừng gửi”, “Gửi lại”, “Xóa ảnh”, and “Chọn lại” while framing', async () => {
    const upload = vi.fn(() => new Promise<never>(() => undefined));
    const element = await field({ autoUpload: true, client: { photographs: { upload, discard: vi.fn() } } as never });
    const pressed = async (words: string) => {
      button(element, words).focus();
      button(element, words).click();
      await element.updateComplete;
      return element.shadowRoot!.activeElement;
    };
    await element.open(await jpeg());
    for (const words of ['Chọn lại', 'Dùng ảnh này', 'Dừng gửi', 'Gửi lại', 'Xóa ảnh']) {
      if (words === 'Dùng ảnh này') await element.open(await jpeg());
      expect([words, await pressed(words)]).toEqual([words, shadow(element, '#control')]);
    }
    // Where the person is elsewhere by then, they are left there.
    const elsewhere = await fixture<HTMLElement>(html`<button type="button">Tiếp</button>`);
    await element.open(await jpeg());
    elsewhere.focus();
    button(element, 'Dùng ảnh này').click();
    await element.updateComplete;
    expect(document.activeElement).toBe(elsewhere);
  });

  it('complains of a frame that was not taken once the person leaves it, not while it opens: the dialog of files takes the focus too', async () => {
    const element = await field({ required: true });
    shadow(element, '#control').focus();
    shadow(element, '#control').blur();
    await element.open(await jpeg());
    await element.updateComplete;
    const wrong = () => [shadow(element, '.stage').dataset['invalid'], shadow(element, '#error')?.textContent.trim() ?? ''];
    expect(wrong()).toEqual(['false', '']);
    (element.shadowRoot!.activeElement as HTMLElement).blur();
    await element.updateComplete;
    expect(wrong()).toEqual(['true', expect.stringContaining('Dùng ảnh này')]);
  });

  it('a photograph sent survives a step away; a reset discards the field’s own and leaves the page’s', async () => {
    const discard = vi.fn().mockResolvedValue(undefined);
    const upload = vi.fn().mockResolvedValue({ kind: 'portrait', id: 'photo-1', key: 'secret-1' });
    const client = { photographs: { upload, discard } } as never;
    const form = await fixture<HTMLFormElement>(html`<form><bhxh-photo-field auto-upload .client=${client}></bhxh-photo-field></form>`);
    const element = form.firstElementChild as BhxhPhotoField;
    await taken(element, await jpeg());
    await vi.waitFor(() => expect(element.upload?.status).toBe('kept'));
    const kept = element.upload;
    element.remove();
    await new Promise((resolve) => setTimeout(resolve, 20));
    const back = document.createElement('bhxh-photo-field');
    Object.assign(back, { client, upload: kept, required: true });
    form.append(back);
    await back.updateComplete;
    expect([back.checkValidity(), discard.mock.calls.length]).toEqual([true, 0]);
    form.reset();
    expect([back.upload, discard.mock.calls.length]).toEqual([undefined, 0]);
    back.remove();
    form.append(element);
    const told: unknown[] = [];
    element.addEventListener('upload', ({ state }) => told.push(state));
    form.reset();
    expect([element.value, element.upload, told]).toEqual([undefined, undefined, [undefined]]);
    expect(discard).toHaveBeenCalledExactlyOnceWith({ id: 'photo-1', photographKey: 'secret-1' });
  });

  it.each(['replaces', 'removes'])(
    'R17, R20 · what the page had set is not discarded at the gateway when the person %s it: a declaration may hold it',
    async (act) => {
      const discard = vi.fn().mockResolvedValue(undefined);
      const upload = vi.fn().mockResolvedValue({ kind: 'portrait', id: 'photo-2', key: 'secret-2' });
      const kept = { status: 'kept', id: 'photo-1', key: 'secret-1' } as const;
      const element = await field({ autoUpload: true, client: { photographs: { upload, discard } } as never, upload: kept, value: await jpeg() });
      if (act === 'removes') button(element, 'Xóa ảnh').click();
      else {
        await taken(element, await jpeg(900, 1200, 'rings'));
        await vi.waitFor(() => expect(element.upload).toEqual({ status: 'kept', id: 'photo-2', key: 'secret-2' }));
      }
      expect([element.upload?.status, discard.mock.calls]).toEqual([act === 'removes' ? undefined : 'kept', []]);
    },
  );

  it('is clean under axe: empty, framing, taken, wrong', async () => {
    const element = await field({ required: true });
    expect(await violations(element)).toEqual([]);
    element.reportValidity();
    await element.updateComplete;
    expect(await violations(element)).toEqual([]);
    await element.open(await jpeg());
    await element.updateComplete;
    expect(await violations(element)).toEqual([]);
    await taken(element, await jpeg());
    expect(await violations(element)).toEqual([]);
  });

  it('fits 320 px and leaves nothing behind after 100 mounts', async () => {
    const box = await fixture<HTMLElement>(html`<div><bhxh-photo-field kind="identity-front"></bhxh-photo-field></div>`);
    box.style.inlineSize = '288px';
    await (box.firstElementChild as BhxhPhotoField).open(await jpeg(1600, 1000));
    expect(box.scrollWidth).toBeLessThanOrEqual(288);
    const nodes = document.querySelectorAll('*').length;
    for (let mount = 0; mount < 100; mount++) {
      const element = document.body.appendChild(document.createElement('bhxh-photo-field'));
      await element.updateComplete;
      element.remove();
    }
    expect([document.querySelectorAll('*').length, customElements.get('bhxh-photo-field')]).toEqual([nodes, BhxhPhotoField]);
  });
});
