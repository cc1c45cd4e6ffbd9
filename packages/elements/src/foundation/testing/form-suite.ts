import { fixture, html } from '@open-wc/testing';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { FormControl } from '../form-control.js';

/** What the form suite needs of a control: its tag (registered by the test's own import), a valid value and how that is submitted. */
export interface FormSubject<Value> {
  readonly tag: string;
  readonly value: Value;
  /** The entries of the form's data for `name="field"`. */
  readonly submitted: readonly (readonly [string, FormDataEntryValue])[];
  /** What the browser keeps of the value for the back button; nothing where it can keep none. */
  readonly kept?: string;
  /** What is said while it is required and empty. */
  readonly missing?: RegExp;
  /** Gives the control what it needs to show the value, e.g. its rows. */
  readonly prepare?: (control: FormControl<Value>) => void;
}

/** Proves that a control behaves in a form as a native one: every form control of the kit runs it. */
export function formSuite<Value>({ tag, value, submitted, kept, missing = /bắt buộc/, prepare }: FormSubject<Value>): void {
  const inForm = async (attributes: Record<string, string> = {}) => {
    const form = await fixture<HTMLFormElement>(html`<form><fieldset></fieldset></form>`);
    const control = document.createElement(tag) as FormControl<Value>;
    control.setAttribute('name', 'field');
    for (const [name, text] of Object.entries(attributes)) control.setAttribute(name, text);
    prepare?.(control);
    form.querySelector('fieldset')!.append(control);
    await control.updateComplete;
    return { form, control, fieldset: form.querySelector('fieldset')! };
  };
  const entries = (form: HTMLFormElement) => [...new FormData(form)].filter(([, entry]) => entry !== '');

  describe(`<${tag}> in a form`, () => {
    beforeEach(() => {
      document.documentElement.lang = 'vi';
    });

    it('submits its value in the tick it was set', async () => {
      const { form, control } = await inForm();
      control.value = value;
      expect(entries(form)).toEqual(submitted);
    });

    it('submits under the name it is given later', async () => {
      const { form, control } = await inForm();
      control.value = value;
      control.name = 'other';
      await control.updateComplete;
      expect(entries(form)).toEqual(submitted.map(([name, entry]) => [name.replace('field', 'other'), entry]));
    });

    it.runIf(kept !== undefined)('submits its first value, which an attribute says, also when the page says another', async () => {
      const { form, control } = await inForm({ value: kept ?? '' });
      expect(entries(form)).toEqual(submitted);
      control.defaultValue = '';
      await control.updateComplete;
      expect(entries(form)).toEqual([]);
    });

    it('submits nothing while disabled, and again afterwards', async () => {
      const { form, control } = await inForm();
      control.value = value;
      control.disabled = true;
      await control.updateComplete;
      expect(entries(form)).toEqual([]);
      control.disabled = false;
      await control.updateComplete;
      expect(entries(form)).toEqual(submitted);
    });

    it('keeps its own disabled flag apart from the fieldset’s', async () => {
      const { control, fieldset } = await inForm();
      fieldset.disabled = true;
      await control.updateComplete;
      expect([control.disabled, control.isDisabled, control.matches(':disabled')]).toEqual([false, true, true]);
      fieldset.disabled = false;
      await control.updateComplete;
      expect(control.isDisabled).toBe(false);
    });

    it('goes back to its first value on reset, without an event', async () => {
      const { form, control } = await inForm();
      let told = 0;
      control.addEventListener('change', () => told++);
      const first = control.value;
      control.value = value;
      form.reset();
      await control.updateComplete;
      expect([control.value, told]).toEqual([first, 0]);
      expect(entries(form)).toEqual([]);
    });

    it.runIf(kept !== undefined)('takes back what the browser kept of it, without an event', async () => {
      const { form, control } = await inForm();
      let told = 0;
      control.addEventListener('change', () => told++);
      control.formStateRestoreCallback(kept ?? '');
      await control.updateComplete;
      expect([entries(form), told]).toEqual([submitted, 0]);
    });

    it('is invalid while required and empty, says so in a sentence, and the form does not submit', async () => {
      const { form, control } = await inForm({ required: '' });
      expect([control.validity.valueMissing, control.checkValidity(), form.checkValidity()]).toEqual([true, false, false]);
      expect(control.validationMessage).toMatch(missing);
      control.value = value;
      expect([control.validity.valid, control.validationMessage]).toEqual([true, '']);
    });

    it('is marked and told only after a submit was tried, and takes the focus', async () => {
      const { form, control } = await inForm({ required: '' });
      expect(control.shadowRoot!.querySelector('[part~=error]')).toBeNull();
      form.requestSubmit();
      await control.updateComplete;
      expect(control.shadowRoot!.querySelector('[part~=error]')?.textContent).toBe(control.validationMessage);
      expect(control.matches(':state(invalid)')).toBe(true);
      await vi.waitFor(() => expect(document.activeElement).toBe(control));
    });

    it('is not checked while read-only or disabled', async () => {
      const { control } = await inForm({ required: '', readonly: '' });
      expect(control.checkValidity()).toBe(true);
      control.readonly = false;
      control.disabled = true;
      await control.updateComplete;
      expect([control.willValidate, control.checkValidity()]).toEqual([false, true]);
    });

    it('takes the host’s own complaint and lets go of it', async () => {
      const { control } = await inForm();
      control.setCustomValidity('Không nhận.');
      expect([control.validity.customError, control.validationMessage]).toEqual([true, 'Không nhận.']);
      control.setCustomValidity('');
      expect(control.validity.valid).toBe(true);
    });

    it('knows its form and its labels', async () => {
      const { form, control } = await inForm({ id: 'labelled' });
      form.insertAdjacentHTML('afterbegin', '<label for="labelled">Nhãn</label>');
      expect([control.form, control.labels.length]).toEqual([form, 1]);
    });
  });
}
