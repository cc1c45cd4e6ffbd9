import { readFile } from 'node:fs/promises';
import { createDirectory, type Directory, dayWithin } from '@bhxh-kit/directory';
import { importAgencies, issueInWords } from '@bhxh-kit/directory/import';
import { fileLoader } from '@bhxh-kit/directory/node';
import type { Agency, DeclarationLookups, DeclarationSubmission } from '@bhxh-kit/domain';
import { type Clock, today } from '../clock/clock.js';
import { packInForce } from '../rules/rules.js';
import type { Settings } from '../settings/settings.js';
import type { GatewayLog } from '../system/log.js';

/** Thrown at start when the agency pack cannot be used. The message says why, for whoever set it. */
export class AgencyPackRefused extends Error {
  override readonly name = 'AgencyPackRefused';
}

/** Opens the directory. With the 2021 map in force (in the sandbox) agencies are those of that map's last day. */
export async function openPlaces(settings: Settings, clock: Clock, log: GatewayLog): Promise<Directory> {
  const day = () => dayWithin(packInForce(settings, clock).addressScheme, today(clock));
  const agencies = settings.directory ? await agenciesOf(settings.directory, day(), log) : undefined;
  return createDirectory({ load: fileLoader(), today: day, ...(agencies && { agencies }) });
}

async function agenciesOf(source: string, day: string, log: GatewayLog): Promise<readonly Agency[]> {
  const { agencies, refused, warnings } = importAgencies(await readPack(source), { today: day });
  const told = [...refused, ...warnings].slice(0, 20).map((issue) => issueInWords(issue, 'en'));
  if (agencies.length === 0) throw new AgencyPackRefused(`BHXH_DIRECTORY has no agency that can be used:\n${told.join('\n')}`);
  log.said('agency pack imported', { agencies: agencies.length, refused: refused.length, warnings: warnings.length });
  for (const sentence of told) log.warned(`agency pack: ${sentence}`);
  return agencies;
}

async function readPack(source: string): Promise<string> {
  try {
    if (!/^https?:/.test(source)) return await readFile(source, 'utf8');
    const response = await fetch(source, { signal: AbortSignal.timeout(30_000) });
    if (!response.ok) throw new Error(`the server answered ${response.status}`);
    return await response.text();
  } catch (failure) {
    throw new AgencyPackRefused(`BHXH_DIRECTORY cannot be read: ${failure instanceof Error ? failure.message : 'unknown failure'}. Check the file or address.`);
  }
}

/** What only the directory can say of a declaration, asked ahead, because checks do not wait. */
export async function lookupsFor({ address, agencyCode }: DeclarationSubmission, directory: Directory): Promise<DeclarationLookups> {
  const lowest = address && (address.communeCode || address.districtCode || address.provinceCode);
  const [path, agency] = await Promise.all([address && lowest ? directory.path(address.scheme, lowest) : [], directory.agency(agencyCode)]);
  return {
    agencyExists: (code) => agency?.code === code,
    unitExists: ({ level, code, parentCode }) => {
      const at = path.findIndex((unit) => unit.level === level && unit.code === code);
      return at >= 0 && (parentCode === undefined || path[at - 1]?.code === parentCode);
    },
  };
}
