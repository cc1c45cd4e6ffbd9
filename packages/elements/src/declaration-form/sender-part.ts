import type { BhxhClient } from '@bhxh-kit/client';
import type { nothing, TemplateResult } from 'lit';
import type { CheckHost } from '../checks/check-surroundings.js';
import type { CheckTools } from './check-tools.js';
import type { FormSession } from './form-session.js';
import type { FormView } from './form-view.js';
import { type ReceiptView, receiptStep } from './receipt.js';
import { type Sent, sendDeclaration } from './send-declaration.js';
import { shownVersion } from './shown-version.js';
import { SubmissionChecks } from './submission-checks.js';

/** What sends the declarations of one form: the checks that were passed stay over every retry, the key of the last attempt stays with the session. */
export class Sender {
  readonly #checks: SubmissionChecks;

  constructor(
    private readonly host: CheckHost,
    private readonly tools: CheckTools,
    resume: () => void,
  ) {
    this.#checks = new SubmissionChecks(host, tools, resume);
  }

  send(session: FormSession, client: BhxhClient, locale: 'vi' | 'en', broken: string): Promise<Sent> {
    return sendDeclaration(session, this.#checks, client, {
      locale,
      broken,
      consentVersion: (form) => shownVersion(form, this.tools, this.host),
      tools: this.tools,
    });
  }

  render(view: FormView): TemplateResult | typeof nothing | undefined {
    return this.#checks.render(view);
  }
  receipt(view: FormView, shown: ReceiptView): TemplateResult {
    return receiptStep(this.tools, this.host, view, shown);
  }
}
