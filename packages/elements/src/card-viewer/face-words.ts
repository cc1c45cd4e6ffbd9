import type { Words } from '../foundation/words.js';

/** Words on and of the faces; they come with them. A plain object, so that this part shares no code with the first one. */
export const faceWords = {
  name: 'card-viewer',
  vi: { front: 'Mặt trước', back: 'Mặt sau', qrHidden: 'Mã QR đang che' },
  en: { front: 'Front', back: 'Back', qrHidden: 'QR code hidden' },
} as const satisfies Words;
