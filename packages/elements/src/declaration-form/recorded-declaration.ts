import type { DeclarationReceipt, DeclarationSubmission } from '@bhxh-kit/domain';
import { nothing, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { DeadlineClock } from '../deadline/deadline-clock.js';
import { type DeadlineTranslate, deadlineNote } from '../deadline/deadline-note.js';
import { type Listener, translator } from '../foundation/words.js';
import type { Form01Source, SavedForm01 } from './form01-file.js';

/** Where the PDF stands. */
export type FileState = 'idle' | 'drawing' | 'failed' | SavedForm01;

/** A declaration the gateway took (R10): its deadline by the gateway's clock, and its Mẫu 01, to be saved as often as the person likes. */
export class RecordedDeclaration {
  file: FileState = 'idle';
  readonly #clock: DeadlineClock;
  #submission: DeclarationSubmission | undefined;

  constructor(private readonly host: ReactiveControllerHost & Listener) {
    this.#clock = new DeadlineClock(host);
  }

  take(submission: DeclarationSubmission, { paperDueAt, receivedAt }: DeclarationReceipt): void {
    this.#submission = submission;
    this.#clock.start(paperDueAt, receivedAt);
  }

  deadline(t: DeadlineTranslate, { paperDueAt }: DeclarationReceipt): TemplateResult | typeof nothing {
    return paperDueAt ? deadlineNote(t, paperDueAt, this.#clock.left, this.host.language) : nothing;
  }

  /** Saves Mẫu 01; `around` finds out what the submission itself does not say. Never rejects. */
  async save(around: () => Promise<Omit<Form01Source, 'submission'>>): Promise<void> {
    const submission = this.#submission;
    if (!submission) return;
    this.#turn('drawing');
    try {
      const { saveForm01 } = await import('./form01-file.js');
      this.#turn(await saveForm01({ ...(await around()), submission }, this.host, translator));
    } catch {
      this.#turn('failed');
    }
  }

  #turn(file: FileState): void {
    this.file = file;
    this.host.requestUpdate();
  }
}
