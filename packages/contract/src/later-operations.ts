import { changeOfficerPassword, readOfficer, signInOfficer } from './officers/officers.js';

/**
 * The operations few pages need (officers at their desk, an account being activated): the client fetches these rows on first use, so that a person's page does not carry them.
 * The comment above each is what an editor shows at the client's method and the document's summary: it is read from here, not written twice.
 */
export const laterOperations = {
  officers: {
    /** Signs an officer in with user name, password and one-time code. Whatever of them is unknown or wrong gets the same answer after the same work. */
    signIn: signInOfficer,
    /** Replaces the password, given or chosen, ends every other session and signs in. Takes the same credentials as signing in. */
    changePassword: changeOfficerPassword,
    /** The officer who is signed in, and the agency they act for. */
    me: readOfficer,
  },
} as const;
