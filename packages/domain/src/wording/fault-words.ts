import type { DraftFault } from '../declaration/draft.js';
import type { DeclarationFaultCode, LaterFaultCode } from '../declaration/fault.js';
import type { BhxhNumberFault } from '../numbers/bhxh-number.js';
import type { CardNumberFault } from '../numbers/card-number.js';
import type { OneTimeCodeFault, OneTimeCodeRefusal } from '../one-time-code/code-text.js';
import type { IdentityNumberFault } from '../numbers/personal-id.js';
import type { PhoneFault } from '../numbers/phone.js';
import type { TaxNumberFault } from '../numbers/tax-number.js';
import type { UnitCodeFault } from '../numbers/unit-code.js';
import type { ReferenceFault } from '../references/reference.js';
import type { EmailFault } from '../text/email.js';
import type { ScanFault } from '../scan/bhyt-payload.js';
import type { DateFault, NumberFault } from '../text/formats.js';
import type { OrganisationNameFault } from '../text/organisation-name.js';
import type { PersonNameFault } from '../text/person-name.js';

/** What is to be said of a scan: a field that could not be read, a code of no known kind, a typing program in between. */
type ScanReadingFault = ScanFault | 'scan.unknown' | 'scan.typed-through';

/** Every code a parser of the domain can answer. */
export type ParserFaultCode =
  | BhxhNumberFault
  | CardNumberFault
  | DateFault
  | EmailFault
  | IdentityNumberFault
  | NumberFault
  | OneTimeCodeFault
  | OneTimeCodeRefusal
  | OrganisationNameFault
  | PersonNameFault
  | PhoneFault
  | ReferenceFault
  | ScanReadingFault
  | TaxNumberFault
  | UnitCodeFault;

/** Every code a function of the domain can answer. A code without words in either language fails the build. */
export type FaultCode = DeclarationFaultCode | ParserFaultCode | DraftFault;

/** The codes a form that registers a person by hand never gives by itself: of what is empty it says `required`. */
type LaterCode =
  | LaterFaultCode
  | Exclude<Extract<ParserFaultCode, `${string}.empty`>, 'reference.empty'>
  | OrganisationNameFault
  | TaxNumberFault
  | UnitCodeFault
  | CardNumberFault
  | DraftFault
  | NumberFault
  | OneTimeCodeFault
  | OneTimeCodeRefusal
  | ScanReadingFault;

/** The sentences of one language. */
export type FaultWords = Readonly<Record<FaultCode, string>>;

/** Those a form has from the start, and those that are loaded by what needs them (`loadEveryWord`). */
export type FirstFaultWords = Omit<FaultWords, LaterCode>;
export type LaterFaultWords = Pick<FaultWords, LaterCode>;
