import { type BeginningDeclaration, officers, sampleOrganisation } from '@bhxh-kit/client/testing';
import { fixture, html } from '@open-wc/testing';
import axe from 'axe-core';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { met } from '../foundation/testing/met.js';
import { ZOOMS } from './photograph-stage.js';
import { type BhxhReviewCase, type CaseAct, type ReviewActEvent } from './review-case.js';
import { alike, inReview, office, waiting } from './testing/desk.js';
import './define.js';

const all = (host: Element, selector: string) => [...host.shadowRoot!.querySelectorAll<HTMLElement>(selector)];
const shadow = (host: Element, selector: string) => host.shadowRoot!.querySelector<HTMLElement>(selector)!;
const focused = (host: Element) => host.shadowRoot!.activeElement as HTMLElement | null;
const violations = async (host: HTMLElement) => (await axe.run(host)).violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html)}`);
const said = (host: Element) => shadow(host, '.case').textContent;

async function drawn(width = 300, height = 400): Promise<Blob> {
  const canvas = Object.assign(document.createElement('canvas'), { width, height });
  canvas.getContext('2d')!.fillRect(0, 0, width / 2, height);
  return await new Promise((resolve) => canvas.toBlob((blob) => resolve(blob!), 'image/jpeg'));
}

/** A case open on an officer's desk, with photographs that can be seen. */
async function opened(...declarations: readonly BeginningDeclaration[]) {
  const desk = office(...declarations);
  const client = await desk.signedIn();
  const ids = await desk.ids();
  // The provincial officer who listed the cases has opened none.
  const id = ids.at(-1)!;
  const source = vi.fn(() => drawn());
  const element = await fixture<BhxhReviewCase>(html`<bhxh-review-case case-id=${id} .client=${client} .photographSource=${source}></bhxh-review-case>`);
  await vi.waitFor(() => expect(shadow(element, 'h2')).not.toBeNull());
  await element.updateComplete;
  return { ...desk, client, ids, id, element, source };
}

/** Presses a control and waits for what it brings. */
async function press(element: BhxhReviewCase, control: string, brings: string): Promise<HTMLElement> {
  shadow(element, control).focus();
  await userEvent.keyboard('{Enter}');
  await vi.waitFor(() => expect(shadow(element, brings)).not.toBeNull());
  await element.updateComplete;
  return shadow(element, brings);
}

beforeEach(() => {
  document.documentElement.lang = 'vi';
});

describe('<bhxh-review-case>', () => {
  it('O1 · shows what was declared beside the photographs, the deadline, the history and the acts', async () => {
    const { element, source } = await opened(waiting);
    expect(shadow(element, 'h2').textContent).toMatch(/Nguyễn Văn A\s+00\d+\.GD_/);
    expect(all(element, '.part h4').map(({ textContent }) => textContent)).toEqual(['Người đăng ký', 'Giấy tờ tùy thân', 'Liên hệ', 'Giao dịch điện tử']);
    await vi.waitFor(() => expect(all(element, 'canvas').length).toBe(3));
    expect(all(element, '.pictured').map((part) => [...part.querySelectorAll('figcaption')].map(({ textContent }) => textContent))).toEqual([
      ['Ảnh cá nhân 4×6'],
      ['Ảnh giấy tờ, mặt trước', 'Ảnh giấy tờ, mặt sau'],
    ]);
    expect(source).toHaveBeenCalledTimes(3);
    expect(shadow(element, '[role=timer]').textContent).toMatch(/Còn \d ngày/);
    expect(all(element, '.buttons button').map(({ id }) => id)).toEqual(['paper-received', 'reject']);
    expect(all(element, '.history li').length).toBe(1);
    expect(await violations(element)).toEqual([]);
  });

  it('O1 · fetches photographs as bytes by the client: no address of one is in the page', async () => {
    const desk = office(inReview);
    const client = await desk.signedIn();
    const [id] = await desk.ids();
    const made = vi.spyOn(URL, 'createObjectURL');
    const element = await fixture<BhxhReviewCase>(html`<bhxh-review-case case-id=${id} .client=${client}></bhxh-review-case>`);
    await vi.waitFor(() => expect(all(element, 'canvas').map((canvas) => (canvas as HTMLCanvasElement).width)).toEqual([8, 8, 8]));
    const asked = desk.gateway.requests.filter(({ operation }) => operation === 'reviews.photograph');
    expect([asked.length, asked.some(({ url }) => url.includes('?')), made.mock.calls.length]).toEqual([3, false, 0]);
    expect(element.shadowRoot!.innerHTML).not.toMatch(/blob:|data:|https?:/);
    made.mockRestore();
  });

  it('O1 · phone and e-mail are masked until they are asked for', async () => {
    const { element } = await opened(inReview);
    const phone = () => shadow(element, '[data-field=mobilePhone] [aria-hidden]').textContent;
    expect(phone()).toBe('••••••0001');
    const toggle = shadow(element, '.part-head button');
    toggle.click();
    await element.updateComplete;
    expect([phone(), toggle.getAttribute('aria-pressed')]).toEqual(['0900000001', 'true']);
  });

  const KEYS: readonly [keys: string, zoom: number, degrees: number][] = [
    ['+', ZOOMS[1], 0],
    ['++', ZOOMS[2], 0],
    ['=', ZOOMS[1], 0],
    ['++++++++', ZOOMS[4], 0],
    ['++-', ZOOMS[1], 0],
    ['---', ZOOMS[0], 0],
    ['r', 1, 90],
    ['rrR', 1, 270],
    ['rrrr', 1, 0],
    ['++r0', 1, 0],
  ];
  it.each(KEYS)('O1 · keys %s in a photograph enlarge it %d times and turn it by %d degrees', async (keys, zoom, degrees) => {
    const { element } = await opened(inReview);
    await vi.waitFor(() => expect(all(element, 'canvas').length).toBe(3));
    shadow(element, '.box').focus();
    await userEvent.keyboard(keys);
    await element.updateComplete;
    expect(shadow(element, '.box').getAttribute('aria-label')).toBe(`Ảnh cá nhân 4×6, phóng ${Math.round(zoom * 100)}%, xoay ${degrees} độ`);
    const canvas = shadow(element, 'canvas') as HTMLCanvasElement;
    expect(canvas.style.inlineSize).toBe(`${zoom * 100}%`);
    const lying = degrees % 180 === 90;
    await vi.waitFor(() => expect([canvas.width, canvas.height]).toEqual(lying ? [400, 300] : [300, 400]));
  });

  it('O1 · letters typed anywhere but in a photograph do nothing', async () => {
    const { element, gateway } = await opened(inReview);
    const before = gateway.requests.length;
    shadow(element, '#approve').focus();
    await userEvent.keyboard('arhup+-0');
    await element.updateComplete;
    expect([gateway.requests.length, shadow(element, 'dialog')]).toEqual([before, null]);
  });

  it('O1 · a photograph that does not come is told, and comes when asked again', async () => {
    const desk = office(inReview);
    const client = await desk.signedIn();
    const [id] = await desk.ids();
    desk.gateway.script('reviews.photograph', { kind: 'cut-before' });
    const element = await fixture<BhxhReviewCase>(html`<bhxh-review-case case-id=${id} .client=${client}></bhxh-review-case>`);
    await vi.waitFor(() => expect(all(element, '.box button').length).toBe(1));
    expect(shadow(element, '.box').textContent).toContain('Chưa tải được ảnh');
    shadow(element, '.box button').click();
    await vi.waitFor(() => expect(all(element, 'canvas').length).toBe(3));
  });

  it('O2, O3 · paper received, approved, undone within the minute: each told where the focus is', async () => {
    const { element } = await opened(waiting);
    const reviewed: string[] = [];
    element.addEventListener('reviewed', (event) => reviewed.push((event as unknown as { act: CaseAct }).act));
    const done = await press(element, '#paper-received', '.done');
    expect([done.textContent, focused(element)]).toEqual([expect.stringContaining('Đã ghi nhận bản giấy'), done]);
    await press(element, '#approve', '#undo');
    await vi.waitFor(() => expect(shadow(element, '.done').textContent).toContain('Đã chấp nhận'));
    expect(shadow(element, '.done [role=timer]').textContent).toMatch(/Còn \d\d giây/);
    expect(focused(element)).toBe(shadow(element, '.done'));
    await vi.waitFor(() => expect(all(element, '.history ol > li').length).toBe(3));
    expect(await violations(element)).toEqual([]);
    shadow(element, '#undo').focus();
    await userEvent.keyboard('{Enter}');
    await vi.waitFor(() => expect(shadow(element, '.done').textContent).toContain('Đã hoàn tác'));
    await vi.waitFor(() => expect(said(element)).toContain('đã hoàn tác'));
    expect([shadow(element, '#approve') !== null, reviewed]).toEqual([true, ['paper-received', 'approve', 'undo']]);
  });

  it('O4 · the dialog asks for a reason, shows what the person will read, and tells that it is done', async () => {
    const { element, gateway } = await opened(inReview);
    const dialog = await press(element, '#reject', 'dialog');
    // By its name first, for Orca: the heading has it a moment later.
    expect(focused(element)).toBe(dialog);
    await vi.waitFor(() => expect(focused(element)).toBe(shadow(element, '#reject-title')));
    expect(await violations(element)).toEqual([]);
    shadow(element, 'dialog [type=submit]').click();
    await vi.waitFor(() => expect(focused(element)).toBe(shadow(element, '#reason')));
    expect(shadow(element, '#reasons-error').textContent).toContain('Hãy chọn ít nhất một lý do');
    shadow(element, '[value=photograph-unusable]').click();
    shadow(element, '[value=other]').click();
    await element.updateComplete;
    expect(shadow(element, '.preview').textContent).toContain('Ảnh quá mờ, quá tối hoặc bị che.');
    shadow(element, 'dialog [type=submit]').click();
    await vi.waitFor(() => expect(focused(element)).toBe(shadow(element, '#words')));
    expect(shadow(element, '#words').getAttribute('aria-describedby')).toBe('words-hint words-error');
    await userEvent.keyboard('Chụp lại mặt sau');
    await element.updateComplete;
    expect(shadow(element, '.preview .said').textContent).toBe('Chụp lại mặt sau');
    shadow(element, 'dialog [type=submit]').click();
    await vi.waitFor(() => expect(shadow(element, '.done')?.textContent).toContain('Đã từ chối'));
    expect([shadow(element, 'dialog'), dialog.isConnected, focused(element)]).toEqual([null, false, shadow(element, '.done')]);
    await vi.waitFor(() => expect(shadow(element, '.history').textContent).toContain('Chụp lại mặt sau'));
    gateway.move(61_000);
    expect(gateway.messages.length).toBeGreaterThan(0);
  });

  it('O4 · the preview is in the language of the person, not of the officer', async () => {
    const { element } = await opened({ ...inReview, submission: { ...inReview.submission, locale: 'en' } });
    await press(element, '#reject', 'dialog');
    shadow(element, '[value=form-unsigned]').click();
    await vi.waitFor(() => expect(shadow(element, '.preview [lang=en]')?.textContent).toContain('The paper Form 01 is not signed.'));
    expect(shadow(element, '[value=form-unsigned]').parentElement!.textContent).toContain('Mẫu 01 chưa ký');
  });

  it('O4 · Escape closes the dialog, the focus is back on its button, and what was written is still there', async () => {
    const { element } = await opened(inReview);
    await press(element, '#reject', 'dialog');
    shadow(element, '[value=form-unsigned]').click();
    shadow(element, '#words').focus();
    await userEvent.keyboard('Chưa ký');
    await userEvent.keyboard('{Escape}');
    await vi.waitFor(() => expect(shadow(element, 'dialog')).toBeNull());
    await element.updateComplete;
    expect(focused(element)).toBe(shadow(element, '#reject'));
    await press(element, '#reject', 'dialog');
    expect([(shadow(element, '#words') as HTMLTextAreaElement).value, (shadow(element, '[value=form-unsigned]') as HTMLInputElement).checked]).toEqual([
      'Chưa ký',
      true,
    ]);
  });

  it('O1 · two officers at once: what came between is told, and a reload keeps what was written', async () => {
    const { element, signedIn, id } = await opened(waiting);
    await press(element, '#reject', 'dialog');
    shadow(element, '[value=form-unsigned]').click();
    shadow(element, '#words').focus();
    await userEvent.keyboard('Thiếu chữ ký');
    await (await signedIn(officers.colleague)).reviews.receivePaper({ id, version: 1 });
    shadow(element, 'dialog [type=submit]').click();
    await vi.waitFor(() => expect(shadow(element, 'dialog .problem')).not.toBeNull());
    expect(shadow(element, '.problem').textContent).toMatch(/đã có việc khác: Đã nhận Mẫu 01 bản giấy, \d\d:\d\d ngày .*Lý do và lời bạn đã viết vẫn còn/s);
    await vi.waitFor(() =>
      expect(met(element)).toEqual(['group', 'Hồ sơ đã thay đổi, thao tác của bạn chưa được ghi', expect.stringContaining('đã có việc khác')]),
    );
    expect(await violations(element)).toEqual([]);
    shadow(element, '.problem button').click();
    await vi.waitFor(() => expect(shadow(element, '.problem')).toBeNull());
    await element.updateComplete;
    expect((shadow(element, '#words') as HTMLTextAreaElement).value).toBe('Thiếu chữ ký');
    expect(focused(element)).toBe(shadow(element, '#reject-title'));
    shadow(element, 'dialog [type=submit]').click();
    await vi.waitFor(() => expect(shadow(element, '.done')?.textContent).toContain('Đã từ chối'));
  });

  it('O1 · a case somebody approved meanwhile can no longer be rejected, and the words stay to be copied', async () => {
    const { element, signedIn, id } = await opened(inReview);
    await press(element, '#reject', 'dialog');
    shadow(element, '[value=other]').click();
    shadow(element, '#words').focus();
    await userEvent.keyboard('Lời đã viết');
    await (await signedIn(officers.colleague)).reviews.approve({ id, version: 1 });
    shadow(element, 'dialog [type=submit]').click();
    await vi.waitFor(() => expect(shadow(element, 'dialog .problem')).not.toBeNull());
    shadow(element, '.problem button').click();
    await vi.waitFor(() => expect(shadow(element, 'dialog .note')).not.toBeNull());
    expect([shadow(element, 'dialog [type=submit]'), (shadow(element, '#words') as HTMLTextAreaElement).value]).toEqual([null, 'Lời đã viết']);
  });

  it('O1 · the second officer is told, politely, that another has it open', async () => {
    const desk = office(inReview);
    const [id = ''] = await desk.ids();
    await (await desk.signedIn(officers.colleague)).reviews.read({ id });
    const client = await desk.signedIn();
    const element = await fixture<BhxhReviewCase>(html`<bhxh-review-case case-id=${id} .client=${client}></bhxh-review-case>`);
    await vi.waitFor(() => expect(shadow(element, '[part=open-by]')).not.toBeNull());
    const sentence = shadow(element, '[part=open-by]').textContent;
    expect(sentence).toMatch(/^Hoàng Thị Mẫu \(.*\) cũng đang mở hồ sơ này, từ \d\d:\d\d ngày/);
    await vi.waitFor(() => expect(shadow(element, '[role=status].visually-hidden').textContent).toBe(sentence));
  });

  it('O1 · duplicates stand side by side, what is the same is marked, and one of theirs opens', async () => {
    const desk = office({ ...alike, submission: { ...alike.submission, agencyCode: '00101' } }, inReview);
    const client = await desk.signedIn();
    const [, id] = await desk.ids();
    const element = await fixture<BhxhReviewCase>(html`<bhxh-review-case case-id=${id!} .client=${client}></bhxh-review-case>`);
    await vi.waitFor(() => expect(shadow(element, '.duplicates table')).not.toBeNull());
    const cells = all(element, '.duplicates tbody tr').map((line) =>
      [...line.children].map((cell) => `${cell.querySelector('mark') ? '*' : ''}${cell.textContent?.trim()}`),
    );
    expect(cells).toContainEqual(['Điện thoại', '*••••••0001', '*Trùng']);
    expect(cells).toContainEqual(['Họ và tên', 'Nguyễn Văn A', 'Nguyễn Văn An']);
    expect(cells).toContainEqual(['Mã số BHXH', '••••••9977', 'Khác']);
    expect(await violations(element)).toEqual([]);
    const asked: string[] = [];
    element.addEventListener('case-open', (event) => asked.push(event.id));
    shadow(element, '.duplicates button').click();
    await vi.waitFor(() => expect(shadow(element, 'h2')?.textContent).toContain('Nguyễn Văn An'));
    await element.updateComplete;
    expect([asked, element.caseId, focused(element)]).toEqual([[element.caseId], asked[0], shadow(element, 'h2')]);
  });

  it('O1 · of a duplicate at another agency only that it is there is told', async () => {
    const { element } = await opened(alike, inReview);
    await vi.waitFor(() => expect(shadow(element, '.duplicates table')).not.toBeNull());
    expect(shadow(element, '.duplicates').textContent).toContain('Ở cơ quan khác');
    expect([said(element).includes('Nguyễn Văn An'), shadow(element, '.duplicates button')]).toEqual([false, null]);
  });

  it('O3 · an account that exists is told before approving, and the refusal after it', async () => {
    const { element, gateway } = await opened(inReview);
    gateway.script('reviews.approve', { kind: 'refused', status: 409, code: 'review.email-taken' });
    const problem = await press(element, '#approve', '.problem');
    expect(problem.textContent).toContain('Thư điện tử này đã dùng cho tài khoản khác');
    await vi.waitFor(() => expect(met(element)).toEqual(['group', 'Chưa thực hiện được', expect.stringContaining('Thư điện tử này đã dùng')]));
  });

  it('O1 · a case handed in needs no client; its acts are the page’s, and go without photographs', async () => {
    const desk = office(inReview);
    const [id = ''] = await desk.ids();
    const file = await (await desk.signedIn()).reviews.read({ id });
    const element = await fixture<BhxhReviewCase>(html`<bhxh-review-case .case=${file}></bhxh-review-case>`);
    const taken: ReviewActEvent[] = [];
    element.addEventListener('act', (event) => (event.preventDefault(), taken.push(event)));
    shadow(element, '#approve').click();
    await element.updateComplete;
    expect(taken.map(({ act, id: of, version }) => [act, of, version])).toEqual([['approve', id, 1]]);
    element.case = { ...file, status: 'approved', version: 2, allowed: [] };
    await element.updateComplete;
    expect([shadow(element, '[part=status]').textContent, shadow(element, '#approve')]).toEqual(['Đã chấp nhận', null]);
    expect(await violations(element)).toEqual([]);
  });

  it('O1 · an organisation’s fields have their own labels', async () => {
    const { element } = await opened({ status: 'in-review', submission: sampleOrganisation });
    await vi.waitFor(() => expect(shadow(element, '[data-field=taxNumber] dt').textContent).toBe('Mã số thuế'));
    expect(shadow(element, '[data-field=fullName] dt').textContent).toBe('Tên cơ quan, tổ chức');
    expect(all(element, 'figure')).toEqual([]);
  });

  it('tells nothing chosen, no client, loading, and a failed opening with a way to try again', async () => {
    const desk = office(inReview);
    const client = await desk.signedIn();
    const [id = ''] = await desk.ids();
    const element = await fixture<BhxhReviewCase>(html`<bhxh-review-case></bhxh-review-case>`);
    expect(said(element)).toContain('Chưa chọn hồ sơ');
    element.caseId = id;
    await element.updateComplete;
    expect(said(element)).toContain('chưa nối với hệ thống');
    desk.gateway.script('reviews.read', { kind: 'cut-before' });
    element.client = client;
    await element.updateComplete;
    expect(shadow(element, '[aria-busy=true]')).not.toBeNull();
    await vi.waitFor(() => expect(shadow(element, '.notice')).not.toBeNull());
    expect(await violations(element)).toEqual([]);
    shadow(element, '.notice button').click();
    await vi.waitFor(() => expect(shadow(element, '#approve')).not.toBeNull());
  });

  it('is in English where its page is', async () => {
    document.documentElement.lang = 'en';
    const { element } = await opened(waiting);
    await vi.waitFor(() => expect(shadow(element, '#paper-received').textContent?.trim()).toBe('Paper received'));
    expect(shadow(element, '[data-field=bhxhNumber] dt').textContent).not.toContain('Mã số');
    expect(said(element)).not.toMatch(/Còn|Quá trình|Liên hệ/);
  });

  it.each([320, 1280])('fits %d px without scrolling sideways', async (width) => {
    const desk = office({ ...alike, submission: { ...alike.submission, agencyCode: '00101' } }, inReview);
    const client = await desk.signedIn();
    const [, id] = await desk.ids();
    const box = await fixture<HTMLElement>(html`<div><bhxh-review-case case-id=${id!} .client=${client}></bhxh-review-case></div>`);
    box.style.inlineSize = `${width}px`;
    const element = box.firstElementChild as BhxhReviewCase;
    await vi.waitFor(() => expect(all(element, 'canvas').length).toBe(3));
    const root = shadow(element, '.root');
    expect(root.scrollWidth).toBeLessThanOrEqual(width);
    const targets = all(element, 'button').filter((button) => button.offsetHeight < 44 || button.offsetWidth < 44);
    expect(targets).toEqual([]);
  });

  it('forgets the case when it leaves the page, and reads it again when it comes back', async () => {
    const { element, gateway } = await opened(inReview);
    await vi.waitFor(() => expect(all(element, 'canvas').length).toBe(3));
    const canvas = shadow(element, 'canvas') as HTMLCanvasElement;
    const reads = () => gateway.requests.filter(({ operation }) => operation === 'reviews.read').length;
    const before = reads();
    const parent = element.parentElement!;
    element.remove();
    await element.updateComplete;
    expect([canvas.width, said(element).includes('Nguyễn Văn A')]).toEqual([0, false]);
    parent.append(element);
    await vi.waitFor(() => expect(shadow(element, '#approve')).not.toBeNull());
    expect(reads()).toBe(before + 1);
  });

  it('leaves nothing behind after 100 mounts: no node, no listener outside itself, no reading under way', async () => {
    const desk = office(inReview);
    const client = await desk.signedIn();
    const [id = ''] = await desk.ids();
    const listeners = { added: 0, removed: 0 };
    const outside = [window, document, document.documentElement, document.body];
    const spies = outside.flatMap((target) => [
      vi.spyOn(target, 'addEventListener').mockImplementation(() => void listeners.added++),
      vi.spyOn(target, 'removeEventListener').mockImplementation(() => void listeners.removed++),
    ]);
    const nodes = document.querySelectorAll('*').length;
    for (let mount = 0; mount < 100; mount++) {
      const element = Object.assign(document.createElement('bhxh-review-case'), { client, caseId: id });
      document.body.append(element);
      await element.updateComplete;
      element.remove();
    }
    for (const spy of spies) spy.mockRestore();
    expect([document.querySelectorAll('*').length, listeners.added - listeners.removed]).toEqual([nodes, 0]);
  });
});
