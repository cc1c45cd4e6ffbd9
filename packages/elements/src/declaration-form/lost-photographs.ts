import type { BhxhClient } from '@bhxh-kit/client';
import type { DeclarationSubmission } from '@bhxh-kit/domain';
import type { FormSession } from './form-session.js';

/**
 * A gateway deletes photographs that no declaration used for some hours; a page left open for a day, or a draft, comes too late for them. Those that are still here
 * are sent again. Answers whether the declaration can go again; rejects with the client's error.
 */
export async function sendPicturesAgain(session: FormSession, { photographs }: DeclarationSubmission, client: BhxhClient): Promise<boolean> {
  if (photographs.some(({ kind }) => !session.pictures.has(kind))) return false;
  for (const { kind } of photographs) {
    const picture = session.pictures.get(kind)!;
    const { id, key } = await client.photographs.upload(picture, kind);
    session.photographed(kind, { status: 'kept', id, key }, picture);
  }
  return true;
}
