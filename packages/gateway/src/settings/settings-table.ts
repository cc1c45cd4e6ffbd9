import { FIRST_PASSWORDS, type FirstPassword, RulePackId } from '@bhxh-kit/domain';
import { SEAL_SETTINGS } from '../seals/seal-settings.js';
import { CARRIER_SETTINGS } from './carrier-settings.js';
import { CONSENT_SETTINGS } from './consent-settings.js';
import { IDENTITY_SETTINGS } from './identity-settings.js';
import { integer, oneOf, origins, rate, type Setting, secretOf, setting, text, url } from './setting-kinds.js';
import { VNEID_SETTINGS } from './vneid-settings.js';

export type { Rate, Setting } from './setting-kinds.js';

/** Every setting of the environment, in the order of the README. */
export const SETTINGS = {
  port: setting<{ port: number; orNext: boolean }>({
    name: 'BHXH_PORT',
    kind: 'port, or port+',
    default: '8787',
    meaning: 'Port of the API. With a plus (`8787+`, or `auto` for that) the next free port is used when it is taken; 0 takes any.',
    read: (value) => {
      const [, digits, plus] = /^(\d{1,5})(\+?)$/.exec(value === 'auto' ? '8787+' : value) ?? [];
      return digits && Number(digits) <= 65_535
        ? { value: { port: Number(digits), orNext: plus === '+' } }
        : { wrong: 'must be a port from 0 to 65535, a port with a plus such as 8787+, or auto' };
    },
  }),
  host: text('BHXH_HOST', 'address', '127.0.0.1', 'Address to listen at; 0.0.0.0 for all.'),
  databaseUrl: url('DATABASE_URL', ['postgres:', 'postgresql:'], 'PostgreSQL server, 15 or later. Without it PostgreSQL runs embedded, in the data folder.'),
  dataFolder: text('BHXH_DATA', 'folder', './bhxh-data', 'Folder of the embedded database and of the sandbox’s own secret.'),
  secret: secretOf(
    'BHXH_SECRET',
    'All keys are derived from it. Keep it out of the database’s backups: without it what is sealed cannot be opened. Required, except in the sandbox, which makes its own.',
  ),
  sandbox: setting<boolean>({
    name: 'BHXH_SANDBOX',
    kind: '1 or 0',
    default: '0',
    meaning: 'Personas, a clock that can be moved and an outbox that can be read. Never where real people declare.',
    read: (value) => (/^[01]$/.test(value) ? { value: value === '1' } : { wrong: 'must be 1 (on) or 0 (off)' }),
  }),
  rulePack: setting<RulePackId | undefined>({
    name: 'BHXH_RULE_PACK',
    kind: RulePackId.options.join(', '),
    meaning: 'Sandbox only: the rule pack in force whatever the day.',
    read: (value) => (RulePackId.safeParse(value).success ? { value: value as RulePackId } : { wrong: `must be one of ${RulePackId.options.join(', ')}` }),
  }),
  directory: setting<string | undefined>({
    name: 'BHXH_DIRECTORY',
    kind: 'file or http(s) URL',
    meaning: 'Agency pack (JSON or CSV) imported at start, instead of the agencies the kit carries.',
    read: (value) => ({ value }),
  }),
  allowedOrigins: origins(
    'BHXH_ALLOWED_ORIGINS',
    'Pages of other origins that may call, e.g. `https://bhxh.example.vn,https://truong.example.vn`. Empty: only pages served from the gateway’s own origin.',
  ),
  publicUrl: url('BHXH_PUBLIC_URL', ['https:', 'http:'], 'Address people reach the gateway at. With https, browsers are told to insist on it (HSTS).'),
  trustedProxies: integer('BHXH_TRUSTED_PROXIES', 0, 10, '0', 'Proxies in front, each adding to X-Forwarded-For. 0: the header is not believed.'),
  metricsPort: setting<number | undefined>({
    name: 'BHXH_METRICS_PORT',
    kind: 'port',
    meaning: 'Port of /metrics (Prometheus), at the same address as the API. Without it there are no metrics.',
    read: (value) => (/^\d{1,5}$/.test(value) && Number(value) <= 65_535 ? { value: Number(value) } : { wrong: 'must be a port from 0 to 65535' }),
  }),
  log: setting<'debug' | 'info' | 'warn' | 'error' | 'silent'>({
    name: 'BHXH_LOG',
    kind: 'debug, info, warn, error, silent',
    default: 'info',
    meaning: 'How much is logged, as JSON lines on standard output. No level logs personal data.',
    read: (value) => (/^(debug|info|warn|error|silent)$/.test(value) ? { value: value as 'info' } : { wrong: 'must be debug, info, warn, error or silent' }),
  }),
  accessMinutes: integer('BHXH_ACCESS_MINUTES', 1, 60, '10', 'Life of an access token.'),
  sessionHours: integer('BHXH_SESSION_HOURS', 1, 720, '12', 'Longest life of a session, however often it is refreshed.'),
  officerSessionHours: integer('BHXH_OFFICER_SESSION_HOURS', 1, 24, '10', 'Longest life of an officer’s session: a working day.'),
  oneDevice: setting<boolean>({
    name: 'BHXH_ONE_DEVICE',
    kind: '1 or 0',
    default: '1',
    meaning:
      'One device at a time: whoever signs in on another one is warned, types a code sent to their registered contact, and the first device is signed out. 0: any number of devices.',
    read: (value) => (/^[01]$/.test(value) ? { value: value === '1' } : { wrong: 'must be 1 (on) or 0 (off)' }),
  }),
  passkeySite: setting<string | undefined>({
    name: 'BHXH_PASSKEY_SITE',
    kind: 'domain',
    meaning:
      'Domain passkeys belong to, e.g. `bhxh.example.vn`: pages at it or below it that are allowed to call can use them. Changing it makes every passkey useless. Without it there are none; the sandbox has `localhost`.',
    read: (value) =>
      /^(localhost|([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63})$/.test(value)
        ? { value }
        : { wrong: 'must be a domain in small letters such as bhxh.example.vn, without https:// and without a path' },
  }),
  passkeyPages: origins(
    'BHXH_PASSKEY_PAGES',
    'Pages of other domains on which people, not officers, can use passkeys all the same, of those in `BHXH_ALLOWED_ORIGINS`. Browsers ask `https://<BHXH_PASSKEY_SITE>/.well-known/webauthn` about them; `GET /.well-known/webauthn` of the gateway is that file.',
  ),
  uploadHours: integer('BHXH_UPLOAD_HOURS', 1, 72, '6', 'A photograph that no declaration uses is deleted after this.'),
  firstPassword: setting<FirstPassword>({
    name: 'BHXH_FIRST_PASSWORD',
    kind: FIRST_PASSWORDS.join(', '),
    default: FIRST_PASSWORDS[0],
    meaning:
      'What an approved person is sent: a code that works once for 72 hours and with which they choose their password, or a first password as text, as the letters of 2021 say, which opens nothing but the choice of their own.',
    read: (value) =>
      (FIRST_PASSWORDS as readonly string[]).includes(value) ? { value: value as FirstPassword } : { wrong: `must be ${FIRST_PASSWORDS.join(' or ')}` },
  }),
  activationPage: url(
    'BHXH_ACTIVATION_PAGE',
    ['https:', 'http:'],
    'Page where accounts are activated. With it the e-mail of the approval carries a link, the code in its fragment, which no server sees.',
  ),
  guardianWaitDays: integer(
    'BHXH_GUARDIAN_WAIT_DAYS',
    1,
    3650,
    '365',
    'A guardian without an account can open a child approved before for so long; then another declaration of theirs is needed.',
  ),
  secondPersonFrom: integer('BHXH_SECOND_PERSON_FROM', 0, 500, '0', 'A list approved in one act waits for a second officer from so many rows on; 0: never.'),
  noticeWebhook: url(
    'BHXH_NOTICE_WEBHOOK',
    ['https:', 'http:'],
    'Where SMS and e-mails are posted as JSON for delivery, signed. Without it notices wait in the outbox; the sandbox records them itself.',
  ),
  noticeWebhookSecret: secretOf(
    'BHXH_NOTICE_WEBHOOK_SECRET',
    'Signs what the webhook is posted (header `Bhxh-Signature`). Shared with the webhook alone. Required with `BHXH_NOTICE_WEBHOOK`.',
  ),
  ...SEAL_SETTINGS,
  ...CARRIER_SETTINGS,
  ...IDENTITY_SETTINGS,
  ...VNEID_SETTINGS,
  ...CONSENT_SETTINGS,
  challenge: oneOf(
    'BHXH_CHALLENGE',
    ['proof-of-work', 'typed', 'none'],
    'Mã kiểm tra before a declaration is handed in: a proof of work, which the device does and nobody sees, on pages with https; a code to type, read from a picture or, without eyes, found by a question; or none.',
  ),
  challengeFollow: setting<boolean>({
    name: 'BHXH_CHALLENGE_FOLLOW',
    kind: '1 or 0',
    default: '0',
    meaning: 'Asks it of whoever follows a declaration, too, and then has its form or its notice again.',
    read: (value) => (/^[01]$/.test(value) ? { value: value === '1' } : { wrong: 'must be 1 (on) or 0 (off)' }),
  }),
  challengeSignIn: setting<'never' | 'always' | number>({
    name: 'BHXH_CHALLENGE_SIGN_IN',
    kind: 'never, always, 1–5',
    default: '3',
    meaning:
      'Asks it at sign-in, too: always, or after so many wrong passwords for one number, whether anybody has it or not, and five times as many from one address.',
    read: (value) => {
      if (value === 'never' || value === 'always') return { value };
      return /^[1-5]$/.test(value) ? { value: Number(value) } : { wrong: 'must be never, always, or after how many wrong passwords: 1 to 5' };
    },
  }),
  uploadsOpen: integer(
    'BHXH_UPLOADS_OPEN',
    1,
    1_000_000,
    '20000',
    'Photographs begun that no declaration uses yet, of everybody together. Beyond it a new one is refused (503 `photograph.no-room`).',
  ),
  uploadsOpenMegabytes: integer('BHXH_UPLOADS_OPEN_MB', 4, 10_000_000, '10000', 'The same by size, as announced when they are begun.'),
  tombstoneDays: integer(
    'BHXH_TOMBSTONE_DAYS',
    1,
    3650,
    '180',
    'For so long after a cancellation its owner can be told why; then what is left of the declaration is deleted, the fingerprints of phone and e-mail included.',
  ),
  rateDirectory: rate('directory', '600/60', 'Look-ups of places, per address.'),
  rateDeclare: rate('declare', '20/600', 'Declarations handed in, per address.'),
  rateUpload: rate('upload', '2000/600', 'Calls for photographs, per address.'),
  rateFollow: rate('follow', '30/600', 'Looking after a declaration, per address.'),
  rateSignIn: rate('sign-in', '60/600', 'Sign-ins and refreshes, per address.'),
  rateMe: rate('me', '600/60', 'Calls of signed-in people, per address.'),
  rateOffice: rate('office', '3000/60', 'Calls of officers at their desks, per address: a whole office is often behind one.'),
  rateCode: rate('code', '120/600', 'One-time codes and challenges, per address.'),
  rateIdentity: rate('identity', '20/600', 'Identities asked about, per address; of one number, whoever asks, five a day.'),
  rateSystem: rate('system', '600/60', 'Health, rules, and what a person’s passkey is asked to sign, per address.'),
  rateKeyTimes: integer(
    'BHXH_RATE_KEY_TIMES',
    1,
    10_000,
    '50',
    'All who call by one integrator key may together do so many times of each rate above; each of them what one address may.',
  ),
} as const satisfies Record<string, Setting>;

export type SettingId = keyof typeof SETTINGS;
