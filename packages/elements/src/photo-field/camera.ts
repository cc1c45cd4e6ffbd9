import type { PhotographKind } from '@bhxh-kit/domain';
import { type CameraDialogWish, type CameraFault, type CameraSize, type LiveCamera, made, withCamera } from '../camera/camera-dialog.js';
import { encoded } from '../pictures/encoded.js';
import { headOutline } from './head-outline.js';

export type { CameraFault } from '../camera/camera-dialog.js';
export { cameraWords } from './camera-words.js';

/** 4:3, as the sensors of phones are: the frame of a paper then has the pixels its print needs. */
const SIZE: CameraSize = { width: 1920, height: 1440 };

export interface CameraWish extends Pick<CameraDialogWish, 'container' | 'signal' | 'aspect'> {
  readonly kind: PhotographKind;
  readonly words: CameraDialogWish['words'] & Readonly<Record<'frame' | 'shoot' | 'turn' | 'notTurned' | 'app', string>>;
  /** Opens the camera app of a phone instead, which has light and focus of its own; left out where there is none. */
  readonly openApp?: (() => void) | undefined;
}

/**
 * Opens the camera in a dialog with the frame of the kind. Answers what was in the frame, undefined when the person closed it, or why there is no picture.
 * The camera is off afterwards.
 */
export function photograph({ kind, openApp, ...wish }: CameraWish): Promise<Blob | CameraFault | undefined> {
  const { words } = wish;
  const face = kind === 'portrait';
  const shoot = made('button', { type: 'button', className: 'primary', disabled: true, textContent: words.shoot });
  const app = made('button', { type: 'button', textContent: words.app, onclick: () => leaveFor(app, openApp!) });
  const acts = openApp ? [shoot, app] : [shoot];
  const dialog = { ...wish, facing: face ? 'user' : 'environment', size: SIZE, outline: face ? headOutline() : undefined, acts } as const;
  return withCamera(dialog, (camera) => shot(camera, shoot, words));
}

async function shot(camera: LiveCamera, shoot: HTMLButtonElement, words: CameraWish['words']): Promise<Blob> {
  const { video, frame, status } = camera;
  status.textContent = words.frame;
  shoot.disabled = false;
  // Where the focus was on the way out, as dialogs begin, it now is on what one came for.
  shoot.focus();
  void offerTurn(camera, shoot, words);
  await new Promise((resolve) => shoot.addEventListener('click', resolve, { once: true }));
  return stillIn(video, frame);
}

/** A button for the other camera, where there is one. */
async function offerTurn({ status, view }: LiveCamera, shoot: HTMLButtonElement, words: CameraWish['words']): Promise<void> {
  if (!(await view.other())) return;
  const turn = made('button', { type: 'button', textContent: words.turn });
  turn.onclick = async () => {
    turn.disabled = shoot.disabled = true;
    const other = await view.other();
    const turned = other !== undefined && (await view.turn(other));
    status.textContent = turned ? words.frame : words.notTurned;
    turn.disabled = shoot.disabled = false;
    turn.focus();
  };
  shoot.after(turn);
}

/** The dialog goes first: what is under it takes no press. */
function leaveFor(button: HTMLElement, openApp: () => void): void {
  button.closest('dialog')?.close();
  openApp();
}

/** What is in the frame, in the video's own pixels and as others see it. The video fills its view and is cut by it; both have one middle. */
function stillIn(video: HTMLVideoElement, frame: HTMLElement): Blob {
  const [shown, within] = [video.getBoundingClientRect(), frame.getBoundingClientRect()];
  const { videoWidth, videoHeight } = video;
  const scale = Math.max(shown.width / videoWidth, shown.height / videoHeight);
  const [width, height] = [Math.min(videoWidth, within.width / scale), Math.min(videoHeight, within.height / scale)];
  const canvas = made('canvas', { width: Math.round(width), height: Math.round(height) });
  try {
    const pen = canvas.getContext('2d')!;
    pen.drawImage(video, (videoWidth - width) / 2, (videoHeight - height) / 2, width, height, 0, 0, canvas.width, canvas.height);
    const still = encoded(canvas, 'image/jpeg', 0.95);
    if (!still) throw new Error('the frame could not be kept');
    return still;
  } finally {
    canvas.width = canvas.height = 0;
  }
}
