import { afterEach, describe, expect, it, vi } from 'vitest';
import { printAlone } from './print-frame.js';

const job = (text: string) => ({
  title: 'Thẻ mẫu',
  lang: 'vi',
  css: 'p { color: red; }',
  body: [Object.assign(document.createElement('p'), { textContent: text })],
});
const frames = () => document.querySelectorAll('iframe[hidden]').length;

/** A browser whose frames have a document of their own only at their load, as Firefox did until it loaded `about:blank` at once; what reaches the printer. */
function lateFrames(): string[] {
  const printed: string[] = [];
  const { append } = document.body;
  vi.spyOn(document.body, 'append').mockImplementation((node) => {
    const frame = node as HTMLIFrameElement;
    frame.srcdoc = '<!doctype html><title>late</title>';
    frame.addEventListener(
      'load',
      () => {
        const { contentWindow: view } = frame;
        if (view)
          view.print = () => void printed.push(`${view.document.title}: ${view.document.body.textContent}, ${view.document.adoptedStyleSheets.length} sheet`);
      },
      { capture: true },
    );
    append.call(document.body, frame);
  });
  return printed;
}

describe('a sheet printed from a frame', () => {
  afterEach(() => {
    vi.restoreAllMocks();
    dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape' }));
  });

  it('C5, H4 · is filled once the frame has the document it keeps', async () => {
    const printed = lateFrames();
    await printAlone(job('Số thẻ'));
    expect(printed).toEqual(['Thẻ mẫu: Số thẻ, 1 sheet']);
  });

  it('C5, H4 · is given up where another one is asked for before it was ready', async () => {
    const printed = lateFrames();
    await Promise.all([printAlone(job('một')), printAlone(job('hai'))]);
    expect([printed, frames()]).toEqual([['Thẻ mẫu: hai, 1 sheet'], 1]);
  });
});
