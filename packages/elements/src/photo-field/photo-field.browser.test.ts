import { fixture, html } from '@open-wc/testing';
import axe from 'axe-core';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { formSuite } from '../foundation/testing/form-suite.js';
import './define.js';
import { BhxhPhotoField, type PhotoUploadEvent } from './photo-field.js';

const shadow = (field: BhxhPhotoField, selector: string) => field.shadowRoot!.querySelector<HTMLElement>(selector)!;
const button = (field: BhxhPhotoField, text: string) =>
  [...field.shadowRoot!.querySelectorAll('button')].find((candidate) => candidate.textContent!.trim() === text)!;
const violations = async (element: HTMLElement) => (await axe.run(element)).violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html)}`);

/** A JPEG of stripes: left half darker, so that a turned picture is told apart. */
async function jpeg(width = 900, height = 1200): Promise<Blob> {
  const canvas = Object.assign(document.createElement('canvas'), { width, height });
  const pen = canvas.getContext('2d')!;
  for (let x = 0; x < width; x += 20) {
    pen.fillStyle = (x / 20) % 2 ? '#888' : x < width / 2 ? '#333' : '#ddd';
    pen.fillRect(x, 0, 20, height);
  }
  return new Promise((resolve) => canvas.toBlob((blob) => resolve(blob!), 'image/jpeg', 0.9));
}
/** The JPEG with an EXIF segment: orientation as given, and a place. */
async function withExif(blob: Blob, orientation: number): Promise<Blob> {
  const tiff = [0x4d, 0x4d, 0, 42, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0];
  const gps = [...'GPSLatitude 21.03'].map((letter) => letter.charCodeAt(0));
  const body = [0x45, 0x78, 0x69, 0x66, 0, 0, ...tiff, ...gps];
  const segment = new Uint8Array([0xff, 0xe1, 0, body.length + 2, ...body]);
  return new Blob([blob.slice(0, 2), segment, blob.slice(2)], { type: 'image/jpeg' });
}
/** The markers of a JPEG up to its pixels. */
async function markers(blob: Blob): Promise<number[]> {
  const view = new DataView(await blob.arrayBuffer());
  const found: number[] = [];
  for (let at = 2; view.getUint16(at) !== 0xffda; at += 2 + view.getUint16(at + 2)) found.push(view.getUint16(at));
  return found;
}
async function field(props: Partial<BhxhPhotoField> = {}): Promise<BhxhPhotoField> {
  const element = await fixture<BhxhPhotoField>(html`<bhxh-photo-field></bhxh-photo-field>`);
  Object.assign(element, props);
  await element.updateComplete;
  return element;
}
async function taken(element: BhxhPhotoField, file: Blob): Promise<Blob> {
  await element.open(file);
  button(element, 'Dùng ảnh này').click();
  await vi.waitFor(() => expect(element.value).toBeInstanceOf(Blob));
  await element.updateComplete;
  return element.value!;
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
    ['41 MB', new File([new Uint8Array([0xff, 0xd8, 0xff]), new Uint8Array(41e6)], 'to.jpg'), /41 MB, quá 40 MB/],
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
    const box = await fixture<HTMLElement>(html`<div style="inline-size:288px"><bhxh-photo-field kind="identity-front"></bhxh-photo-field></div>`);
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
