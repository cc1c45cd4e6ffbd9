export { cameraWords } from './camera-words.js';

/** Why the camera gives no picture. */
export type CameraFault = 'cameraDenied' | 'cameraMissing' | 'cameraBusy';

export interface CameraWish {
  /** Where the dialog is put; it is taken away again at the end. */
  readonly container: HTMLElement;
  /** Width to height of the frame to align to. */
  readonly aspect: number;
  /** Front camera for a face, back camera for papers. */
  readonly facing: 'user' | 'environment';
  /** The dialog's words in the language of the field. */
  readonly words: { readonly camera: string; readonly starting: string; readonly frame: string; readonly shoot: string; readonly close: string };
  /** Closes the dialog: the field leaves the page. */
  readonly signal: AbortSignal;
}

/** Opens the camera in a dialog with a frame. Answers the picture, undefined when the person closed it, or why there is none. The camera is off afterwards. */
export async function photograph({ container, aspect, facing, words, signal }: CameraWish): Promise<Blob | CameraFault | undefined> {
  const { dialog, video, status, shoot } = buildDialog(words, aspect);
  container.append(dialog);
  dialog.showModal();
  const closed = new Promise<undefined>((resolve) => {
    for (const [target, event] of [
      [dialog, 'close'],
      [signal, 'abort'],
    ] as const)
      target.addEventListener(event, () => resolve(undefined), { once: true });
    if (signal.aborted) resolve(undefined);
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
    video.srcObject = opened;
    await Promise.race([video.play(), closed]);
    status.textContent = words.frame;
    shoot.disabled = false;
    const pressed = new Promise<true>((resolve) => shoot.addEventListener('click', () => resolve(true), { once: true }));
    return (await Promise.race([pressed, closed])) && (await still(video));
  } catch {
    return 'cameraBusy';
  } finally {
    over = true;
    if (stream) stop(stream);
    video.srcObject = null;
    dialog.close();
    dialog.remove();
  }
}

/** Made of nodes and not by Lit, which would have to be loaded a second time for pages with the script tag. */
function buildDialog(words: CameraWish['words'], aspect: number) {
  const video = make('video', { muted: true, playsInline: true, ariaHidden: 'true' });
  const mask = make('div', { className: aspect < 1 ? 'mask tall' : 'mask' });
  mask.style.setProperty('aspect-ratio', String(aspect));
  const heading = make('h2', { id: 'camera-heading', textContent: words.camera });
  const status = make('p', { className: 'hint', role: 'status', textContent: words.starting });
  const shoot = make('button', { type: 'button', className: 'primary', disabled: true, textContent: words.shoot });
  const close = make('button', { type: 'button', textContent: words.close, onclick: () => dialog.close() });
  const dialog = make('dialog', {}, [heading, make('div', { className: 'view' }, [video, mask]), status, make('div', { className: 'acts' }, [shoot, close])]);
  dialog.part.add('camera');
  dialog.setAttribute('aria-labelledby', heading.id);
  return { dialog, video, status, shoot };
}

function make<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  properties: Partial<HTMLElementTagNameMap[Tag]>,
  children: readonly Node[] = [],
): HTMLElementTagNameMap[Tag] {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
}

async function openStream(facingMode: CameraWish['facing']): Promise<MediaStream | CameraFault> {
  try {
    return await navigator.mediaDevices.getUserMedia({ video: { facingMode, width: { ideal: 1920 }, height: { ideal: 1080 } }, audio: false });
  } catch (cause) {
    const { name } = cause as DOMException;
    if (name === 'NotAllowedError' || name === 'SecurityError') return 'cameraDenied';
    return name === 'NotFoundError' || name === 'OverconstrainedError' ? 'cameraMissing' : 'cameraBusy';
  }
}

function stop(stream: MediaStream): void {
  for (const track of stream.getTracks()) track.stop();
}

/** One frame of the video, whole: the person crops it afterwards. */
async function still(video: HTMLVideoElement): Promise<Blob> {
  const canvas = make('canvas', { width: video.videoWidth, height: video.videoHeight });
  try {
    canvas.getContext('2d')!.drawImage(video, 0, 0);
    const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', 0.95));
    if (!blob) throw new Error('the frame could not be kept');
    return blob;
  } finally {
    canvas.width = canvas.height = 0;
  }
}
