import { buttons } from '../foundation/buttons.styles.js';
import { foundation } from '../foundation/foundation.styles.js';
import { translator } from '../foundation/words.js';
import { QrReader } from './qr-reader.js';
import { type ScanFault, scanByCamera } from './scan-by-camera.js';
import { scanningWords } from './scanning-words.js';

export type { CameraFault } from '../camera/camera-stream.js';
export type { ScanFault } from './scan-by-camera.js';

/** How a page scans. */
export interface ScanOptions {
  /** Language of the dialog; that of the page unless said. */
  readonly language?: 'vi' | 'en';
  /** What to say of a code that is not wanted, while the camera goes on looking. Every code is wanted unless said. */
  readonly refuses?: (text: string) => string | undefined;
  /** Closes the dialog. */
  readonly signal?: AbortSignal;
}

/** What a code says, why nothing was looked for, or nothing where the person closed the dialog. */
export type Scanned = { readonly text: string; readonly fault?: undefined } | { readonly fault: ScanFault; readonly text?: undefined } | undefined;

/**
 * Quét mã QR bằng máy ảnh (P1), for pages of desks: looks through the camera, in a dialog over the page, for a QR code, and answers its text for `bhxh-card-viewer`'s `scan` or
 * for `decodeScan`. To be called when a person presses a button; the browser then asks them for the camera. Codes are read on this device and sent nowhere; the camera is off
 * afterwards. Never rejects.
 * @example const scanned = await scanWithCamera(); if (scanned?.text) viewer.scan = scanned.text;
 */
export async function scanWithCamera({ language = pageLanguage(), refuses = () => undefined, signal }: ScanOptions = {}): Promise<Scanned> {
  const box = document.createElement('div');
  const shadow = box.attachShadow({ mode: 'open' });
  shadow.adoptedStyleSheets = [foundation, buttons].map(({ styleSheet }) => styleSheet!);
  const container = Object.assign(document.createElement('div'), { className: 'root', lang: language });
  shadow.append(container);
  document.body.append(box);
  const t = translator(scanningWords, { language, overrides: [] });
  const words = { camera: t('camera'), starting: t('starting'), close: t('close'), look: t('look'), lookOn: t('lookOn') };
  try {
    const found = await scanByCamera({ container, words, reader: new QrReader(), refuses, signal: signal ?? new AbortController().signal });
    return typeof found === 'string' ? { fault: found } : found;
  } finally {
    box.remove();
  }
}

function pageLanguage(): 'vi' | 'en' {
  return document.documentElement.lang.toLowerCase().startsWith('en') ? 'en' : 'vi';
}
