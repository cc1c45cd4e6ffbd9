import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import './define.js';
import { PAYLOADS, photographed, pictureFile } from '../scanning/testing/codes.js';
import type { BhxhDeclarationForm } from './declaration-form.js';
import { choose, heading, opened, press, settled, shadow, type, violations } from './testing/filling.js';

const said = (form: BhxhDeclarationForm) => shadow(form, '.scan [role=status]')?.textContent?.trim() ?? '';
const value = (form: BhxhDeclarationForm, field: string) => (shadow(form, `#field-${field}`) as HTMLInputElement).value;
const marked = (form: BhxhDeclarationForm) => [...form.shadowRoot!.querySelectorAll('.scanned')].map(({ id }) => id.replace('scanned-', ''));
const dialog = (form: BhxhDeclarationForm) => form.shadowRoot!.querySelector('dialog');

/** A form at the step that asks who declares, with the ways to scan. */
async function asking(subject = 'individual', options: Parameters<typeof opened>[0] = {}) {
  const { form, gateway } = await opened(options);
  await choose(form, 'subject', subject);
  await press(form, 'Tiếp');
  await vi.waitFor(() => expect(shadow(form, '.scan')).not.toBeNull());
  return { form, gateway };
}

/** Gives a file to the chooser of pictures. */
async function choosePicture(form: BhxhDeclarationForm, file: File): Promise<void> {
  const files = new DataTransfer();
  files.items.add(file);
  const input = shadow(form, '#scan-file') as HTMLInputElement;
  input.files = files.files;
  input.dispatchEvent(new Event('change'));
  await settled(form);
  await vi.waitFor(() => expect(shadow(form, '.scan').getAttribute('aria-busy')).toBe('false'));
  await settled(form);
}
const scanPicture = async (form: BhxhDeclarationForm, text: string) => choosePicture(form, await pictureFile(photographed(text)));

/** A wedge scanner: keys 8 ms apart, each put into the field like the browser does, then Enter. Answers whether that Enter was left to the page. */
function wedge(target: HTMLElement, text: string, { every = 8, end = 'Enter' } = {}): boolean {
  let at = performance.now();
  const key = (name: string) => {
    const event = new KeyboardEvent('keydown', { key: name, bubbles: true, composed: true, cancelable: true });
    Object.defineProperty(event, 'timeStamp', { value: (at += every) });
    return target.dispatchEvent(event);
  };
  for (const letter of text) {
    if (!key(letter) || !(target instanceof HTMLInputElement)) continue;
    target.setRangeText(letter, target.selectionStart!, target.selectionEnd!, 'end');
    target.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true, data: letter }));
  }
  return key(end);
}

/** A camera that shows this canvas. Answers its track. */
function pretendCamera(canvas: HTMLCanvasElement): MediaStreamTrack {
  const stream = canvas.captureStream(20);
  const repaint = setInterval(() => canvas.getContext('2d')!.fillRect(0, 0, 1, 1), 50);
  stream.getTracks()[0]!.addEventListener('ended', () => clearInterval(repaint));
  vi.spyOn(navigator.mediaDevices, 'getUserMedia').mockResolvedValue(stream);
  return stream.getTracks()[0]!;
}

