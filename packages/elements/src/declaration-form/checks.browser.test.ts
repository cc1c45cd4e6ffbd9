import type { TestGateway } from '@bhxh-kit/client/testing';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import './define.js';
import type { BhxhDeclarationForm } from './declaration-form.js';
import { commit, errors, filled, heading, keyOf, opened, press, receivedWith, settled, shadow, submissions, violations } from './testing/filling.js';

beforeEach(() => {
  document.documentElement.lang = 'vi';
});

const field = (form: BhxhDeclarationForm, id: string) => shadow(form, `#field-${id}`) as HTMLInputElement | null;
const codeSent = ({ messages }: TestGateway) => /\d{6}/.exec(messages.at(-1)?.body ?? '')?.[0] ?? '';
async function write(form: BhxhDeclarationForm, id: string, text: string): Promise<void> {
  const input = field(form, id)!;
  input.value = text;
  input.dispatchEvent(new InputEvent('input', { bubbles: true }));
  await settled(form);
}
/** As Enter in the field does. */
async function enter(form: BhxhDeclarationForm, id: string): Promise<void> {
  // What is on its way is waited for: its button is off meanwhile.
  await vi.waitFor(() => expect(field(form, id)!.form!.getAttribute('aria-busy')).toBe('false'));
  field(form, id)!.form!.requestSubmit();
  await settled(form);
}
const alertOf = (form: BhxhDeclarationForm, id: string) => shadow(form, `#${id}`)?.textContent?.trim();

async function asked(): Promise<{ form: BhxhDeclarationForm; gateway: TestGateway }> {
  const { form, gateway } = await opened({ rulePack: '2023' });
  await filled(form, { scheme: '2021' });
  await commit(form);
  await vi.waitFor(() => expect(field(form, 'one-time-code')).not.toBeNull());
  return { form, gateway };
}

describe('the code to the e-mail address', () => {
  it('R14 · is asked before the declaration is sent, in one field the telephone can fill in, and confirms it by Enter', async () => {
    const { form, gateway } = await asked();
    const input = field(form, 'one-time-code')!;
    expect([input.autocomplete, input.inputMode, form.shadowRoot!.activeElement]).toEqual(['one-time-code', 'numeric', input]);
    expect(submissions(gateway)).toEqual([]);
    await vi.waitFor(() => expect(alertOf(form, 'code-said')).toContain('Đã gửi mã gồm 6 chữ số tới mau@example.vn'));
    expect(await violations(form)).toEqual([]);
    const code = codeSent(gateway);
    await write(form, 'one-time-code', ` ${code.slice(0, 3)} ${code.slice(3)}`);
    await enter(form, 'one-time-code');
    expect(await receivedWith(form)).toMatch(/GD_2026/);
    expect(submissions(gateway).map(({ body }) => 'emailConfirmation' in (JSON.parse(body) as object))).toEqual([true]);
  });

  it('R14 · says how many tries are left, keeps what was typed, and after five wrong ones asks for a new code', async () => {
    const { form, gateway } = await asked();
    await vi.waitFor(() => expect(codeSent(gateway)).not.toBe(''));
    for (const left of [4, 3, 2, 1]) {
      await write(form, 'one-time-code', '999999');
      await enter(form, 'one-time-code');
      await vi.waitFor(() => expect(alertOf(form, 'code-fault')).toContain(`còn ${left} lần thử`));
      expect(field(form, 'one-time-code')!.value).toBe('999999');
    }
    await enter(form, 'one-time-code');
    await vi.waitFor(() => expect(alertOf(form, 'code-fault')).toContain('đã bị khóa'));
    expect(submissions(gateway)).toEqual([]);
  });

  it('R14 · keeps the code that came, and was typed, before the answer to who asked for it', async () => {
    const { form, gateway } = await opened({ rulePack: '2023' });
    await filled(form, { scheme: '2021' });
    gateway.script('codes.send', { kind: 'slow', milliseconds: 1_500 });
    await commit(form);
    await vi.waitFor(() => expect(field(form, 'one-time-code')).not.toBeNull());
    await write(form, 'one-time-code', '123456');
    await vi.waitFor(() => expect(alertOf(form, 'code-said')).toContain('Đã gửi mã'));
    expect(field(form, 'one-time-code')!.value).toBe('123456');
  });

  it('R14 · loses nothing that was typed when the line is cut, neither at the code nor at the declaration', async () => {
    const { form, gateway } = await asked();
    await vi.waitFor(() => expect(codeSent(gateway)).not.toBe(''));
    await write(form, 'one-time-code', codeSent(gateway));
    gateway.script('codes.confirm', { kind: 'cut-before' });
    gateway.script('declarations.submit', { kind: 'cut-after' });
    await enter(form, 'one-time-code');
    await vi.waitFor(() => expect(alertOf(form, 'code-fault')).not.toBe(''));
    expect(field(form, 'one-time-code')!.value).toBe(codeSent(gateway));
    await enter(form, 'one-time-code');
    await vi.waitFor(() => expect(shadow(form, '.problem')).not.toBeNull());
    await press(form, 'Thử lại');
    await receivedWith(form);
    expect([submissions(gateway).length, new Set(submissions(gateway).map(keyOf)).size]).toEqual([2, 1]);
  });

  it('R14 · can be sent again after a minute, which is seen but not announced every second', async () => {
    const { form } = await asked();
    const again = () => [...form.shadowRoot!.querySelectorAll('button')].find((button) => button.textContent.trim() === 'Gửi lại mã')!;
    expect(again().disabled).toBe(true);
    await vi.waitFor(() => expect(shadow(form, '#code-wait span')).not.toBeNull());
    const seconds = shadow(form, '#code-wait span');
    expect([seconds.getAttribute('aria-hidden'), /^Còn \d+ giây\.$/.test(seconds.textContent)]).toEqual(['true', true]);
    expect(shadow(form, '[role=status]').textContent).not.toMatch(/giây/);
  });

  it('R14 · counts no seconds for a form that was taken away, and goes on where it is put back', async () => {
    const { form } = await asked();
    await vi.waitFor(() => expect(shadow(form, '#code-wait span')).not.toBeNull());
    const page = form.parentElement!;
    form.remove();
    const renewed = vi.spyOn(form, 'requestUpdate');
    await new Promise((resolve) => setTimeout(resolve, 1300));
    expect(renewed).not.toHaveBeenCalled();
    page.append(form);
    await vi.waitFor(() => expect(renewed.mock.calls.length).toBeGreaterThan(1));
  });

  it('R14 · another address is a step back away, and then another code is sent', async () => {
    const { form, gateway } = await asked();
    await press(form, 'Đổi địa chỉ thư điện tử');
    expect(heading(form)).toContain('Bước 2/');
    expect(form.shadowRoot!.activeElement?.id).toBe('field-email');
    expect(field(form, 'one-time-code')).toBeNull();
    await write(form, 'email', 'khac@example.vn');
    for (const step of [3, 4, 5]) {
      await press(form, 'Tiếp');
      await vi.waitFor(() => expect(heading(form), errors(form).join()).toContain(`Bước ${step}/5`));
    }
    await press(form, 'Ghi nhận');
    await vi.waitFor(() => expect(gateway.messages.at(-1)?.to).toBe('khac@example.vn'));
  });

  it('R14 · is asked anew when the gateway no longer takes the confirmation', async () => {
    const { form, gateway } = await asked();
    await vi.waitFor(() => expect(codeSent(gateway)).not.toBe(''));
    await write(form, 'one-time-code', codeSent(gateway));
    gateway.move(61_000);
    gateway.script('declarations.submit', { kind: 'cut-before' });
    await enter(form, 'one-time-code');
    await vi.waitFor(() => expect(shadow(form, '.problem')).not.toBeNull());
    gateway.move(3 * 3_600_000);
    await press(form, 'Thử lại');
    await vi.waitFor(() => expect(field(form, 'one-time-code')).not.toBeNull());
    await vi.waitFor(() => expect(gateway.messages).toHaveLength(2));
    await write(form, 'one-time-code', codeSent(gateway));
    await enter(form, 'one-time-code');
    await receivedWith(form);
  });
});

