import { beforeEach, describe, expect, it, vi } from 'vitest';
import { page } from 'vitest/browser';
import { translator } from '../foundation/words.js';
import type { BhxhDeclarationForm } from './declaration-form.js';
import './define.js';
import { commit, filled, opened, press, receivedWith, shadow, violations } from './testing/filling.js';

const remarks = (form: BhxhDeclarationForm) => [...form.shadowRoot!.querySelectorAll('.receipt .warning')].map((remark) => remark.textContent.trim());

/** Saves the file of a receipt without a dialog: its name and content. */
async function saved(form: BhxhDeclarationForm) {
  const files: Blob[] = [];
  const names: string[] = [];
  const address = vi.spyOn(URL, 'createObjectURL').mockImplementation((file) => `blob:${files.push(file as Blob)}`);
  const click = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    names.push(this.download);
  });
  await press(form, 'Tải tờ khai');
  await vi.waitFor(() => expect(names).toHaveLength(1), { timeout: 20_000 });
  address.mockRestore();
  click.mockRestore();
  await form.updateComplete;
  return { name: names[0], bytes: new Uint8Array(await files[0]!.arrayBuffer()) };
}

async function recorded(answers: Parameters<typeof filled>[1] = {}, options: Parameters<typeof opened>[0] = {}) {
  const { gateway, form } = await opened(options);
  await filled(form, answers);
  await commit(form);
  return { gateway, form, reference: await receivedWith(form) };
}

beforeEach(async () => {
  document.documentElement.lang = 'vi';
  await page.viewport(1280, 900);
});

describe('Mẫu 01 on the receipt', () => {
  it('R11 · is drawn here, under its name, without asking the gateway for it', async () => {
    const { gateway, form, reference } = await recorded();
    const { name, bytes } = await saved(form);
    expect(name).toBe(`${reference}.pdf`);
    expect([new TextDecoder('latin1').decode(bytes.slice(0, 5)), bytes.length > 20_000]).toEqual(['%PDF-', true]);
    expect(gateway.requests.some(({ operation }) => operation === 'declarations.form')).toBe(false);
    await vi.waitFor(() => expect(form.shadowRoot!.textContent).toContain(`Đã tạo tệp ${reference}.pdf`));
    expect(remarks(form)).toEqual([]);
  });

  it('R11 · says which character of which field the paper lacks and what to do, in the language of the moment', async () => {
    const { form } = await recorded({ street: '12 Đường Мẫu 漢' });
    await saved(form);
    await vi.waitFor(() => expect(remarks(form)).toHaveLength(1));
    expect(remarks(form)[0]).toMatch(/^Hãy xem lại:\s+Tệp PDF không in được “М”, “漢” ở mục “Số nhà, ngõ .*”, chỗ đó in dấu “\?”\. Hãy viết tay lại/s);
    expect(shadow(form, '.receipt .warning').closest('[role=status]')).not.toBeNull();
    expect(await violations(form)).toEqual([]);
    document.documentElement.lang = 'en';
    await vi.waitFor(() => expect(remarks(form)[0]).toMatch(/The PDF cannot show “М”, “漢” in “.*” and has “\?” instead\. Write it by hand/s));
    form.messages = { 'declaration-form.unprintable': 'Viết tay {characters}.' };
    await vi.waitFor(() => expect(remarks(form)[0]).toContain('Viết tay “М”, “漢”.'));
  });

  it('R11 · an unusable portrait is told as a box to glue a photo into', async () => {
    const { form01Words, remarksOn } = await import('./form01-drawing.js');
    const t = translator(form01Words, { language: 'vi', overrides: [] });
    expect(remarksOn([{ code: 'form01.picture-unusable', facts: { reason: 'damaged' } }], t, String)).toEqual([form01Words.vi.portraitUnusable]);
  });

  it('R11 · comes from the gateway where it cannot be drawn here', async () => {
    const { gateway, form, reference } = await recorded();
    const fonts = vi.spyOn(globalThis, 'fetch').mockRejectedValue(new TypeError('offline'));
    const { name } = await saved(form);
    fonts.mockRestore();
    expect(name).toBe(`${reference}.pdf`);
    expect(gateway.requests.some(({ operation }) => operation === 'declarations.form')).toBe(true);
    expect(remarks(form)).toEqual([]);
  });

  it('R11, R9 · comes from the gateway by a proof of work where that asks one of whoever follows', async () => {
    const { gateway, form, reference } = await recorded({}, { challenge: 'proof-of-work', challengeFollow: true });
    const fonts = vi.spyOn(globalThis, 'fetch').mockRejectedValue(new TypeError('offline'));
    expect((await saved(form)).name).toBe(`${reference}.pdf`);
    fonts.mockRestore();
    const asked = gateway.requests.filter(({ operation }) => operation === 'declarations.form');
    expect(asked.map(({ headers }) => headers.has('Challenge-Answer'))).toEqual([false, true]);
  });

  it('R11 · comes from the gateway where the places cannot be named here: no paper leaves without its commune', async () => {
    const { gateway, form } = await opened({}, { units: [] });
    await filled(form);
    expect(shadow(form, 'form').textContent).toContain('12 Đường Mẫu, [00004]');
    await commit(form);
    await receivedWith(form);
    await saved(form);
    expect(gateway.requests.some(({ operation }) => operation === 'declarations.form')).toBe(true);
  });
});
