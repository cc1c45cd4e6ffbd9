import type { Unit } from '@bhxh-kit/domain';
import { html, nothing, type TemplateResult } from 'lit';
import type { Listener, Translate, translator } from '../foundation/words.js';
import type { AddressScheme } from './address-value.js';
import { oldAddressWords } from './old-address-words.js';
import type { Succession } from './unit-loader.js';

/** An address of the other map: where it lies now is proposed, and taken only by the person. Without `take` it is only told. */
export type OldAddressNote = (scheme: AddressScheme, found: Succession | undefined, take: ((path: readonly Unit[]) => void) | undefined) => TemplateResult;

/** The note in the language of a field; `words` makes a catalogue speak. A part of its own: hardly any page has an address of the other map. */
export function oldAddressNote(listener: Listener, words: typeof translator): OldAddressNote {
  const t = words(oldAddressWords, listener);
  return (scheme, found, take) => note(t, scheme, found, take);
}

function note(t: Translate<(typeof oldAddressWords)['vi']>, ...[scheme, found, take]: Parameters<OldAddressNote>): TemplateResult {
  if (scheme !== '2021') return html`<p class="note">${t('otherMap')}</p>`;
  const old = pathText(found?.old ?? []);
  const paths = found?.paths ?? [];
  return html`<div class="note">
    <p>${old ? t('oldAddress', { path: old }) : t('oldAddressBare')} ${paths.length ? t('nowIs') : t('chooseNew')}</p>
    ${
      paths.length && take
        ? html`<ul>${paths.map((path) => html`<li><button type="button" @click=${() => take(path)}>${t('take', { path: pathText(path) })}</button></li>`)}</ul>
          <p>${t('checkNew')}</p>`
        : nothing
    }
  </div>`;
}

/** From the smallest up, as an address is written: "Xã Phúc Hòa, Huyện Phúc Thọ, Thành phố Hà Nội". */
function pathText(path: readonly Unit[]): string {
  return [...path]
    .reverse()
    .map(({ name }) => name)
    .join(', ');
}