describe('the challenge', () => {
  it('R9 · that the device works out asks nothing of the person and shows nothing', async () => {
    const { form, gateway } = await opened({ rulePack: '2025', challenge: 'proof-of-work' });
    await filled(form);
    await commit(form);
    await receivedWith(form);
    // Asked ahead: no call is refused to learn of it.
    expect(submissions(gateway).map(({ headers }) => headers.has('Challenge-Answer'))).toEqual([true]);
  });

  it('R9 · that is typed can be done without the picture, by the keyboard alone', async () => {
    const { form, gateway } = await opened({ rulePack: '2025', challenge: 'typed' });
    await filled(form);
    await commit(form);
    await vi.waitFor(() => expect(form.shadowRoot!.activeElement?.id).toBe('field-challenge'));
    expect(shadow(form, 'svg[role=img]').getAttribute('aria-label')).toContain('Không xem được hình');
    expect(await violations(form)).toEqual([]);
    await press(form, 'Trả lời câu hỏi thay cho hình');
    expect([shadow(form, 'svg[role=img]'), shadow(form, '#challenge-asked').textContent]).toEqual([null, 'Hãy gõ liền nhau bằng chữ số: năm, ba, tám.']);
    expect(field(form, 'challenge')!.getAttribute('aria-describedby')).toBe('challenge-asked');
    await write(form, 'challenge', '5 3 8');
    await enter(form, 'challenge');
    await receivedWith(form);
    expect(new Set(submissions(gateway).map(keyOf)).size).toBe(1);
  });

  it('R9 · typed wrong brings a new one, with the declaration as it was', async () => {
    const { form, gateway } = await opened({ rulePack: '2025', challenge: 'typed' });
    await filled(form);
    await commit(form);
    await vi.waitFor(() => expect(field(form, 'challenge')).not.toBeNull());
    await enter(form, 'challenge');
    expect(alertOf(form, 'challenge-fault')).toBe('Hãy nhập mã kiểm tra.');
    await write(form, 'challenge', '99');
    await enter(form, 'challenge');
    await vi.waitFor(() => expect(alertOf(form, 'challenge-fault')).toContain('Đây là mã mới'));
    await write(form, 'challenge', '27');
    await enter(form, 'challenge');
    await receivedWith(form);
    const sent = submissions(gateway);
    expect([sent.length, new Set(sent.map(keyOf)).size, new Set(sent.map(({ body }) => body)).size]).toEqual([2, 1, 1]);
  });

  it('R9 · a gateway that makes none ahead is answered when it asks', async () => {
    const { form, gateway } = await opened({ rulePack: '2025', challenge: 'proof-of-work' });
    gateway.script('challenges.make', { kind: 'refused', status: 500, code: 'server.failed' });
    await filled(form);
    await commit(form);
    await receivedWith(form);
    expect(submissions(gateway).map(({ headers }) => headers.has('Challenge-Answer'))).toEqual([false, true]);
  });
});
