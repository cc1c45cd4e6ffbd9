import { generateKeyPairSync } from 'node:crypto';
import { type Clock, systemClock } from '../clock/clock.js';
import { newToken } from '../secrets/secrets.js';
import { httpProvider } from '../vneid/http-provider.js';
import type { VneidProvider } from '../vneid/vneid-provider.js';
import { VNEID_PERSONAS } from './vneid-personas.js';
import { type SimulatedPerson, vneidSimulator } from './vneid-simulator.js';

/** What a simulated VNeID is made of; everything has a default. */
export interface SimulatedVneidOptions {
  /** Who can sign in; `VNEID_PERSONAS` unless said. */
  readonly persons?: readonly SimulatedPerson[];
  /** As people are told it. Default `VNeID (giả lập)`. */
  readonly name?: string;
  /** Where its page stands, absolute or relative to the gateway. Default `/vneid`. */
  readonly authorizePath?: string;
  /** What codes and tokens end by; the machine's clock unless said. */
  readonly clock?: Clock;
}

/** A VNeID in this process: nothing leaves it. */
export interface SimulatedVneid {
  /** For `createGateway({ vneid })`: the adapter of real use, form-encoded calls and encrypted answers and all, in front of the simulator. */
  readonly provider: VneidProvider;
  /** The page somebody signs in on, for a server to answer `authorizePath` with. @param url the address asked for, its query being what counts */
  page(url: string): Promise<Response>;
  /**
   * Signs in as a browser would that was sent to `authorizeUrl`.
   * @param personalId who signs in; nobody: the person cancels
   * @returns where the browser is sent back to, with `code` and `state`, or `error` and `state`
   * @throws TypeError when the simulator sends it nowhere: the address is not one of `provider`, or it knows no such person
   */
  signIn(authorizeUrl: string, personalId?: string): Promise<URL>;
}

/** Nobody is there: the calls are handed to the simulator in this process. */
const INSIDE = 'https://vneid.invalid';

/**
 * A VNeID to try a gateway with, without a network.
 *
 * @example
 * const vneid = simulatedVneid();
 * const gateway = await createGateway({ settings: readSettings({ BHXH_SANDBOX: '1', BHXH_RULE_PACK: '2025' }), vneid: vneid.provider });
 */
export function simulatedVneid(options: SimulatedVneidOptions = {}): SimulatedVneid {
  const { persons = VNEID_PERSONAS, name = 'VNeID (giả lập)', authorizePath = '/vneid', clock = systemClock } = options;
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const [clientId, clientSecret] = ['bhxh-kit', newToken()];
  const simulator = vneidSimulator({ persons, clientId, clientSecret, publicKey, authorizePath, now: () => clock.now().getTime() });
  const provider = httpProvider({
    name,
    authorizeUrl: authorizePath,
    tokenUrl: `${INSIDE}/token`,
    userInfoUrl: `${INSIDE}/person`,
    clientId,
    clientSecret,
    key: privateKey,
    clock,
    fetch: async (input, init) => simulator.fetch(new Request(input, init)),
  });
  const page = async (url: string): Promise<Response> => simulator.fetch(new Request(`${INSIDE}/authorize${new URL(url, INSIDE).search}`));
  return {
    provider,
    page,
    async signIn(authorizeUrl, personalId) {
      const asked = new URL(authorizeUrl, INSIDE);
      if (personalId === undefined) asked.searchParams.set('cancel', '1');
      else asked.searchParams.set('person', personalId);
      return new URL((await page(asked.href)).headers.get('Location') ?? '');
    },
  };
}