beforeEach(async () => {
  document.documentElement.lang = 'vi';
  await page.viewport(1280, 900);
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

describe('filling by scanning', () => {
  it.each([
    ['BHYT card of 2014', { fullName: 'Trần Thử Nghiệm', bhxhNumber: '9999999903', contactName: 'Trần Thử Nghiệm' }],
    ['BHYT card of 2020', { fullName: 'Lê Thị Mẫu', bhxhNumber: '9999999904', contactName: 'Lê Thị Mẫu' }],
    ['BHYT card, short', { fullName: 'Nguyễn Văn A', bhxhNumber: '9999999905', contactName: 'Nguyễn Văn A' }],
    ['CCCD', { fullName: 'Nguyễn Văn A', bhxhNumber: '079299000001', identityNumber: '079299000001', contactName: 'Nguyễn Văn A' }],
    ['căn cước', { fullName: 'Lê Thị Mẫu', bhxhNumber: '079399000002', identityNumber: '079399000002', contactName: 'Lê Thị Mẫu' }],
  ] as const)('R19 · a photograph of a %s fills the form, marked, and leaves the page nowhere', async (kind, answers) => {
    const sent = vi.spyOn(globalThis, 'fetch');
    const { form, gateway } = await asking();
    // The provinces are asked for ahead, whoever scans.
    await vi.waitFor(() => expect(gateway.requests.at(-1)?.operation).toBe('units.list'));
    const before = gateway.requests.length;
    await scanPicture(form, PAYLOADS[kind]);
    expect(Object.fromEntries(Object.keys(answers).map((field) => [field, value(form, field)]))).toEqual(answers);
    expect([marked(form), said(form)]).toEqual([Object.keys(answers), expect.stringContaining(answers.fullName)]);
    const name = shadow(form, '#field-fullName');
    expect(form.shadowRoot!.getElementById(name.getAttribute('aria-describedby')!)?.textContent).toContain('Đọc từ thẻ');
    expect([sent.mock.calls.length, gateway.requests.length - before, location.href.includes('Nguy')]).toEqual([0, 0, false]);
  });

  it('R19 · a filled field stays editable, and loses its mark with the first change', async () => {
    const { form } = await asking();
    await scanPicture(form, PAYLOADS.CCCD);
    expect(await violations(form)).toEqual([]);
    await type(form, 'contactName', 'Lê Thị Mẫu');
    expect(marked(form)).toEqual(['fullName', 'bhxhNumber', 'identityNumber']);
    expect(shadow(form, '#field-contactName').getAttribute('aria-describedby')).toBeNull();
  });

  it('R19 · what the person wrote stays until they take the card’s word; keeping it is as easy', async () => {
    const { form } = await asking();
    await type(form, 'fullName', 'Lê Thị Mẫu');
    await type(form, 'contactName', 'Trần Thử Nghiệm');
    await scanPicture(form, PAYLOADS.CCCD);
    expect([value(form, 'fullName'), marked(form)]).toEqual(['Lê Thị Mẫu', ['bhxhNumber', 'identityNumber']]);
    expect(shadow(form, '.differing').textContent).toMatch(/Họ và tên: bạn điền “Lê Thị Mẫu”, trên thẻ là “Nguyễn Văn A”/);
    expect(await violations(form)).toEqual([]);
    const [keep, , , take] = form.shadowRoot!.querySelectorAll<HTMLButtonElement>('.differing button');
    expect([keep!.textContent, take!.getAttribute('aria-label')]).toEqual(['Giữ “Lê Thị Mẫu”', 'Lấy theo thẻ: Người liên hệ là “Nguyễn Văn A”']);
    keep!.focus();
    await userEvent.keyboard('{Enter}');
    await settled(form);
    expect([value(form, 'fullName'), form.shadowRoot!.activeElement?.id]).toEqual(['Lê Thị Mẫu', 'field-fullName']);
    shadow(form, '.differing [aria-label]').focus();
    await userEvent.keyboard(' ');
    await settled(form);
    expect([value(form, 'contactName'), form.shadowRoot!.activeElement?.id, form.shadowRoot!.querySelector('.differing')]).toEqual([
      'Nguyễn Văn A',
      'field-contactName',
      null,
    ]);
    expect(marked(form)).toContain('contactName');
  });

  it('R19 · a card that tells another sex and birth year than the personal ID is a warning at that field, and stops nobody', async () => {
    const { form } = await asking();
    await type(form, 'identityNumber', '079399000002');
    await scanPicture(form, PAYLOADS['BHYT card of 2014']);
    await vi.waitFor(() => expect(shadow(form, '#fault-identityNumber').textContent).toMatch(/Năm sinh.*Giới tính/s));
    expect(shadow(form, '#field-identityNumber').getAttribute('aria-invalid')).not.toBe('true');
  });

  it('R19 · in a child’s form an adult’s card is the guardian’s, and said so', async () => {
    const { form } = await asking('child', { rulePack: '2021' });
    await scanPicture(form, PAYLOADS.CCCD.replace('01022099', '01021990'));
    expect([value(form, 'guardianIdentityNumber'), value(form, 'contactName'), value(form, 'fullName')]).toEqual(['079299000001', 'Nguyễn Văn A', '']);
    expect(said(form)).toContain('người giám hộ');
  });

  it('R1 · in an organisation’s form it is the legal representative’s; a health card is explained', async () => {
    const { form } = await asking('organisation');
    await scanPicture(form, PAYLOADS['BHYT card of 2014']);
    expect([said(form), marked(form)]).toEqual([expect.stringContaining('người đại diện theo pháp luật'), []]);
    await scanPicture(form, PAYLOADS.CCCD);
    expect([value(form, 'contactName'), value(form, 'fullName')]).toEqual(['Nguyễn Văn A', '']);
  });

  it.each([
    ['a foreign code', () => pictureFile(photographed('https://example.vn/hoa-don?id=1')), /Không nhận ra mã này/],
    ['no code', () => pictureFile(Object.assign(document.createElement('canvas'), { width: 300, height: 200 })), /Không đọc được mã QR nào trong ảnh/],
    ['a PDF', () => Promise.resolve(new File(['%PDF-1.7'], 'a.jpg')), /không phải ảnh mở được/],
    ['a damaged picture', async () => new File([(await pictureFile(photographed('1'))).slice(0, 700)], 'a.jpg'), /bị hỏng/],
  ])('R19 · %s is said, with the way out', async (_, file, sentence) => {
    const { form } = await asking();
    await choosePicture(form, await file());
    expect([said(form), marked(form)]).toEqual([expect.stringMatching(sentence), []]);
  });

  it('R19 · a card that has expired or whose number is an old one is filled as far as it goes, and said', async () => {
    const { form } = await asking();
    await scanPicture(form, PAYLOADS['BHYT card of 2014'].replace('31/12/2026', '31/12/2021').replace('DN4799999999903', 'DN4799999999A03'));
    expect(said(form)).toMatch(/hết giá trị từ ngày 31\/12\/2021.*không cho biết mã số BHXH/s);
    expect(marked(form)).toEqual(['fullName', 'contactName']);
  });

  describe('by camera', () => {
    const look = async (form: BhxhDeclarationForm) => {
      shadow(form, '.scan button').focus();
      await userEvent.keyboard('{Enter}');
    };

    it('R19 · reads a code in front of it, passes over a foreign one, and is off afterwards', async () => {
      const canvas = photographed('https://example.vn', { module: 6, width: 960, height: 720 });
      const track = pretendCamera(canvas);
      const { form } = await asking();
      await look(form);
      await vi.waitFor(() => expect(dialog(form)?.querySelector('[role=status]')?.textContent).toMatch(/Không nhận ra mã này/));
      expect([await violations(form), dialog(form)!.querySelector('.mask') !== null]).toEqual([[], true]);
      const card = photographed(PAYLOADS.CCCD, { module: 6, width: 960, height: 720 });
      canvas.getContext('2d')!.resetTransform();
      canvas.getContext('2d')!.drawImage(card, 0, 0);
      await vi.waitFor(() => expect(value(form, 'fullName')).toBe('Nguyễn Văn A'), { timeout: 10_000 });
      expect([track.readyState, dialog(form), form.shadowRoot!.activeElement?.textContent]).toEqual(['ended', null, 'Quét bằng máy ảnh']);
    });

    it.each(['Esc', 'another step', 'leaving the page', 'hiding the page'])('R19 · %s turns it off', async (way) => {
      const track = pretendCamera(Object.assign(document.createElement('canvas'), { width: 64, height: 64 }));
      const { form } = await asking();
      await look(form);
      await vi.waitFor(() => expect(dialog(form)?.querySelector('[role=status]')?.textContent).toMatch(/Đưa mã QR/));
      if (way === 'Esc') await userEvent.keyboard('{Escape}');
      else if (way === 'another step') await press(form, 'Quay lại');
      else if (way === 'leaving the page') form.remove();
      else {
        vi.spyOn(document, 'hidden', 'get').mockReturnValue(true);
        document.dispatchEvent(new Event('visibilitychange'));
      }
      await vi.waitFor(() => expect([track.readyState, dialog(form)]).toEqual(['ended', null]));
    });

    it.each([
      ['NotAllowedError', /chưa được phép dùng máy ảnh/],
      ['NotFoundError', /Không tìm thấy máy ảnh/],
      ['NotReadableError', /Máy ảnh đang bận/],
    ])('R19 · %s is said in words, with the other ways', async (name, sentence) => {
      vi.spyOn(navigator.mediaDevices, 'getUserMedia').mockRejectedValue(new DOMException('', name));
      const { form } = await asking();
      await look(form);
      await vi.waitFor(() => expect(said(form)).toMatch(sentence));
      expect([said(form), dialog(form), await violations(form)]).toEqual([expect.stringMatching(/chọn ảnh chụp thẻ/), null, []]);
    });

    it('R19 · on a page without https it is said why there is no camera', async () => {
      vi.spyOn(navigator, 'mediaDevices', 'get').mockReturnValue(undefined as never);
      vi.stubGlobal('isSecureContext', false);
      const { form } = await asking();
      await look(form);
      await vi.waitFor(() => expect(said(form)).toMatch(/địa chỉ https/));
    });
  });

  describe('with the browser’s own reader', () => {
    const reader = (rawValue: string) => {
      const detect = vi.fn(() => Promise.resolve([{ rawValue }]));
      vi.stubGlobal(
        'BarcodeDetector',
        class {
          static getSupportedFormats = () => Promise.resolve(['qr_code']);
          detect = detect;
        },
      );
      return detect;
    };

    it('R19 · that one is asked', async () => {
      const detect = reader(PAYLOADS['căn cước']);
      const { form } = await asking();
      await scanPicture(form, PAYLOADS.CCCD);
      expect([value(form, 'fullName'), detect.mock.calls.length]).toEqual(['Lê Thị Mẫu', 1]);
    });

    it('R19 · letters it took for another character set are read anew', async () => {
      reader(String.fromCharCode(...new TextEncoder().encode(PAYLOADS.CCCD)));
      const { form } = await asking();
      await scanPicture(form, PAYLOADS.CCCD);
      expect(value(form, 'fullName')).toBe('Nguyễn Văn A');
    });
  });

  describe('by a wedge scanner', () => {
    it.each(['fullName', 'mobilePhone'])('R19 · typed into %s it fills the form and leaves nothing behind; its Enter goes on to no step', async (field) => {
      const { form } = await asking();
      await type(form, 'mobilePhone', '0900000001');
      const input = shadow(form, `#field-${field}`);
      input.focus();
      expect(wedge(input, PAYLOADS['BHYT card of 2014'])).toBe(false);
      await settled(form);
      expect([value(form, 'fullName'), value(form, 'bhxhNumber'), value(form, 'mobilePhone')]).toEqual(['Trần Thử Nghiệm', '9999999903', '0900000001']);
      expect([heading(form), marked(form)]).toEqual([expect.stringContaining('Bước 2/'), ['fullName', 'bhxhNumber', 'contactName']]);
    });

    it('R19 · typed into a field of the address it leaves nothing behind there either', async () => {
      const { form } = await asking();
      const address = shadow(form, '#address');
      await vi.waitFor(() => expect(address.shadowRoot?.querySelectorAll('input').length).toBeGreaterThan(1));
      const street = [...address.shadowRoot!.querySelectorAll('input')].at(-1)!;
      street.focus();
      expect(wedge(street, PAYLOADS.CCCD, { end: 'Tab' })).toBe(false);
      await settled(form);
      expect([street.value, value(form, 'identityNumber')]).toEqual(['', '079299000001']);
    });

    it('R19 · without an Enter it is known by its end', async () => {
      const { form } = await asking();
      const input = shadow(form, '#field-fullName');
      wedge(input, PAYLOADS['BHYT card, short'], { end: 'Shift' });
      await vi.waitFor(() => expect(value(form, 'bhxhNumber')).toBe('9999999905'));
    });

    it('R19 · with the focus on a button no blank of the code presses it', async () => {
      const { form } = await asking();
      const button = shadow(form, '.scan button');
      const clicked = vi.fn();
      button.addEventListener('click', clicked, { capture: true });
      button.focus();
      expect(wedge(button, PAYLOADS['BHYT card of 2014'])).toBe(false);
      await vi.waitFor(() => expect(value(form, 'fullName')).toBe('Trần Thử Nghiệm'));
      expect(clicked).not.toHaveBeenCalled();
    });

    it('R19 · hands at any speed are never taken for one, nor a number typed by a program', async () => {
      const { form } = await asking();
      const input = shadow(form, '#field-fullName') as HTMLInputElement;
      expect(wedge(input, PAYLOADS['BHYT card, short'], { every: 70, end: 'Tab' })).toBe(true);
      expect(input.value).toBe(PAYLOADS['BHYT card, short']);
      const phone = shadow(form, '#field-mobilePhone') as HTMLInputElement;
      expect(wedge(phone, '0900000001', { every: 1, end: 'Tab' })).toBe(true);
      await settled(form);
      expect([phone.value, marked(form)]).toEqual(['0900000001', []]);
    });

    it('R19 · through a Vietnamese typing program: what can be mended is, the rest is explained', async () => {
      const { form } = await asking();
      const input = shadow(form, '#field-fullName');
      input.focus();
      wedge(input, PAYLOADS['BHYT card of 2014'].replaceAll('|', '\\').replace('DN', 'ĐN').replace('e1', 'é'));
      await settled(form);
      await vi.waitFor(() => expect(said(form)).toMatch(/Ctrl \+ Shift.*Không đọc được họ và tên/s));
      expect([value(form, 'bhxhNumber'), marked(form)]).toEqual(['9999999903', ['bhxhNumber']]);
    });
  });
});
