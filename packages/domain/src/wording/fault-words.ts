import type { DraftFault } from '../declaration/draft.js';
import type { DeclarationFaultCode } from '../declaration/fault.js';
import type { BhxhNumberFault } from '../numbers/bhxh-number.js';
import type { CardNumberFault } from '../numbers/card-number.js';
import type { IdentityNumberFault } from '../numbers/personal-id.js';
import type { PhoneFault } from '../numbers/phone.js';
import type { ReferenceFault } from '../references/reference.js';
import type { EmailFault } from '../text/email.js';
import type { ScanFault } from '../scan/bhyt-payload.js';
import type { DateFault, NumberFault } from '../text/formats.js';
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
  | PersonNameFault
  | PhoneFault
  | ReferenceFault
  | ScanReadingFault;

/** Every code a function of the domain can answer. A code without words in either language fails the build. */
export type FaultCode = DeclarationFaultCode | ParserFaultCode | DraftFault;

/** The sentences of one language. */
export type FaultWords = Readonly<Record<FaultCode, string>>;
