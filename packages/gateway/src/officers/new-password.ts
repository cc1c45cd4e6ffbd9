import { type FieldError, OFFICER_PASSWORD_MIN } from '@bhxh-kit/contract';

/** Fewer different characters than this is a pattern: `aaaaaaaaaaaa`, `121212121212`. */
const DIFFERENT_MIN = 5;

/** What keeps a password from being an officer's new one. No rule asks for signs or digits: length protects, patterns people add do not (NIST SP 800-63B-4 §3.1.1.2). */
export function passwordFaults(password: string, { username, oldPassword }: { readonly username: string; readonly oldPassword: string }): FieldError[] {
  const signs = [...password.normalize('NFC')];
  const fault = (code: string, facts?: object): FieldError => ({ pointer: '/newPassword', code, ...(facts && { facts: { ...facts } }) });
  return [
    ...(signs.length < OFFICER_PASSWORD_MIN ? [fault('password.too-short', { minimum: OFFICER_PASSWORD_MIN, actual: signs.length })] : []),
    ...(new Set(signs).size < DIFFERENT_MIN ? [fault('password.too-plain', { minimum: DIFFERENT_MIN })] : []),
    ...(password.normalize('NFC') === oldPassword.normalize('NFC') ? [fault('password.same')] : []),
    ...(password.toLowerCase().includes(username) ? [fault('password.has-username')] : []),
  ];
}
