import type { Operation, PhotographUpload, PhotographUploadBegun } from '@bhxh-kit/contract';
import { laterOperations } from '@bhxh-kit/contract/later';
import type { PhotographKind, PhotographReference } from '@bhxh-kit/domain';
import type { Caller } from '../call/caller.js';
import type { ApiError } from '../errors/errors.js';
import { fetchWithProgress } from './progress-fetch.js';

export interface UploadOptions {
  readonly signal?: AbortSignal;
  /** Called with bytes sent and bytes in all, often enough for a progress bar. */
  readonly onProgress?: (sent: number, total: number) => void;
  /** Milliseconds for one chunk with its tries. Default 60 000: a chunk is 64 kB until one went quickly, and a phone at the edge of its cell sends 2 kB a second. */
  readonly chunkTimeout?: number;
}

const CHUNK_TIMEOUT = 60_000;
const { begin, append, progress } = laterOperations.photographs as unknown as Record<'begin' | 'append' | 'progress', Operation>;

/** Milliseconds: a chunk that took less is followed by one twice as large, one that took more by a small one. */
const QUICK = 1_000;
const SLOW = 4_000;

/** Bytes of the next chunk. A browser asks the gateway before each whether the page may send it, so that small ones wait more than they send. */
export function nextChunkSize(
  size: number,
  took: number,
  { chunkSize, chunkSizeMax = chunkSize }: { chunkSize: number; chunkSizeMax?: number | undefined },
): number {
  if (took > SLOW) return chunkSize;
  return took < QUICK && size * 2 <= chunkSizeMax ? size * 2 : size;
}

/** Sends a photograph chunk by chunk. A chunk whose answer was lost is not sent blindly again: the gateway says from where to go on. */
export async function uploadPhotograph(caller: Caller, file: Blob, kind: PhotographKind, options: UploadOptions = {}): Promise<PhotographReference> {
  const { signal, onProgress, chunkTimeout: timeout = CHUNK_TIMEOUT } = options;
  const calls = { timeout, ...(signal ? { signal } : {}) };
  const begun = (await caller.call<PhotographUploadBegun>(begin, { kind, size: file.size, ...(await digestOf(file)) }, calls)).value;
  const { id, key } = begun;
  let { chunkSize } = begun;
  const headers = { 'Photograph-Key': key };
  for (let received = begun.received; received < file.size; ) {
    onProgress?.(received, file.size);
    const from = received;
    const started = performance.now();
    const chunk = new Uint8Array(await file.slice(from, from + chunkSize).arrayBuffer());
    const sender = onProgress ? caller.with({ fetch: fetchWithProgress(caller.options.fetch, (bytes) => onProgress(from + bytes, file.size)) }) : caller;
    try {
      received = (await sender.call<PhotographUpload>(append, { id, offset: String(from), bytes: chunk }, calls, headers)).value.received;
      chunkSize = nextChunkSize(chunkSize, performance.now() - started, begun);
    } catch (failure) {
      if ((failure as Partial<ApiError>).status !== 409) throw failure;
      received = (await caller.call<PhotographUpload>(progress, { id }, calls, headers)).value.received;
      chunkSize = begun.chunkSize;
    }
  }
  onProgress?.(file.size, file.size);
  return { kind, id, key };
}

/** SHA-256 where the page has WebCrypto; plain http pages have not, and the gateway then checks the size alone. */
async function digestOf(file: Blob): Promise<{ sha256?: string }> {
  const { subtle } = globalThis.crypto as { subtle?: SubtleCrypto };
  if (!subtle) return {};
  const digest = new Uint8Array(await subtle.digest('SHA-256', await file.arrayBuffer()));
  return { sha256: Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('') };
}
