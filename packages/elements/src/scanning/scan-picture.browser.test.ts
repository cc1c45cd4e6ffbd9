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

it('R19 · nor is the camera asked for, whose frames would be noise too', async () => {
  const asked = vi.spyOn(navigator.mediaDevices, 'getUserMedia');
  const pixels = vi.spyOn(CanvasRenderingContext2D.prototype, 'getImageData');
  pixels.mockImplementation((_x, _y, width, height) => new ImageData(width, height));
  const words = { camera: '', starting: '', close: '', look: '', lookOn: '' };
  const { signal } = new AbortController();
  const found = await scanByCamera({ container: document.body, words, reader: new QrReader(), refuses: () => undefined, signal });
  expect([found, asked.mock.calls.length, document.querySelector('dialog')]).toEqual(['pictureBarred', 0, null]);
});
