/** Thrown when the server of `DATABASE_URL` cannot be used, in words for whoever starts the gateway. */
export class ServerUnusable extends Error {
  override readonly name = 'ServerUnusable';
}

/** Thrown when the folder of `BHXH_DATA` cannot be used, in words for whoever starts the gateway. */
export class FolderUnusable extends Error {
  override readonly name = 'FolderUnusable';
}

/** What is wrong with the setting, and the way out. */
type Told = readonly [wrong: string, wayOut: string];

const UNKNOWN_HOST: Told = ['names a host that nobody knows', 'Correct its name'];
const NOBODY_ANSWERS: Told = ['names a server that does not answer', 'Start it, or correct host and port'];
const WRONG_LOGIN: Told = [
  'has a role or a password that the server does not accept',
  'Correct them; in a password the signs @ : / # ? % are written %40 %3A %2F %23 %3F %25',
];
const BUSY: Told = ['names a server that takes no connection now', 'Try again in a moment; its log says more'];
const FORBIDDEN: Told = [
  'has a role that may not do what is needed',
  'Run `bhxh-gateway migrate` as the owner of the database, and grant the role what the README of the gateway lists',
];
const NOT_TRUSTED: Told = ['names a server whose certificate is not trusted', 'Name the file of its authority with ?sslrootcert=, or correct the host'];

/** By the code of PostgreSQL, of Node or of OpenSSL. Nothing of the URL is repeated: where its password is not escaped, parts of that are taken for the host and the database. */
const SERVER: Readonly<Record<string, Told>> = {
  ECONNREFUSED: NOBODY_ANSWERS,
  ECONNRESET: NOBODY_ANSWERS,
  EHOSTUNREACH: NOBODY_ANSWERS,
  ENETUNREACH: NOBODY_ANSWERS,
  ETIMEDOUT: NOBODY_ANSWERS,
  ENOENT: ['names a socket or a file that is not there', 'Correct the path'],
  ENOTFOUND: UNKNOWN_HOST,
  EAI_AGAIN: UNKNOWN_HOST,
  '28P01': WRONG_LOGIN,
  '28000': WRONG_LOGIN,
  '3D000': ['names a database that the server does not have', 'Make it (createdb), or correct its name'],
  '42501': FORBIDDEN,
  '53300': BUSY,
  '57P03': BUSY,
  DEPTH_ZERO_SELF_SIGNED_CERT: NOT_TRUSTED,
  SELF_SIGNED_CERT_IN_CHAIN: NOT_TRUSTED,
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: NOT_TRUSTED,
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: NOT_TRUSTED,
  CERT_HAS_EXPIRED: NOT_TRUSTED,
  ERR_TLS_CERT_ALTNAME_INVALID: NOT_TRUSTED,
};

/** What failed on the way to the server and its tables, told by the setting. */
export function serverUnusable(failure: unknown): ServerUnusable {
  const cause = rootOf(failure);
  const { code } = cause as NodeJS.ErrnoException;
  const [wrong, wayOut] = SERVER[code ?? ''] ?? ['names a server that cannot be used', 'Correct the URL, or look into the server’s log'];
  return new ServerUnusable(`DATABASE_URL ${wrong} (${inShort(cause)}). ${wayOut}; without DATABASE_URL PostgreSQL runs embedded.`, { cause: failure });
}

/** Without a code they are the driver's own words: no time left to connect, no TLS there, no password given. With one of class 42 they are the server's, of a table it has or lacks. */
function inShort(cause: Error): string {
  const { code } = cause as NodeJS.ErrnoException;
  if (!code) return cause.message;
  return code.startsWith('42') && !SERVER[code] ? `${code}, ${cause.message}` : code;
}

/** The driver's own failure: drizzle's says only which statement it was. */
function rootOf(failure: unknown): Error {
  let at = failure as Error;
  for (let depth = 0; at.cause instanceof Error && depth < 5; depth++) at = at.cause;
  return at;
}

const IN_THE_WAY = 'needs a folder where a file is';
const NOT_ALLOWED = 'may not be written to by the user the gateway runs as';

const FOLDER: Readonly<Record<string, string>> = {
  EEXIST: IN_THE_WAY,
  ENOTDIR: IN_THE_WAY,
  EACCES: NOT_ALLOWED,
  EPERM: NOT_ALLOWED,
  EROFS: 'is on a disk that can only be read',
  ENOSPC: 'is on a disk that is full',
};

/** Does what writes in the data folder; when the folder is why it fails, says so by the setting. */
export async function inFolder<Result>(folder: string, work: () => Result | Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (failure) {
    const { code } = failure as NodeJS.ErrnoException;
    const told = FOLDER[code ?? ''];
    if (!told) throw failure;
    throw new FolderUnusable(`BHXH_DATA: ${folder} ${told} (${code}). Choose another folder, or make this one usable.`, { cause: failure });
  }
}
