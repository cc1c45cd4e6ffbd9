import type { BhxhClient } from '@bhxh-kit/client';
import type { ReviewCase } from '@bhxh-kit/contract';
import type { PhotographKind } from '@bhxh-kit/domain';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { PhotographStage } from './photograph-stage.js';

/** Gives the bytes of a photograph of the case; the signal ends the reading. */
export type PhotographSource = (kind: string, signal: AbortSignal) => PromiseLike<Blob | Uint8Array>;

interface Shown {
  readonly caseId: string;
  readonly source: PhotographSource;
}

/** The photographs of the case in view, fetched as bytes: no address of them is ever in the page. */
export class CasePhotographs implements ReactiveController {
  readonly #stages = new Map<string, PhotographStage>();
  #shown: Shown | undefined;
  #abort = new AbortController();

  constructor(private readonly host: ReactiveControllerHost & { readonly renderRoot: HTMLElement | DocumentFragment }) {
    host.addController(this);
  }

  stage(kind: string): PhotographStage | undefined {
    return this.#stages.get(kind);
  }

  /** Shows the photographs of the case in view, from the page's source or else the client; without either there are none to be had. */
  follow(file: ReviewCase | undefined, client: BhxhClient | undefined, own: PhotographSource | undefined): void {
    if (!file) {
      this.forget();
      return;
    }
    const { id, photographs } = file;
    const source = own ?? (client && ((kind: string, signal: AbortSignal) => client.reviews.photograph({ id, kind: kind as PhotographKind }, { signal })));
    if (source)
      this.#show(
        id,
        photographs.map(({ kind }) => kind),
        source,
      );
    else this.forget();
  }

  /** Those that are here already stay, those the case no longer has are forgotten. */
  #show(caseId: string, kinds: readonly string[], source: PhotographSource): void {
    if (this.#shown?.caseId !== caseId) this.forget();
    this.#shown = { caseId, source };
    for (const [kind, stage] of this.#stages) {
      if (kinds.includes(kind)) continue;
      stage.forget();
      this.#stages.delete(kind);
    }
    for (const kind of kinds) {
      if (this.#stages.has(kind)) continue;
      const stage = new PhotographStage(kind, () => this.host.requestUpdate());
      this.#stages.set(kind, stage);
      void this.#fetch(stage);
    }
  }

  /** Fetches one again that did not come. */
  retry(kind: string): void {
    const stage = this.#stages.get(kind);
    if (stage) void this.#fetch(stage);
  }

  forget(): void {
    this.#abort.abort();
    this.#abort = new AbortController();
    for (const stage of this.#stages.values()) stage.forget();
    this.#stages.clear();
    this.#shown = undefined;
  }

  hostDisconnected(): void {
    this.forget();
  }

  hostUpdated(): void {
    const root: ParentNode = this.host.renderRoot;
    for (const canvas of root.querySelectorAll<HTMLCanvasElement>('canvas[data-kind]')) this.#stages.get(canvas.dataset['kind'] ?? '')?.draw(canvas);
  }

  async #fetch(stage: PhotographStage): Promise<void> {
    const { signal } = this.#abort;
    stage.forget();
    this.host.requestUpdate();
    try {
      const bytes = await this.#shown?.source(stage.kind, signal);
      if (signal.aborted || !bytes) return;
      stage.take(bytes instanceof Blob ? bytes : new Blob([bytes as Uint8Array<ArrayBuffer>], { type: 'image/jpeg' }));
    } catch {
      if (!signal.aborted) stage.fail();
    }
  }
}
