import { createClient } from '@bhxh-kit/client';
import { answerByWork, answerTyped } from '@bhxh-kit/client/challenges';
import { createTestGateway, type TestGatewayOptions } from '@bhxh-kit/client/testing';
import type { Challenge } from '@bhxh-kit/contract';
import type { DeclarationSubmission } from '@bhxh-kit/domain';
import { fixture, html } from '@open-wc/testing';
import axe from 'axe-core';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { registerCatalogue } from '../foundation/words.js';
import { met } from '../foundation/testing/met.js';
import { heard } from '../foundation/testing/heard.js';
import type { BhxhDeclarationStatus } from './declaration-status.js';
import './define.js';

const DAY = 86_400_000;
const shadow = (host: Element, selector: string) => host.shadowRoot!.querySelector<HTMLElement>(selector)!;
const text = (host: Element) => host.shadowRoot!.querySelector('.sheet')!.textContent;
const violations = async (host: HTMLElement) => (await axe.run(host)).violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html)}`);

/** A gateway that holds one declaration of a child under the rules of 2021, which ask for a photograph. */
async function declared(options: TestGatewayOptions = {}) {
  const gateway = createTestGateway({ rulePack: '2021', ...options });
  const client = createClient({ baseUrl: 'https://gateway.test', fetch: gateway.fetch, retries: 0 });
  const answer = options.challenge === 'typed' ? async (challenge: Challenge) => answerTyped(challenge, '27') : answerByWork;
  const passed = await answer(await client.challenges.make({ operation: 'declarations.submit', locale: 'vi' }));
  const photo = new Blob([new Uint8Array(100)], { type: 'image/jpeg' });
  const photographs = [await client.photographs.upload(photo, 'portrait'), await client.photographs.upload(photo, 'birth-certificate')];
  const declaration: DeclarationSubmission = {
    rulePack: '2021',
    purpose: 'register',
    subject: 'child',
    fullName: 'Trần Thử Nghiệm',
    bhxhNumber: '9999999903',
    birthDate: '2018-02-01',
    guardian: { identityNumber: '079299000001' },
    address: { scheme: '2021', provinceCode: '01', districtCode: '272', communeCode: '09763', street: '12 Đường Mẫu' },
    contactName: 'Lê Thị Mẫu',
    mobilePhone: '0900000001',
    startDate: '2026-01-05',
    transactAt: { kind: 'portal' },
    agencyCode: '001',
    handIn: 'at-agency',
    commitment: true,
    photographs,
    locale: 'vi',
  };
  const { reference } = await client.declarations.submit(declaration, passed);
  const element = await fixture<BhxhDeclarationStatus>(html`<bhxh-declaration-status .client=${client} reference=${reference}></bhxh-declaration-status>`);
  return { gateway, element, reference };
}
async function ask(element: BhxhDeclarationStatus, contact: string, reference?: string): Promise<void> {
  for (const [box, typed] of [
    ['reference', reference],
    ['contact', contact],
  ] as const) {
    if (typed === undefined) continue;
    (shadow(element, `#${box}`) as HTMLInputElement).value = typed;
    shadow(element, `#${box}`).dispatchEvent(new InputEvent('input'));
  }
  await element.updateComplete;
  shadow(element, 'button[type=submit]').click();
  await vi.waitFor(async () => {
    await element.updateComplete;
    expect(shadow(element, '.status, .problem, .error')).not.toBeNull();
  });
}

beforeEach(() => {
  document.documentElement.lang = 'vi';
});

