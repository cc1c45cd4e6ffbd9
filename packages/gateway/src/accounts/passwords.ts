import { hash, verify } from '@node-rs/argon2';

/** argon2id with 19 MiB, two passes, one lane (OWASP Password Storage Cheat Sheet). */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export const hashPassword = (password: string): Promise<string> => hash(password.normalize('NFC'), COST);

/** Whether the password is the one of the hash. Without a hash the same work is done for nothing, so that time does not tell whether there is an account. */
export async function passwordIs(password: string, known: string | undefined): Promise<boolean> {
  const right = await verify(known ?? (await nobodys()), password.normalize('NFC'));
  return right && known !== undefined;
}

let nobody: Promise<string> | undefined;
/** The hash of a password nobody has, made once and before the first sign-in. */
export const nobodys = (): Promise<string> => (nobody ??= hashPassword(crypto.randomUUID()));
