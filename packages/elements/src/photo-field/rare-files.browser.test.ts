import { beforeEach, describe, expect, it, vi } from 'vitest';
import './define.js';
import type { BhxhPhotoField } from './photo-field.js';
import { button, field, jpeg, shadow, taken } from './testing/photographs.js';
import { blackPng, rareFile, withMetadata } from './testing/rare-files.js';

const fault = (element: BhxhPhotoField) => shadow(element, '[part~=fault]')?.textContent;
const opened = async (file: Blob, props: Partial<BhxhPhotoField> = {}) => {
  const element = await field(props);
  await element.open(file);
  await element.updateComplete;
  return element;
};

/** The colour of a picture at a place, each channel rounded to 0 or 1: `100` is red. */
async function colourAt(picture: Blob, x: number, y: number): Promise<string> {
  const bitmap = await createImageBitmap(picture);
  const canvas = Object.assign(document.createElement('canvas'), { width: bitmap.width, height: bitmap.height });
  const pen = canvas.getContext('2d')!;
  pen.drawImage(bitmap, 0, 0);
  const [red = 0, green = 0, blue = 0] = pen.getImageData(Math.floor(x * (bitmap.width - 1)), Math.floor(y * (bitmap.height - 1)), 1, 1).data;
  return [red, green, blue].map((channel) => (channel > 127 ? 1 : 0)).join('');
}

const [RED, GREEN, BLUE, YELLOW] = ['100', '010', '001', '110'];

/** Red, green / blue, yellow: each orientation leaves another corner upper left. */
async function fourColours(width: number, height: number): Promise<Blob> {
  const canvas = Object.assign(document.createElement('canvas'), { width, height });
  const pen = canvas.getContext('2d')!;
  ['#f00', '#0f0', '#00f', '#ff0'].forEach((colour, at) => {
    pen.fillStyle = colour;
    pen.fillRect((at % 2) * (width / 2), Math.floor(at / 2) * (height / 2), width / 2, height / 2);
  });
  return new Promise((done) => canvas.toBlob((blob) => done(blob!), 'image/jpeg', 0.9));
}

describe('files as people have them', () => {
  beforeEach(() => {
    document.documentElement.lang = 'vi';
  });

  it.each(['cmyk.jpg', 'animated.gif', 'animated.webp'] as const)('R5 · %s is taken: its first picture, in its colours', async (name) => {
    const photo = await taken(await field(), await rareFile(name));
    expect([photo.type, await colourAt(photo, 0.5, 0.5)]).toEqual(['image/jpeg', RED]);
  });

  it.each([
    [1, RED, GREEN],
    [2, GREEN, RED],
    [3, YELLOW, BLUE],
    [4, BLUE, YELLOW],
    [5, RED, BLUE],
    [6, BLUE, RED],
    [7, YELLOW, GREEN],
    [8, GREEN, YELLOW],
  ])('R5 · a camera’s orientation %i is upright: what was to be at the upper left and right is there', async (orientation, left, right) => {
    const photo = await taken(await field({ kind: 'birth-certificate' }), await withMetadata(await fourColours(1200, 800), orientation));
    const { width, height } = await createImageBitmap(photo);
    expect([width, height]).toEqual(orientation > 4 ? [800, 1200] : [1200, 800]);
    expect([await colourAt(photo, 0.1, 0.1), await colourAt(photo, 0.9, 0.1)]).toEqual([left, right]);
  });

  it('R5 · what is uploaded holds pixels and the tables to read them, and nothing else', async () => {
    const upload = vi.fn().mockResolvedValue({ kind: 'portrait', id: 'photo-1', key: 'secret-1' });
    const element = await field({ autoUpload: true, client: { photographs: { upload } } as never });
    await taken(element, await withMetadata(await jpeg()));
    const sent = upload.mock.calls[0]![0] as Blob;
    const view = new DataView(await sent.arrayBuffer());
    const markers: number[] = [];
    for (let at = 2; view.getUint16(at) !== 0xffda; at += 2 + view.getUint16(at + 2)) markers.push(view.getUint8(at + 1));
    // JFIF header, quantisation, frame, Huffman tables; the browser's encoder may name its own colour space in an ICC profile.
    expect(markers.filter((marker) => ![0xe0, 0xe2, 0xdb, 0xc0, 0xc4, 0xdd].includes(marker))).toEqual([]);
    expect(view.getUint16(view.byteLength - 2)).toBe(0xffd9);
    expect(new TextDecoder('latin1').decode(view)).not.toMatch(/9999999|Exif|GPS|xmp|Photoshop|ftyp/);
  });

  it('R5 · a JPEG cut off in the middle of its pixels is told as damaged', async () => {
    const whole = await jpeg();
    const element = await opened(whole.slice(0, whole.size / 2));
    expect(fault(element)).toMatch(/bị hỏng hoặc tải chưa đủ/);
    expect(shadow(element, '.editor')).toBeNull();
  });

  it('R5 · one pixel is opened, refused for its size, and the person can choose again', async () => {
    const element = await opened(await blackPng(1, 1));
    button(element, 'Dùng ảnh này').click();
    await vi.waitFor(() => expect(fault(element)).toMatch(/quá nhỏ: .* ít nhất 200/));
    button(element, 'Chọn lại').click();
    await element.updateComplete;
    expect([fault(element), shadow(element, '.editor')]).toEqual([undefined, null]);
  });

  it('R5 · a whole PNG of 20,000 × 20,000 in a few kilobytes is never decoded', async () => {
    const bomb = await blackPng(20_000, 20_000);
    const decode = vi.spyOn(globalThis, 'createImageBitmap');
    const element = await opened(bomb);
    expect([bomb.size < 100_000, decode.mock.calls.length]).toEqual([true, 0]);
    expect(fault(element)).toMatch(/400 triệu điểm ảnh \(20\.000 × 20\.000\), quá 65 triệu.*chọn cỡ ảnh nhỏ hơn/);
    decode.mockRestore();
  });
});