describe('<bhxh-declaration-status>', () => {
  it('R17 · shows what the page knows from elsewhere, without a client, and offers nothing that has to be asked for', async () => {
    const { gateway, element: asking } = await declared();
    await ask(asking, '0900000001');
    await vi.waitFor(() => expect(asking.progress).toBeDefined());
    const calls = gateway.requests.length;
    const element = await fixture<BhxhDeclarationStatus>(html`<bhxh-declaration-status .progress=${asking.progress}></bhxh-declaration-status>`);
    await vi.waitFor(() => expect(shadow(element, '.status')?.textContent).toBe('Chờ nộp Mẫu 01 đã ký'));
    expect(shadow(element, '.deadline').textContent).toContain('15/01/2026');
    expect([shadow(element, '[part=download]'), shadow(element, '[part=resend]'), gateway.requests.length]).toEqual([null, null, calls]);
    expect(document.activeElement).not.toBe(element);
    expect((await axe.run(element)).violations).toEqual([]);
    element.progress = { ...asking.progress!, status: 'approved' };
    await element.updateComplete;
    expect(shadow(element, '.status').textContent).toBe('Đã chấp nhận');
  });

  it('R17 · tells the status, the deadline by the gateway’s clock, what to do and the history', async () => {
    const { gateway, element, reference } = await declared();
    expect((shadow(element, '#reference') as HTMLInputElement).value).toBe(reference);
    gateway.move(9 * DAY);
    await ask(element, '+84 900 000 001');
    expect(shadow(element, '.status').textContent).toBe('Chờ nộp Mẫu 01 đã ký');
    expect(shadow(element, '.deadline').textContent).toMatch(/Còn (1 ngày 0 giờ|23 giờ).*15\/01\/2026/s);
    expect([shadow(element, '.deadline').dataset['state'], element.shadowRoot!.querySelectorAll('.history li').length]).toEqual(['soon', 1]);
    expect(element.shadowRoot!.activeElement).toBe(shadow(element, 'h2'));
    expect(shadow(element, 'h2').textContent).toBe(`Tờ khai ${reference}: Chờ nộp Mẫu 01 đã ký`);
    expect(await violations(element)).toEqual([]);
  });

  it('E5 · takes the host’s own names of a status and sentences of a fault, the closest first', async () => {
    registerCatalogue('vi', { 'status.waiting-for-paper': 'Chờ giấy' });
    const { element, reference } = await declared();
    await ask(element, '0900000001', 'abc');
    const own = shadow(element, '.error').textContent;
    expect(own).not.toBe('');
    element.messages = { 'fault.reference.shape': 'Số này sai.' };
    await ask(element, '0900000001', 'abc');
    expect(shadow(element, '.error').textContent).toBe('Số này sai.');
    await ask(element, '0900000001', reference);
    await vi.waitFor(() => expect(shadow(element, '.status')?.textContent).toBe('Chờ giấy'));
    expect(shadow(element, '.history li').textContent).toContain('Chờ giấy');
    element.messages = { 'status.waiting-for-paper': 'Chờ Mẫu 01 của trường' };
    await vi.waitFor(() => expect(shadow(element, '.status').textContent).toBe('Chờ Mẫu 01 của trường'));
    registerCatalogue('vi', { 'status.waiting-for-paper': 'Chờ nộp Mẫu 01 đã ký' });
  });

  it('E5 · names a status and says a fault in English on an English page', async () => {
    document.documentElement.lang = 'en';
    const { element, reference } = await declared();
    await ask(element, '0900000001', 'abc');
    expect(shadow(element, '.error').textContent).toMatch(/^A reference reads like/);
    await ask(element, '0900000001', reference);
    await vi.waitFor(() => expect(shadow(element, '.status')?.textContent).toBe('Waiting for the signed Form 01'));
  });

  it('R13 · after the cancellation says why and what now, and offers no form', async () => {
    const { gateway, element } = await declared();
    gateway.move(11 * DAY);
    await ask(element, '0900000001');
    expect(text(element)).toContain('không nhận được Mẫu 01 đã ký');
    expect(text(element)).toContain('lập tờ khai mới từ đầu');
    expect(shadow(element, '[part=download]')).toBeNull();
  });

  it('R17 · answers an unknown reference and a wrong contact alike', async () => {
    const { element } = await declared();
    await ask(element, '0900000002');
    const wrong = shadow(element, '.problem').textContent;
    expect(met(element)).toEqual(['group', 'Chưa xem được tình trạng', expect.stringContaining('Không tìm thấy tờ khai')]);
    await ask(element, '0900000001', '00099.GD_2026_001');
    expect(shadow(element, '.problem').textContent).toBe(wrong);
    expect(wrong).toContain('Không tìm thấy tờ khai');
    expect(await violations(element)).toEqual([]);
  });

  it('ties an error to its box and focuses it', async () => {
    const { element } = await declared();
    await ask(element, '', 'abc');
    const box = shadow(element, '#reference');
    expect([box.getAttribute('aria-invalid'), element.shadowRoot!.activeElement]).toEqual(['true', box]);
    expect(box.getAttribute('aria-describedby')).toBe('reference-hint reference-error');
    expect(await violations(element)).toEqual([]);
  });

  it('says the same error again where the focus is in its box already', async () => {
    const { element } = await declared();
    await ask(element, '', 'abc');
    const said = () => shadow(element, '[role=status].visually-hidden').textContent;
    expect(said()).toBe('');
    await userEvent.keyboard('{Enter}');
    await vi.waitFor(() => expect(said()).toBe(shadow(element, '.error').textContent));
  });

  it('R11 · saves the form again under its name', async () => {
    const { element, reference } = await declared();
    // A gateway reads a reference in any case; the test gateway only as it is.
    const { declarations } = element.client!;
    for (const operation of ['follow', 'form'] as const) {
      const asked = declarations[operation].bind(declarations) as (...call: unknown[]) => never;
      vi.spyOn(declarations, operation).mockImplementation((key, options) => asked({ ...key, reference: key.reference.toUpperCase() }, options));
    }
    await ask(element, '0900000001', reference.toLowerCase());
    const names: string[] = [];
    const click = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
      names.push(this.download);
    });
    shadow(element, '[part=download]').click();
    await vi.waitFor(() => expect(names).toEqual([`${reference}.pdf`]));
    click.mockRestore();
  });
});

