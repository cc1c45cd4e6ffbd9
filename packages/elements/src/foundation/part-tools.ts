import { isApiError, isBhxhError } from '@bhxh-kit/client/errors';
import { html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import { ignoreComposedEnter } from './composed-enter.js';
import { problemBox } from './problem-box.js';
import { translator } from './words.js';

/** What an element lends to a part that is loaded later: importing it there, the part could not stand beside the script tag, which has all of it already. */
export const partTools: PartTools = { html, live, nothing, translator, isApiError, isBhxhError, ignoreComposedEnter, problemBox };

export interface PartTools {
  readonly html: typeof html;
  readonly live: (value: unknown) => unknown;
  readonly nothing: typeof nothing;
  readonly translator: typeof translator;
  readonly isApiError: typeof isApiError;
  readonly isBhxhError: typeof isBhxhError;
  readonly ignoreComposedEnter: typeof ignoreComposedEnter;
  readonly problemBox: typeof problemBox;
}
