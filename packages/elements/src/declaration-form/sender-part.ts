import type { BhxhClient } from '@bhxh-kit/client';
import type { nothing, TemplateResult } from 'lit';
import type { CheckHost } from './check-surroundings.js';
import type { CheckTools } from './check-tools.js';
import type { FormSession } from './form-session.js';
import type { FormView } from './form-view.js';
import { type Sent, sendDeclaration } from './send-declaration.js';
import { SubmissionAttempt } from './submission-attempt.js';
import { SubmissionChecks } from './submission-checks.js';

/** What sends the declarations of one form: the key of the last attempt and the checks that were passed stay over every retry. */
export class Sender {
  readonly #attempt = new SubmissionAttempt();
  readonly #checks: SubmissionChecks;

  constructor(
    host: CheckHost,
    private readonly tools: CheckTools,
    resume: () => void,
  ) {
    this.#checks = new SubmissionChecks(host, tools, resume);
  }

  send(session: FormSession, client: BhxhClient, locale: 'vi' | 'en', broken: string): Promise<Sent> {
    return sendDeclaration(session, this.#attempt, this.#checks, client, { locale, broken, tools: this.tools });
  }

  render(view: FormView): TemplateResult | typeof nothing | undefined {
    return this.#checks.render(view);
  }
}
