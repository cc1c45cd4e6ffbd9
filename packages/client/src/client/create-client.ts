import type { Operation, SessionTokens } from '@bhxh-kit/contract';
import { firstOperations } from '@bhxh-kit/contract/first';
import type { PhotographKind } from '@bhxh-kit/domain';
import type { Answer } from '../call/answer.js';
import { Call, PagedCall } from '../call/call.js';
import { Caller } from '../call/caller.js';
import { Pauses } from '../call/pauses.js';
import { type CallOptions, type ClientOptions, checkedBaseUrl } from '../call/settings.js';
import type { UploadOptions } from '../photographs/upload-photograph.js';
import { refreshWith, signInWith, signOutWith } from '../session/session-calls.js';
import { SessionKeeper } from '../session/session-keeper.js';
import type { BhxhClient } from './bhxh-client.js';
import { LATER, later, laterRow } from './later-rows.js';

/**
 * Makes a client: `client.declarations.submit(…)`, `client.agencies.search(…)`, one method per operation of the contract.
 * Tokens stay in the memory of this client. Throws `TypeError` for a `baseUrl` that would send personal data in clear.
 *
 * @example
 * const bhxh = createClient({ baseUrl: 'https://gateway.example.vn' });
 * const receipt = await bhxh.declarations.submit(declaration);
 */
export function createClient(options: ClientOptions): BhxhClient {
  const baseUrl = checkedBaseUrl(options.baseUrl);
  // The keeper needs a caller for refreshes and the caller needs the keeper: the arrow looks it up when a refresh happens.
  const keeper: SessionKeeper = new SessionKeeper(options.getToken, (refreshToken) => refreshWith(caller, refreshToken));
  const caller = new Caller(baseUrl, options, keeper, new Pauses());
  return clientOf(caller);
}

/** The client of a caller. */
export function clientOf(caller: Caller): BhxhClient {
  const resources = Object.fromEntries([
    ...Object.entries(firstOperations).map(([noun, verbs]) => [noun, methodsOf(caller, verbs)]),
    ...Object.entries<readonly string[]>(LATER).map(([noun, verbs]) => [noun, laterMethodsOf(caller, noun, verbs)]),
  ]) as unknown as BhxhClient;
  return {
    ...resources,
    session: {
      ...resources.session,
      signIn: (input, options) => new Call(signInWith(caller, input, options)),
      signOut: (_, options) => new Call(signOutWith(caller, options)),
    },
    photographs: {
      ...resources.photographs,
      upload: async (file: Blob, kind: PhotographKind, options?: UploadOptions) =>
        (await later('photographs.upload', () => import('../photographs/upload-photograph.js'))).uploadPhotograph(caller, file, kind, options),
    },
    baseUrl: caller.baseUrl,
    get signedIn() {
      return caller.session.signedIn;
    },
    onSessionChange: (listener) => caller.session.onChange(listener),
    withOptions: (changes) => clientOf(caller.with(changes)),
  };
}

function methodsOf(caller: Caller, verbs: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(verbs).map(([verb, row]) => [verb, methodOf(caller, row as Operation)]));
}

type Rows = { items: readonly unknown[]; nextCursor?: string };
type Fields = Readonly<Record<string, unknown>>;

function methodOf(caller: Caller, row: Operation) {
  return (input: Fields = {}, options: CallOptions = {}) => {
    const send = (more?: object) => sendRow(caller, row, { ...input, ...more }, options);
    return row.paged ? new PagedCall(send(), (cursor) => send({ cursor })) : new Call(send());
  };
}

/** The upload's key travels in a header, never in a body or an address. */
function sendRow(caller: Caller, row: Operation, { photographKey, ...fields }: Fields, options: CallOptions): Promise<Answer<Rows>> {
  return caller.call<Rows>(row, fields, options, row.auth === 'photograph-key' ? { 'Photograph-Key': String(photographKey) } : {});
}

/** Whether such an operation answers in pages is known only once its row is here, so every call of one can be paged: one that is not has a single page. */
function laterMethodsOf(caller: Caller, noun: string, verbs: readonly string[]) {
  return Object.fromEntries(
    verbs.map((verb) => [
      verb,
      (input: Fields = {}, options: CallOptions = {}) => {
        const send = async (more?: object) => {
          const row = await laterRow(noun, verb);
          const answer = await sendRow(caller, row, { ...input, ...more }, options);
          const tokens = answer.value as Partial<SessionTokens> | undefined;
          if (!row.changesSession) return answer;
          if (!tokens) caller.session.end();
          else if (tokens.accessToken) caller.session.begin(tokens as SessionTokens);
          return answer;
        };
        return new PagedCall(send(), (cursor) => send({ cursor }));
      },
    ]),
  );
}
