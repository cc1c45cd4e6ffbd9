import { checkNotTooFar } from './ahead-checks.js';
import type { CheckContext } from './check-context.js';
import { STOP_REASON_MAX } from './choices.js';
import { checkDay } from './date-checks.js';
import { type DeclarationFault, error } from './fault.js';
import { checkPhotographs } from './photograph-checks.js';
import { HANDING_IN } from './handing-in.js';
import type { PurposeRules } from './rules.js';
import { checkText } from './text-checks.js';

/** Ngừng sử dụng phương thức giao dịch (R2): section 3 of Mẫu 01, from which day and why. */
export const STOPPING: PurposeRules = {
  steps: () => ['person', 'stopping', 'agency'],
  fields: (_form, step, identity) => {
    if (step === 'person') return identity;
    if (step === 'agency') return HANDING_IN;
    if (step !== 'stopping') return [];
    return [
      { id: 'stopDate', answeredBy: 'date', required: true },
      { id: 'stopReason', answeredBy: 'long-text', required: true },
      { id: 'contactName', answeredBy: 'text', required: true },
      { id: 'mobilePhone', answeredBy: 'text', required: true },
    ];
  },
  compose: (_form, text) => ({ stopDate: text('stopDate'), stopReason: text('stopReason') }),
  check: ({ stopDate = '', stopReason, photographs = [] }, _subject, context) => [
    ...checkStopDate(stopDate, context),
    ...checkText('/stopReason', stopReason, STOP_REASON_MAX),
    ...checkPhotographs(photographs, []),
  ],
};

/** From today on. */
function checkStopDate(day: string, context: CheckContext): readonly DeclarationFault[] {
  const faults = checkDay('/stopDate', day);
  if (faults.length > 0) return faults;
  return day < context.today ? [error('/stopDate', 'date.past')] : checkNotTooFar('/stopDate', day, context);
}
