import { type CameraDialogWish, type CameraFault, type CameraSize, type LiveCamera, withCamera } from '../camera/camera-dialog.js';
import type { QrReader } from './qr-reader.js';

/** Milliseconds between two frames that are looked at: a phone must not get hot over it. */
const PAUSE = 90;

/** After so many milliseconds without a code the person is told how to hold the card. */
const PATIENCE = 7000;

/** Pixels enough for a QR code that fills a part of the frame, and few enough to look through ten times a second. */
const SIZE: CameraSize = { width: 1920, height: 1080 };

export interface CameraScan extends Pick<CameraDialogWish, 'container' | 'signal'> {
  readonly words: CameraDialogWish['words'] & { readonly look: string; readonly lookOn: string };
  readonly reader: QrReader;
  /** What to say of a code that is not wanted; the camera goes on looking. */
  refuses(text: string): string | undefined;
}

/** Why nothing is looked for: the camera gives no picture, or the browser does not let the page read one. */
export type ScanFault = CameraFault | 'pictureBarred';

/** Looks through the camera, in a dialog, for a code that is wanted. Undefined when the person closed it. The camera is off afterwards. */
export async function scanByCamera(wish: CameraScan): Promise<{ readonly text: string } | ScanFault | undefined> {
  if (!(await wish.reader.canRead())) return 'pictureBarred';
  if (wish.signal.aborted) return undefined;
  return withCamera({ ...wish, aspect: 1, facing: 'environment', size: SIZE }, (camera) => look(camera, wish));
}

async function look({ video, status, view }: LiveCamera, { words, reader, refuses }: CameraScan): Promise<{ readonly text: string } | undefined> {
  const say = (sentence: string) => status.textContent !== sentence && (status.textContent = sentence);
  const impatient = Date.now() + PATIENCE;
  say(words.look);
  try {
    while (!view.isOver) {
      const text = await reader.inFrame(video);
      const refusal = text === undefined ? undefined : refuses(text);
      if (text !== undefined && refusal === undefined) return { text };
      if (refusal !== undefined) say(refusal);
      else if (Date.now() > impatient && status.textContent === words.look) say(words.lookOn);
      await new Promise((resolve) => setTimeout(resolve, PAUSE));
    }
    return undefined;
  } finally {
    reader.free();
  }
}
