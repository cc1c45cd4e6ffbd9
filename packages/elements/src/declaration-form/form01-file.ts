import type { BhxhClient, CallOptions } from '@bhxh-kit/client';
import { type FieldId, formFileName } from '@bhxh-kit/domain';
import type { Listener, translator } from '../foundation/words.js';
import { download } from '../printing/download.js';
import type { Drawing } from './form01-drawing.js';

/** What the PDF of a declaration is made from, and who is asked where it cannot be made here. */
export interface Form01Source extends Omit<Drawing, 'addressText'> {
  /** Not there where the names of the places could not be had: a paper without its commune, or with a code for it, is not the form. */
  readonly addressText: string | undefined;
  readonly client: BhxhClient | undefined;
}

/** A file that was saved. */
export interface SavedForm01 {
  readonly name: string;
  /** What it was printed without, in the language of the moment. */
  remarks(label: (field: FieldId) => string): readonly string[];
}

/**
 * Saves Mẫu 01 under its name (R11). `words` makes a catalogue speak; it is lent, since this part is loaded later. Drawn here, with the portrait, by a writer loaded only now; where that fails, the gateway's copy.
 * Rejects with the client's error when neither can be had.
 */
export async function saveForm01(source: Form01Source, listener: Listener, words: typeof translator): Promise<SavedForm01> {
  const name = formFileName(source.receipt.reference);
  const { file, remarks = () => [] } = await drawn(source, listener, words).catch((cause: unknown) => fromGateway(source, cause));
  download(file, name);
  return { name, remarks };
}

type Made = Partial<SavedForm01> & { readonly file: Blob };

async function drawn({ addressText, ...source }: Form01Source, listener: Listener, words: typeof translator): Promise<Made> {
  if (addressText === undefined) throw new Error('The places of the address have no names here.');
  const { drawForm01, form01Words, remarksOn } = await import('./form01-drawing.js');
  const { file, warnings } = await drawForm01({ ...source, addressText });
  const t = words(form01Words, listener);
  return { file, remarks: (label) => remarksOn(warnings, t, label) };
}

async function fromGateway({ submission, receipt, client }: Form01Source, cause: unknown): Promise<Made> {
  if (!client) throw cause;
  const key = { reference: receipt.reference, contact: submission.mobilePhone };
  const bytes = await client.declarations.form(key).catch(async (failure: unknown) => client.declarations.form(key, await answered(failure, client)));
  return { file: new Blob([bytes], { type: 'application/pdf' }) };
}

/** What answers a proof of work (R9). A code to type is not asked here: where the declaration is followed the form is had with it. */
async function answered(failure: unknown, client: BhxhClient): Promise<CallOptions> {
  if ((failure as { code?: string }).code !== 'challenge.required') throw failure;
  const { answerByWork } = await import('@bhxh-kit/client/challenges');
  return answerByWork(await client.challenges.make({ operation: 'declarations.form', locale: 'vi' }));
}
