import type { BhxhClient } from '@bhxh-kit/client';
import type { RulePack, RulePackId } from '@bhxh-kit/domain';
import { rulePack, rulePackOn } from '@bhxh-kit/domain/rule-packs/packs.js';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { todayHere } from '../foundation/today.js';

/** The rules a form is filled under, and the day they are asked for. */
export interface Rules {
  readonly pack: RulePack;
  readonly today: string;
  /** Name of the population database the gateway asks (R15). */
  readonly identityVerifier?: string | undefined;
}

/** Finds the rule pack in force: what the host said, else what the gateway says, else what the kit knows of today. */
export class RulesLoader implements ReactiveController {
  rules: Rules | undefined;
  state: 'idle' | 'loading' | 'ready' | 'failed' = 'idle';
  #abort: AbortController | undefined;

  constructor(private readonly host: ReactiveControllerHost) {
    host.addController(this);
  }

  /** Rules that need no asking. */
  settle(pack: RulePackId | undefined, today: string): void {
    const day = today || todayHere();
    this.rules = { pack: pack ? rulePack(pack) : rulePackOn(day), today: day };
    this.state = 'ready';
  }

  /** Asks the gateway; rules already here stay when that fails. */
  async ask(client: BhxhClient): Promise<void> {
    this.#abort?.abort();
    const { signal } = (this.#abort = new AbortController());
    this.#turn('loading');
    try {
      const { rulePack: id, today, identityVerifier } = await client.rules.current({}, { signal });
      if (signal.aborted) return;
      this.rules = { pack: rulePack(id), today, identityVerifier };
      this.#turn('ready');
    } catch {
      if (!signal.aborted) this.#turn('failed');
    }
  }

  hostDisconnected(): void {
    this.#abort?.abort();
    if (this.state === 'loading') this.state = this.rules ? 'ready' : 'idle';
  }

  #turn(state: RulesLoader['state']): void {
    this.state = state;
    queueMicrotask(() => this.host.requestUpdate());
  }
}
