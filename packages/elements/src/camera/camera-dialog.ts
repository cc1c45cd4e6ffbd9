import { type CameraFault, openStream, stopStream } from './camera-stream.js';

export type { CameraFault } from './camera-stream.js';

export interface CameraDialogWish {
  /** Where the dialog is put; it is taken away again at the end. */
  readonly container: HTMLElement;
  /** Width to height of the frame to align to. */
  readonly aspect: number;
  /** Front camera for a face, back camera for papers. */
  readonly facing: 'user' | 'environment';
  /** The dialog's words in the language of the element. */
  readonly words: { readonly camera: string; readonly starting: string; readonly close: string };
  /** Stands before the button that closes. */
  readonly act?: HTMLButtonElement;
  /** Closes the dialog: the element leaves the page. */
  readonly signal: AbortSignal;
}

/** A camera that shows its picture. */
export interface LiveCamera {
  readonly video: HTMLVideoElement;
  /** What the person is told below the picture. */
  readonly status: HTMLElement;
  /** Whether it was closed meanwhile. */
  readonly isOver: () => boolean;
}

/**
 * Opens the camera in a dialog with a frame and lets `use` work with it. Answers what that gives, undefined when the person closed the dialog or hid the page, or why there is
 * no picture. The camera is off afterwards, whatever happened.
 */
export async function withCamera<Result>(wish: CameraDialogWish, use: (camera: LiveCamera) => Promise<Result>): Promise<Result | CameraFault | undefined> {
  const { dialog, video, status } = buildDialog(wish);
  wish.container.append(dialog);
  dialog.showModal();
  const { closed, forget } = untilClosed(dialog, wish.signal);
  let stream: MediaStream | undefined;
  let over = false;
  try {
    const opening = openStream(wish.facing);
    // A permission given after the dialog was closed must not leave the camera on.
    void opening.then((late) => over && typeof late !== 'string' && stopStream(late));
    const opened = await Promise.race([opening, closed]);
    if (opened === undefined || typeof opened === 'string') return opened;
    stream = opened;
    const lost = new Promise<CameraFault>((resolve) => opened.getTracks()[0]?.addEventListener?.('ended', () => resolve('cameraBusy')));
    video.srcObject = opened;
    await Promise.race([video.play(), closed]);
    return await Promise.race([use({ video, status, isOver: () => over }), closed, lost]);
  } catch {
    return 'cameraBusy';
  } finally {
    over = true;
    forget();
    if (stream) stopStream(stream);
    video.srcObject = null;
    dialog.close();
    dialog.remove();
  }
}

/** Closed by a person, by the element, or by hiding the page: nobody is filmed who looks at something else. */
function untilClosed(dialog: HTMLDialogElement, signal: AbortSignal): { readonly closed: Promise<undefined>; forget(): void } {
  const hidden = () => document.hidden && dialog.close();
  document.addEventListener('visibilitychange', hidden);
  const closed = new Promise<undefined>((resolve) => {
    for (const [target, event] of [
      [dialog, 'close'],
      [signal, 'abort'],
    ] as const)
      target.addEventListener(event, () => resolve(undefined), { once: true });
    if (signal.aborted) resolve(undefined);
  });
  return { closed, forget: () => document.removeEventListener('visibilitychange', hidden) };
}

/** Made of nodes and not by Lit, which would have to be loaded a second time for pages with the script tag. */
function buildDialog({ words, aspect, act }: CameraDialogWish) {
  const video = made('video', { muted: true, playsInline: true, ariaHidden: 'true' });
  const mask = made('div', { className: aspect < 1 ? 'mask tall' : aspect === 1 ? 'mask square' : 'mask' });
  mask.style.setProperty('aspect-ratio', String(aspect));
  const heading = made('h2', { id: 'camera-heading', textContent: words.camera });
  const status = made('p', { className: 'hint', role: 'status', textContent: words.starting });
  const close = made('button', { type: 'button', textContent: words.close, onclick: () => dialog.close() });
  const acts = made('div', { className: 'acts' }, act ? [act, close] : [close]);
  const dialog = made('dialog', {}, [heading, made('div', { className: 'view' }, [video, mask]), status, acts]);
  dialog.part.add('camera');
  dialog.setAttribute('aria-labelledby', heading.id);
  return { dialog, video, status };
}

/** A node with its properties and children. */
export function made<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  properties: Partial<HTMLElementTagNameMap[Tag]>,
  children: readonly Node[] = [],
): HTMLElementTagNameMap[Tag] {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
}
