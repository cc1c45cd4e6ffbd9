/**
 * A canvas as a file, encoded at once: Chromium's `toBlob` encodes in the idle moments of the page, and where it gets none it takes ten seconds.
 * Undefined where the browser cannot encode that kind. No blob is fetched from the data URL, which a strict `connect-src` would refuse.
 */
export function encoded(canvas: HTMLCanvasElement, type: 'image/jpeg' | 'image/png', quality?: number): Blob | undefined {
  const [kind, text = ''] = canvas.toDataURL(type, quality).split(',');
  if (kind !== `data:${type};base64`) return undefined;
  const letters = atob(text);
  const bytes = new Uint8Array(letters.length);
  for (let at = 0; at < bytes.length; at++) bytes[at] = letters.charCodeAt(at);
  return new Blob([bytes], { type });
}
