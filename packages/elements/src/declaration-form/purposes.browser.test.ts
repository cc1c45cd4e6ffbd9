import { createClient } from '@bhxh-kit/client';
import { createTestGateway } from '@bhxh-kit/client/testing';
import { CONSENT_VERSION } from '@bhxh-kit/domain/consent/consent-texts.js';
import { fixture, html } from '@open-wc/testing';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { page } from 'vitest/browser';
import type { BhxhDeclarationForm } from './declaration-form.js';
import './define.js';
import { choose, commit, errors, heading, liveAt, opened, press, receivedWith, shadow, submissions, type, violations } from './testing/filling.js';

const ids = (form: BhxhDeclarationForm) => [...form.shadowRoot!.querySelectorAll('form [id^=field-]')].map(({ id }) => id.slice('field-'.length));
const tick = choose;

async function chosen(form: BhxhDeclarationForm, purpose: string, subject: string): Promise<void> {
  await choose(form, 'purpose', purpose);
  await choose(form, 'subject', subject);
  await vi.waitFor(() => expect(shadow(form, '.awaited')).toBeNull());
  await press(form, 'Tiếp');
  await vi.waitFor(() => expect(heading(form)).toContain('Bước 2/'));
}

async function written(form: BhxhDeclarationForm, texts: Readonly<Record<string, string>>): Promise<void> {
  for (const [field, text] of Object.entries(texts)) await type(form, field, text);
}

const PERSON = { fullName: 'Nguyễn Văn A', bhxhNumber: '9999999901', identityNumber: '079299000001' };
const ORGANISATION = { fullName: 'Trường THPT số 2', bhxhNumber: 'zz 9999 a', taxNumber: '9999999027' };
const CONTACT = { contactName: 'Lê Thị Mẫu', mobilePhone: '0900000001' };
const CERTIFICATE = {
  certificateSerial: '540999999901',
  certificateIssuer: 'Tổ chức Thử Nghiệm',
  certificateValidFrom: '1/2/2025',
  certificateValidTo: '31/1/2028',
};

async function handedIn(form: BhxhDeclarationForm): Promise<void> {
  const agency = shadow(form, '#field-agency') as HTMLElement & { value: string };
  agency.value = '00101';
  agency.dispatchEvent(new Event('change'));
  await choose(form, 'handIn', 'at-agency');
  await press(form, 'Tiếp');
  await vi.waitFor(() => expect(heading(form)).toContain('Xem lại'));
}

beforeEach(async () => {
  document.documentElement.lang = 'vi';
  await page.viewport(1280, 900);
});
afterEach(() => vi.restoreAllMocks());

