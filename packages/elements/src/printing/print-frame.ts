import { render, type TemplateResult } from 'lit';

/** What to print on its own, apart from the host page. */
export interface PrintJob {
  /** Title of the sheet and of the PDF file a browser suggests. */
  readonly title: string;
  readonly lang: string;
  /** May hold `@page`, which a shadow root cannot. */
  readonly css: string;
  readonly body: TemplateResult;
}

/**
 * Prints one thing from a hidden frame of the same page, so that nothing of the host's page or style is on the sheet. No inline style and no text is parsed:
 * the style sheet is constructed, the body is a Lit template; a strict Content-Security-Policy allows both.
 */
export async function printAlone({ title, lang, css, body }: PrintJob): Promise<void> {
  const frame = document.createElement('iframe');
  frame.hidden = true;
  frame.tabIndex = -1;
  frame.setAttribute('aria-hidden', 'true');
  document.body.append(frame);
  const view = frame.contentWindow as (Window & typeof globalThis) | null;
  if (!view) return frame.remove();
  const sheet = new view.CSSStyleSheet();
  sheet.replaceSync(css);
  view.document.adoptedStyleSheets = [sheet];
  view.document.title = title;
  view.document.documentElement.lang = lang;
  render(body, view.document.body);
  await view.document.fonts?.ready;
  view.addEventListener('afterprint', () => frame.remove(), { once: true });
  view.focus();
  view.print();
}
