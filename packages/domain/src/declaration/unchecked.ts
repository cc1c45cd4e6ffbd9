import type { DeclarationSubmission } from './submission.js';

type Loose<T> = T extends string
  ? string
  : T extends readonly (infer Item)[]
    ? readonly Loose<Item>[]
    : T extends object
      ? { readonly [Key in keyof T]?: Loose<T[Key]> | undefined }
      : T;

/**
 * A declaration of which nothing is known yet: any part may be missing or empty, any text may stand anywhere.
 * A parsed `DeclarationSubmission` is one, and so is a form that is half filled.
 */
export type UncheckedDeclaration = Omit<Loose<DeclarationSubmission>, 'transactAt'> & {
  readonly transactAt?: { readonly kind?: string | undefined; readonly name?: string | undefined } | undefined;
};