describe('<bhxh-declaration-form> of every purpose and subject', () => {
  it('R2 · adjusts: asks what changes and sends that alone', async () => {
    const { gateway, form } = await opened();
    await chosen(form, 'adjust', 'individual');
    expect(ids(form)).toEqual(Object.keys(PERSON));
    await written(form, PERSON);
    await press(form, 'Tiếp');
    expect(heading(form)).toBe('Bước 3/5: Nội dung điều chỉnh');
    await press(form, 'Tiếp');
    expect(errors(form)[0]).toContain('ít nhất một nội dung');
    expect(await violations(form)).toEqual([]);
    await tick(form, 'changes', 'email');
    await written(form, { email: 'moi@example.vn', ...CONTACT });
    await press(form, 'Tiếp');
    await handedIn(form);
    const review = shadow(form, 'form').textContent;
    expect(review).toContain('Điều chỉnh thông tin');
    expect(review).not.toContain('Địa chỉ liên hệ');
    expect(await violations(form)).toEqual([]);
    await commit(form);
    await receivedWith(form);
    expect(shadow(form, '.todo').textContent).toContain('thông tin mới có hiệu lực');
    expect(JSON.parse(submissions(gateway)[0]!.body)).toEqual({
      rulePack: '2025',
      purpose: 'adjust',
      subject: 'individual',
      ...PERSON,
      ...CONTACT,
      changes: ['email'],
      email: 'moi@example.vn',
      agencyCode: '00101',
      handIn: 'at-agency',
      commitment: true,
      consentVersion: CONSENT_VERSION,
      photographs: [],
      locale: 'vi',
    });
  });

  it('R2 · a renewed certificate is asked as a whole, the phone that changes once', async () => {
    const { form } = await opened();
    await chosen(form, 'adjust', 'individual');
    await written(form, PERSON);
    await press(form, 'Tiếp');
    await tick(form, 'changes', 'mobilePhone');
    await tick(form, 'changes', 'certificate');
    expect(ids(form)).toEqual(['changes', ...Object.keys(CERTIFICATE), 'mobilePhone', 'contactName']);
    await press(form, 'Tiếp');
    expect(errors(form).length).toBe(6);
    await tick(form, 'changes', 'certificate');
    expect(ids(form)).toEqual(['changes', 'mobilePhone', 'contactName']);
  });

  it('R2 · stops: from which day and why', async () => {
    const { gateway, form } = await opened();
    await chosen(form, 'stop', 'individual');
    await written(form, PERSON);
    await press(form, 'Tiếp');
    expect(heading(form)).toBe('Bước 3/5: Ngừng sử dụng');
    expect(ids(form)).toEqual(['stopDate', 'stopReason', 'contactName', 'mobilePhone']);
    await written(form, { stopDate: '1/1/2026', stopReason: 'Chuyển sang nộp trực tiếp', ...CONTACT });
    await press(form, 'Tiếp');
    expect(errors(form)[0]).toContain('đã qua');
    expect(await violations(form)).toEqual([]);
    await type(form, 'stopDate', '1/2/2026');
    await press(form, 'Tiếp');
    await handedIn(form);
    await commit(form);
    await receivedWith(form);
    expect(JSON.parse(submissions(gateway)[0]!.body)).toMatchObject({
      purpose: 'stop',
      stopDate: '2026-02-01',
      stopReason: 'Chuyển sang nộp trực tiếp',
      photographs: [],
    });
  });

  it('R1 · takes an organisation: its code, tax number and certificate, no photographs', async () => {
    const { gateway, form } = await opened();
    await chosen(form, 'register', 'organisation');
    expect(heading(form)).toContain('Bước 2/4');
    expect(shadow(form, '#label-fullName').textContent).toContain('Tên cơ quan, tổ chức');
    expect(shadow(form, '#label-contactName').textContent).toContain('người đại diện theo pháp luật');
    await written(form, { ...ORGANISATION, ...CONTACT, email: 'mau@example.vn' });
    await liveAt(form, { provinceCode: '01', communeCode: '00004', street: '12 Đường Mẫu' });
    await press(form, 'Tiếp');
    await vi.waitFor(() => expect(heading(form)).toBe('Bước 3/4: Cơ quan tiếp nhận'));
    await press(form, 'Tiếp');
    expect(errors(form).filter((error) => error.includes('hứng thư số') || error.includes('chứng thực'))).toHaveLength(4);
    await written(form, CERTIFICATE);
    await choose(form, 'transactAt', 'ivan');
    await type(form, 'ivanName', 'Công ty I-VAN Thử Nghiệm');
    await handedIn(form);
    expect(await violations(form)).toEqual([]);
    await commit(form);
    await receivedWith(form);
    expect(shadow(form, '.todo').textContent).toContain('đóng dấu');
    expect(JSON.parse(submissions(gateway)[0]!.body)).toMatchObject({
      subject: 'organisation',
      bhxhNumber: 'ZZ9999A',
      taxNumber: '9999999027',
      certificate: { serial: '540999999901', validFrom: '2025-02-01', validTo: '2028-01-31' },
      transactAt: { kind: 'ivan', name: 'Công ty I-VAN Thử Nghiệm' },
      photographs: [],
    });
  });

  it('R2 · who is signed in is shown what is registered now, masked', async () => {
    const { client, form } = await opened();
    await client.session.signIn({ bhxhNumber: '9999999901', password: 'mat-khau-mau-1' });
    await chosen(form, 'adjust', 'individual');
    await vi.waitFor(() => expect((shadow(form, '#field-fullName') as HTMLInputElement).value).toBe('Nguyễn Văn A'));
    await press(form, 'Tiếp');
    const choices = shadow(form, '.choices').textContent;
    expect(choices).toContain('••••••0001');
    expect(choices).toContain('n•••@example.vn');
    expect(choices).not.toContain('0900000001');
  });

  it('R2 · who is signed in need not write again who they are', async () => {
    const { client, form } = await opened();
    await client.session.signIn({ bhxhNumber: '9999999901', password: 'mat-khau-mau-1' });
    await chosen(form, 'stop', 'individual');
    await vi.waitFor(() => expect((shadow(form, '#field-fullName') as HTMLInputElement).value).toBe('Nguyễn Văn A'));
    expect((shadow(form, '#field-identityNumber') as HTMLInputElement).value).toBe('079299000001');
  });

  it('E5 · speaks English of every purpose', async () => {
    document.documentElement.lang = 'en';
    const client = createClient({ baseUrl: 'https://gateway.test', fetch: createTestGateway().fetch, retries: 0 });
    const form = await fixture<BhxhDeclarationForm>(
      html`<bhxh-declaration-form draft-days="0" purpose="stop" subject="organisation" .client=${client}></bhxh-declaration-form>`,
    );
    await vi.waitFor(() => expect(shadow(form, 'form')?.textContent).toContain('the day and the reason'));
    await press(form, 'Continue');
    await vi.waitFor(() => expect(shadow(form, '#label-fullName')?.textContent).toContain('Name of the organisation'));
    expect(await violations(form)).toEqual([]);
  });
});
