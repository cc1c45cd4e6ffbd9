import type { Page } from 'playwright-core';

/** What went to the printer. */
export interface Printed {
  readonly title: string;
  readonly text: string;
  readonly css: string;
  readonly rows: number;
  readonly drawings: number;
}

/** Stands in for the printer, whose dialog no driver reaches: writes down every sheet that is printed from a frame of the page. Call it before the page is opened. */
export async function watchPrinter(page: Page): Promise<readonly Printed[]> {
  const printed: Printed[] = [];
  await page.exposeBinding('tellPrinter', (_, sheet: Printed) => void printed.push(sheet));
  await page.addInitScript(() => {
    const tell = (sheet: unknown) => (window as unknown as { tellPrinter(sheet: unknown): void }).tellPrinter(sheet);
    const frame = Object.getOwnPropertyDescriptor(HTMLIFrameElement.prototype, 'contentWindow')!;
    Object.defineProperty(HTMLIFrameElement.prototype, 'contentWindow', {
      ...frame,
      get(this: HTMLIFrameElement) {
        const view = frame.get!.call(this) as (Window & typeof globalThis) | null;
        if (view)
          view.print = () => {
            const { title, body, adoptedStyleSheets } = view.document;
            const css = adoptedStyleSheets.flatMap(({ cssRules }) => [...cssRules].map(({ cssText }) => cssText)).join('\n');
            tell({ title, text: body.textContent, css, rows: body.querySelectorAll('tbody tr').length, drawings: body.querySelectorAll('svg').length });
          };
        return view;
      },
    });
  });
  return printed;
}
