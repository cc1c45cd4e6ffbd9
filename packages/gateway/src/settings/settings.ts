import { originsOf } from '../passkeys/site.js';
import type { Setting } from './setting-kinds.js';
import { SETTINGS, type SettingId } from './settings-table.js';

type ValueOf<S> = S extends Setting<infer Value> ? Value : never;

/** The settings as they were understood. */
export type Settings = { readonly [Id in SettingId]: ValueOf<(typeof SETTINGS)[Id]> };

/** Everything that is wrong with the environment, each in a sentence that names the setting. Values are not repeated: one may be a secret. */
export class SettingsWrong extends Error {
  override readonly name = 'SettingsWrong';
  constructor(readonly problems: readonly string[]) {
    super(problems.join('\n'));
  }
}

/** Reads every setting, all problems at once. An empty text counts as not given. Throws `SettingsWrong`. */
export function readSettings(environment: Readonly<Record<string, string | undefined>>): Settings {
  const problems: string[] = [];
  const read: Record<string, unknown> = {};
  for (const [id, row] of Object.entries(SETTINGS) as [SettingId, Setting][]) {
    const text = environment[row.name]?.trim() || row.default;
    if (text === undefined) continue;
    const result = row.read(text);
    if ('wrong' in result) problems.push(`${row.name} ${result.wrong}.`);
    else read[id] = result.value;
  }
  const settings = read as Settings;
  problems.push(...unknownNames(environment), ...contradictions(settings, problems));
  if (problems.length > 0) throw new SettingsWrong(problems);
  return settings;
}

/** VNeID (A10): all of them, or none; the pages people come back to stand alone where the installation brings a provider of its own. */
const VNEID = [
  'vneidAuthorizeUrl',
  'vneidTokenUrl',
  'vneidPersonUrl',
  'vneidClientId',
  'vneidClientSecret',
  'vneidKey',
  'vneidReturnUrls',
] as const satisfies readonly SettingId[];

/** What is of no use without another. */
const NEEDS = [
  ['identityVerifierUrl', 'identityVerifierSecret', 'it could not tell the gateway from anybody else'],
  ['smtpHost', 'smtpFrom', 'an e-mail needs a sender'],
  ['smtpUser', 'smtpPassword', 'the mail server asks for both'],
  ['smsUrl', 'smsToken', 'the provider could not tell who sends'],
] as const satisfies readonly (readonly [SettingId, SettingId, string])[];

function contradictions(settings: Settings, problems: readonly string[]): string[] {
  const found: string[] = [];
  if (!settings.secret && !settings.sandbox && !problems.some((problem) => problem.startsWith(SETTINGS.secret.name)))
    found.push(
      `${SETTINGS.secret.name} is missing. Set it to at least 32 random bytes (\`openssl rand -base64 48\`), or set BHXH_SANDBOX=1 to try the gateway out.`,
    );
  if (settings.noticeWebhook && !settings.noticeWebhookSecret && !problems.some((problem) => problem.startsWith(SETTINGS.noticeWebhookSecret.name)))
    found.push(
      `${SETTINGS.noticeWebhookSecret.name} is missing: without it the webhook could not tell a notice from a forged one. Set it to at least 32 random bytes (\`openssl rand -base64 48\`), here and at the webhook.`,
    );
  for (const [given, needed, why] of NEEDS)
    if (settings[given] && !settings[needed] && !problems.some((problem) => problem.startsWith(SETTINGS[needed].name)))
      found.push(`${SETTINGS[needed].name} is missing: ${why}. Set it, or remove ${SETTINGS[given].name}.`);
  if (VNEID.some((id) => id !== 'vneidReturnUrls' && settings[id]))
    for (const id of VNEID)
      if (!settings[id] && !problems.some((problem) => problem.startsWith(SETTINGS[id].name)))
        found.push(`${SETTINGS[id].name} is missing: VNeID needs every one of its settings but the name. Set it, or remove the others.`);
  if (settings.metricsPort && settings.metricsPort === settings.port?.port)
    found.push(`${SETTINGS.metricsPort.name} must be another port than that of ${SETTINGS.port.name}.`);
  if (settings.rulePack && !settings.sandbox)
    found.push(`${SETTINGS.rulePack.name} works only in the sandbox: elsewhere the day decides. Remove it, or set BHXH_SANDBOX=1.`);
  if (settings.passkeySite && !settings.sandbox && originsOf(settings).length === 0)
    found.push(
      `${SETTINGS.passkeySite.name} has no page: none of BHXH_ALLOWED_ORIGINS and BHXH_PUBLIC_URL is at this domain with https. Add the page officers sign in on, e.g. https://bhxh.example.vn.`,
    );
  const strange = settings.passkeyPages.filter((origin) => !settings.passkeySite || !origin.startsWith('https:') || !settings.allowedOrigins.includes(origin));
  if (strange.length > 0)
    found.push(
      `${SETTINGS.passkeyPages.name} has pages that cannot use passkeys: ${strange.join(', ')}. Each must be https and in BHXH_ALLOWED_ORIGINS too, and BHXH_PASSKEY_SITE must be set.`,
    );
  return found;
}

/** A mistyped name would silently be its default. */
function unknownNames(environment: Readonly<Record<string, string | undefined>>): string[] {
  const known = new Set<string>(Object.values(SETTINGS).map((row) => row.name));
  return Object.keys(environment)
    .filter((name) => name.startsWith('BHXH_') && !name.startsWith('BHXH_KIT_') && !known.has(name))
    .map((name) => `${name} is no setting of the gateway. \`bhxh-gateway settings\` lists them.`);
}

/** The table `bhxh-gateway settings` prints and the README shows. */
export function settingsTable(): string {
  const rows = (Object.values(SETTINGS) as Setting[]).map(
    ({ name, kind, default: preset, meaning }) => `| \`${name}\` | ${kind} | ${preset ? `\`${preset}\`` : ''} | ${meaning} |`,
  );
  return ['| name | kind | default | meaning |', '|---|---|---|---|', ...rows].join('\n');
}
