import type { Field } from '@bhxh-kit/domain';
import { html, nothing, type TemplateResult } from 'lit';
import type { AddressValue } from '../../address-field/address-value.js';
import { textField } from '../fields.js';
import type { FormView } from '../form-view.js';

const ADDRESS = ['province', 'district', 'commune', 'street'] as const;
const CONTACT: readonly string[] = ['contactName', 'mobilePhone', 'email'];

/** Thông tin cá nhân (R3, R4, R16, R18): who declares, where they live, how to reach them. */
export function personStep(view: FormView): TemplateResult {
  const { form, t } = view;
  const child = form.subject === 'child';
  const asked = view.asked('person');
  const typed = asked.filter(({ id }) => !(ADDRESS as readonly string[]).includes(id));
  const registering = typed.length < asked.length;
  const isGuardians = ({ id }: Field) => id.startsWith('guardian');
  const fields = (of: (field: Field) => boolean) => typed.filter(of).map((field) => textField(view, field));
  return html`<p class="hint">${t('requiredNote')}</p>
    ${view.scan.offer(view)}
    <h3>${t('identitySection')}</h3>
    ${fields((field) => !isGuardians(field) && !CONTACT.includes(field.id))}
    ${child ? html`<h3>${t('guardianSection')}</h3>${fields(isGuardians)}` : nothing}
    ${
      registering
        ? html`<h3><label for="address">${t('addressSection')}</label></h3>
          ${addressField(view)}
          <h3>${t('contactSection')}</h3>
          ${fields(({ id }) => CONTACT.includes(id))}`
        : nothing
    }`;
}

function addressField(view: FormView): TemplateResult {
  return html`<bhxh-address-field
    form="" id="address" part="address" exportparts="label: label, input: input, error: error" required .scheme=${view.address.scheme} .value=${view.address} .client=${view.client} .units=${view.units}
    @input=${(event: Event) => takeAddress(view, event)} @change=${(event: Event) => takeAddress(view, event)}
  ></bhxh-address-field>`;
}

/**
 * From the top down: a new province empties what is below it, and what was chosen there follows. With every letter, because a form that is drawn anew
 * gives the field its address back, as far as the form knows it.
 */
function takeAddress(view: FormView, { target }: Event): void {
  const { value } = target as HTMLElement & { readonly value: AddressValue };
  view.answer('province', value.provinceCode);
  if (view.form.pack.addressScheme === '2021') view.answer('district', value.districtCode ?? '');
  view.answer('commune', value.communeCode);
  view.answer('street', value.street);
}
