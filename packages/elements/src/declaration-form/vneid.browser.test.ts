import { createClient } from '@bhxh-kit/client';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import './define.js';
import type { BhxhDeclarationForm } from './declaration-form.js';
import { choose, commit, heading, liveAt, opened, press, receivedWith, settled, shadow, submissions, type, violations } from './testing/filling.js';

const RETURN = 'https://truong.example.vn/vneid';
const PERSON = { fullName: 'Lê Thị Mẫu', personalId: '079399000012', birthDate: '1990-05-17', level: 2 } as const;

const text = (form: BhxhDeclarationForm) => form.shadowRoot!.textContent.replace(/\s+/g, ' ');
const shown = (form: BhxhDeclarationForm, id: string) => (shadow(form, `#field-${id}`) as HTMLInputElement).value;

/** A form, and what VNeID gave for it. */
async function cameByVneid() {
  const { form, gateway } = await opened({ vneid: [PERSON] });
  const client = createClient({ baseUrl: 'https://gateway.test', fetch: gateway.fetch, retries: 0 });
  const { vneidState, browserKey } = await client.vneid.begin({ returnTo: RETURN });
  const known = await client.vneid.finish({ vneidState, browserKey, returnTo: RETURN, vneidCode: PERSON.personalId });
  return { form, gateway, known };
}

beforeEach(() => {
  document.documentElement.lang = 'vi';
});

describe('who came by VNeID', () => {
  it('A10 · finds the fields filled and marked; no photographs, no paper and no e-mail address are owed', async () => {
    const { form, gateway, known } = await cameByVneid();
    form.vneid = known;
    await vi.waitFor(() => expect(heading(form)).toContain('Bước 1/4'));
    await press(form, 'Tiếp');
    await vi.waitFor(() => expect(shadow(form, '#scanned-fullName')?.textContent).toContain('VNeID'));
    expect(['fullName', 'identityNumber', 'bhxhNumber', 'contactName'].map((id) => shown(form, id))).toEqual([
      PERSON.fullName,
      PERSON.personalId,
      PERSON.personalId,
      PERSON.fullName,
    ]);
    expect(await violations(form)).toEqual([]);
    await liveAt(form, { provinceCode: '01', communeCode: '00004', street: '12 Đường Mẫu' });
    await type(form, 'mobilePhone', '0900000001');
    await press(form, 'Tiếp');
    await vi.waitFor(() => expect(heading(form)).toContain('Bước 3/4'));
    expect(text(form)).toContain('nên không cần ảnh');
    const agency = shadow(form, '#field-agency') as HTMLElement & { value: string };
    agency.value = '00101';
    agency.dispatchEvent(new Event('change'));
    await choose(form, 'handIn', 'at-agency');
    await press(form, 'Tiếp');
    await vi.waitFor(() => expect(heading(form)).toContain('Bước 4/4'));
    await commit(form);
    await receivedWith(form);
    const [sent] = submissions(gateway).map(({ body }) => JSON.parse(body) as Record<string, unknown>);
    expect(sent).toMatchObject({ identityVerification: known.identityVerification, birthDate: PERSON.birthDate, photographs: [] });
    expect([sent?.['email'], form.shadowRoot!.querySelector('[part=deadline]')]).toEqual([undefined, null]);
  });

  it('A10 · whoever changes the number declares like anybody: photographs are asked again', async () => {
    const { form, known } = await cameByVneid();
    form.vneid = known;
    await vi.waitFor(() => expect(heading(form)).toContain('Bước 1/4'));
    await press(form, 'Tiếp');
    await type(form, 'identityNumber', '079299000001');
    await vi.waitFor(() => expect(heading(form)).toContain('Bước 2/5'));
  });

  it('A10 · a child’s form is left alone, and what a page says of itself changes nothing', async () => {
    const { form, known } = await cameByVneid();
    await choose(form, 'subject', 'child');
    form.vneid = known;
    Object.assign(form, { circumstances: { vneid: true } });
    await settled(form);
    // What fills the form was fetched by now, so that nothing comes later.
    await import('./scan-part.js');
    await settled(form);
    expect([heading(form).includes('Bước 1/5'), text(form).includes('bỏ qua')]).toEqual([true, false]);
  });
});
