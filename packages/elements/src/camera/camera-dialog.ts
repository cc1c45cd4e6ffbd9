import { cameraDialogStyles } from './camera-dialog.styles.js';
import { type CameraFault, type CameraSize, type Facing, noCamera } from './camera-stream.js';
import { LiveView } from './live-view.js';

export type { CameraFault, CameraSize, Facing } from './camera-stream.js';

export interface CameraDialogWish {
  /** Where the dialog is put, in a shadow root; it is taken away again at the end. */
  readonly container: HTMLElement;
  /** Width to height of the frame to align to; nothing for a sheet of A4, which lies or stands as the picture does. */
  readonly aspect?: number | undefined;
  readonly facing: Facing;
  readonly size: CameraSize;
  /** The dialog's words in the language of the element. */
  readonly words: { readonly camera: string; readonly starting: string; readonly close: string };
  /** Drawn in the frame. */
  readonly outline?: SVGElement | undefined;
  /** Stand before the button that closes. */
  readonly acts?: readonly HTMLButtonElement[];
  /** Closes the dialog: the element leaves the page. */
  readonly signal: AbortSignal;
}

/** A camera that shows its picture. */
export interface LiveCamera {
  readonly video: HTMLVideoElement;
  /** The frame over the picture, in its middle. */
  readonly frame: HTMLElement;
  /** What the person is told below the picture. */
  readonly status: HTMLElement;
  readonly view: Pick<LiveView, 'isOver' | 'other' | 'turn'>;
}

/**
 * Opens the camera in a dialog with a frame and lets `use` work with it. Answers what that gives, undefined when the person closed the dialog or left the page, or why there is
 * no picture. The camera is off afterwards, whatever happened.
 */
export async function withCamera<Result>(wish: CameraDialogWish, use: (camera: LiveCamera) => Promise<Result>): Promise<Result | CameraFault | undefined> {
  const none = noCamera();
  if (none) return none;
  const { dialog, video, frame, status, forgetStyles } = buildDialog(wish);
  wish.container.append(dialog);
  dialog.showModal();
  const { closed, forget } = untilClosed(dialog, wish.signal);
  const view = new LiveView(video, wish.facing, wish.size);
  try {
    const opening = await Promise.race([view.open(), closed]);
    if (opening) return opening === 'closed' ? undefined : opening;
    const used = await Promise.race([use({ video, frame, status, view }), closed, view.lost]);
    return used === 'closed' ? undefined : used;
  } catch {
    return 'cameraBusy';
  } finally {
    forget();
    view.end();
    dialog.close();
    dialog.remove();
    forgetStyles();
  }
}

/** Closed by a person, by the element, or by leaving or hiding the page: nobody is filmed who looks at something else. */
function untilClosed(dialog: HTMLDialogElement, signal: AbortSignal): { readonly closed: Promise<'closed'>; forget(): void } {
  const onHide = () => document.hidden && dialog.close();
  const onLeave = () => dialog.close();
  document.addEventListener('visibilitychange', onHide);
  addEventListener('pagehide', onLeave);
  const closed = new Promise<'closed'>((resolve) => {
    dialog.addEventListener('close', () => resolve('closed'), { once: true });
    const onAbort = () => {
      // At once: who aborts it may want to put the focus elsewhere.
      dialog.close();
      resolve('closed');
    };
    signal.addEventListener('abort', onAbort, { once: true });
    if (signal.aborted) onAbort();
  });
  const forget = () => {
    document.removeEventListener('visibilitychange', onHide);
    removeEventListener('pagehide', onLeave);
  };
  return { closed, forget };
}

/** Made of nodes and not by Lit, which would have to be loaded a second time for pages with the script tag. */
function buildDialog({ container, words, aspect, outline, acts = [] }: CameraDialogWish) {
  const video = made('video', { muted: true, playsInline: true, ariaHidden: 'true' });
  const frame = made('div', { className: 'mask' }, outline ? [outline] : []);
  const picture = made('div', { className: 'view' }, [video, frame]);
  const fit = () => {
    const upright = video.videoHeight > video.videoWidth;
    picture.classList.toggle('upright', upright);
    frame.style.setProperty('--_aspect', String(aspect ?? (upright ? Math.SQRT1_2 : Math.SQRT2)));
  };
  fit();
  // A phone that is turned turns its picture too.
  video.addEventListener('resize', fit);
  const heading = made('h2', { id: 'camera-heading', textContent: words.camera });
  const status = made('p', { className: 'hint', role: 'status', textContent: words.starting });
  const close = made('button', { type: 'button', textContent: words.close, onclick: () => dialog.close() });
  const dialog = made('dialog', {}, [heading, picture, status, made('div', { className: 'acts' }, [...acts, close])]);
  dialog.part.add('camera');
  dialog.setAttribute('aria-labelledby', heading.id);
  return { dialog, video, frame, status, forgetStyles: dressed(container.getRootNode() as ShadowRoot) };
}

/** Gives the dialog its looks; answers what takes them away again. */
function dressed(root: ShadowRoot): () => void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(cameraDialogStyles);
  root.adoptedStyleSheets.push(sheet);
  return () => {
    root.adoptedStyleSheets = root.adoptedStyleSheets.filter((other) => other !== sheet);
  };
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
