import { SCHEME_PERIODS } from '@bhxh-kit/directory';
import { systemClock } from '../clock/clock.js';
import { openPlaces } from '../places/places.js';
import { installationSecrets } from '../secrets/installation-secrets.js';
import type { Settings } from '../settings/settings.js';
import { openDatabase } from '../storage/database.js';
import { openLog } from '../system/log.js';
import {
  addOfficer,
  disableOfficer,
  type Enrolment,
  enableOfficer,
  type GivenCredentials,
  listOfficers,
  newPassword,
  OfficerRefused,
  resetOfficer,
} from './enrolment.js';
import { foldedUsername } from './officers-repository.js';
import { otpauthOf } from './one-time-codes.js';

export const OFFICER_HELP = `  bhxh-gateway officer add USER --name "…" --agency 00106
                                                lets an officer of an agency in; prints what they need, once
  bhxh-gateway officer list                     who there is, with agency and state
  bhxh-gateway officer disable|enable USER      lets an officer in no more, ending their sessions; or again
  bhxh-gateway officer reset USER               new password and codes for who lost them; removes their passkeys`;

/** Runs `bhxh-gateway officer …` and answers what it has to say. Throws `OfficerRefused`. */
export async function officerCommand(
  [act, username, ...rest]: readonly string[],
  { name, agency }: { readonly name?: string | undefined; readonly agency?: string | undefined },
  settings: Settings,
): Promise<string> {
  if (rest.length > 0) throw new OfficerRefused(`Too many words after ${username}.`);
  if (act === 'list' && username === undefined) return withDatabase(settings, async (enrolment) => table(await listOfficers(enrolment)));
  if (!username) throw new OfficerRefused('Which officer? Write the user name after the command.');
  switch (act) {
    case 'add':
      return withDatabase(settings, (enrolment) => add(username, { name, agency }, settings, enrolment));
    case 'reset':
      return withDatabase(settings, async (enrolment) =>
        told(username, await resetOfficer(username, enrolment), 'has new credentials; passkeys and sessions are gone'),
      );
    case 'disable':
      return withDatabase(settings, async (enrolment) => {
        await disableOfficer(username, enrolment);
        return `${foldedUsername(username)} is let in no more; their sessions have ended.`;
      });
    case 'enable':
      return withDatabase(settings, async (enrolment) => {
        await enableOfficer(username, enrolment);
        return `${foldedUsername(username)} is let in again.`;
      });
    default:
      throw new OfficerRefused(`There is no command officer ${act ?? ''}.`);
  }
}

async function add(
  username: string,
  { name, agency }: { name: string | undefined; agency: string | undefined },
  settings: Settings,
  enrolment: Enrolment,
): Promise<string> {
  const fullName = name?.normalize('NFC').trim();
  if (!fullName) throw new OfficerRefused('The officer’s name is missing: --name "Nguyễn Văn A".');
  if (!agency) throw new OfficerRefused('The officer’s agency is missing: --agency and its code, e.g. 00106.');
  const agencyName = await nameOfAgency(agency, settings);
  const given = await addOfficer({ username, fullName, agencyCode: agency, password: newPassword(), passwordGiven: true }, enrolment);
  return told(username, given, `was added for ${agencyName} (${agency})`);
}

/** Of an agency in office, or of one closed with the map before: its declarations are still answered for. */
async function nameOfAgency(code: string, settings: Settings): Promise<string> {
  const directory = await openPlaces(settings, systemClock, openLog({ log: 'silent' }));
  const agency = (await directory.agency(code)) ?? (await directory.agency(code, SCHEME_PERIODS['2021'].validTo));
  if (!agency)
    throw new OfficerRefused(
      `There is no agency ${code}. Its code is the one officers’ forms show, e.g. 001 or 00106; other agencies come from BHXH_DIRECTORY.`,
    );
  return agency.name;
}

/** What the officer is given, once: nothing of it can be read out of the database again. */
function told(username: string, { password, codeSecret }: GivenCredentials, what: string): string {
  const folded = foldedUsername(username);
  return `${folded} ${what}. This is shown once; hand it over in person or in two ways:

  first password   ${password}
  one-time codes   ${otpauthOf(codeSecret, folded)}

The text of the one-time codes goes into an authenticator app, as it is or as a QR. The first password opens nothing but its own change.`;
}

function table(officers: Awaited<ReturnType<typeof listOfficers>>): string {
  if (officers.length === 0) return 'There is no officer yet. `bhxh-gateway officer add` puts one in.';
  return officers
    .map(({ username, agencyCode, state, fullName }) => [agencyCode.padEnd(5), username.padEnd(24), state.padEnd(14), fullName].join('  '))
    .join('\n');
}

async function withDatabase(settings: Settings, act: (enrolment: Enrolment) => Promise<string>): Promise<string> {
  const database = await openDatabase(settings);
  try {
    return await act({ db: database.queries, clock: systemClock, secrets: await installationSecrets(settings, database.queries) });
  } finally {
    await database.close();
  }
}
