import type { DraftFault } from '../declaration/draft.js';
import type { DeclarationFaultCode } from '../declaration/fault.js';
import type { BhxhNumberFault } from '../numbers/bhxh-number.js';
import type { CardNumberFault } from '../numbers/card-number.js';
import type { IdentityNumberFault } from '../numbers/personal-id.js';
import type { PhoneFault } from '../numbers/phone.js';
import type { ReferenceFault } from '../references/reference.js';
import type { EmailFault } from '../text/email.js';
import type { DateFault } from '../text/formats.js';
import type { PersonNameFault } from '../text/person-name.js';

/** Every code a parser of the domain can answer. */
export type ParserFaultCode =
  | BhxhNumberFault
  | CardNumberFault
  | DateFault
  | EmailFault
  | IdentityNumberFault
  | PersonNameFault
  | PhoneFault
  | ReferenceFault
  | 'number.shape';

/** Every code a function of the domain can answer. A code without words in either language fails the build. */
export type FaultCode = DeclarationFaultCode | ParserFaultCode | DraftFault;

/** The sentences of one language. */
export type FaultWords = Readonly<Record<FaultCode, string>>;
