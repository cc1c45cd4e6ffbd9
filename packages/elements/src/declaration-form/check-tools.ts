import { isApiError, isBhxhError } from '@bhxh-kit/client/errors';
import { toSubmission } from '@bhxh-kit/domain';
import { loadEveryWord } from '@bhxh-kit/domain/wording';
import { html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import { translator } from '../foundation/words.js';

/** What the form lends to what sends and checks, which is loaded later: imported there, it would be cut off into chunks that the form's first load has to fetch one by one. */
export const checkTools = { html, live, nothing, isApiError, isBhxhError, loadEveryWord, toSubmission, translator };
export type CheckTools = typeof checkTools;
