import { listAgencies, listAgenciesByCommune, listAgencyChildren, readAgencyPath, searchAgencies } from './agencies/agencies.js';
import { followDeclaration, readDeclarationForm, submitDeclaration } from './declarations/declarations.js';
import { listMyCards, listMyParticipation, readProfile } from './me/me.js';
import { appendPhotograph, beginPhotograph, discardPhotograph, readPhotographProgress } from './photographs/photographs.js';
import { readSession, refreshSession, signIn, signOut } from './session/session.js';
import { readHealth, readRules } from './system/system.js';
import { listUnitSuccessors, listUnits, readUnitPath, searchUnits } from './units/units.js';

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
  photographs: {
    /** Begins the upload of one photograph. */
    begin: beginPhotograph,
    /** Adds the next chunk. The same chunk sent twice is taken once. */
    append: appendPhotograph,
    /** Tells how much of a photograph has arrived, to go on after an interruption. */
    progress: readPhotographProgress,
    /** Deletes a photograph that no declaration uses. */
    discard: discardPhotograph,
  },
  units: {
    /** Administrative units below a parent; without one, the provinces. */
    list: listUnits,
    /** Administrative units by name, with or without diacritics. */
    search: searchUnits,
    /** A unit with everything above it, province first. */
    path: readUnitPath,
    /** The units of the 2025 map that a commune of the 2021 map became; several when it was split. */
    successors: listUnitSuccessors,
  },
  agencies: {
    /** Every agency in office today, without the communes each serves. */
    list: listAgencies,
    /** The agencies directly below one. */
    children: listAgencyChildren,
    /** An agency with everything above it, the provincial office first. */
    path: readAgencyPath,
    /** Agencies by name or code, with or without diacritics. */
    search: searchAgencies,
    /** The agencies that serve a commune of the 2025 map, the closest level first. */
    byCommune: listAgenciesByCommune,
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
