import type { Access } from '@bhxh-kit/contract';
import { formatMoment } from '@bhxh-kit/domain/text/format-moment.js';
import { html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import { buttons } from '../foundation/buttons.styles.js';
import { foundation } from '../foundation/foundation.styles.js';
import { KitElement } from '../foundation/kit-element.js';
import { notice } from '../foundation/notice.js';
import { noticeStyles } from '../foundation/notice.styles.js';
import { stateWords } from '../foundation/words.state.js';
import { AccessLoader } from './access-loader.js';
import { styles } from './access-log.styles.js';
import { type AccessLogWords, accessLogWords } from './words.js';

/** The acts that have words of their own. */
const KNOWN = new Set<string>([
  'case-read',
  'photograph-read',
  'list-read',
  'paper-received',
  'approved',
  'rejected',
  'undone',
] satisfies (keyof AccessLogWords)[]);

/**
 * Ai đã xem dữ liệu của tôi: when which office looked at a person's declarations or acted upon them, newest first. Rows come from `accesses`, or by page from the client
 * (`accesses.mine`); with the client of a guardian's child they are the child's. Officers are told by their office, never by name.
 *
 * @summary Shows who looked at a person's data: when, which office, what.
 * @attr {'light'|'dark'} theme - Fixes the colours.
 * @csspart root - Everything the element shows.
 * @csspart heading - The heading.
 * @csspart table - The table.
 * @csspart more - The button for the next page.
 * @cssproperty [--bhxh-color-primary=#0b57a4] - Buttons, focus ring.
 */
export class BhxhAccessLog extends KitElement {
  /** @internal */
  static override properties: PropertyDeclarations = { accesses: { attribute: false } };

  /** @internal */
  static override styles = [foundation, buttons, noticeStyles, styles];

  /** Rows to show without a client, newest first. */
  accesses?: readonly Access[];

  readonly #t = this.speak(accessLogWords);
  readonly #common = this.speak(stateWords);
  readonly #loader = new AccessLoader(this);

  protected override willUpdate(): void {
    this.#loader.use(this.isConnected && !this.accesses ? this.activeClient : undefined);
  }

  protected override render(): TemplateResult {
    const rows = this.accesses ?? this.#loader.rows;
    return html`<section aria-labelledby="title">
      <h2 id="title" part="heading">${this.#t('title')}</h2>
      <p>${this.#t('intro')}</p>
      <p class="visually-hidden" role="status">${rows?.length && this.#loader.further ? this.#t('shown', { count: rows.length }) : nothing}</p>
      ${this.#renderTrouble(rows)} ${rows?.length ? this.#renderTable(rows) : this.#renderEmpty(rows)} ${this.#renderMore()}
    </section>`;
  }

  #renderTrouble(rows: readonly Access[] | undefined): TemplateResult | typeof nothing {
    const { state, error } = this.#loader;
    if (this.accesses || state !== 'failed') return nothing;
    const said = (error as { userMessage?: (locale: string) => string }).userMessage?.(this.language) ?? '';
    return notice(rows ? '' : 'failed', `${this.#t(rows ? 'stale' : 'failed')} ${said}`, this.#common, () => this.#loader.load());
  }

  #renderEmpty(rows: readonly Access[] | undefined): TemplateResult | typeof nothing {
    if (this.#loader.state === 'failed') return nothing;
    const coming = !rows && this.activeClient;
    return html`<p role=${coming ? 'status' : nothing}>${coming ? this.#common('loading') : this.#t('none')}</p>`;
  }

  /** The roles are said, because where it is narrow rows are laid out as cards and a browser then takes the table for none. */
  #renderTable(rows: readonly Access[]): TemplateResult {
    const t = this.#t;
    const language = this.language === 'en' ? 'en' : 'vi';
    return html`<table role="table" part="table" aria-labelledby="title">
      <thead role="rowgroup">
        <tr role="row">${(['when', 'who', 'what', 'reference'] as const).map((key) => html`<th role="columnheader" scope="col">${t(key)}</th>`)}</tr>
      </thead>
      <tbody role="rowgroup">
        ${rows.map(
          ({ at, act, agencyName, reference }) => html`<tr role="row">
            <td role="cell" class="when" data-label=${t('when')}><time datetime=${at}>${formatMoment(at, language)}</time></td>
            <td role="cell" data-label=${t('who')}>${t('officer', { agency: agencyName })}</td>
            <td role="cell" data-label=${t('what')}>${t(KNOWN.has(act) ? (act as 'case-read') : 'other')}</td>
            <td role="cell" class="reference" data-label=${t('reference')}>${reference}</td>
          </tr>`,
        )}
      </tbody>
    </table>`;
  }

  #renderMore(): TemplateResult | typeof nothing {
    const { more, state } = this.#loader;
    if (this.accesses || !more) return nothing;
    const busy = state === 'loading';
    // Not disabled while it loads: the focus would be lost.
    return html`<div class="more"><button type="button" part="more" aria-disabled=${busy ? 'true' : nothing} @click=${this.#onMore}>${busy ? this.#common('loading') : this.#t('more')}</button></div>`;
  }

  readonly #onMore = (): void => {
    if (this.#loader.state !== 'loading') void this.#loader.load();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'bhxh-access-log': BhxhAccessLog;
  }
}
