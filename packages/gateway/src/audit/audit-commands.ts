import { type Clock, systemClock } from '../clock/clock.js';
import { SandboxClock } from '../sandbox/sandbox-clock.js';
import { installationSecrets } from '../secrets/installation-secrets.js';
import type { Settings } from '../settings/settings.js';
import { openDatabase, type Queries } from '../storage/database.js';
import { newestSeal } from './seals.js';
import { type Broken, type KnownHead, SEALED_WITHIN, verifyAudit } from './verification.js';

export const AUDIT_HELP = `  bhxh-gateway audit verify [--head 120:5f…]    walks the audit trail and names the first row that is not as it was sealed
  bhxh-gateway audit head                       prints the newest seal, to be kept elsewhere`;

/** Thrown for a broken chain and for a command that cannot be understood; the message says which row and what to do. */
export class AuditRefused extends Error {
  override readonly name = 'AuditRefused';
}

/** Runs `bhxh-gateway audit …` and answers what it has to say. Throws `AuditRefused` when the trail is not whole. */
export async function auditCommand([act, ...rest]: readonly string[], { head }: { readonly head?: string | undefined }, settings: Settings): Promise<string> {
  if (rest.length > 0 || (act !== 'verify' && act !== 'head')) throw new AuditRefused('There are two commands: audit verify, audit head.');
  const known = head === undefined ? undefined : headIn(head);
  const database = await openDatabase(settings);
  try {
    const db = database.queries;
    const secrets = await installationSecrets(settings, db);
    const seal = await newestSeal(db);
    const newest = seal ? `${seal.sequence}:${seal.hash}` : undefined;
    if (act === 'head') return newest ?? 'Nothing is sealed yet.';
    const { sealed, waiting, broken } = await verifyAudit(db, { clock: await clockOf(settings, db), secrets, head: known });
    if (broken) throw new AuditRefused(`The audit trail is broken after ${sealed} right entries. ${inWords(broken)}`);
    return `The audit trail is whole: ${sealed} entries sealed, ${waiting} waiting for the next run.${newest ? `\nNewest seal ${newest}` : ''}`;
  } finally {
    await database.close();
  }
}

function headIn(text: string): KnownHead {
  const [, sequence, hash] = /^(\d{1,15}):([\da-f]{64})$/.exec(text.trim()) ?? [];
  if (!sequence || !hash) throw new AuditRefused('--head must be what `bhxh-gateway audit head` printed: a number, a colon and 64 signs.');
  return { sequence: Number(sequence), hash };
}

/** The first broken row, in words for whoever asked. */
export function inWords({ what, sequence, auditId }: Broken): string {
  switch (what) {
    case 'changed':
      return `Entry ${auditId} (place ${sequence}) or its seal was changed, or moved: it is not what was sealed there.`;
    case 'deleted':
      return `Entry ${auditId} (place ${sequence}) was deleted: its seal is there and it is not.`;
    case 'inserted':
      return `Entry ${auditId} was put in between older ones afterwards.`;
    case 'unsealed':
      return `Entry ${auditId} has no seal after ${SEALED_WITHIN / 60_000} minutes: it was put in beside the gateway, its seal was deleted, or no gateway has run since. Start one, wait a minute and verify again.`;
    case 'seal-missing':
      return `The seal at place ${sequence} is missing.`;
    case 'cut-off':
      return `The chain ends before place ${sequence}, and the seal you kept is further on: its end was cut off.`;
    case 'other-chain':
      return `The seal at place ${sequence} is another one than you kept: the chain was made anew.`;
  }
}

/** Entries carry the gateway's time: in a sandbox that may be moved. */
async function clockOf({ sandbox }: Settings, db: Queries): Promise<Clock> {
  if (!sandbox) return systemClock;
  const clock = new SandboxClock(systemClock, db);
  await clock.refresh();
  return clock;
}
