import { createClient } from '@bhxh-kit/client';
import { createTestGateway, personas, type TestGateway, type TestGatewayOptions } from '@bhxh-kit/client/testing';
import { foldVietnamese, type PhotographState } from '@bhxh-kit/domain';
import { fixture, fixtureCleanup, html } from '@open-wc/testing';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { HeldDraft } from '../drafts/held-draft.js';
import { forgetStored, holds, rawStorage, spellings } from '../sealed/testing/raw-storage.js';
import type { BhxhDeclarationForm } from './declaration-form.js';
import './define.js';
import { choose, commit, filled, heading, keyOf, press, problem, receivedWith, settled, shadow, submissions, type, violations } from './testing/filling.js';

beforeEach(async () => {
  document.documentElement.lang = 'vi';
  // A form that was taken away keeps its last words first.
  fixtureCleanup();
  await vi.waitFor(async () => expect((await HeldDraft.open()).size).toBe(0));
  await forgetStored();
});
afterEach(() => {
  vi.restoreAllMocks();
  document.documentElement.lang = 'vi';
});

const clientOf = (gateway: TestGateway) => createClient({ baseUrl: 'https://gateway.test', fetch: gateway.fetch, retries: 0 });

/** A form that keeps drafts, as a page of its own would open it. */
async function opened(gateway: TestGateway = createTestGateway(), client = clientOf(gateway)): Promise<BhxhDeclarationForm> {
  const form = await fixture<BhxhDeclarationForm>(html`<bhxh-declaration-form .client=${client}></bhxh-declaration-form>`);
  await vi.waitFor(() => expect(heading(form)).toMatch(/1(\/| of )\d/));
  return form;
}
const below = (form: BhxhDeclarationForm) => shadow(form, '.draft')?.textContent.trim() ?? '';
const said = (form: BhxhDeclarationForm) => shadow(form, '.sheet > [role=status]')?.textContent.replace(/\s+/g, ' ').trim() ?? '';
const value = (form: BhxhDeclarationForm, field: string) => (shadow(form, `#field-${field}`) as HTMLInputElement).value;
const leaving = () => window.dispatchEvent(new Event('beforeunload', { cancelable: true }));
/** Until everything written is in the store: the page may be left without a word. */
const saved = (form: BhxhDeclarationForm) =>
  vi.waitFor(() => expect([below(form), leaving()]).toEqual([expect.stringContaining('được lưu trên máy này'), true]));
const button = (form: BhxhDeclarationForm, name: string) => [...form.shadowRoot!.querySelectorAll('button')].filter((one) => one.textContent.trim() === name);
async function act(form: BhxhDeclarationForm, name: string): Promise<void> {
  await vi.waitFor(() => expect(button(form, name)).not.toEqual([]));
  button(form, name)[0]!.click();
  await settled(form);
}
/** As a crash: the page says nothing more. */
async function gone(form: BhxhDeclarationForm): Promise<void> {
  await saved(form);
  form.remove();
  await settled(form);
}
async function named(form: BhxhDeclarationForm, name: string): Promise<void> {
  await choose(form, 'subject', 'individual');
  await press(form, 'Tiếp');
  await vi.waitFor(() => expect(heading(form)).toContain('2/5'));
  await type(form, 'fullName', name);
}
async function goOn(form: BhxhDeclarationForm, step: string): Promise<void> {
  await act(form, 'Tiếp tục bản nháp');
  await vi.waitFor(() => expect(heading(form)).toContain(step));
}

