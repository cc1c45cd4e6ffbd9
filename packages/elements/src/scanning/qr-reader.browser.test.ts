import { describe, expect, it } from 'vitest';
import { QrReader } from './qr-reader.js';
import { PAYLOADS, photographed, type Shot } from './testing/codes.js';

/** The least a photograph of a card has to be for its code to be read: each of these is read for every kind of payload. */
const READABLE: Readonly<Record<string, Shot>> = {
  'a module of one and a half pixels': { module: 1.5 },
  askew: { module: 3, degrees: 17 },
  'upside down': { module: 3, degrees: 180 },
  'on its corner': { module: 3, degrees: 45 },
  blurred: { module: 6, blur: 2 },
  pale: { module: 3, contrast: 0.4 },
  grainy: { module: 3, grain: 0.3 },
};

describe('R19 · the code in a photograph', () => {
  it.each(Object.entries(READABLE))('%s, is read letter by letter', async (_, shot) => {
    const reader = new QrReader();
    for (const text of Object.values(PAYLOADS)) {
      const picture = await createImageBitmap(photographed(text, { width: 900, height: 600, ...shot }));
      expect(await reader.inPicture(picture)).toBe(text);
      picture.close();
    }
  });

  it('too small to be told from its neighbours is not guessed', async () => {
    const picture = await createImageBitmap(photographed(PAYLOADS.CCCD, { module: 0.7, width: 300, height: 200 }));
    expect(await new QrReader().inPicture(picture)).toBeUndefined();
  });
});
