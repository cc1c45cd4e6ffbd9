import type { DraftFault } from '../declaration/draft.js';
import type { DeclarationFaultCode } from '../declaration/fault.js';
import type { ReadingFaultCode } from '../declaration/readings.js';

/** Every code a function of the domain can answer. A code without words in either language fails the build. */
export type FaultCode = DeclarationFaultCode | ReadingFaultCode | DraftFault;

/** The sentences of one language. */
export type FaultWords = Readonly<Record<FaultCode, string>>;
