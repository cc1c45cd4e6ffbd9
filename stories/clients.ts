import { type BhxhClient, createClient } from '@bhxh-kit/client';
import { createTestGateway, type Fault, type Persona, type TestGateway, type TestGatewayOptions } from '@bhxh-kit/client/testing';

/** What the next calls of an operation meet: `{ 'agencies.list': [{ kind: 'cut-before' }] }`. */
export type Script = Readonly<Record<string, readonly (Fault | undefined)[]>>;

const ONE_DAY = 86_400_000;

/** A client of a gateway in memory, so that no story needs a network. It tries nothing twice: a scripted fault shows at once; and it waits as long as somebody looks. */
export function clientOf(gateway: TestGateway): BhxhClient {
  return createClient({ baseUrl: 'https://gateway.test', fetch: gateway.fetch, retries: 0, timeout: ONE_DAY });
}

/** A client whose gateway follows a script of faults. */
export function scriptedClient(script: Script = {}, options?: TestGatewayOptions): BhxhClient {
  const gateway = createTestGateway(options);
  for (const [operation, faults] of Object.entries(script)) gateway.script(operation, ...faults);
  return clientOf(gateway);
}

/** A loader: the client of a persona who is signed in, whose next calls follow a script of faults. */
export const signedIn =
  ({ profile: { bhxhNumber }, password }: Persona, script: Script = {}) =>
  async (): Promise<{ client: BhxhClient }> => {
    const gateway = createTestGateway();
    const client = clientOf(gateway);
    await client.session.signIn({ bhxhNumber, password });
    for (const [operation, faults] of Object.entries(script)) gateway.script(operation, ...faults);
    return { client };
  };

/** A client that never gets an answer: what waits for it waits as long as somebody looks. */
export function waitingClient(): BhxhClient {
  return createClient({ baseUrl: 'https://gateway.test', timeout: ONE_DAY, fetch: () => new Promise<Response>(() => undefined) });
}

/** What a network cut before the answer does, as often as given. */
export const cut = (times: number): readonly Fault[] => Array.from({ length: times }, () => ({ kind: 'cut-before' }));

/** What an answer does that is still on its way, of the one call after which nothing more is asked. */
export const onItsWay: readonly Fault[] = [{ kind: 'slow', milliseconds: ONE_DAY }];
