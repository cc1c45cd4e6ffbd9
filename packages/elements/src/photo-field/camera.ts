import { type CameraDialogWish, type CameraFault, made, withCamera } from '../camera/camera-dialog.js';

export type { CameraFault } from '../camera/camera-dialog.js';
export { cameraWords } from './camera-words.js';

export interface CameraWish extends Omit<CameraDialogWish, 'act'> {
  readonly words: CameraDialogWish['words'] & { readonly frame: string; readonly shoot: string };
}

/** Opens the camera in a dialog with a frame. Answers the picture, undefined when the person closed it, or why there is none. The camera is off afterwards. */
export function photograph(wish: CameraWish): Promise<Blob | CameraFault | undefined> {
  const { words } = wish;
  const shoot = made('button', { type: 'button', className: 'primary', disabled: true, textContent: words.shoot });
  return withCamera({ ...wish, act: shoot }, async ({ video, status }) => {
    status.textContent = words.frame;
    shoot.disabled = false;
    await new Promise((resolve) => shoot.addEventListener('click', resolve, { once: true }));
    return still(video);
  });
}

/** One frame of the video, whole: the person crops it afterwards. */
async function still(video: HTMLVideoElement): Promise<Blob> {
  const canvas = made('canvas', { width: video.videoWidth, height: video.videoHeight });
  try {
    canvas.getContext('2d')!.drawImage(video, 0, 0);
    const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', 0.95));
    if (!blob) throw new Error('the frame could not be kept');
    return blob;
  } finally {
    canvas.width = canvas.height = 0;
  }
}
