import type { ReactiveControllerHost } from 'lit';
import type { CheckTools } from '../declaration-form/check-tools.js';
import type { Listener, Translate } from '../foundation/words.js';
import { checkWords } from './check-words.js';

export type CheckHost = ReactiveControllerHost & Listener;

/** What every check needs of what its element lends. */
type Tools = Pick<CheckTools, 'html' | 'live' | 'nothing' | 'isApiError' | 'isBhxhError' | 'translator'>;

/** What checks are given: words, language, and the way to be shown again. */
export class CheckSurroundings<Lent extends Tools = CheckTools> {
  readonly t: Translate<(typeof checkWords)['vi']>;

  constructor(
    private readonly host: CheckHost,
    readonly tools: Lent,
  ) {
    this.t = tools.translator(checkWords, host);
  }

  get locale(): 'vi' | 'en' {
    return this.host.language === 'en' ? 'en' : 'vi';
  }

  show(): void {
    this.host.requestUpdate();
  }

  /** Why a call failed, in a person's words. */
  reason(failure: unknown): string {
    return this.tools.isBhxhError(failure) ? failure.userMessage(this.locale) : this.t('failed');
  }
}
