import type { ReactiveControllerHost, TemplateResult } from 'lit';
import type { PartTools } from '../foundation/part-tools.js';
import type { Listener, Translate } from '../foundation/words.js';
import type { SheetActs, SheetPart } from './account-sheet.js';
import { type CallWords, SheetCalls } from './sheet-calls.js';

/** What every sheet with fields says, each in its own words. */
interface FormWords {
  readonly noClient: string;
  readonly failed: string;
  readonly locked: '{minutes}';
  readonly refusedTitle: string;
}

/** What a form begins with: its first step, and its fields in the order they are looked at when something is wrong. */
interface Beginning<View, Box> {
  readonly view: View;
  readonly boxes: readonly Box[];
}

/** A sheet with steps and fields: what is typed, what is wrong with it, what went wrong, and where the person is. Nothing typed leaves the memory of the page. */
export abstract class SheetForm<View extends string, Box extends string, Busy extends string> implements SheetPart {
  protected readonly calls: SheetCalls<Busy>;
  protected view: View;
  protected typed: Record<Box, string>;
  protected faults: Partial<Record<Box, string>> = {};
  protected said = '';
  /** Whether a password is to be read. */
  protected shown = false;
  #problem: string | TemplateResult = '';
  readonly #boxes: readonly Box[];

  constructor(
    protected readonly host: ReactiveControllerHost & Listener,
    protected readonly acts: SheetActs,
    protected readonly tools: PartTools,
    private readonly say: Translate<FormWords>,
    { view, boxes }: Beginning<View, Box>,
    more: Pick<CallWords, 'tooSoon'> = {},
  ) {
    this.view = view;
    this.#boxes = boxes;
    this.typed = this.#empty();
    const words = { noClient: () => say('noClient'), failed: () => say('failed'), locked: (minutes: number) => say('locked', { minutes }), ...more };
    this.calls = new SheetCalls(host, acts, tools, words);
  }

  abstract render(): TemplateResult;

  end(): void {
    this.calls.end();
  }

  #empty(): Record<Box, string> {
    return Object.fromEntries(this.#boxes.map((box) => [box, ''])) as Record<Box, string>;
  }

  /** The end: nothing that was typed is kept. */
  protected finish(view: View): void {
    this.forget();
    this.to(view, 'h2');
  }

  /** Whoever comes now finds nothing of what was typed, nor of what was wrong with it. */
  protected forget(): void {
    this.typed = this.#empty();
    this.faults = {};
    this.shown = false;
    this.clearTrouble();
  }

  /** Why something did not come about. */
  protected trouble(level: 3 | 4 = 4) {
    return this.#problem ? this.tools.problemBox(this.say('refusedTitle'), this.#problem, level) : this.tools.nothing;
  }

  protected readonly show = (shown: boolean): void => {
    this.shown = shown;
    this.host.requestUpdate();
  };

  protected clearTrouble(): void {
    this.#problem = this.said = '';
  }

  protected complain(problem: string | TemplateResult): void {
    this.#problem = problem;
    this.acts.focus('.problem');
  }

  /** Shows what is wrong, and brings the focus to the first of it; whether nothing is. */
  protected right(faults: Partial<Record<Box, string>>): boolean {
    this.faults = faults;
    this.#problem = '';
    const first = this.#boxes.find((box) => faults[box]);
    this.host.requestUpdate();
    if (first) this.acts.focus(`#${first}`, faults[first]);
    return first === undefined;
  }

  /** Another step. */
  protected to(view: View, focus: string, said = ''): void {
    this.view = view;
    this.faults = {};
    this.clearTrouble();
    this.said = said;
    this.acts.focus(focus);
  }
}
