import type { BhxhClient } from '@bhxh-kit/client';
import type { PhotographKind, PhotographState } from '@bhxh-kit/domain';

type Photographs = Pick<BhxhClient['photographs'], 'upload' | 'discard'>;

/**
 * Sends one photograph after another for a field, and discards at the gateway what it sent and was replaced or removed.
 * An upload under way goes on when the field leaves the page (a step back in a form); `cancel` ends it.
 */
export class PhotoUpload {
  #state: PhotographState | undefined;
  #abort: AbortController | undefined;
  /** Forgets what the field sent itself; what the page set is the page's. */
  #forgetOwn: { readonly id: string; readonly act: () => void } | undefined;

  constructor(private readonly tell: (state: PhotographState | undefined) => void) {}

  get state(): PhotographState | undefined {
    return this.#state;
  }

  /** What the page keeps, or gives back of what it was told. An upload under way goes on. */
  set(state: PhotographState | undefined): void {
    this.#state = state;
  }

  async send(photographs: Photographs, blob: Blob, kind: PhotographKind): Promise<void> {
    this.#abort?.abort();
    const abort = new AbortController();
    this.#abort = abort;
    this.#turn({ status: 'uploading', progress: 0 });
    const onProgress = (sent: number, total: number) => {
      if (!abort.signal.aborted) this.#turn({ status: 'uploading', progress: total > 0 ? sent / total : 0 });
    };
    try {
      const { id, key } = await photographs.upload(blob, kind, { signal: abort.signal, onProgress });
      if (abort.signal.aborted) forget(photographs, id, key);
      else {
        this.#forgetOwn = { id, act: () => forget(photographs, id, key) };
        this.#turn({ status: 'kept', id, key });
      }
    } catch (failure) {
      if (!abort.signal.aborted) this.#turn({ status: 'failed', code: codeOf(failure) });
    }
  }

  /** Ends an upload under way; the photograph stays and can be sent again. */
  cancel(): void {
    if (this.state?.status !== 'uploading') return;
    this.#abort?.abort();
    this.#turn({ status: 'failed', code: 'upload.cancelled' });
  }

  /**
   * The photograph was replaced, removed or reset: it is forgotten here, and told, so that the page forgets it too. At the gateway only what the field sent itself is discarded:
   * what the page had set may be part of a declaration there, or gone with the hours a gateway keeps what nobody used.
   * Leaving the page is no reason: the form may come back to it with what it kept.
   */
  discard(): void {
    this.#abort?.abort();
    const { state } = this;
    if (state?.status === 'kept' && state.id === this.#forgetOwn?.id) this.#forgetOwn.act();
    this.#forgetOwn = undefined;
    if (state) this.#turn(undefined);
  }

  #turn(state: PhotographState | undefined): void {
    this.#state = state;
    this.tell(state);
  }
}

/** What cannot be discarded now expires at the gateway by itself. */
function forget(photographs: Photographs, id: string, photographKey: string): void {
  void Promise.resolve(photographs.discard({ id, photographKey })).catch(() => {});
}

/** The client has no call of the name `photographs.upload`: it is what could not be fetched. With a network there, it was most likely taken away by a deployment. */
function codeOf(failure: unknown): string {
  const { code, operation } = (failure ?? {}) as { readonly code?: unknown; readonly operation?: unknown };
  if (operation === 'photographs.upload' && navigator.onLine) return 'upload.not-loaded';
  return typeof code === 'string' ? code : 'upload.failed';
}
