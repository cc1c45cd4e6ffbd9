import type { TestGatewayOptions } from '@bhxh-kit/client/testing';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import './define.js';
import type { BhxhDeclarationForm } from './declaration-form.js';
import {
  choose,
  commit,
  errors,
  heading,
  liveAt,
  opened,
  photograph,
  press,
  receivedWith,
  settled,
  shadow,
  submissions,
  type,
  violations,
} from './testing/filling.js';

beforeEach(() => {
  document.documentElement.lang = 'vi';
});

const PERSON = { fullName: 'Nguyễn Văn A', identityNumber: '079299000001', birthDate: '1985-02-28' };
const element = (form: BhxhDeclarationForm, selector: string) => shadow(form, selector) as HTMLElement | null;
const told = (form: BhxhDeclarationForm) => element(form, '#identity-told')?.textContent.trim();
const photographsShown = (form: BhxhDeclarationForm) => form.shadowRoot!.querySelectorAll('bhxh-photo-field').length;

/** At the photographs, with the offer in view. */
async function offered(options: TestGatewayOptions = { population: [PERSON] }) {
  const { form, gateway } = await opened(options);
  await choose(form, 'subject', 'individual');
  await press(form, 'Tiếp');
  await type(form, 'fullName', PERSON.fullName);
  await type(form, 'bhxhNumber', '9999999901');
  await type(form, 'identityNumber', PERSON.identityNumber);
  await liveAt(form, { provinceCode: '01', communeCode: '00004', street: '12 Đường Mẫu' });
  await type(form, 'contactName', PERSON.fullName);
  await type(form, 'mobilePhone', '0900000001');
  await type(form, 'email', 'mau@example.vn');
  await press(form, 'Tiếp');
  await vi.waitFor(() => expect(heading(form)).toContain('Bước 3/5'));
  return { form, gateway };
}
async function compared(form: BhxhDeclarationForm, birthDate: string): Promise<void> {
  await vi.waitFor(() => expect(element(form, '#field-identity-birth')).not.toBeNull());
  const box = shadow(form, '#field-identity-birth') as HTMLInputElement;
  box.focus();
  box.value = birthDate;
  box.dispatchEvent(new InputEvent('input', { bubbles: true }));
  await settled(form);
  await userEvent.keyboard('{Enter}');
}
const confirmation = (form: BhxhDeclarationForm) => vi.waitFor(() => expect(element(form, '#field-identity')).not.toBeNull());
async function atReview(form: BhxhDeclarationForm): Promise<void> {
  await press(form, 'Tiếp');
  const agency = shadow(form, '#field-agency') as HTMLElement & { value: string };
  agency.value = '00101';
  agency.dispatchEvent(new Event('change'));
  await choose(form, 'handIn', 'at-agency');
  await press(form, 'Tiếp');
  await vi.waitFor(() => expect(heading(form)).toContain('Bước 5/5'));
}

describe('the identity in the place of the photographs', () => {
  it('R15 · is compared when the person agrees, told with its moment, and confirmed by keyboard; the declaration then owes no photographs', async () => {
    await page.viewport(320, 640);
    const { form, gateway } = await offered();
    expect(gateway.requests.filter(({ operation }) => operation === 'identities.verify')).toEqual([]);
    await compared(form, '28/2/1985');
    await confirmation(form);
    await vi.waitFor(() => expect(form.shadowRoot!.activeElement?.matches('#field-identity')).toBe(true));
    expect(element(form, '[part=identity]')!.textContent).toContain('đã được xác thực với Cơ sở dữ liệu quốc gia về dân cư lúc 09:00 ngày 05/01/2026');
    expect([photographsShown(form), document.documentElement.scrollWidth <= 320, await violations(form)]).toEqual([3, true, []]);
    await userEvent.keyboard(' ');
    await vi.waitFor(() => expect(photographsShown(form)).toBe(0));
    await atReview(form);
    expect(form.shadowRoot!.textContent).toContain('Thông tin của Nguyễn Văn A đã được xác thực');
    await commit(form);
    await receivedWith(form);
    const [sent] = submissions(gateway).map(({ body }) => JSON.parse(body) as object);
    expect(sent).toMatchObject({ photographs: [], birthDate: PERSON.birthDate, identityVerification: expect.any(String) });
  });

  it('R15 · unconfirmed, photographs are asked as ever; the tick taken back, too', async () => {
    const { form } = await offered();
    await compared(form, '28/02/1985');
    await confirmation(form);
    await press(form, 'Tiếp');
    expect(errors(form)).toHaveLength(3);
    element(form, '#field-identity')!.click();
    await vi.waitFor(() => expect(photographsShown(form)).toBe(0));
    element(form, '#field-identity')!.click();
    await vi.waitFor(() => expect(photographsShown(form)).toBe(3));
  });

  it.each([
    ['does not match', { population: [PERSON] }, 'chưa khớp'],
    ['cannot be compared', { population: 'unavailable' as const }, 'chưa đối chiếu được'],
  ])('R15 · what %s is said in words and stops nobody', async (_, options, words) => {
    const { form } = await offered(options);
    await compared(form, '01/03/1985');
    await vi.waitFor(() => expect(told(form)).toContain(words));
    for (const kind of ['portrait', 'identity-front', 'identity-back']) await photograph(form, kind);
    await press(form, 'Tiếp');
    await vi.waitFor(() => expect(heading(form)).toContain('Bước 4/5'));
  });

  it('R15 · a birth date that is none is told at its box, and nothing is asked', async () => {
    const { form, gateway } = await offered();
    await compared(form, '31/02/1985');
    await vi.waitFor(() => expect(told(form)).toContain('ngày có thật'));
    expect([
      element(form, '#field-identity-birth')!.getAttribute('aria-invalid'),
      gateway.requests.some(({ operation }) => operation === 'identities.verify'),
    ]).toEqual(['true', false]);
  });

  it('R15 · another name leaves the verification behind; one that is over is told, and the way is open again', async () => {
    const { form, gateway } = await offered();
    await compared(form, '28/02/1985');
    await confirmation(form);
    element(form, '#field-identity')!.click();
    await vi.waitFor(() => expect(photographsShown(form)).toBe(0));
    await press(form, 'Quay lại');
    await type(form, 'fullName', 'Nguyễn Văn B');
    await press(form, 'Tiếp');
    await vi.waitFor(() => expect(photographsShown(form)).toBe(3));
    await press(form, 'Quay lại');
    await type(form, 'fullName', PERSON.fullName);
    await press(form, 'Tiếp');
    await confirmation(form);
    element(form, '#field-identity')!.click();
    await atReview(form);
    gateway.move(2 * 3_600_000);
    await commit(form);
    await vi.waitFor(() => expect(heading(form)).toContain('Bước 3/5'));
    expect([told(form)?.includes('hết hạn'), photographsShown(form)]).toEqual([true, 3]);
  });

  it('R15, A10 · the host’s word alone leaves the photographs where they are, as does a gateway that asks nobody', async () => {
    const { form } = await offered({});
    Object.assign(form, { circumstances: { identityVerified: true, vneid: true } });
    await settled(form);
    expect([heading(form).includes('Bước 3/5'), photographsShown(form), element(form, '[part=identity]')]).toEqual([true, 3, null]);
  });
});