describe('<bhxh-declaration-form> left and come back to', () => {
  it('R20 · keeps nothing readable, gives everything back when asked, and keeps nothing at all once the declaration was received', async () => {
    const gateway = createTestGateway();
    const first = await opened(gateway);
    await filled(first);
    await saved(first);
    const { bytes, rows, keys } = await rawStorage();
    expect([rows.length, keys.length]).toEqual([5, 1]); // the key, the form, three photographs
    for (const typed of ['Nguyễn Văn A', '9999999901', '079299000001', 'Đường Mẫu', 'Lê Thị Mẫu', '0900000001', 'mau@example.vn', 'fullName'])
      for (const text of [typed, typed.toLowerCase(), foldVietnamese(typed)])
        for (const spelling of spellings(text)) expect(holds(bytes, spelling), text).toBe(false);
    for (const start of [[0xff, 0xd8, 0xff, 0xe0], [...new TextEncoder().encode('JFIF')]]) expect(holds(bytes, new Uint8Array(start))).toBe(false);
    await gone(first);

    const again = await opened(gateway);
    await vi.waitFor(() => expect(said(again)).toMatch(/Bạn có bản nháp từ \d\d:\d\d ngày \d\d\/\d\d\/\d{4}\. Chỉ mở nếu chính bạn đã điền/));
    expect(await violations(again)).toEqual([]);
    expect([heading(again), shadow(again, 'input[name=subject]:checked')]).toEqual([expect.stringContaining('1/5'), null]);
    await goOn(again, '5/5');
    expect(again.shadowRoot!.activeElement).toBe(shadow(again, 'h2'));
    expect(said(again)).toBe('Đã mở lại bản nháp. Hãy xem lại nội dung.');
    for (const text of ['nguyễn văn a', '9999999901', 'Phường Ba Đình, Thành phố Hà Nội', 'Đã gửi', 'BHXH Tp. Hà Nội » BHXH Quận Ba Đình'])
      await vi.waitFor(() => expect(shadow(again, 'form').textContent).toContain(text));
    await commit(again);
    await receivedWith(again);
    await expect.poll(async () => (await rawStorage()).rows).toEqual([]);
    const [photographs] = [JSON.parse(submissions(gateway)[0]!.body).photographs];
    expect(photographs).toHaveLength(3);
  });

  it('R20 · a declaration whose answer never came goes again as it went, another day and in another language: it is recorded once', async () => {
    const gateway = createTestGateway();
    const first = await opened(gateway);
    await filled(first);
    gateway.script('declarations.submit', { kind: 'cut-after' });
    await commit(first);
    await vi.waitFor(() => expect(problem(first)).not.toBe(''));
    await gone(first);
    gateway.move(20 * 3_600_000);
    document.documentElement.lang = 'en';
    const again = await opened(gateway);
    await act(again, 'Open draft');
    await vi.waitFor(() => expect(said(again)).toMatch(/At \d\d:\d\d on .* you pressed “Submit”, but this page got no answer/));
    await act(again, 'Submit');
    await vi.waitFor(() => expect(heading(again)).toBe('Declaration received'));
    const [one, two] = submissions(gateway);
    expect([submissions(gateway).length, keyOf(one) === keyOf(two), one!.body === two!.body]).toEqual([2, true, true]);
    expect(shadow(again, '.reference').textContent).toMatch(/GD_2026_001$/);
  });

  it('R20 · the key is in the store before the declaration leaves', async () => {
    const gateway = createTestGateway();
    const first = await opened(gateway);
    await filled(first);
    gateway.script('declarations.submit', { kind: 'slow', milliseconds: 60_000 });
    await commit(first);
    await vi.waitFor(() => expect(submissions(gateway)).toHaveLength(1));
    first.remove();
    const again = await opened(gateway);
    await goOn(again, '5/5');
    expect(said(again)).toContain('bạn đã bấm “Ghi nhận”');
    await press(again, 'Ghi nhận');
    await receivedWith(again);
    const [one, two] = submissions(gateway);
    expect([keyOf(one) === keyOf(two), one!.body === two!.body]).toEqual([true, true]);
  });

  it('R20 · photographs the gateway has deleted meanwhile are sent again with the declaration', async () => {
    const gateway = createTestGateway();
    const client = clientOf(gateway);
    const form = await opened(gateway, client);
    await filled(form);
    for (const { upload } of form.shadowRoot!.querySelectorAll('bhxh-photo-field')) {
      const { id, key } = upload as Extract<PhotographState, { status: 'kept' }>;
      await client.photographs.discard({ id, photographKey: key });
    }
    await commit(form);
    await receivedWith(form);
    const [one, two] = submissions(gateway).map(({ body }) => JSON.parse(body).photographs as { kind: string; id: string }[]);
    expect(two!.map(({ kind }) => kind)).toEqual(one!.map(({ kind }) => kind));
    expect(two!.filter(({ id }) => one!.some((before) => before.id === id))).toEqual([]);
  });

  it('R20 · photographs are not sent again for a changed declaration while another one may have been recorded', async () => {
    const gateway = createTestGateway();
    const client = clientOf(gateway);
    const form = await opened(gateway, client);
    await filled(form);
    gateway.script('declarations.submit', { kind: 'cut-before' });
    await commit(form);
    await vi.waitFor(() => expect(problem(form)).not.toBe(''));
    const { id, key } = (shadow(form, 'bhxh-photo-field') as HTMLElement & { upload: { id: string; key: string } }).upload;
    await client.photographs.discard({ id, photographKey: key });
    await press(form, 'Quay lại');
    await choose(form, 'handIn', 'by-post');
    await press(form, 'Tiếp');
    await press(form, 'Ghi nhận');
    await vi.waitFor(() => expect(heading(form)).toContain('3/5'));
    expect(submissions(gateway)).toHaveLength(2);
  });

  it('R20 · two tabs keep a draft each, and both are offered; one that is open elsewhere is not', async () => {
    const gateway = createTestGateway();
    const [one, two] = [await opened(gateway), await opened(gateway)];
    await named(one, 'Nguyễn Văn A');
    await saved(one);
    await named(two, 'Lê Thị Mẫu');
    await gone(two);
    const third = await opened(gateway);
    await vi.waitFor(() => expect(said(third)).toContain('Bạn có bản nháp từ'));
    expect(button(third, 'Tiếp tục bản nháp')).toHaveLength(1);
    third.remove();
    await gone(one);
    const last = await opened(gateway);
    await vi.waitFor(() => expect(said(last)).toContain('Có 2 bản nháp trên máy này'));
    expect(await violations(last)).toEqual([]);
    await act(last, 'Xóa bản nháp');
    await vi.waitFor(() => expect(said(last)).toContain('Đã xóa bản nháp.'));
    await goOn(last, '2/5');
    expect(['Nguyễn Văn A', 'Lê Thị Mẫu']).toContain(value(last, 'fullName'));
  });

  it('R20 · “Xóa bản nháp” leaves no row and no key, keeps nothing more, and warns of the loss again; “Lưu bản nháp” takes it back', async () => {
    const form = await opened();
    await named(form, 'Nguyễn Văn A');
    await saved(form);
    expect(await violations(form)).toEqual([]);
    await act(form, 'Xóa bản nháp');
    await vi.waitFor(() => expect(below(form)).toContain('Đã xóa bản nháp. Nội dung đang điền không được lưu trên máy này'));
    expect(form.shadowRoot!.activeElement?.textContent.trim()).not.toBe('Tiếp');
    await type(form, 'fullName', 'Trần Thử Nghiệm');
    expect([leaving(), value(form, 'fullName')]).toEqual([false, 'Trần Thử Nghiệm']);
    await expect.poll(async () => (await rawStorage()).rows).toEqual([]);
    await act(form, 'Lưu bản nháp');
    await saved(form);
  });

  it('R20 · where the browser keeps nothing the form works as ever, says so, and warns before it is left', async () => {
    vi.spyOn(indexedDB, 'open').mockImplementation(() => {
      throw new DOMException('no', 'SecurityError');
    });
    const form = await opened();
    await named(form, 'Nguyễn Văn A');
    await vi.waitFor(() => expect(below(form)).toBe('Nội dung đang điền không được lưu trên máy này: đóng trang là mất.'));
    expect(leaving()).toBe(false);
  });

  it('R20 · a draft of older rules is checked by those of today, and says what is to be chosen again', async () => {
    const first = await opened(createTestGateway({ rulePack: '2021' }));
    await filled(first, { scheme: '2021' });
    await gone(first);
    const again = await opened(createTestGateway({ rulePack: '2025' }));
    await goOn(again, '2/5');
    expect(said(again)).toMatch(/Quy định đã thay đổi từ lần trước.*hãy chọn lại tỉnh và xã/);
    expect([value(again, 'fullName'), value(again, 'mobilePhone')]).toEqual(['nguyễn văn a', '0900000001']);
  });

  it('R20 · a draft of somebody signed in is theirs: nobody else is offered it, and signing out takes it along', async () => {
    const gateway = createTestGateway({ oneDevice: false });
    const signedIn = async (persona: keyof typeof personas) => {
      const client = clientOf(gateway);
      const { password, profile } = personas[persona];
      await client.session.signIn({ bhxhNumber: profile.bhxhNumber, password });
      return client;
    };
    const mine = await opened(gateway, await signedIn('employee'));
    await named(mine, 'Nguyễn Văn A');
    await gone(mine);
    for (const client of [clientOf(gateway), await signedIn('pensioner')]) {
      const form = await opened(gateway, client);
      await named(form, 'Lê Thị Mẫu');
      await saved(form);
      await act(form, 'Xóa bản nháp');
      expect(said(form)).toBe('');
      form.remove();
    }
    const client = await signedIn('employee');
    const again = await opened(gateway, client);
    await goOn(again, '2/5');
    await saved(again);
    await client.session.signOut();
    await vi.waitFor(() => expect(below(again)).toContain('Đã xóa bản nháp'));
    await expect.poll(async () => (await rawStorage()).rows).toEqual([]);
  });

  it('R20 · keeps what changes a registration too, and fetches its rules before it opens again', async () => {
    const options: TestGatewayOptions = { rulePack: '2025' };
    const first = await opened(createTestGateway(options));
    await choose(first, 'purpose', 'stop');
    await choose(first, 'subject', 'organisation');
    await vi.waitFor(() => expect(shadow(first, '.awaited')).toBeNull());
    await press(first, 'Tiếp');
    await vi.waitFor(() => expect(heading(first)).toContain('2/'));
    await type(first, 'fullName', 'Trường THPT Mẫu số 2');
    await gone(first);
    const again = await opened(createTestGateway(options));
    await goOn(again, '2/');
    expect([value(again, 'fullName'), shadow(again, '#field-taxNumber') !== null]).toEqual(['Trường THPT Mẫu số 2', true]);
  });

  describe('out of the browser’s page cache', () => {
    const turn = (type: 'pagehide' | 'pageshow') => window.dispatchEvent(new PageTransitionEvent(type, { persisted: true }));

    /** A form whose page went into the cache, and another page that took its draft up. */
    async function takenUp(): Promise<readonly [cached: BhxhDeclarationForm, other: BhxhDeclarationForm]> {
      const cached = await opened();
      await named(cached, 'Nguyễn Văn A');
      await saved(cached);
      turn('pagehide');
      await vi.waitFor(async () => expect((await HeldDraft.open()).size).toBe(0));
      const other = await opened();
      await goOn(other, '2/5');
      return [cached, other];
    }

    it('R20 · “Back” goes on with the same draft, and holds it again', async () => {
      const form = await opened();
      await named(form, 'Nguyễn Văn A');
      await saved(form);
      turn('pagehide');
      await vi.waitFor(async () => expect((await HeldDraft.open()).size).toBe(0));
      turn('pageshow');
      await vi.waitFor(async () => expect((await HeldDraft.open()).size).toBe(1));
      await type(form, 'fullName', 'Lê Thị Mẫu');
      await saved(form);
      expect((await rawStorage()).rows).toHaveLength(2); // the key, the form
    });

    it('R20 · keeps nothing of a draft another page sent or wiped, and says that it may have been received', async () => {
      const [cached, other] = await takenUp();
      await act(other, 'Xóa bản nháp');
      await expect.poll(async () => (await rawStorage()).rows).toEqual([]);
      other.remove();
      turn('pageshow');
      await vi.waitFor(() => expect(said(cached)).toMatch(/đã được ghi nhận hoặc xóa ở một trang khác.*không cần ghi nhận lần nữa/));
      await type(cached, 'fullName', 'Lê Thị Mẫu');
      expect([below(cached), leaving(), (await rawStorage()).rows]).toEqual([expect.stringContaining('không được lưu trên máy này'), false, []]);
    });

    it('R20 · never writes over what another page filled in further: both drafts stay', async () => {
      const [cached, other] = await takenUp();
      await type(other, 'fullName', 'Lê Thị Mẫu');
      await gone(other);
      turn('pageshow');
      await vi.waitFor(() => expect(said(cached)).toContain('đã được điền tiếp ở một trang khác'));
      expect(value(cached, 'fullName')).toBe('Nguyễn Văn A');
      await gone(cached);
      const last = await opened();
      await vi.waitFor(() => expect(said(last)).toContain('Có 2 bản nháp trên máy này'));
    });
  });

  it('R20 · keeps nothing where the host says so', async () => {
    const form = await fixture<BhxhDeclarationForm>(
      html`<bhxh-declaration-form draft-days="0" .client=${clientOf(createTestGateway())}></bhxh-declaration-form>`,
    );
    await vi.waitFor(() => expect(heading(form)).toContain('1/5'));
    await named(form, 'Nguyễn Văn A');
    await new Promise((later) => setTimeout(later, 700));
    expect([below(form), leaving(), (await rawStorage()).rows]).toEqual(['', false, []]);
  });
});
