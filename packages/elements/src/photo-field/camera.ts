import { html, render } from 'lit';
import type { Translate } from '../foundation/words.js';
import type { PhotoFieldWords } from './words.js';

/** Why the camera gives no picture. */
export type CameraFault = 'cameraDenied' | 'cameraMissing' | 'cameraBusy';

export interface CameraWish {
  /** Where the dialog is put; it is taken away again at the end. */
  readonly container: HTMLElement;
  /** Width to height of the frame to align to. */
  readonly aspect: number;
  /** Front camera for a face, back camera for papers. */
  readonly facing: 'user' | 'environment';
  readonly t: Translate<PhotoFieldWords>;
  readonly close: string;
  readonly signal: AbortSignal;
}

/** Opens the camera in a dialog with a frame. Answers the picture, undefined when the person closed it, or why there is none. The camera is off afterwards. */
export async function photograph({ container, aspect, facing, t, close, signal }: CameraWish): Promise<Blob | CameraFault | undefined> {
  const place = container.appendChild(document.createElement('div'));
  const draw = (ready: boolean, shoot: () => void) =>
    render(
      html`<dialog part="camera" aria-labelledby="camera-heading">
        <h2 id="camera-heading">${t('camera')}</h2>
        <div class="view"><video playsinline muted aria-hidden="true"></video><div class="mask"></div></div>
        <p class="hint" role="status">${t(ready ? 'frame' : 'starting')}</p>
        <div class="acts">
          <button type="button" class="primary" ?disabled=${!ready} @click=${shoot}>${t('shoot')}</button>
          <button type="button" @click=${() => dialog().close()}>${close}</button>
        </div>
      </dialog>`,
      place,
    );
  const dialog = () => place.querySelector('dialog')!;
  const video = () => place.querySelector('video')!;
  draw(false, () => {});
  place.querySelector<HTMLElement>('.mask')!.style.setProperty('aspect-ratio', String(aspect));
  place.querySelector('.mask')!.classList.toggle('tall', aspect < 1);
  dialog().showModal();
  const closed = new Promise<undefined>((resolve) => {
    dialog().addEventListener('close', () => resolve(undefined), { once: true });
    signal.addEventListener('abort', () => resolve(undefined), { once: true });
  });
  let stream: MediaStream | undefined;
  let over = false;
  try {
    const opening = openStream(facing);
    // A permission given after the dialog was closed must not leave the camera on.
    void opening.then((late) => over && typeof late !== 'string' && stop(late));
    const opened = await Promise.race([opening, closed]);
    if (opened === undefined || typeof opened === 'string') return opened;
    stream = opened;
    video().srcObject = opened;
    await video().play();
    const shot = new Promise<Blob>((resolve, reject) => draw(true, () => still(video()).then(resolve, reject)));
    return await Promise.race([shot, closed]);
  } catch {
    return 'cameraBusy';
  } finally {
    over = true;
    if (stream) stop(stream);
    dialog().close();
    place.remove();
  }
}

async function openStream(facingMode: 'user' | 'environment'): Promise<MediaStream | CameraFault> {
  try {
    return await navigator.mediaDevices.getUserMedia({ video: { facingMode, width: { ideal: 1920 }, height: { ideal: 1080 } }, audio: false });
  } catch (cause) {
    const name = (cause as DOMException).name;
    if (name === 'NotAllowedError' || name === 'SecurityError') return 'cameraDenied';
    return name === 'NotFoundError' || name === 'OverconstrainedError' ? 'cameraMissing' : 'cameraBusy';
  }
}

function stop(stream: MediaStream): void {
  for (const track of stream.getTracks()) track.stop();
}

/** One frame of the video, whole: the person crops it afterwards. */
async function still(video: HTMLVideoElement): Promise<Blob> {
  const canvas = document.createElement('canvas');
  canvas.width = video.videoWidth;
  canvas.height = video.videoHeight;
  canvas.getContext('2d')!.drawImage(video, 0, 0);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', 0.95));
  if (!blob) throw new Error('the frame could not be kept');
  return blob;
}
