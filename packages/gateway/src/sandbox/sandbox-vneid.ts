import { generateKeyPairSync } from 'node:crypto';
import type { Hono } from 'hono';
import type { Clock } from '../clock/clock.js';
import { newToken } from '../secrets/secrets.js';
import { httpProvider } from '../vneid/http-provider.js';
import { type SimulatedPerson, vneidSimulator } from '../vneid/simulator.js';
import type { VneidProvider } from '../vneid/vneid-provider.js';

/** Birth year 2099 in the number, as of everybody invented here. */
export const VNEID_PERSONAS: readonly SimulatedPerson[] = [
  {
    fullName: 'Nguyễn Văn A',
    personalId: '079299000001',
    dateOfBirth: '28/02/1985',
    sex: 'male',
    level: 2,
    shows: 'Đã có tài khoản: đăng nhập ngay.',
  },
  {
    fullName: 'Lê Thị Mẫu',
    personalId: '079399000012',
    dateOfBirth: '17/05/1990',
    sex: 'female',
    level: 2,
    shows: 'Chưa có tài khoản: tờ khai được điền sẵn, không cần ảnh và bản giấy.',
  },
  { fullName: 'Trần Thử Nghiệm', personalId: '079299000013', dateOfBirth: '1979', level: 1, shows: 'Mức độ 1: chưa dùng được.' },
  { fullName: 'Phạm Thử Lỗi', personalId: '079299000014', dateOfBirth: '01/12/1979', level: 2, down: true, shows: 'VNeID không trả lời.' },
];

const AUTHORIZE = '/sandbox/vneid/authorize';
/** Nobody is there: the calls are handed to the simulator in this process. */
const INSIDE = 'https://vneid.invalid';

/** The sandbox's VNeID: the simulator, and the adapter of real use in front of it. */
export interface SandboxVneid {
  readonly provider: VneidProvider;
  mount(app: Hono): void;
}

export function sandboxVneid(clock: Clock): SandboxVneid {
  // Made when somebody first goes there: a pair of keys takes longer to find than the rest of a gateway to open.
  let made: { readonly provider: VneidProvider; readonly simulator: Hono } | undefined;
  const own = () => (made ??= make(clock));
  const provider: VneidProvider = {
    name: 'VNeID (giả lập)',
    addressFor: (trip) => own().provider.addressFor(trip),
    personOf: (code) => own().provider.personOf(code),
  };
  return {
    provider,
    mount: (app) => void app.get(AUTHORIZE, ({ req }) => own().simulator.fetch(new Request(`${INSIDE}/authorize${new URL(req.url).search}`))),
  };
}

function make(clock: Clock): { readonly provider: VneidProvider; readonly simulator: Hono } {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const [clientId, clientSecret] = ['bhxh-kit-sandbox', newToken()];
  const simulator = vneidSimulator({ persons: VNEID_PERSONAS, clientId, clientSecret, publicKey, authorizePath: AUTHORIZE, now: () => clock.now().getTime() });
  const provider = httpProvider({
    name: 'VNeID (giả lập)',
    authorizeUrl: AUTHORIZE,
    tokenUrl: `${INSIDE}/token`,
    userInfoUrl: `${INSIDE}/person`,
    clientId,
    clientSecret,
    key: privateKey,
    clock,
    fetch: async (input, init) => simulator.fetch(new Request(input, init)),
  });
  return { provider, simulator };
}
