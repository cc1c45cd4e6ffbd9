import { createHash, randomBytes } from 'node:crypto';
import type { PhotographUpload, PhotographUploadBegun } from '@bhxh-kit/contract';
import { fault, type PhotographKind } from '@bhxh-kit/domain';
import { after, type Clock } from '../clock/clock.js';
import { Refusal } from '../http/refusal.js';
import { newToken, type Secrets, sameDigest, tokenHash } from '../secrets/secrets.js';
import type { Settings } from '../settings/settings.js';
import type { Queries } from '../storage/database.js';
import type { PhotographRow } from '../storage/schema.js';
import { readPhotograph } from './jpeg.js';
import * as rows from './photographs-repository.js';

/** Bytes of a chunk, except the last: little is lost when a poor mobile connection breaks. */
export const CHUNK_SIZE = 64 * 1024;
/** Bytes of the largest chunk: on a quick but distant connection every chunk costs two round trips, and a photograph then is a chunk or two. */
export const CHUNK_SIZE_MAX = 8 * CHUNK_SIZE;

export interface Photographs {
  readonly clock: Clock;
  readonly secrets: Secrets;
  readonly settings: Pick<Settings, 'uploadHours' | 'uploadsOpen' | 'uploadsOpenMegabytes'>;
}

/** Who may touch an upload: its id, and the key its beginning answered. */
export interface Held {
  readonly id: string;
  readonly key: string;
}

/** Begins an upload. Its key is answered here and never again. */
export async function begin(
  db: Queries,
  { kind, size, sha256 }: { kind: PhotographKind; size: number; sha256?: string | undefined },
  { clock, settings }: Photographs,
): Promise<PhotographUploadBegun> {
  await refuseWithoutRoom(db, size, settings);
  const id = randomBytes(18).toString('base64url');
  const key = newToken();
  const row = { id, kind, size, sha256, keyHash: tokenHash(key), expiresAt: after(clock.now(), settings.uploadHours * 3_600_000) };
  await rows.insert(db, row);
  return { ...progressOf({ id, size, received: 0, complete: false }), key };
}

/** Seconds: declarations take their photographs with them, and what is left lying is swept, all the time. */
const ROOM_COMES_IN = 120;

/**
 * Rates bound one address; this bounds all of them, so that many addresses together cannot fill the disk with photographs nobody declares.
 * Uploads that begin in the same moment do not see each other: it may be passed by as many as there are connections to the database.
 */
async function refuseWithoutRoom(db: Queries, size: number, settings: Photographs['settings']): Promise<void> {
  const { photographs, bytes } = await rows.open(db);
  if (photographs >= settings.uploadsOpen || bytes + size > settings.uploadsOpenMegabytes * 1_000_000)
    throw new Refusal('photograph.no-room', { retryAfter: ROOM_COMES_IN });
}

/** Takes the next chunk; one that is already there is taken as sent again. The last one closes the upload. */
export async function append(db: Queries, held: Held, offset: number, bytes: Uint8Array, photographs: Photographs): Promise<PhotographUpload> {
  const result = await db.transaction(async (tx) => {
    const row = await open(tx, held, photographs.clock, 'for update');
    if (row.complete || offset < row.received) {
      if (offset + bytes.byteLength > row.received) throw new Refusal('photograph.out-of-order');
      return progressOf(row);
    }
    if (offset > row.received) throw new Refusal('photograph.out-of-order');
    const received = offset + bytes.byteLength;
    if (!isChunk(bytes.byteLength, row.size - offset))
      throw new Refusal('request.malformed', {
        fieldErrors: [{ pointer: '', code: 'chunk-size', facts: { expected: Math.min(CHUNK_SIZE, row.size - offset) } }],
      });
    const sealed = photographs.secrets.seal('photograph', `${row.id}/${offset}`, bytes);
    await rows.insertChunk(tx, { photographId: row.id, offset, length: bytes.byteLength, sealed });
    if (received < row.size) {
      await rows.update(tx, row.id, { received });
      return progressOf({ ...row, received });
    }
    return close(tx, row, photographs);
  });
  if (result instanceof Refusal) throw result;
  return result;
}

/** Whether a chunk has a length that is taken, where so many bytes are left. */
const isChunk = (length: number, left: number): boolean =>
  length > 0 && length <= CHUNK_SIZE_MAX && (length === left || (length < left && length % CHUNK_SIZE === 0));

/** Checks the whole photograph and keeps it as one sealed row, or deletes it. The refusal is answered, not thrown, so that the deletion is kept. */
async function close(tx: Queries, row: PhotographRow, { secrets }: Photographs): Promise<PhotographUpload | Refusal> {
  const chunks = await rows.chunksOf(tx, row.id);
  const bytes = Buffer.concat(chunks.map((chunk) => secrets.open('photograph', `${row.id}/${chunk.offset}`, chunk.sealed)));
  const whole = row.sha256 === null || createHash('sha256').update(bytes).digest('hex') === row.sha256;
  const photograph = whole ? readPhotograph(bytes) : fault('photograph.checksum');
  if (!photograph.ok) {
    await rows.remove(tx, row.id);
    return new Refusal('photograph.refused', { fieldErrors: [{ pointer: '', code: photograph.code, facts: photograph.facts }] });
  }
  await rows.removeChunks(tx, row.id);
  await rows.update(tx, row.id, { received: row.size, complete: true, sealed: secrets.seal('photograph', row.id, photograph.value) });
  return progressOf({ ...row, received: row.size, complete: true });
}

/** How much has arrived. */
export async function progress(db: Queries, held: Held, { clock }: Photographs): Promise<PhotographUpload> {
  return progressOf(await open(db, held, clock));
}

/** Deletes an upload that no declaration uses. */
export async function discard(db: Queries, held: Held, { clock }: Photographs): Promise<void> {
  await db.transaction(async (tx) => {
    const row = await open(tx, held, clock, 'for update');
    await rows.remove(tx, row.id);
  });
}

/** The upload of this id and key. Unknown, expired, already used by a declaration and another's are one answer. */
async function open(db: Queries, { id, key }: Held, clock: Clock, lock?: 'for update'): Promise<PhotographRow> {
  const row = await rows.find(db, id, lock);
  if (!row || !sameDigest(row.keyHash, tokenHash(key)) || row.declarationId || row.expiresAt <= clock.now()) throw new Refusal('photograph.not-found');
  return row;
}

const progressOf = ({ id, size, received, complete }: Pick<PhotographRow, 'id' | 'size' | 'received' | 'complete'>): PhotographUpload => ({
  id,
  size,
  received,
  complete,
  chunkSize: CHUNK_SIZE,
  chunkSizeMax: CHUNK_SIZE_MAX,
});
