import { Refusal } from './refusal.js';

/** Largest JSON body in bytes: a declaration with every field at its limit stays far below. */
export const JSON_BYTES_MAX = 64 * 1024;

/** The body's bytes. Stops reading as soon as they are too many, whatever the header says. */
export async function readBytes(request: Request, most: number): Promise<Buffer<ArrayBuffer>> {
  if (Number(request.headers.get('content-length') ?? 0) > most) throw new Refusal('request.too-large');
  const parts: Uint8Array[] = [];
  let length = 0;
  const reader = request.body?.getReader();
  while (reader) {
    const { done, value } = await reader.read();
    if (done) break;
    length += value.byteLength;
    if (length > most) {
      await reader.cancel();
      throw new Refusal('request.too-large');
    }
    parts.push(value);
  }
  return Buffer.concat(parts);
}

/** The body as JSON in UTF-8. */
export async function readJson(request: Request): Promise<unknown> {
  if (!/^application\/json\s*(;|$)/i.test(request.headers.get('content-type') ?? '')) throw malformed('content-type');
  const bytes = await readBytes(request, JSON_BYTES_MAX);
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw malformed('json');
  }
}

export const malformed = (code: string): Refusal => new Refusal('request.malformed', { fieldErrors: [{ pointer: '', code }] });
