/**
 * The frame of the next sheet that is sent to the printer. Stands in for the printer from the moment the frame is in the page:
 * a browser without a window may end a print at once, and the sheet goes with it.
 */
export function nextSheet(): Promise<HTMLIFrameElement> {
  return new Promise((resolve) => {
    new MutationObserver((records, observer) => {
      const frame = records.flatMap(({ addedNodes }) => [...addedNodes]).find((node) => node instanceof HTMLIFrameElement && node.hidden);
      if (!frame) return;
      observer.disconnect();
      const sheet = frame as HTMLIFrameElement;
      (sheet.contentWindow as Window).print = () => resolve(sheet);
    }).observe(document.body, { childList: true });
  });
}
