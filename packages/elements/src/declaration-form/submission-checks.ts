import type { BhxhClient } from '@bhxh-kit/client';
import type { DeclarationSubmission } from '@bhxh-kit/domain';
import type { nothing, TemplateResult } from 'lit';
import type { CheckHost } from '../checks/check-surroundings.js';
import type { CheckTools } from './check-tools.js';
import type { Checks, Passed } from './checks-part.js';
import type { FormView } from './form-view.js';

/** What stands between "Ghi nhận" and the gateway: the e-mail's code (R14) and the challenge (R9). Loaded with what sends. */
export class SubmissionChecks {
  #checks: Checks | undefined;

  constructor(
    private readonly host: CheckHost,
    private readonly tools: CheckTools,
    private readonly resume: () => void,
  ) {}

  /** What goes with a declaration; nothing while something is asked of the person first. Rejects when that could not be asked. */
  async before(submission: DeclarationSubmission, client: BhxhClient, codeNeeded: boolean): Promise<Passed | undefined> {
    // Perhaps none is asked: then one that could not be fetched keeps no declaration back.
    const checks = await this.#load().catch((failure: unknown) => {
      if (codeNeeded) throw failure;
    });
    return checks ? checks.before(submission, client, codeNeeded) : {};
  }

  /** Whether a refusal asks for a check, so that the declaration is to be tried again: `before` then says what is asked. */
  async meets(failure: unknown, client: BhxhClient): Promise<boolean> {
    return /^(challenge|declaration\.i)/.test((failure as { code?: string }).code ?? '') && (await this.#load()).meets(failure, client);
  }

  render(view: FormView): TemplateResult | typeof nothing | undefined {
    return this.#checks?.render(view);
  }

  async #load(): Promise<Checks> {
    return (this.#checks ??= new (await import('./checks-part.js')).Checks(this.host, this.tools, this.resume));
  }
}
