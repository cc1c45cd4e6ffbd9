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
  /** Milliseconds for one chunk with its tries. Default 60 000: a chunk is 64 kB, and a phone at the edge of its cell sends 2 kB a second. */
  readonly chunkTimeout?: number;
}

const CHUNK_TIMEOUT = 60_000;
const { begin, append, progress } = laterOperations.photographs as unknown as Record<'begin' | 'append' | 'progress', Operation>;

/** Sends a photograph chunk by chunk. A chunk whose answer was lost is not sent blindly again: the gateway says from where to go on. */
export async function uploadPhotograph(caller: Caller, file: Blob, kind: PhotographKind, options: UploadOptions = {}): Promise<PhotographReference> {
  const { signal, onProgress, chunkTimeout: timeout = CHUNK_TIMEOUT } = options;
  const calls = { timeout, ...(signal ? { signal } : {}) };
  const begun = (await caller.call<PhotographUploadBegun>(begin, { kind, size: file.size, ...(await digestOf(file)) }, calls)).value;
  const { id, key, chunkSize } = begun;
  const headers = { 'Photograph-Key': key };
  for (let received = begun.received; received < file.size; ) {
    onProgress?.(received, file.size);
    const from = received;
    const chunk = new Uint8Array(await file.slice(from, from + chunkSize).arrayBuffer());
    const sender = onProgress ? caller.with({ fetch: fetchWithProgress(caller.options.fetch, (sent) => onProgress(from + sent, file.size)) }) : caller;
    try {
      received = (await sender.call<PhotographUpload>(append, { id, offset: String(from), bytes: chunk }, calls, headers)).value.received;
    } catch (failure) {
      if ((failure as Partial<ApiError>).status !== 409) throw failure;
      received = (await caller.call<PhotographUpload>(progress, { id }, calls, headers)).value.received;
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
