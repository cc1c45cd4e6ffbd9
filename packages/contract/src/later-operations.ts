import { listMyAccesses } from './accesses/accesses.js';
import { activateAccount, requestActivation } from './accounts/accounts.js';
import { listAgencies, listAgenciesByCommune, listAgencyChildren, readAgencyPath, searchAgencies } from './agencies/agencies.js';
import { makeChallenge } from './challenges/challenges.js';
import { confirmCode, sendCode } from './codes/codes.js';
import { giveConsents, listMyConsents, readConsentTexts, withdrawConsent } from './consents/consents.js';
import { changeContact, sendContactCodes } from './contacts/contacts.js';
import { openCorrection, requestCorrectionCode } from './corrections/corrections.js';
import { listMyChildren } from './guardians/guardians.js';
import { verifyIdentity } from './identities/identities.js';
import { listMyBenefits } from './me/benefits.js';
import { listMyVisits, readMyVisit } from './me/visits.js';
import { resendNotice } from './notices/notices.js';
import { changeOfficerPassword, readOfficer, signInOfficer } from './officers/officers.js';
import { addPasskey, listPasskeys, readNewPasskeyOptions, readPasskeyOptions, removePasskey, signInOfficerByPasskey } from './officers/passkeys.js';
import {
  addMyPasskey,
  listMyPasskeys,
  readNewPasskeyCeremony,
  readSignInCeremony,
  removeMyPasskey,
  sendPasskeyCode,
  signInByPasskey,
} from './passkeys/passkeys.js';
import {
  changeOverduePassword,
  changePassword,
  readPasswordAge,
  requestOverdueChange,
  requestPasswordChange,
  requestPasswordReset,
  resetPassword,
} from './passwords/passwords.js';
import { appendPhotograph, beginPhotograph, discardPhotograph, readPhotographProgress } from './photographs/photographs.js';
import { approveReviewList, confirmReviewList, declineReviewList, listWaitingReviewLists, readReviewList, undoReviewList } from './reviews/review-lists.js';
import { approveReview, listReviews, readReview, readReviewPhotograph, receiveReviewPaper, rejectReview, undoReview } from './reviews/reviews.js';
import { readSealKeys } from './seals/seals.js';
import { listDevices, sendTakeOverCode, signOutEverywhere, takeOver } from './session/devices.js';
import { beginVneid, finishVneid } from './vneid/vneid.js';
import { listUnitSuccessors, listUnits, readUnitPath, searchUnits } from './units/units.js';

/**
 * The operations few pages need, or none at once (photographs, places of a page without the directory, officers at their desk, an account being activated): the client fetches these rows on first use, so that a page does not carry them.
 * The comment above each is what an editor shows at the client's method and the document's summary: it is read from here, not written twice.
 */
