import type { InputOf, Operation, Operations, OutputOf } from '@bhxh-kit/contract';
import type { PhotographKind, PhotographReference } from '@bhxh-kit/domain';
import type { Call, Page, PagedCall } from '../call/call.js';
import type { CallOptions, ClientOptions } from '../call/settings.js';
import type { BhxhError } from '../errors/errors.js';
import type { UploadOptions } from '../photographs/upload-photograph.js';

/** What a method takes: the operation's fields, and the upload's key where that is who may call. */
type Input<O> = O extends { readonly auth: 'photograph-key' } ? InputOf<O> & { readonly photographKey: string } : InputOf<O>;

type Output<O> = O extends { readonly paged: true } ? (OutputOf<O> extends Page<infer Row> ? PagedCall<Row, OutputOf<O>> : never) : Call<OutputOf<O>>;

/** One method: its fields may be left out when none is required (then an input of optional fields alone fits); options come last. */
export type Method<O> =
  Partial<Input<O>> extends Input<O> ? (input?: Input<O>, options?: CallOptions) => Output<O> : (input: Input<O>, options?: CallOptions) => Output<O>;

/** The methods of the contract, noun by verb. */
export type Resources = {
  readonly [Noun in keyof Operations]: {
    readonly [Verb in keyof Operations[Noun]]: Operations[Noun][Verb] extends Operation ? Method<Operations[Noun][Verb]> : never;
  };
};

/** The client: every operation of the contract, and what an operation alone does not do. */
export interface BhxhClient extends Omit<Resources, 'photographs'> {
  readonly photographs: Resources['photographs'] & {
    /**
     * Uploads one photograph by chunks, going on where an interruption left it, and gives what a declaration refers to it by.
     * @param file JPEG, at most `PHOTOGRAPH_BYTES_MAX` bytes
     */
    upload(file: Blob, kind: PhotographKind, options?: UploadOptions): Promise<PhotographReference>;
  };
  /** The address of its gateway, whole. */
  readonly baseUrl: string;
  /** Whether this client holds a session. */
  readonly signedIn: boolean;
  /**
   * Calls the listener whenever a session begins or ends; gives the way to stop. `why` is the gateway's refusal where it ended the session, e.g. with the code
   * `session.taken-over`.
   */
  onSessionChange(listener: (signedIn: boolean, why?: BhxhError) => void): () => void;
  /** The same client, session and pauses with other options, e.g. a longer timeout. The base URL and the token source stay. */
  withOptions(changes: Partial<Omit<ClientOptions, 'baseUrl' | 'getToken'>>): BhxhClient;
}
