/** What to print on its own, apart from the host page. */
export interface PrintJob {
  /** Title of the sheet and of the PDF file a browser suggests. */
  readonly title: string;
  readonly lang: string;
  /** May hold `@page`, which a shadow root cannot. */
  readonly css: string;
  readonly body: readonly Node[];
}

/** Takes away the sheet printed last. */
let putAway: (() => void) | undefined;

/**
 * Prints one thing from a hidden frame of the same page, so that nothing of the host's page or style is on the sheet. The style sheet is constructed and the
 * body is built of nodes: a strict Content-Security-Policy allows both.
 *
 * The frame holds a person's data, so it goes as soon as printing is over. Some browsers never say so; there the next act in the page shows that the print
 * dialog, which lets none through, is closed.
 */
export async function printAlone({ title, lang, css, body }: PrintJob): Promise<void> {
  putAway?.();
  const frame = document.createElement('iframe');
  frame.hidden = true;
  frame.tabIndex = -1;
  frame.setAttribute('aria-hidden', 'true');
  let settle = (): void => {};
  const loaded = new Promise<void>((resolve) => (settle = resolve));
  frame.addEventListener('load', settle, { once: true });
  document.body.append(frame);
  const acts = ['pointerdown', 'keydown'] as const;
  const done = (): void => {
    frame.remove();
    settle();
    for (const act of acts) removeEventListener(act, done, true);
    if (putAway === done) putAway = undefined;
  };
  putAway = done;
  try {
    // Until its load an older Firefox has another document in the frame, which cannot be printed and goes with what was put into it.
    await loaded;
    const view = frame.contentWindow as (Window & typeof globalThis) | null;
    if (!view) return;
    const sheet = new view.CSSStyleSheet();
    sheet.replaceSync(css);
    view.document.adoptedStyleSheets = [sheet];
    view.document.title = title;
    view.document.documentElement.lang = lang;
    view.document.body.append(...body);
    await view.document.fonts?.ready;
    view.addEventListener('afterprint', done, { once: true });
    view.focus();
    view.print();
    for (const act of acts) addEventListener(act, done, true);
  } catch (error) {
    done();
    throw error;
  }
}
