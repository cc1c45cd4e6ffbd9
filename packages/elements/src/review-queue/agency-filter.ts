import type { BhxhClient } from '@bhxh-kit/client';
import { html, nothing, type TemplateResult } from 'lit';
import '../agency-picker/define.js';
import { type AgencyRow, pathOf } from '../agency-picker/agency-row.js';

/** What the filter shows and does. */
export interface AgencyFilterView {
  readonly label: string;
  readonly clear: string;
  readonly code: string;
  change(code: string): void;
}

/** The officer's agency with those below it. Nothing where there is none below: then there is nothing to choose. */
export async function officersAgencies({ officers, agencies }: BhxhClient): Promise<readonly AgencyRow[]> {
  const { agencyCode, agenciesBelow } = await officers.me();
  if (agenciesBelow === 0) return [];
  const { items } = await agencies.list();
  return items.filter(({ code }) => pathOf(items, code).some((above) => above.code === agencyCode));
}

/** Narrows the queue to an agency and those below it (O1). */
export function agencyFilter(agencies: readonly AgencyRow[], { label, clear, code, change }: AgencyFilterView): TemplateResult | typeof nothing {
  if (agencies.length < 2) return nothing;
  return html`<div class="field agency">
    <bhxh-agency-picker
      label=${label} .agencies=${agencies} .value=${code}
      @change=${(event: Event) => change((event.target as HTMLElement & { readonly value: string }).value)}
    ></bhxh-agency-picker>
    ${code ? html`<button type="button" class="quiet" @click=${() => change('')}>${clear}</button>` : nothing}
  </div>`;
}