export const laterOperations = {
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
  officers: {
    /** Signs an officer in with user name, password and one-time code. Whatever of them is unknown or wrong gets the same answer after the same work. */
    signIn: signInOfficer,
    /** Replaces the password, given or chosen, ends every other session and signs in. Takes the same credentials as signing in. */
    changePassword: changeOfficerPassword,
    /** The officer who is signed in, and the agency they act for. */
    me: readOfficer,
    /** What a passkey is asked to sign in with. Names nobody: the officer's device knows whose it is. */
    passkeyOptions: readPasskeyOptions,
    /** Signs an officer in with a passkey. */
    signInByPasskey: signInOfficerByPasskey,
    /** The officer's passkeys. */
    passkeys: listPasskeys,
    /** What a device is asked to make a passkey with. Takes a one-time code again. */
    addPasskeyOptions: readNewPasskeyOptions,
    /** Adds the passkey a device made. */
    addPasskey,
    /** Removes a passkey: it signs nobody in any more. */
    removePasskey,
  },
  reviews: {
    /** The review queue (O1): the declarations of the officer's agency and those below it, the oldest deadline first. */
    list: listReviews,
    /** A case with everything an officer decides by. The look is recorded, and other officers are told that the case is open. */
    read: readReview,
    /** One photograph of a case. The look is recorded. */
    photograph: readReviewPhotograph,
    /** Records that the signed Mẫu 01 and the identity paper were checked (O2): the ten days stop. */
    receivePaper: receiveReviewPaper,
    /** Approves (O3): makes, changes or closes the account, and sends the person what they need. */
    approve: approveReview,
    /** Rejects with reasons (O4): the person is told, and can correct and hand in again. */
    reject: rejectReview,
    /** Takes the officer's last act on a case back, within its minute: nobody was told yet. */
    undo: undoReview,
    /** Approves a list in one act, with a result for each row (O5); where the installation asks, it waits for a second person. */
    approveList: approveReviewList,
    /** The lists that wait for their second person. */
    waitingLists: listWaitingReviewLists,
    /** A waiting list with its cases. The look is recorded. */
    readList: readReviewList,
    /** Confirms a waiting list as its second person: its rows are approved now. */
    confirmList: confirmReviewList,
    /** Declines or withdraws a waiting list: its cases stay as they are. */
    declineList: declineReviewList,
    /** Takes a whole list back, within its minute. */
    undoList: undoReviewList,
  },
  accounts: {
    /** Sets the first password with the one-time code of the approval. Unknown number and wrong code get the same answer. */
    activate: activateAccount,
    /** Sends a new one-time code to the registered contact of an account that was not activated yet. The answer never tells whether there is one. */
    requestActivation,
  },
  devices: {
    /** Sends a one-time code to the registered contact of an account that is signed in on another device (A5), to whoever holds the ticket of a right password. */
    sendTakeOverCode,
    /** Signs in with the code. The other device is signed out at once, and told why at its next call. */
    takeOver,
    /** Where the person is signed in. */
    list: listDevices,
    /** Signs the person out on every device, this one included. */
    signOutEverywhere,
  },
  passkeys: {
    /** What a device is asked to sign a person in with (A7), where the calling page can use passkeys. Names nobody: the device knows whose it has. */
    signInOptions: readSignInCeremony,
    /** Signs a person in with a passkey. Another device is signed out at once, and the registered contacts are told; the answer never tells whether there is such an account. */
    signIn: signInByPasskey,
    /** The person's passkeys. */
    mine: listMyPasskeys,
    /** Sends the code that a new passkey is added with to the registered contact. */
    sendCode: sendPasskeyCode,
    /** What a device is asked to make a passkey with, to whoever gives that code. */
    addOptions: readNewPasskeyCeremony,
    /** Adds the passkey a device made. The registered contacts are told. */
    add: addMyPasskey,
    /** Removes a passkey: it signs nobody in any more. The registered contacts are told. */
    remove: removeMyPasskey,
  },
  passwords: {
    /** How old the password is: since when it is the password, and by when it is to be changed (A3). */
    age: readPasswordAge,
    /** Sends the code that confirms another password to the registered contact, to whoever gives the one in use (A4). */
    requestChange: requestPasswordChange,
    /** Changes the password with that code. Every other session ends, and the registered contacts are told. */
    change: changePassword,
    /** Sends the code to whoever signed in with a password that is too old, by the ticket signing in gave (A3). */
    requestOverdueChange,
    /** Changes a password that is too old; the person then signs in with the new one. */
    changeOverdue: changeOverduePassword,
    /** Sends a code to the registered contact of whoever forgot their password (A6). The answer never tells whether there is such an account, nor whether the contact is its own. */
    requestReset: requestPasswordReset,
    /** Sets another password with that code. Every session ends, and the registered contacts are told. */
    reset: resetPassword,
  },
  corrections: {
    /** Gives a rejected declaration back to its owner, so that nothing is typed again and no photograph uploaded again. */
    open: openCorrection,
    /** Sends a new correction code to the contact of a rejected declaration. The answer never tells whether there is one. */
    requestCode: requestCorrectionCode,
  },
  children: {
    /** The children a guardian may see the data of (A8): each with the link that their profile, cards and histories are asked about with. */
    list: listMyChildren,
  },
  contacts: {
    /** Begins a change of the registered phone or e-mail address: a code goes to the registered contact and one to the new. The answer never tells whether an address serves another account. */
    sendCodes: sendContactCodes,
    /** Changes the contact with both codes. Whoever was reached before is told. */
    change: changeContact,
  },
  accesses: {
    /** Who looked at my data (Ai đã xem dữ liệu của tôi): agency, role, act and moment, newest first, by page. */
    mine: listMyAccesses,
  },
  benefits: {
    /** My benefits (Thông tin hưởng), newest first, by kind and page. */
    list: listMyBenefits,
  },
  visits: {
    /** My medical book (Sổ khám chữa bệnh), newest first, by year and page; the first page tells the years. */
    list: listMyVisits,
    /** One visit of the book with its services and what each cost. */
    read: readMyVisit,
  },
  codes: {
    /** Sends a one-time code to an e-mail address that is to be declared (R14). The answer never tells whether the address serves an account already. */
    send: sendCode,
    /** Confirms the address with the code, and gives what the declaration carries. */
    confirm: confirmCode,
  },
  consents: {
    /** What somebody reads before they use their account: what it is, the terms, and each purpose that is asked for (A9). */
    texts: readConsentTexts,
    /** What the person agreed to, in which words and when, and whether they are to be asked. */
    mine: listMyConsents,
    /** Keeps what the person agrees to now; what is left out is not agreed to. */
    give: giveConsents,
    /** Takes the consent to one purpose back. */
    withdraw: withdrawConsent,
  },
  identities: {
    /** Asks the population database whether name, number and birth date belong together (R15), so that no photographs are needed. Few tries for a number, whoever makes them. */
    verify: verifyIdentity,
  },
  vneid: {
    /** What the browser needs to go to VNeID and come back (A10). */
    begin: beginVneid,
    /** Takes whoever came back at level 2: signs them in where they have an account, and gives what spares their declaration photographs and paper. */
    finish: finishVneid,
  },
  challenges: {
    /** Makes a challenge (mã kiểm tra, R9) for one call of an operation, or says that none is asked. */
    make: makeChallenge,
  },
  seals: {
    /** The public keys the seal on Mẫu 01 is verified with, to be kept by desks for the time without a network. */
    keys: readSealKeys,
  },
  notices: {
    /** Sends the notice of receipt again, to the phone and e-mail address of the declaration (R13). */
    resend: resendNotice,
  },
} as const;
