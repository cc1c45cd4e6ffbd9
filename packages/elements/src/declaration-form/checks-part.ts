import type { BhxhClient, CallOptions } from '@bhxh-kit/client';
import { answerByWork } from '@bhxh-kit/client/challenges';
import type { DeclarationSubmission } from '@bhxh-kit/domain';
import type { nothing, TemplateResult } from 'lit';
import { ChallengePart } from '../checks/challenge-part.js';
import { type CheckHost, CheckSurroundings } from '../checks/check-surroundings.js';
import type { CheckTools } from './check-tools.js';
import type { FormView } from './form-view.js';
import { OneTimeCodePart } from './one-time-code-part.js';

/** What a declaration carries once its checks are passed. */
export interface Passed extends Pick<CallOptions, 'challengeAnswer'> {
  readonly emailConfirmation?: string;
}

/** How often the same challenge may be refused in a row before the person is told. */
const TRIES = 2;

/** The checks of one form. What was confirmed stays so over every retry, so that a declaration sent again after a cut line is the same declaration. */
export class Checks {
  readonly #around: CheckSurroundings;
  #confirmed: { readonly email: string; readonly subject: string; readonly emailConfirmation: string } | undefined;
  #code: OneTimeCodePart | undefined;
  #challenge: ChallengePart | undefined;
  #answer: Pick<CallOptions, 'challengeAnswer'> = {};
  #refused = 0;
  #looked = false;

  constructor(
    host: CheckHost,
    tools: CheckTools,
    private readonly resume: () => void,
  ) {
    this.#around = new CheckSurroundings(host, tools);
    host.addController({ hostConnected: () => this.#code?.resume(), hostDisconnected: () => this.#code?.end() });
  }

  async before({ email = '', subject }: DeclarationSubmission, client: BhxhClient, needed: boolean): Promise<Passed | undefined> {
    const confirmed = this.#confirmed?.email === email && this.#confirmed.subject === subject ? this.#confirmed : undefined;
    if (needed && !confirmed) {
      await this.#askCode(email, subject, client);
      return undefined;
    }
    await this.#askAhead(client);
    if (this.#challenge) return undefined;
    return { ...this.#answer, ...(needed && confirmed && { emailConfirmation: confirmed.emailConfirmation }) };
  }

  /** Fetches the challenge, or forgets the confirmation, that was refused. */
  async meets(failure: unknown, client: BhxhClient): Promise<boolean> {
    if (!this.#around.tools.isApiError(failure)) return false;
    const { code, fieldErrors } = failure;
    if (!code.startsWith('challenge.')) {
      const unconfirmed = fieldErrors.some(({ pointer }) => pointer === '/emailConfirmation');
      if (unconfirmed) this.#confirmed = undefined;
      // With other faults the person mends those first.
      return unconfirmed && fieldErrors.length === 1;
    }
    if (++this.#refused > TRIES) {
      this.#refused = 0;
      return false;
    }
    await this.#meetChallenge(client, code === 'challenge.refused');
    return true;
  }

  /** Once, so that no call has to be refused to learn that a challenge is asked. A gateway that makes none ahead says so when it refuses. */
  async #askAhead(client: BhxhClient): Promise<void> {
    if (this.#looked) return;
    this.#looked = true;
    await this.#meetChallenge(client, false).catch(() => undefined);
  }

  async #meetChallenge(client: BhxhClient, again: boolean): Promise<void> {
    const challenge = await client.challenges.make({ operation: 'declarations.submit', locale: this.#around.locale });
    if (challenge.kind === 'typed')
      this.#challenge = new ChallengePart(this.#around, challenge, again, client, (answer) => this.#goOn(() => (this.#answer = answer)));
    else this.#answer = await answerByWork(challenge);
  }

  render(view: FormView): TemplateResult | typeof nothing {
    return this.#code?.render(view) ?? this.#challenge?.render() ?? this.#around.tools.nothing;
  }

  async #askCode(email: string, subject: DeclarationSubmission['subject'], client: BhxhClient): Promise<void> {
    if (this.#code?.isFor(email, subject)) return;
    await this.#around.tools.loadEveryWord().catch(() => undefined);
    const confirmed = (emailConfirmation: string) => this.#goOn(() => (this.#confirmed = { email, subject, emailConfirmation }));
    this.#code?.end();
    this.#code = new OneTimeCodePart(this.#around, { email, subject }, client, confirmed);
    // Not waited for: the form is free again, so that who sees a wrong address can go back at once.
    void this.#code.send();
  }

  #goOn(keep: () => void): void {
    keep();
    this.#code?.end();
    this.#code = undefined;
    this.#challenge = undefined;
    this.#refused = 0;
    this.resume();
  }
}
