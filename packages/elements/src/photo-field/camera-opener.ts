import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { LazyPart } from '../foundation/lazy-part.js';
import { type Listener, translator } from '../foundation/words.js';
import type { CameraFault, CameraWish } from './camera.js';

async function loadCamera(host: Listener) {
  const { cameraWords, photograph } = await import('./camera.js');
  return { photograph, t: translator(cameraWords, host) };
}

/** Opens the page's own camera dialog, whose code is loaded when a person comes near its button. */
export class CameraOpener implements ReactiveController {
  readonly #camera: LazyPart<Awaited<ReturnType<typeof loadCamera>>>;
  #open: AbortController | undefined;

  constructor(private readonly host: ReactiveControllerHost & Listener & { readonly renderRoot: HTMLElement | DocumentFragment }) {
    this.#camera = new LazyPart(host, () => loadCamera(host));
    host.addController(this);
  }

  /** A phone's own camera, which a file box opens, is better than any dialog. */
  get isApp(): boolean {
    return matchMedia('(pointer: coarse)').matches || !(navigator as Partial<Navigator>).mediaDevices;
  }
  get isLoading(): boolean {
    return this.#camera.state === 'loading';
  }

  readonly prepare = (): void => {
    if (!this.isApp) void this.#camera.load();
  };

  /** The picture, undefined when the person closed the dialog, or why there is none. */
  async photograph(wish: Pick<CameraWish, 'aspect' | 'facing'>, close: string): Promise<Blob | CameraFault | 'not-loaded' | undefined> {
    this.close();
    const { signal } = (this.#open = new AbortController());
    await this.#camera.load();
    const camera = this.#camera.value;
    if (!camera) return 'not-loaded';
    if (signal.aborted) return undefined;
    const { t } = camera;
    const words = { camera: t('camera'), starting: t('starting'), frame: t('frame'), shoot: t('shoot'), close };
    return camera.photograph({ ...wish, container: this.host.renderRoot as HTMLElement, words, signal });
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
