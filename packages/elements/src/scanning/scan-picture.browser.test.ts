import { afterEach, expect, it, vi } from 'vitest';
import { QrReader } from './qr-reader.js';
import { scanByCamera } from './scan-by-camera.js';
import { scanPicture } from './scan-picture.js';
import { PAYLOADS, photographed } from './testing/codes.js';

afterEach(() => void vi.restoreAllMocks());

it('R19 · where the browser gives noise for what the page painted, a picture is not said to have no code', async () => {
  const file = await new Promise<Blob>((made) => photographed(PAYLOADS.CCCD, { module: 3, width: 900, height: 600 }).toBlob((blob) => made(blob!)));
  const pixels = vi.spyOn(CanvasRenderingContext2D.prototype, 'getImageData');
  pixels.mockImplementation((_x, _y, width, height) => new ImageData(width, height));
  expect(await scanPicture(file, new QrReader())).toBe('pictureBarred');
  pixels.mockRestore();
  expect(await scanPicture(file, new QrReader())).toEqual({ text: PAYLOADS.CCCD });
});

it('R19 · where the browser reads codes itself, they are looked for whatever it gives the page of what it painted', async () => {
  vi.stubGlobal('BarcodeDetector', Object.assign(vi.fn(), { getSupportedFormats: async () => ['qr_code'] }));
  vi.spyOn(CanvasRenderingContext2D.prototype, 'getImageData').mockImplementation((_x, _y, width, height) => new ImageData(width, height));
  expect(await new QrReader().canRead()).toBe(true);
  vi.unstubAllGlobals();
});

it('R19 · where it throws instead of giving pixels, none are looked for', async () => {
  vi.spyOn(CanvasRenderingContext2D.prototype, 'getImageData').mockImplementation(() => {
    throw new DOMException('', 'SecurityError');
  });
  expect(await new QrReader().canRead()).toBe(false);
});

it('R19 · nor is the camera asked for, whose frames would be noise too', async () => {
  const asked = vi.spyOn(navigator.mediaDevices, 'getUserMedia');
  const pixels = vi.spyOn(CanvasRenderingContext2D.prototype, 'getImageData');
  pixels.mockImplementation((_x, _y, width, height) => new ImageData(width, height));
  const words = { camera: '', starting: '', close: '', look: '', lookOn: '' };
  const { signal } = new AbortController();
  const found = await scanByCamera({ container: document.body, words, reader: new QrReader(), refuses: () => undefined, signal });
  expect([found, asked.mock.calls.length, document.querySelector('dialog')]).toEqual(['pictureBarred', 0, null]);
});

it('R19 · the camera is not asked for where the element is gone by the time it is known', async () => {
  const asked = vi.spyOn(navigator.mediaDevices, 'getUserMedia');
  const words = { camera: '', starting: '', close: '', look: '', lookOn: '' };
  const gone = new AbortController();
  const reader = new QrReader();
  vi.spyOn(reader, 'canRead').mockImplementation(async () => {
    gone.abort();
    return true;
  });
  const found = await scanByCamera({ container: document.body, words, reader, refuses: () => undefined, signal: gone.signal });
  expect([found, asked.mock.calls.length]).toEqual([undefined, 0]);
});
