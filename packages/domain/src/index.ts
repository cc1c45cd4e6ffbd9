// accounts
export { grownUpOn } from './accounts/guardianship.js';
export { PASSWORD_REMINDER_DAYS, passwordDueAt, passwordDueOn, passwordOverdue, passwordRemindersOf } from './accounts/password-age.js';
export { PASSWORD_MAX, PASSWORD_MIN, type PasswordFault, parsePassword } from './accounts/password.js';
export { Profile } from './accounts/profile.js';
// benefits
export { BenefitKind, BenefitPayment } from './benefits/benefit-payment.js';
export { type BenefitSum, benefitSum } from './benefits/benefit-sums.js';
// cards
export { type Benefit, benefitOf } from './cards/benefits.js';
export { type CardLayout, cardLayout } from './cards/card-layout.js';
export { type CardState, cardOn } from './cards/card-on.js';
export { BenefitLevel, HealthCard, Sex } from './cards/health-card.js';
// dates
export { addDays, addMonths, ageOn, dayInVietnam, daysBetween, isRealDate, monthIndex, monthOfIndex } from './dates/calendar.js';
export { Instant, IsoDate, IsoMonth, PartialDate } from './dates/schemas.js';
// declaration. Drafts and what fills the form from a scan have entries of their own: from here, a page that loads them later would have them from the start.
export { type Field, fieldsOf, stepOf } from './declaration/asked-fields.js';
export { compose, submittedPhotographs } from './declaration/assembly.js';
export type { CheckContext, DeclarationLookups } from './declaration/check-context.js';
export { checkDeclaration, errorsOf } from './declaration/checks.js';
export { ADJUSTED_FACTS, HAND_INS, PHOTOGRAPH_KINDS, STOP_REASON_MAX } from './declaration/choices.js';
export { type Circumstances, emailRequired, identityVerifiable, paperRequired, photographsWaived } from './declaration/circumstances.js';
export type { GivenBack } from './declaration/correcting.js';
export { type Countdown, countdown, paperDueAt } from './declaration/deadline.js';
export type { DeclarationDraft, DraftFault, Reopening } from './declaration/draft.js';
export {
  DECLARATION_FAULT_CODES,
  type DeclarationFault,
  type DeclarationFaultCode,
  type FormFault,
  LATER_FAULT_CODES,
  type LaterFaultCode,
} from './declaration/fault.js';
export {
  type FieldId,
  fieldAt,
  PHOTOGRAPHS_OF,
  type PhotographFieldId,
  photographField,
  photographKindOf,
  pointerOf,
  TEXT_FIELDS,
  type TextFieldId,
} from './declaration/fields.js';
export {
  type Answers,
  answer,
  applyServerFaults,
  choosePurpose,
  chooseSubject,
  createDeclarationForm,
  type DeclarationForm,
  type NewForm,
  onDay,
  type PhotographState,
  photographAnswered,
  received,
  STEPS,
  type StepId,
  textOf,
  underCircumstances,
  underPack,
} from './declaration/form.js';
export { faultsOf, faultsOfField, fieldOfFault } from './declaration/form-faults.js';
export { knowRules } from './declaration/known-rules.js';
export { actsOn, DECLARATION_LIFE, type DeclarationAct, firstStatus, isSettled, statusAfter, type Transition } from './declaration/life.js';
export { normaliseAnswer, wireText } from './declaration/normalise.js';
export { inWorkingHours, REMINDER_DAYS, type Reminder, remindersOf } from './declaration/reminders.js';
export type { DeclarationRules, PurposeRules, SubjectRules, Texts } from './declaration/rules.js';
export type { Differing, Filled, PaperHolder, ScannedPaper } from './declaration/scanned.js';
export { goBack, goNext, goTo, type Move, type Step, stepsOf } from './declaration/steps.js';
export {
  AdjustedFact,
  ContactAddress,
  DeclarationPurpose,
  DeclarationReceipt,
  DeclarationStatus,
  DeclarationSubmission,
  DigitalCertificate,
  Guardian,
  HandIn,
  IdentityVerified,
  PhotographKind,
  PhotographReference,
  SubjectType,
  TransactAt,
} from './declaration/submission.js';
export { type Assembled, toSubmission } from './declaration/submitting.js';
export type { UncheckedDeclaration } from './declaration/unchecked.js';
// numbers
export { type BhxhNumber, type BhxhNumberFault, parseBhxhNumber } from './numbers/bhxh-number.js';
export { type CardNumber, type CardNumberFault, formatCardNumber, parseCardNumber } from './numbers/card-number.js';
export { maskNumber, spellDigits } from './numbers/masking.js';
export { type IdentityNumber, type IdentityNumberFault, identityNumberText, type PersonalId, parsePersonalId } from './numbers/personal-id.js';
export { type MobilePhone, type PhoneFault, parsePhone } from './numbers/phone.js';
// parsed
export { type Fault, fault, ok, type Parsed } from './parsed/parsed.js';
// participation
export { InsuranceBranch, ParticipationPeriod } from './participation/participation-period.js';
export { type MonthRange, type ParticipationTotal, participationTotal } from './participation/participation-total.js';
// places
export { Agency, Unit, UnitLevel } from './places/places.js';
export { isUndivided } from './places/undivided.js';
// references
export { formatReference, formFileName, parseReference, type Reference, type ReferenceFault } from './references/reference.js';
// review
export {
  type ActivationCodeFault,
  CODE_ALPHABET,
  CODE_LENGTH,
  codeOfBytes,
  formatActivationCode,
  parseActivationCode,
} from './review/activation-code.js';
export {
  CODE_TRIES,
  CORRECTION_DAYS,
  correctableUntil,
  FIRST_PASSWORDS,
  type FirstPassword,
  firstPasswordUntil,
  LEASE,
  LIST_MAX,
  LIST_WAITS_HOURS,
  needsSecondPerson,
} from './review/policy.js';
export { parseRejection, REJECTION_WORDS_MAX, type Rejection, type RejectionFault, RejectionReasonCode } from './review/rejection.js';
export type { RejectionReason } from './review/rejection-reasons.js';
export { type DoneAct, type ReviewAct, UNDO_WINDOW, type UndoFault, undoFault, undoUntil } from './review/undo.js';
// rule-packs
export { CITATIONS } from './rule-packs/citations.js';
export { RULE_PACKS, type RulePackConfiguration, rulePack, rulePackOn } from './rule-packs/packs.js';
export { AddressScheme, type Citation, type RulePack, RulePackId } from './rule-packs/rule-pack.js';
// scan
export type { BhytPayload, ScanFault, ScanWarning } from './scan/bhyt-payload.js';
export { decodeScan, type NumberPayload, type Scan, type UnknownPayload } from './scan/decode-scan.js';
export type { PersonalIdPayload } from './scan/personal-id-payload.js';
// seal: the code on Mẫu 01
export { type SealDifference, sealDifferences } from './seal/differences.js';
export type { SealedEntry, Sha256 } from './seal/entries.js';
export { looksLikeSeal, makeSeal, type ReadSeal, readSeal, type Sealer, type SealFault } from './seal/seal.js';
export { type PrintedDeclaration, SEALED_DAYS, SEALED_FIELDS, type SealedField, sealedValues } from './seal/sealed-fields.js';
// text
export { type EmailFault, parseEmail } from './text/email.js';
export { findFolded, foldVietnamese, type TextRange } from './text/fold.js';
export {
  type DateFault,
  formatCoefficient,
  formatDate,
  formatDuration,
  formatMoney,
  formatMonth,
  formatNumber,
  type NumberFault,
  parseDate,
  parseNumber,
} from './text/formats.js';
export { normaliseText } from './text/normalise.js';
export { numberInWords } from './text/number-words.js';
export { comparePersonNames, compareVietnamese } from './text/order.js';
export { PERSON_NAME_MAX, type PersonNameFault, parsePersonName } from './text/person-name.js';
// visits
export { CostGroup, MedicalVisit, VisitDischarge, VisitLine, VisitResult, VisitRoute } from './visits/visit.js';
export { type CostDisagreement, costDisagreements } from './visits/visit-costs.js';
export { type VisitSums, type VisitYear, visitSums, visitsByYear, yearOfVisit } from './visits/visit-sums.js';
