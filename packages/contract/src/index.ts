export { ACCESS_PAGE_MAX, Access } from './accesses/accesses.js';
export { CHALLENGE_HEADER, CHALLENGED, Challenge } from './challenges/challenges.js';
export { SentCode } from './codes/codes.js';
export { ConsentAct, ConsentTexts, MyConsents } from './consents/consents.js';
export { ContactChange, ContactCode } from './contacts/contacts.js';
export { Correction } from './corrections/corrections.js';
export { DeclarationKey, DeclarationProgress } from './declarations/declarations.js';
export { ERROR_STATUS, type ErrorCode, errorsOfEveryCall, errorsOfLinks, errorsOfSessions, isErrorCode } from './errors/errors.js';
export { FieldError, Problem } from './errors/problem.js';
export { FIELD_CLASSES, type FieldClass, redact } from './fields/fields.js';
export { firstOperations } from './first-operations.js';
export { GUARDIAN_LINK_HEADER, LinkedChild } from './guardians/guardians.js';
export { IdentityResult } from './identities/identities.js';
export { INTEGRATOR_KEY_HEADER } from './integrators/integrators.js';
export { PAGE_LIMIT_MAX } from './me/me.js';
export { ResentNotice } from './notices/notices.js';
export { OFFICER_PASSWORD_MIN, OfficerProfile } from './officers/officers.js';
export { PASSKEYS_MAX, Passkey, PasskeyCeremony } from './passkeys/ceremonies.js';
export { MyPasskeys, SignInCeremony } from './passkeys/passkeys.js';
export {
  type Auth,
  type Bytes,
  type InputOf,
  isBytes,
  type Operation,
  type OutputOf,
  type PiiClass,
  type RateBucket,
  type RetryClass,
  successStatus,
} from './operation/operation.js';
export { type Operations, operationList, operations } from './operations.js';
export { PasswordAge } from './passwords/passwords.js';
export { PHOTOGRAPH_BYTES_MAX, PhotographUpload, PhotographUploadBegun } from './photographs/photographs.js';
export { DeclaredFacts, ReviewCase, ReviewDuplicate, ReviewOutcome, ReviewRow, ReviewStep } from './reviews/review-case.js';
export { ReviewListOutcome, WaitingReviewList } from './reviews/review-lists.js';
export { REVIEW_PAGE_MAX, ReviewQuery } from './reviews/reviews.js';
export { SealKey, SealKeySet } from './seals/seals.js';
export { SentAccountCode, SignedInDevices } from './session/devices.js';
export { SessionState, SessionTokens, SignInAnswer, SignInStep } from './session/session.js';
export { VneidPerson, VneidResult, VneidTrip } from './vneid/vneid.js';
