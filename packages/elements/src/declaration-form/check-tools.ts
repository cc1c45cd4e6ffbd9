import { isApiError, isBhxhError } from '@bhxh-kit/client/errors';
import type { FormTurns } from '@bhxh-kit/domain/declaration/drafting.js';
import { onDay, underPack } from '@bhxh-kit/domain/declaration/form.js';
import { toSubmission } from '@bhxh-kit/domain/declaration/submitting.js';
import { rulePack } from '@bhxh-kit/domain/rule-packs/packs.js';
import { parseDate } from '@bhxh-kit/domain/text/formats.js';
import { loadEveryWord } from '@bhxh-kit/domain/wording';
import { html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import { momentText } from '../deadline/deadline-note.js';
import { translator } from '../foundation/words.js';

/** What the form lends to what sends, checks and keeps drafts, which is loaded later: imported there, it would be cut off into chunks that the form's first load has to fetch one by one. */
export const checkTools: CheckTools = {
  html,
  live,
  nothing,
  isApiError,
  isBhxhError,
  loadEveryWord,
  momentText,
  onDay,
  parseDate,
  rulePack,
  toSubmission,
  translator,
  underPack,
};

export interface CheckTools extends FormTurns {
  readonly html: typeof html;
  readonly live: (value: unknown) => unknown;
  readonly nothing: typeof nothing;
  readonly isApiError: typeof isApiError;
  readonly isBhxhError: typeof isBhxhError;
  readonly loadEveryWord: typeof loadEveryWord;
  readonly parseDate: typeof parseDate;
  readonly momentText: typeof momentText;
  readonly toSubmission: typeof toSubmission;
  readonly translator: typeof translator;
}
