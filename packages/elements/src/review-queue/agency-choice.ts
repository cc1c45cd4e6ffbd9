import type { BhxhClient } from '@bhxh-kit/client';
import { html, nothing, type ReactiveControllerHost, type TemplateResult } from 'lit';
import type { AgencyRow } from '../agency-picker/agency-row.js';
import { LazyPart } from '../foundation/lazy-part.js';
import { notice } from '../foundation/notice.js';
import type { Translate } from '../foundation/words.js';
import type { StateWords } from '../foundation/words.state.js';
import type { AgencyFilterView } from './agency-filter.js';

interface Loaded {
  readonly part: typeof import('./agency-filter.js');
  readonly agencies: readonly AgencyRow[];
}

/** The filter by agency. Its tree weighs more than all the rest and few need it, so that code and agencies come when the further filters open. */
export class AgencyChoice {
  #part: LazyPart<Loaded> | undefined;
  #wanted = false;

  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly given: () => { readonly agencies: readonly AgencyRow[] | undefined; readonly client: BhxhClient | undefined },
  ) {}

  /** The further filters were opened or closed. */
  open(open: boolean): void {
    this.#wanted = open;
    if (open) void this.#load();
  }

  /** Another officer has other agencies. */
  forget(): void {
    this.#part = undefined;
    if (this.#wanted) void this.#load();
  }

  render(view: AgencyFilterView, failed: string, common: Translate<StateWords>): TemplateResult | typeof nothing {
    const { value, state } = this.#part ?? {};
    if (state === 'failed') return notice('failed', failed, common, () => this.#load());
    if (!value) return state === 'loading' ? html`<p class="hint">${common('loading')}</p>` : nothing;
    return value.part.agencyFilter(value.agencies, view);
  }

  #load(): Promise<void> {
    this.#part ??= new LazyPart(this.host, async () => {
      const part = await import('./agency-filter.js');
      const { agencies, client } = this.given();
      return { part, agencies: agencies ?? (client ? await part.officersAgencies(client) : []) };
    });
    return this.#part.load();
  }
}
