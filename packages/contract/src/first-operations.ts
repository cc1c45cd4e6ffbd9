import { followDeclaration, readDeclarationForm, submitDeclaration } from './declarations/declarations.js';
import { listMyCards, listMyParticipation, readProfile } from './me/me.js';
import { readSession, refreshSession, signIn, signOut } from './session/session.js';
import { readHealth, readRules } from './system/system.js';

/**
 * The operations every page with the client carries, by noun and verb.
 * The comment above each is what an editor shows at the client's method and the document's summary: it is read from here, not written twice.
 */
export const firstOperations = {
  declarations: {
    /** Hands in a declaration (Ghi nhận): checks every rule again, keeps it, sends the notices and gives the reference. */
    submit: submitDeclaration,
    /** Tells where a declaration stands, to whoever has its reference and its phone number or e-mail address. */
    follow: followDeclaration,
    /** Gives the Mẫu 01 of a declaration as a PDF, to print, sign and hand in. */
    form: readDeclarationForm,
  },
  session: {
    /** Signs in with the BHXH number and the password. Unknown user and wrong password get the same answer in the same time. */
    signIn,
    /** Exchanges the refresh token for new tokens. A token used twice ends the session. */
    refresh: refreshSession,
    /** Tells since when and until when the session is. */
    current: readSession,
    /** Ends the session at once, on every copy of its tokens. */
    signOut,
  },
  profile: {
    /** My profile (Quản lý cá nhân). */
    read: readProfile,
  },
  cards: {
    /** My health insurance cards (thẻ BHYT), past and coming ones included. */
    mine: listMyCards,
  },
  participation: {
    /** My participation history (Quá trình tham gia), newest first, by branch and page. */
    list: listMyParticipation,
  },
  rules: {
    /** The rule pack in force and the day at the gateway, by which forms are filled. */
    current: readRules,
  },
  health: {
    /** Whether the gateway and its database answer. */
    read: readHealth,
  },
} as const;
