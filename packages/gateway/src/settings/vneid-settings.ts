import { createPrivateKey, type KeyObject } from 'node:crypto';
import { maybe, type Read, type Setting, setting, text } from './setting-kinds.js';

/** Loopback apart, a person's data and the client's secret go over https alone. */
const secureUrl = (name: string, meaning: string): Setting<string | undefined> => ({
  name,
  kind: 'URL (https:)',
  meaning,
  read: (value) => (isSecure(value) ? { value } : { wrong: 'must be a URL beginning with https://; http:// only for a service on this machine' }),
});

function isSecure(value: string): boolean {
  if (!URL.canParse(value)) return false;
  const { protocol, hostname } = new URL(value);
  return protocol === 'https:' || (protocol === 'http:' && ['localhost', '127.0.0.1', '[::1]'].includes(hostname));
}

/** Signing in with VNeID (A10): all of them, or none. */
export const VNEID_SETTINGS = {
  vneidAuthorizeUrl: secureUrl(
    'BHXH_VNEID_AUTHORIZE_URL',
    'Page of VNeID people sign in on. With it, all of `BHXH_VNEID_…` but the name are required; without it there is no VNeID. The sandbox has a simulator.',
  ),
  vneidTokenUrl: secureUrl('BHXH_VNEID_TOKEN_URL', 'Where a code is exchanged for an access token.'),
  vneidPersonUrl: secureUrl('BHXH_VNEID_PERSON_URL', 'Where the access token is exchanged for the person’s name, number, birth date and level.'),
  vneidClientId: maybe('BHXH_VNEID_CLIENT_ID', 'text', 'Client id given at the registration with VNeID.'),
  vneidClientSecret: maybe('BHXH_VNEID_CLIENT_SECRET', 'text', 'Client secret given with it.'),
  vneidKey: setting<KeyObject | undefined>({
    name: 'BHXH_VNEID_KEY',
    kind: 'RSA private key, PKCS #8',
    meaning:
      'Opens what VNeID encrypts for this installation, whose public half is registered there: the PEM with `\\n` for its line ends, or the PEM in base64.',
    read: readKey,
  }),
  vneidReturnUrls: setting<readonly string[] | undefined>({
    name: 'BHXH_VNEID_RETURN_URLS',
    kind: 'URLs, comma-separated',
    meaning: 'Pages people come back to, letter by letter as registered with VNeID, e.g. `https://bhxh.example.vn/vneid`. Nobody is sent anywhere else.',
    read: (value) => {
      const pages = value.split(',').map((page) => page.trim());
      return pages.every((page) => isSecure(page) && !page.includes('#') && !page.includes('?'))
        ? { value: pages }
        : { wrong: 'must be URLs such as https://bhxh.example.vn/vneid, without ? and #, separated by commas' };
    },
  }),
  vneidName: text('BHXH_VNEID_NAME', 'text', 'VNeID mức độ 2', 'What people are told it is: on the form, on Mẫu 01 and to the officer.'),
} as const satisfies Record<string, Setting>;

function readKey(value: string): Read<KeyObject> {
  const pem = value.includes('-----') ? value.replaceAll('\\n', '\n') : Buffer.from(value, 'base64').toString('utf8');
  try {
    const key = createPrivateKey(pem);
    if (key.asymmetricKeyType === 'rsa' && (key.asymmetricKeyDetails?.modulusLength ?? 0) >= 2048) return { value: key };
  } catch {
    // What it is instead may be a secret: it is not said.
  }
  return { wrong: 'must be an RSA private key of at least 2048 bits; `openssl genpkey -algorithm RSA -pkeyopt rsa_keygen_bits:3072 | base64 -w0` makes one' };
}
