import { fixture, html as page } from '@open-wc/testing';
import { html, type TemplateResult } from 'lit';
import { beforeEach, describe, expect, it } from 'vitest';
import { type Complaint, FormControl } from './form-control.js';

/** A control of which only the drawn field knows what is wrong, as of a date that is half written. */
class DrawnField extends FormControl<string> {
  protected readonly emptyValue = '';
  protected fromText(text: string): string {
    return text;
  }
  protected toText(value: string): string {
    return value;
  }
  protected get anchor(): HTMLInputElement | null | undefined {
    return this.renderRoot?.querySelector<HTMLInputElement>('input');
  }
  protected override complaint(): Complaint | undefined {
    return this.anchor?.validity.typeMismatch ? { flag: 'typeMismatch', sentence: 'Chưa phải địa chỉ thư.' } : undefined;
  }
  protected override render(): TemplateResult {
    return html`<input id="control" type="email" .value=${this.value} />${this.fieldBottom()}`;
  }
}
customElements.define('drawn-field', DrawnField);

beforeEach(() => void (document.documentElement.lang = 'vi'));

describe('a form control', () => {
  it('E2 · says of its value what only the drawn field knows, and no longer than it is so', async () => {
    const control = await fixture<DrawnField>(page`<drawn-field></drawn-field>`);
    const said = () => control.shadowRoot!.querySelector('[part~=error]')?.textContent;
    control.showError();
    const heard: unknown[] = [];
    for (const value of ['an', 'an@thu.example']) {
      control.value = value;
      while (!(await control.updateComplete));
      heard.push([control.validity.typeMismatch, said()]);
    }
    expect(heard).toEqual([
      [true, 'Chưa phải địa chỉ thư.'],
      [false, undefined],
    ]);
  });
});
