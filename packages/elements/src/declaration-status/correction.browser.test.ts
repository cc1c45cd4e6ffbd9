import { type BhxhClient, createClient } from '@bhxh-kit/client';
import { createTestGateway, officers, sampleAdjustment, sampleDeclaration, type TestGateway } from '@bhxh-kit/client/testing';
import type { DeclarationSubmission } from '@bhxh-kit/domain';
import { fixture, html } from '@open-wc/testing';
import axe from 'axe-core';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { heard } from '../foundation/testing/heard.js';
import type { BhxhDeclarationForm } from '../declaration-form/declaration-form.js';
import '../declaration-form/define.js';
import type { BhxhDeclarationStatus } from './declaration-status.js';
import './define.js';

const PHOTOGRAPHS = (['portrait', 'identity-front', 'identity-back'] as const).map((kind) => ({ kind, id: `photograph-${kind}`, key: `key-${kind}` }));
const REGISTRATION: DeclarationSubmission = { ...sampleDeclaration, photographs: PHOTOGRAPHS };
const DAY = 86_400_000;

const shadow = (host: Element, selector: string) => host.shadowRoot!.querySelector<HTMLElement>(selector)!;
const text = (host: Element) => (host.shadowRoot!.querySelector('.sheet')?.textContent ?? '').replace(/\s+/g, ' ');
const violations = async (host: HTMLElement) => (await axe.run(host)).violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html)}`);
const said = (host: Element, words: string) => vi.waitFor(() => expect(text(host)).toContain(words));

interface Rejected {
  readonly gateway: TestGateway;
  readonly client: BhxhClient;
  readonly reference: string;
  code(): string;
}

/** A gateway whose officer rejected a declaration, after the minute. */
async function rejected(submission: DeclarationSubmission, reasons: readonly string[], words?: string): Promise<Rejected> {
  const gateway = createTestGateway({ declarations: [{ status: 'in-review', submission }] });
  const client = createClient({ baseUrl: 'https://gateway.test', fetch: gateway.fetch, retries: 0 });
  const desk = createClient({ baseUrl: 'https://gateway.test', fetch: gateway.fetch, retries: 0 });
  const { username, password, oneTimeCode } = officers.provincial;
  await desk.officers.signIn({ username, password, oneTimeCode });
  const [row] = (await desk.reviews.list({})).items;
  await desk.reviews.reject({ id: row!.id, version: row!.version, reasons: [...reasons] as never, ...(words && { words }) });
  gateway.move(61_000);
  return { gateway, client, reference: row!.reference, code: () => /Mã sửa[^:]*: (\S+)/.exec(gateway.messages.at(-1)!.body)![1]! };
}

async function write(host: Element, selector: string, typed: string): Promise<void> {
  await vi.waitFor(() => expect(shadow(host, selector)).not.toBeNull());
  const input = shadow(host, selector) as HTMLInputElement;
  input.value = typed;
  input.dispatchEvent(new InputEvent('input', { bubbles: true }));
}
async function press(host: Element, selector: string): Promise<void> {
  await vi.waitFor(() => expect((shadow(host, selector) as HTMLButtonElement | null)?.disabled).toBe(false));
  shadow(host, selector).click();
}

/** The status element at the reasons, with the code's field open. */
async function asked({ client, reference }: Rejected, contact = '0900000001'): Promise<BhxhDeclarationStatus> {
  const status = await fixture<BhxhDeclarationStatus>(html`<bhxh-declaration-status .client=${client} reference=${reference}></bhxh-declaration-status>`);
  await write(status, '#contact', contact);
  await press(status, 'form button[type=submit]');
  await said(status, 'Vì sao chưa được chấp nhận');
  return status;
}
async function opened(status: BhxhDeclarationStatus, code: string): Promise<BhxhDeclarationForm> {
  if (shadow(status, '#correct')) await press(status, '#correct');
  await write(status, '#correction-code', code);
  await press(status, '.rejection button[type=submit]');
  await vi.waitFor(() => expect(status.shadowRoot!.querySelector('bhxh-declaration-form')).not.toBeNull());
  const form = status.shadowRoot!.querySelector('bhxh-declaration-form')!;
  await vi.waitFor(() => expect(form.shadowRoot!.querySelector('#correction-title')).not.toBeNull());
  return form;
}
const heading = (form: BhxhDeclarationForm) => shadow(form, 'h2').textContent.trim();
async function goOn(form: BhxhDeclarationForm, step: string): Promise<void> {
  await press(form, 'form button[type=submit]');
  await vi.waitFor(() => expect(heading(form)).toContain(step));
}

beforeEach(async () => {
  document.documentElement.lang = 'vi';
  await page.viewport(1280, 900);
});

describe('a rejected declaration', () => {
  it('O4, R17 · is told with every reason, its way out and the officer’s words, and opens by its code filled in as it was sent; corrected it is a new one', async () => {
    const found = await rejected(REGISTRATION, ['identity-differs', 'form-unsigned'], 'Tên thiếu dấu.');
    const status = await asked(found);
    for (const words of ['không khớp với giấy tờ tùy thân', 'Hãy sửa họ tên', 'chưa có chữ ký', 'Cán bộ ghi: Tên thiếu dấu.', 'Sửa được đến'])
      expect(text(status)).toContain(words);
    expect(await violations(status)).toEqual([]);
    await press(status, '#correct');
    await vi.waitFor(() => expect(status.shadowRoot!.activeElement?.matches('#correction-code')).toBe(true));
    expect(await violations(status)).toEqual([]);

    const form = await opened(status, found.code());
    expect(heading(form)).toContain('Bước 2/5');
    await vi.waitFor(() => expect(form.shadowRoot!.activeElement?.matches('h2')).toBe(true));
    expect(shadow(form, '[part=correction]').textContent).toContain('Tên thiếu dấu.');
    expect(form.shadowRoot!.querySelectorAll('.warning').length).toBe(2);
    expect(await violations(form)).toEqual([]);
    shadow(form, '[part=correction] a[href="#field-fullName"]').click();
    await vi.waitFor(() => expect(form.shadowRoot!.activeElement?.matches('#field-fullName')).toBe(true));
    await write(form, '#field-fullName', 'Nguyễn Văn Á');
    await vi.waitFor(() => expect(form.shadowRoot!.querySelectorAll('.warning').length).toBe(1));
    await goOn(form, 'Bước 3/5');
    await goOn(form, 'Bước 4/5');
    await goOn(form, 'Bước 5/5');
    shadow(form, '#field-commitment').click();
    const sent = vi.fn();
    form.addEventListener('submitted', ({ receipt }) => sent(receipt.reference));
    await press(form, 'form button[type=submit]');
    await vi.waitFor(() => expect(sent).toHaveBeenCalledOnce());
    const body = JSON.parse(found.gateway.requests.findLast(({ operation }) => operation === 'declarations.submit')!.body);
    expect(body).toMatchObject({ ...REGISTRATION, fullName: 'Nguyễn Văn Á' });
    expect(found.gateway.requests.some(({ operation }) => operation === 'photographs.begin')).toBe(false);

    const [reference] = sent.mock.calls[0]!;
    expect(reference).not.toBe(found.reference);
    await press(status, '#follow-new');
    await vi.waitFor(() => expect((shadow(status, '#reference') as HTMLInputElement | null)?.value).toBe(reference));

    const old = await asked(found);
    expect([text(old).includes(`có số ${reference}`), shadow(old, '#correct')]).toEqual([true, null]);
    expect(await violations(old)).toEqual([]);
    await press(old, '#follow-corrected');
    await vi.waitFor(() => expect((shadow(old, '#reference') as HTMLInputElement | null)?.value).toBe(reference));
  });

  it('O4 · asks for photographs anew only where a reason does, and goes to their step', async () => {
    const found = await rejected(REGISTRATION, ['identity-expired', 'photograph-unusable']);
    const form = await opened(await asked(found), found.code());
    expect(heading(form)).toContain('Bước 2/5');
    await goOn(form, 'Bước 3/5');
    await vi.waitFor(() => expect(form.shadowRoot!.querySelectorAll('bhxh-photo-field').length).toBe(3));
    await press(form, 'form button[type=submit]');
    await vi.waitFor(() => expect(form.shadowRoot!.querySelectorAll('.summary li').length).toBe(3));
    expect(await violations(form)).toEqual([]);
  });

  it('O4 · of another purpose comes back too; where nothing of it is wrong, at the review', async () => {
    const found = await rejected(sampleAdjustment, ['form-unsigned']);
    const form = await opened(await asked(found, sampleAdjustment.mobilePhone), found.code());
    await vi.waitFor(() => expect(heading(form)).toContain('Xem lại và cam kết'));
    expect(shadow(form, 'form').textContent).toContain('moi@example.vn');
  });

  it('O4 · a code of another declaration, an old one and a mistyped one are told at the field, and a new one comes on request', async () => {
    const found = await rejected(REGISTRATION, ['form-unsigned']);
    const old = found.code();
    const status = await asked(found);
    await press(status, '#correct');
    for (const [typed, told] of [
      ['', 'Hãy nhập mã sửa tờ khai'],
      ['K7Q', '8 chữ cái và chữ số'],
      ['ZZZZ-ZZZZ', 'không mở được tờ khai'],
    ] as const) {
      await write(status, '#correction-code', typed);
      await press(status, '.rejection button[type=submit]');
      await vi.waitFor(() => expect(shadow(status, '#code-error')?.textContent).toContain(told));
      await vi.waitFor(() => expect(status.shadowRoot!.activeElement?.matches('#correction-code')).toBe(true));
    }
    expect(await violations(status)).toEqual([]);
    await press(status, '#send-code');
    await said(status, 'Đã gửi mã mới');
    expect((shadow(status, '#send-code') as HTMLButtonElement).disabled).toBe(true);
    await write(status, '#correction-code', old);
    await press(status, '.rejection button[type=submit]');
    await vi.waitFor(() => expect(shadow(status, '#code-error')?.textContent).toContain('mã mới hơn'));
    await opened(status, found.code());
  });

  it('O4 · says the same fault of the code again where the focus is in its field already', async () => {
    const status = await asked(await rejected(REGISTRATION, ['form-unsigned']));
    await press(status, '#correct');
    await vi.waitFor(() => expect(status.shadowRoot!.activeElement?.matches('#correction-code')).toBe(true));
    const again = heard(shadow(status, '[role=status].visually-hidden'));
    await userEvent.keyboard('{Enter}');
    await vi.waitFor(() => expect(shadow(status, '#code-error')).not.toBeNull());
    // The first is heard as the alert that it is.
    await new Promise((rest) => setTimeout(rest, 300));
    expect(again).toEqual([]);
    await userEvent.keyboard('{Enter}');
    await vi.waitFor(() => expect(again).toEqual([shadow(status, '#code-error').textContent]));
  });

  it('O4 · after its thirty days says that it is too late, and offers no code', async () => {
    const found = await rejected(REGISTRATION, ['form-unsigned']);
    found.gateway.move(31 * DAY);
    const status = await asked(found);
    expect(text(status)).toContain('Đã quá hạn sửa');
    expect(shadow(status, '#correct')).toBeNull();
  });

  it('O4 · a page takes it into a form of its own by one line, and nothing of it is in an address', async () => {
    const found = await rejected(REGISTRATION, ['bhxh-number-differs']);
    const status = await asked(found);
    const own = await fixture<BhxhDeclarationForm>(html`<bhxh-declaration-form .client=${found.client}></bhxh-declaration-form>`);
    status.addEventListener('correct', (event) => {
      event.preventDefault();
      own.correction = event.correction;
    });
    await press(status, '#correct');
    await write(status, '#correction-code', found.code());
    await press(status, '.rejection button[type=submit]');
    await vi.waitFor(() => expect(own.shadowRoot!.querySelector('#correction-title')?.textContent).toContain(found.reference));
    expect((shadow(own, '#field-bhxhNumber') as HTMLInputElement).value).toBe(REGISTRATION.bhxhNumber);
    expect(status.shadowRoot!.querySelector('bhxh-declaration-form')).toBeNull();
    await said(status, 'Tờ khai đã được mở trong biểu mẫu.');
    for (const { url } of found.gateway.requests) for (const fact of [REGISTRATION.bhxhNumber, '0900000001', found.reference]) expect(url).not.toContain(fact);
  });
});
