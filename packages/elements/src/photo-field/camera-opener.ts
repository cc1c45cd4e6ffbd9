import type { PhotographKind } from '@bhxh-kit/domain';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { LazyPart } from '../foundation/lazy-part.js';
import { type Listener, translator } from '../foundation/words.js';
import type { CameraFault } from './camera.js';

async function loadCamera(host: Listener) {
  const { cameraWords, photograph } = await import('./camera.js');
  return { photograph, t: translator(cameraWords, host) };
}

/** Opens the page's own camera dialog, whose code is loaded when a person comes near its button; the browser asks for the camera when they press it. */
export class CameraOpener implements ReactiveController {
  readonly #camera: LazyPart<Awaited<ReturnType<typeof loadCamera>>>;
  #open: AbortController | undefined;

  constructor(private readonly host: ReactiveControllerHost & Listener & { readonly renderRoot: HTMLElement | DocumentFragment }) {
    this.#camera = new LazyPart(host, () => loadCamera(host));
    host.addController(this);
  }

  /** Whether a file box with `capture` opens a camera app, as on phones; elsewhere it is one more file box. */
  get hasApp(): boolean {
    return matchMedia('(pointer: coarse)').matches;
  }
  get isLoading(): boolean {
    return this.#camera.state === 'loading';
  }

  readonly prepare = (): void => void this.#camera.load();

  /** The picture, undefined when the person closed the dialog, or why there is none. */
  async photograph(
    wish: { readonly kind: PhotographKind; readonly aspect: number | undefined },
    words: Readonly<Record<'close' | 'app', string>>,
    openApp: () => void,
  ): Promise<Blob | CameraFault | 'not-loaded' | undefined> {
    this.close();
    const { signal } = (this.#open = new AbortController());
    const { hasApp } = this;
    // Browsers hide the camera from a page without `https:`. The app is opened while the press still counts; why comes after.
    if (hasApp && !(navigator as Partial<Navigator>).mediaDevices) openApp();
    await this.#camera.load();
    const camera = this.#camera.value;
    if (!camera) return 'not-loaded';
    if (signal.aborted) return undefined;
    const { t } = camera;
    const said = {
      camera: t('camera'),
      starting: t('starting'),
      frame: t(`frame-${wish.kind}`),
      shoot: t('shoot'),
      turn: t('turn'),
      notTurned: t('notTurned'),
    };
    const container = this.host.renderRoot as HTMLElement;
    return camera.photograph({ ...wish, container, words: { ...said, ...words }, openApp: hasApp ? openApp : undefined, signal });
  }

  /** Why there is no picture, in the language of the moment. */
  say(fault: CameraFault): string {
    return this.#camera.value?.t(fault) ?? '';
  }

  close(): void {
    this.#open?.abort();
  }
  hostDisconnected(): void {
    this.close();
  }
}
