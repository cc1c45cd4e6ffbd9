// accounts
export { Profile } from './accounts/profile.js';
// cards
export { BenefitLevel, HealthCard, Sex } from './cards/health-card.js';
// dates
export { Instant, IsoDate, IsoMonth, PartialDate } from './dates/schemas.js';
// declaration
export {
  ContactAddress,
  DeclarationPurpose,
  DeclarationReceipt,
  DeclarationStatus,
  DeclarationSubmission,
  DigitalCertificate,
  Guardian,
  HandIn,
  PhotographKind,
  PhotographReference,
  SubjectType,
  TransactAt,
} from './declaration/submission.js';
// parsed
export { type Fault, fault, ok, type Parsed } from './parsed/parsed.js';
// participation
export { InsuranceBranch, ParticipationPeriod } from './participation/participation-period.js';
// places
export { Agency, Unit, UnitLevel } from './places/places.js';
// rule-packs
export { AddressScheme, type Citation, type RulePack, RulePackId } from './rule-packs/rule-pack.js';
