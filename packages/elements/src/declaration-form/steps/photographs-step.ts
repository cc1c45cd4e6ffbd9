import { type PhotographKind, type PhotographState, photographKindOf } from '@bhxh-kit/domain';
import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import '../../photo-field/define.js';
import type { CheckHost } from '../../checks/check-surroundings.js';
import type { CheckTools } from '../check-tools.js';
import type { FormView } from '../form-view.js';
import type { IdentityPart } from '../identity-part.js';

/** What the form uses of a photo field, its own or that of another copy of the kit. */
type PhotoField = HTMLElement & { readonly value: Blob | undefined };

/** Giấy tờ, ảnh (R5), and the way without them where the gateway asks a population database (R15). */
export class PhotographsStep {
  #identity: IdentityPart | undefined;
  #offered = false;

  constructor(
    private readonly host: CheckHost,
    private readonly tools: CheckTools,
  ) {
    // While the person still writes: coming later than the step, the offer would push the photographs away under a finger.
    identityPart().catch(() => undefined);
  }

  /** The fields stay in the page once they were shown: an upload goes on while the person looks back. */
  render(view: FormView): TemplateResult {
    const kinds = view.asked('photographs').flatMap(({ id }) => photographKindOf(id) ?? []);
    return html`${this.#offer(view)} ${kinds.length > 0 ? html`<p class="lead">${view.t('photographsIntro')}</p>` : nothing}
      ${repeat(
        kinds,
        (kind) => `${kind} ${view.photographRound}`,
        (kind) => photoField(view, kind),
      )}`;
  }

  /** Whoever is asked for photographs of their own paper may be spared them. Should the part not come, the photographs are there. */
  #offer(view: FormView): TemplateResult | typeof nothing {
    if (!view.identityVerifier || !view.client || view.form.subject !== 'individual') return nothing;
    if (!this.#offered) void this.#load().catch(() => undefined);
    this.#offered = true;
    return this.#identity?.render(view) ?? nothing;
  }

  async #load(): Promise<void> {
    const { IdentityPart } = await identityPart();
    this.#identity = new IdentityPart(this.host, this.tools);
    this.host.requestUpdate();
  }
}

const identityPart = () => import('../identity-part.js');

function photoField(view: FormView, kind: PhotographKind): TemplateResult {
  const field = `photograph-${kind}` as const;
  return html`<bhxh-photo-field
    form="" id="field-${field}" class="field" part="photo" kind=${kind} label=${view.label(field)} required auto-upload .client=${view.client} .value=${view.pictures.get(kind)} .upload=${view.form.photographs[kind]}
    @upload=${(event: Event & { readonly state?: PhotographState }) => view.photographed(kind, event.state, (event.target as PhotoField).value)}
    @change=${(event: Event) => changed(view, kind, event.target as PhotoField)}
  ></bhxh-photo-field>`;
}

/** A picture that was taken away is no longer submitted; one that came is told of by its upload. */
function changed(view: FormView, kind: PhotographKind, { value }: PhotoField): void {
  view.photographed(kind, value ? view.form.photographs[kind] : undefined, value);
}
