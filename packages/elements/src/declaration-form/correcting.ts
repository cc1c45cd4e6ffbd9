import { fieldAt } from '@bhxh-kit/domain/declaration/fields.js';
import { faultsOf } from '@bhxh-kit/domain/declaration/form-faults.js';
import { formatDate } from '@bhxh-kit/domain/text/formats.js';
import type { CheckHost } from '../checks/check-surroundings.js';
import { LazyPart } from '../foundation/lazy-part.js';
import { checkTools } from './check-tools.js';
import type { CorrectionPart } from './correction-part.js';
import type { Purposes } from './purposes.js';

/** A rejected declaration that came back (O4, R17): what begins the form with it and tells its reasons is loaded then, with the rules of every purpose and subject. */
export const correcting = (host: CheckHost, purposes: Purposes): LazyPart<CorrectionPart> =>
  new LazyPart(host, async () => {
    const [{ CorrectionPart }] = await Promise.all([import('./correction-part.js'), purposes.load()]);
    return new CorrectionPart(host, { ...checkTools, faultsOf, fieldAt, formatDate });
  });
