import type { BhxhClient } from '@bhxh-kit/client';
import { type DeclarationReceipt, type DeclarationSubmission, formFileName } from '@bhxh-kit/domain';
import { download } from '../printing/download.js';

/** What the PDF of a declaration is made from. */
export interface Form01Source {
  readonly submission: DeclarationSubmission;
  readonly receipt: DeclarationReceipt;
  readonly addressText: string;
  readonly agencyName: string;
  readonly portrait: Blob | undefined;
  readonly client: BhxhClient | undefined;
  /** Folder of the kit's own files, where the provider says one. */
  readonly assetsBase: string | undefined;
}

/**
 * Saves Mẫu 01 under its name (R11) and answers that name. Drawn here, with the portrait, by a writer loaded only now; where that fails, the gateway's copy.
 * Rejects with the client's error when neither can be had.
 */
export async function saveForm01(source: Form01Source): Promise<string> {
  const name = formFileName(source.receipt.reference);
  download(await drawn(source).catch((cause: unknown) => fromGateway(source, cause)), name);
  return name;
}

async function drawn({ submission, receipt, addressText, agencyName, portrait, assetsBase }: Form01Source): Promise<Blob> {
  const { form01From, renderForm01 } = await import('@bhxh-kit/documents');
  const { reference, receivedAt } = receipt;
  const form = form01From(submission, {
    addressText,
    agencyName,
    reference,
    receivedAt,
    ...(portrait && { portrait: new Uint8Array(await portrait.arrayBuffer()) }),
  });
  const bytes = await renderForm01(form, assetsBase ? { fontBase: new URL('documents/', assetsBase).href } : {});
  return new Blob([bytes as Uint8Array<ArrayBuffer>], { type: 'application/pdf' });
}

async function fromGateway({ submission, receipt, client }: Form01Source, cause: unknown): Promise<Blob> {
  if (!client) throw cause;
  const bytes = await client.declarations.form({ reference: receipt.reference, contact: submission.mobilePhone });
  return new Blob([bytes], { type: 'application/pdf' });
}
