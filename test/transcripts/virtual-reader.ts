import { Virtual } from '@guidepup/virtual-screen-reader';
import { vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { LightCopy } from './light-copy.js';
import { inVietnamese } from './spoken-words.js';

/** More items than any of the elements has in these tests. */
const MOST = 1000;
const END = 'end of document';

/**
 * Somebody who listens to an element. `@guidepup/virtual-screen-reader` computes what is said, by the accessible name and ARIA specifications. It does not look into shadow
 * roots, so it is given a {@link LightCopy}; keys are pressed in the browser, on the element itself. The browser's own accessibility tree, which the stories keep, has the roots,
 * but neither phrases nor what live regions say.
 */
export class VirtualReader {
  readonly #copy: LightCopy;
  readonly #virtual = new Virtual();
  readonly #lines: string[] = [];

  private constructor(private readonly element: Element) {
    this.#copy = new LightCopy(element);
  }

  static async of(element: Element): Promise<VirtualReader> {
    const reader = new VirtualReader(element);
    await reader.#begin();
    return reader;
  }

  /** Everything heard so far, under its headings. */
  get transcript(): string {
    return `${this.#lines.join('\n')}\n`;
  }

  async close(): Promise<void> {
    await this.#virtual.stop();
    this.#copy.remove();
  }

  /** Goes through the element from its beginning to its end with the key for the next item; while a modal dialog is open, through that. */
  async readThrough(heading: string): Promise<void> {
    this.#copy.refresh();
    await this.#virtual.stop();
    await this.#begin();
    const dialog = this.#copy.root.querySelector('dialog[open]');
    while (dialog && this.#virtual.activeNode !== dialog) await this.#virtual.next();
    const heard: string[] = [];
    do {
      heard.push(await this.#virtual.lastSpokenPhrase());
      if (heard.length > MOST) throw new Error('the virtual reader does not come to an end');
      await this.#virtual.next();
    } while (dialog ? this.#virtual.activeNode !== dialog : (await this.#virtual.lastSpokenPhrase()) !== END);
    this.#note(heading, asRead(heard).map(inVietnamese));
  }

  /** Presses Tab from before the element until the focus has left it. */
  async tabThrough(heading: string): Promise<void> {
    const before = document.createElement('button');
    this.element.before(before);
    before.focus();
    const heard: string[] = [];
    for (let stop = await this.#next(); stop; stop = await this.#next()) {
      heard.push(await this.#focusPhrase(stop));
      if (heard.length > MOST) throw new Error('the focus does not leave the element');
    }
    before.remove();
    this.#note(heading, heard);
  }

  /** Does something and hears what the page says of it, until a phrase has come that contains `until`; and what has the focus then, when it is another or says something else. */
  async hear(heading: string, act: () => unknown, until: string): Promise<void> {
    this.#copy.refresh();
    await settled();
    const focused = focusIn(this.element);
    const before = focused && { focused, dialog: this.#dialogOf(focused), phrase: await this.#focusPhrase(focused) };
    await this.#virtual.clearSpokenPhraseLog();
    await act();
    let heard: readonly string[] = [];
    await vi.waitFor(async () => {
      heard = [...(await this.#announced()), await this.#focusNow(before)];
      if (!heard.some((phrase) => phrase.includes(until))) throw new Error(`not heard: “${until}”, but ${heard.join(' / ')}`);
    });
    this.#note(heading, heard);
  }

  async #begin(): Promise<void> {
    await this.#virtual.start({ container: this.#copy.root });
  }

  #note(heading: string, heard: readonly string[]): void {
    if (this.#lines.length > 0) this.#lines.push('');
    this.#lines.push(`## ${heading}`, ...heard.filter((phrase) => phrase && phrase !== 'document'));
  }

  /** What live regions said. A region that is read as a whole is told once for each change in it: a reader says it once. */
  async #announced(): Promise<string[]> {
    this.#copy.refresh();
    await settled();
    const phrases = (await this.#virtual.spokenPhraseLog()).flatMap((phrase) => {
      const [, urgency, text = ''] = /^(assertive|polite): (.*)$/s.exec(phrase) ?? [];
      return urgency && text.trim() ? [`(${urgency === 'assertive' ? 'nói ngay' : 'nói khi rảnh'}) ${text.trim().replaceAll(/\s+/g, ' ')}`] : [];
    });
    return phrases.filter((phrase, at) => phrase !== phrases[at - 1]);
  }

  async #focusNow(before: { readonly focused: Element; readonly dialog: Element | undefined; readonly phrase: string } | undefined): Promise<string> {
    const now = focusIn(this.element);
    if (!now) return before ? '(không còn ở trong phần này)' : '';
    const phrase = await this.#focusPhrase(now);
    const dialog = this.#dialogOf(now);
    // A dialog is told of before what has the focus in it.
    const entered = dialog && dialog !== before?.dialog ? `${await this.#phraseAt(dialog)} – ` : '';
    if (now !== before?.focused) return `(chuyển tới) ${entered}${phrase}`;
    return phrase === before.phrase ? '' : `(nay là) ${phrase}`;
  }

  async #next(): Promise<Element | undefined> {
    await userEvent.keyboard('{Tab}');
    return focusIn(this.element);
  }

  async #focusPhrase(element: Element): Promise<string> {
    this.#copy.refresh();
    await settled();
    return this.#phraseAt(this.#copy.of(element));
  }

  /** What is said when the focus comes to a node of the copy. */
  async #phraseAt(copy: Node | undefined): Promise<string> {
    copy?.dispatchEvent(new FocusEvent('focusin', { bubbles: true }));
    await settled();
    return inVietnamese((await this.#virtual.spokenPhraseLog()).findLast((phrase) => !/^(?:assertive|polite): /.test(phrase)) ?? '');
  }

  #dialogOf(element: Element): Element | undefined {
    return (this.#copy.of(element) as Element | undefined)?.closest('dialog, [role=dialog]') ?? undefined;
  }
}

/** Roles that are read in one, by their name, and not child by child. */
const READ_IN_ONE = new Set(['button', 'combobox', 'heading', 'link', 'option', 'tab', 'treeitem']);
/** Roles whose name is nothing but what is read in them next. */
const READ_BY_CHILDREN = new Set(['cell', 'columnheader', 'listitem', 'row']);

/** The library tells everything that has a name of both, its name and what it is made of; a reader tells one of them. */
function asRead(phrases: readonly string[]): string[] {
  const read: string[] = [];
  for (let at = 0; at < phrases.length; at++) {
    const phrase = phrases[at] as string;
    const end = phrases.indexOf(`end of ${phrase}`, at);
    const role = phrase.split(',', 1)[0] as string;
    if (end > at && READ_IN_ONE.has(role)) at = end;
    read.push(
      end > at && READ_BY_CHILDREN.has(role)
        ? [role, ...(/(?:, (?:current|sorted|row index) .*)?$/.exec(phrase)?.[0] ?? '').split(', ').slice(1)].join(', ')
        : phrase,
    );
  }
  return read;
}

/** What has the focus inside an element, however many shadow roots deep; in a list or tree that keeps it, the row it is at. */
function focusIn(element: Element): Element | undefined {
  let focused: Element | null = document.activeElement;
  if (!focused || !element.contains(focused)) return undefined;
  while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
  const marked = focused?.getAttribute('aria-activedescendant');
  const item = marked ? (focused?.getRootNode() as Document | ShadowRoot).getElementById(marked) : null;
  return item ?? focused ?? undefined;
}

/** Mutations are told of in a microtask, and spoken in a later one. */
const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));