describe('the check of who follows', () => {
  it('R9 · of a proof of work nobody sees anything: the status comes as ever', async () => {
    const { element, gateway } = await declared({ challenge: 'proof-of-work', challengeFollow: true });
    await ask(element, '0900000001');
    expect(text(element)).toContain('Chờ nộp Mẫu 01 đã ký');
    expect(gateway.requests.filter(({ operation }) => operation === 'declarations.follow').map(({ headers }) => headers.has('Challenge-Answer'))).toEqual([
      false,
      true,
    ]);
  });

  it('R9 · of a typed one the picture and the question are there by keyboard; a wrong answer gets another', async () => {
    const { element } = await declared({ challenge: 'typed', challengeFollow: true });
    (shadow(element, '#contact') as HTMLInputElement).value = '0900000001';
    shadow(element, '#contact').dispatchEvent(new InputEvent('input'));
    await element.updateComplete;
    shadow(element, 'button[type=submit]').click();
    const box = () => shadow(element, '#field-challenge') as HTMLInputElement | null;
    // Before it is there, nothing has the focus.
    const inBox = () =>
      vi.waitFor(() => {
        expect(box()).not.toBeNull();
        expect(element.shadowRoot!.activeElement).toBe(box());
      });
    await inBox();
    expect(await violations(element)).toEqual([]);
    await userEvent.keyboard('99{Enter}');
    await vi.waitFor(() => expect(shadow(element, '#challenge-fault')?.textContent).toContain('chưa đúng'));
    await inBox();
    // What was typed of the picture is no part of the answer to the question.
    await userEvent.keyboard('2');
    await userEvent.tab();
    await userEvent.tab();
    await userEvent.keyboard('{Enter}');
    await vi.waitFor(() => expect(shadow(element, '#challenge-asked')?.textContent).toContain('năm, ba, tám'));
    box()!.focus();
    await userEvent.keyboard('538{Enter}');
    await vi.waitFor(() => expect(text(element)).toContain('Chờ nộp Mẫu 01 đã ký'));
    expect(box()).toBeNull();
  });

  it('R9 · says again that nothing was typed, and that there is another code', async () => {
    const { element } = await declared({ challenge: 'typed', challengeFollow: true });
    (shadow(element, '#contact') as HTMLInputElement).value = '0900000001';
    shadow(element, '#contact').dispatchEvent(new InputEvent('input'));
    await element.updateComplete;
    shadow(element, 'button[type=submit]').click();
    await vi.waitFor(() => expect(shadow(element, '#field-challenge:focus')).not.toBeNull());
    const faults = heard(shadow(element, '#challenge-fault'));
    for (const times of [1, 2]) {
      await userEvent.keyboard('{Enter}');
      await vi.waitFor(() => expect(faults).toEqual(Array.from({ length: times }, () => 'Hãy nhập mã kiểm tra.')));
    }
    const another = shadow(element, '[part=check] .quiet') as HTMLButtonElement;
    const nothingWrong = async () => {
      await new Promise((rest) => setTimeout(rest, 400));
      expect(shadow(element, '#challenge-fault').textContent.trim()).toBe('');
    };
    // Whoever asks for another at once after it owes no answer to the last one.
    await userEvent.keyboard('{Enter}');
    another.click();
    await nothingWrong();
    // Whoever types at once after it has typed something.
    await userEvent.keyboard('{Enter}');
    await vi.waitFor(() => expect(faults).toHaveLength(3));
    await userEvent.keyboard('{Enter}7');
    await nothingWrong();
    const fetched = heard(shadow(element, '[part=check] [role=status]'));
    for (const times of [1, 2]) {
      await vi.waitFor(() => expect(another.disabled).toBe(false));
      another.click();
      await vi.waitFor(() => expect(fetched).toEqual(Array.from({ length: times }, () => 'Đã có mã kiểm tra mới.')));
    }
  });

  it.each(['proof-of-work', 'typed'] as const)('R9, R17 · what answered it (%s) opens the form and the notice, too', async (challenge) => {
    const { element, gateway } = await declared({ challenge, challengeFollow: true });
    await asked(element, challenge);
    const click = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => {});
    shadow(element, '[part=download]').click();
    await vi.waitFor(() => expect(click).toHaveBeenCalledOnce());
    click.mockRestore();
    await vi.waitFor(() => expect(element.shadowRoot!.activeElement).toBe(shadow(element, '[part=download]')));
    shadow(element, '[part=resend]').click();
    await vi.waitFor(() => expect(text(element)).toContain('******0001'));
    const answers = (operation: string) =>
      gateway.requests.filter((call) => call.operation === operation).map(({ headers }) => headers.get('Challenge-Answer'));
    const [, answer] = answers('declarations.follow');
    expect([answer, ...answers('declarations.form'), ...answers('notices.resend')]).toEqual([expect.any(String), answer, answer]);
    expect(gateway.requests.filter(({ operation }) => operation === 'challenges.make')).toHaveLength(2);
  });

  it('R9, R17 · one that is over by then is asked again where the button is, and gives the focus back to it', async () => {
    const { element, gateway } = await declared({ challenge: 'typed', challengeFollow: true });
    await asked(element, 'typed');
    gateway.script('notices.resend', { kind: 'refused', status: 422, code: 'challenge.refused' });
    shadow(element, '[part=resend]').focus();
    shadow(element, '[part=resend]').click();
    await vi.waitFor(() => expect(element.shadowRoot!.activeElement).toBe(shadow(element, '#field-challenge')));
    expect(text(element)).toContain('Chờ nộp Mẫu 01 đã ký');
    expect(await violations(element)).toEqual([]);
    await userEvent.keyboard('27{Enter}');
    await vi.waitFor(() => expect(text(element)).toContain('******0001'));
    expect(element.shadowRoot!.activeElement).toBe(shadow(element, '[part=resend]'));
  });

  it('R9 · another one is followed in the middle of it: nothing is asked any more, and nothing waits', async () => {
    const { element, gateway } = await declared({ challenge: 'typed', challengeFollow: true });
    await asked(element, 'typed');
    gateway.script('declarations.form', { kind: 'refused', status: 422, code: 'challenge.refused' });
    shadow(element, '[part=download]').click();
    await vi.waitFor(() => expect(shadow(element, '#field-challenge')).not.toBeNull());
    [...element.shadowRoot!.querySelectorAll('button')].find(({ textContent }) => textContent.includes('Xem tờ khai khác'))!.click();
    await vi.waitFor(() => expect(shadow(element, '#field-challenge')).toBeNull());
    expect((shadow(element, 'button[type=submit]') as HTMLButtonElement).disabled).toBe(false);
    expect(text(element)).not.toContain('AbortError');
  });
});

/** Follows, and answers what is asked before. */
async function asked(element: BhxhDeclarationStatus, challenge: 'proof-of-work' | 'typed'): Promise<void> {
  (shadow(element, '#contact') as HTMLInputElement).value = '0900000001';
  shadow(element, '#contact').dispatchEvent(new InputEvent('input'));
  await element.updateComplete;
  shadow(element, 'button[type=submit]').click();
  if (challenge === 'typed') {
    await vi.waitFor(() => expect(element.shadowRoot!.activeElement?.id).toBe('field-challenge'));
    await userEvent.keyboard('27{Enter}');
  }
  await vi.waitFor(() => expect(shadow(element, '[part=download]')).not.toBeNull());
}
