import type { VneidResult } from '@bhxh-kit/contract';
import type { TextFieldId } from '@bhxh-kit/domain';
import type { nothing, ReactiveControllerHost, TemplateResult } from 'lit';
import type { CheckHost } from '../checks/check-surroundings.js';
import { LazyPart } from '../foundation/lazy-part.js';
import { checkTools } from './check-tools.js';
import type { FormSession } from './form-session.js';
import type { FormView } from './form-view.js';
import type { ScanPart } from './scan-part.js';

export type ScanHost = CheckHost & ReactiveControllerHost & HTMLElement & { readonly renderRoot: HTMLElement | DocumentFragment };
type Shown = TemplateResult | typeof nothing | undefined;

/** Điền bằng cách quét (R19): loaded with the step that asks who declares. Where it cannot be loaded the person writes, as before. */
export class ScanOpener {
  readonly #part: LazyPart<ScanPart>;

  constructor(host: ScanHost, session: () => FormSession) {
    this.#part = new LazyPart(host, async () => new (await import('./scan-part.js')).ScanPart(host, checkTools, session));
  }

  /** Fulfilled when nothing is being loaded. */
  get settled(): Promise<void> {
    return this.#part.settled;
  }

  /** Begins to load: a moment later it would push down what somebody is about to press. */
  prepare(): void {
    if (this.#part.state === 'idle') void this.#part.load();
  }

  /** Fills the form of whoever came by VNeID (A10). */
  async fillFrom(known: VneidResult): Promise<void> {
    await this.#part.load();
    this.#part.value?.fillFrom(known);
  }

  offer(view: FormView): Shown {
    this.prepare();
    return this.#part.value?.offer(view);
  }

  /** That a field was filled by a scan. */
  mark(field: TextFieldId): Shown {
    return this.#part.value?.mark(field);
  }
}
