import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import './define.js';
import { button, field, jpeg, shadow, taken } from './testing/photographs.js';

/** What Firefox does with `privacy.resistFingerprinting`: noise instead of the pixels, until the person allows the page to read them. */
const NOISE = {
  getImageData: () => {
    const given = vi.spyOn(CanvasRenderingContext2D.prototype, 'getImageData');
    given.mockImplementation((_x, _y, width, height) => new ImageData(noise(width * height * 4), width, height));
  },
  toDataURL: () => {
    const noisy = Object.assign(document.createElement('canvas'), { width: 64, height: 64 });
    noisy.getContext('2d')!.putImageData(new ImageData(noise(64 * 64 * 4), 64, 64), 0, 0);
    const [png, jpg] = [noisy.toDataURL('image/png'), noisy.toDataURL('image/jpeg')];
    vi.spyOn(HTMLCanvasElement.prototype, 'toDataURL').mockImplementation((type) => (type === 'image/jpeg' ? jpg : png));
  },
};
const noise = (bytes: number) => Uint8ClampedArray.from({ length: bytes }, () => Math.random() * 256);

describe('a browser that does not let the page read what it paints', () => {
  beforeEach(() => {
    document.documentElement.lang = 'vi';
  });
  afterEach(() => {
    vi.restoreAllMocks();
  });

  it.each(['getImageData', 'toDataURL'] as const)(
    'R5 · no photograph is taken where %s gives noise: told, with the way out, and taken once it is allowed',
    async (way) => {
      const file = await jpeg();
      const element = await field({ value: new Blob(['x'], { type: 'image/jpeg' }) });
      const frees = vi.spyOn(ImageBitmap.prototype, 'close');
      NOISE[way]();
      await element.open(file);
      await element.updateComplete;
      expect(shadow(element, '[part~=fault]').textContent).toMatch(/không cho trang đọc ảnh.*thanh địa chỉ.*cho phép.*trình duyệt khác/);
      expect([element.value?.size, shadow(element, '.editor'), button(element, 'Dùng ảnh này')]).toEqual([1, null, undefined]);
      expect(frees).toHaveBeenCalled();
      vi.restoreAllMocks();
      expect((await taken(element, file)).size).toBeGreaterThan(1000);
      expect(shadow(element, '[part~=fault]')).toBeNull();
    },
  );

  it('R5 · the slight noise of other browsers does no harm', async () => {
    const read = CanvasRenderingContext2D.prototype.getImageData;
    vi.spyOn(CanvasRenderingContext2D.prototype, 'getImageData').mockImplementation(function (this: CanvasRenderingContext2D, ...at) {
      const pixels = read.apply(this, at);
      pixels.data.forEach((value, index) => (pixels.data[index] = value + (index % 3) - 1));
      return pixels;
    });
    expect(await taken(await field(), await jpeg())).toBeInstanceOf(Blob);
  });
});
