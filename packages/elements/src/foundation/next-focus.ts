import { LitElement, type ReactiveControllerHost } from 'lit';
import type { Announcer } from './announcer.js';
import { moveFocus } from './move-focus.js';

/** Where the focus goes once what changed is drawn: what is to take it may not be in the document before. */
export class NextFocus {
  #selector: string | undefined;
  /** Whether the announcer holds why a field is wrong. */
  #told = false;

  constructor(
    private readonly host: ReactiveControllerHost & { readonly renderRoot: ParentNode },
    private readonly announcer: Announcer,
  ) {}

  /** Whether somewhere is asked for that the next drawing carries out. */
  get asked(): boolean {
    return this.#selector !== undefined;
  }

  /** To the first that matches, with the next drawing. What was said of a field that was wrong is taken back. */
  to(selector: string): void {
    if (this.#told) this.announcer.hush();
    this.#told = false;
    this.#selector = selector;
    this.host.requestUpdate();
  }

  /**
   * To a field that is wrong: why is said where the focus is there already, as after Enter. A browser tells of no focus that does not move, nor of a description
   * that is the same as before: whoever sends the same wrong thing again would hear nothing. Where the focus moves it tells of the field, and nothing is said besides.
   */
  toFault(selector: string, why: string | undefined): void {
    this.to(selector);
    this.#told = Boolean(why && this.host.renderRoot.querySelector(`${selector}:focus`));
    if (why && this.#told) this.announcer.say(why);
    else this.announcer.hush();
  }

  /** Moves it, from the host's `updated`; answers what was to take it. */
  give(): HTMLElement | null {
    const target = this.#selector ? this.host.renderRoot.querySelector<HTMLElement>(this.#selector) : null;
    this.#selector = undefined;
    // An element of the kit has nothing to focus before it has drawn itself.
    if (target instanceof LitElement) void target.updateComplete.then(() => target.focus());
    else if (target) moveFocus(target);
    return target;
  }
}
