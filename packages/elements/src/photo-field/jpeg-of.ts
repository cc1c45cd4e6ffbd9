/**
 * A canvas as JPEG, encoded at once: Chromium's `toBlob` encodes in the idle moments of the page, and where it gets none it takes ten seconds.
 * Undefined where the browser cannot encode JPEG.
 */
export function jpegOf(canvas: HTMLCanvasElement, quality: number): Blob | undefined {
  const [kind, encoded = ''] = canvas.toDataURL('image/jpeg', quality).split(',');
  if (kind !== 'data:image/jpeg;base64') return undefined;
  const letters = atob(encoded);
  const bytes = new Uint8Array(letters.length);
  for (let at = 0; at < bytes.length; at++) bytes[at] = letters.charCodeAt(at);
  return new Blob([bytes], { type: 'image/jpeg' });
}
