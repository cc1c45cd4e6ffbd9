import type { Hono } from 'hono';
import type { Clock } from '../clock/clock.js';
import { type SimulatedVneid, simulatedVneid } from '../testing/simulated-vneid.js';
import type { VneidProvider } from '../vneid/vneid-provider.js';

const AUTHORIZE = '/sandbox/vneid/authorize';
const NAME = 'VNeID (giả lập)';

/** The sandbox's VNeID: the simulator, and the adapter of real use in front of it. */
export interface SandboxVneid {
  readonly provider: VneidProvider;
  mount(app: Hono): void;
}

export function sandboxVneid(clock: Clock): SandboxVneid {
  // Made when somebody first goes there: a pair of keys takes longer to find than the rest of a gateway to open.
  let made: SimulatedVneid | undefined;
  const own = () => (made ??= simulatedVneid({ name: NAME, authorizePath: AUTHORIZE, clock }));
  const provider: VneidProvider = {
    name: NAME,
    addressFor: (trip) => own().provider.addressFor(trip),
    personOf: (code) => own().provider.personOf(code),
  };
  return { provider, mount: (app) => void app.get(AUTHORIZE, ({ req }) => own().page(req.url)) };
}
