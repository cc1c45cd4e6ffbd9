import { isApiError, isBhxhError } from '@bhxh-kit/client/errors';
import { toSubmission } from '@bhxh-kit/domain';
import { loadEveryWord } from '@bhxh-kit/domain/wording';
import { html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import { translator } from '../foundation/words.js';

/** What the form lends to what sends and checks, which is loaded later: imported there, it would be cut off into chunks that the form's first load has to fetch one by one. */
export const checkTools: CheckTools = { html, live, nothing, isApiError, isBhxhError, loadEveryWord, toSubmission, translator };

export interface CheckTools {
  readonly html: typeof html;
  readonly live: (value: unknown) => unknown;
  readonly nothing: typeof nothing;
  readonly isApiError: typeof isApiError;
  readonly isBhxhError: typeof isBhxhError;
  readonly loadEveryWord: typeof loadEveryWord;
  readonly toSubmission: typeof toSubmission;
  readonly translator: typeof translator;
}
