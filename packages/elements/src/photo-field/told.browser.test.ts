import { faultMessage, loadEnglish, loadEveryWord } from '@bhxh-kit/domain/wording';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import './define.js';
import type { BhxhPhotoField } from './photo-field.js';
import { button, field, jpeg, shadow, taken, violations } from './testing/photographs.js';
import english from './words.en.js';
import { photoFieldWords } from './words.js';

/** Everything the announcer of a field says from now on, without the space that makes a sentence said again another text. */
function heard(element: BhxhPhotoField): readonly string[] {
  const said: string[] = [];
  const region = shadow(element, '.visually-hidden[role=status]');
  new MutationObserver(() => region.textContent && said.push(region.textContent.trim())).observe(region, {
    childList: true,
    characterData: true,
    subtree: true,
  });
  return said;
}

/** The sentences an element is described with. */
function description(element: BhxhPhotoField, described: HTMLElement): string {
  const ids = described.getAttribute('aria-describedby')?.split(' ') ?? [];
  return ids.map((id) => shadow(element, `#${id}`)?.textContent.trim() ?? '').join(' ');
}

describe('what is heard of a photograph', () => {
  beforeEach(() => {
    document.documentElement.lang = 'vi';
  });

  it('R5 · an opened photograph is said with what to do, and the frame that has the focus tells its name, what it is and how near it shows', async () => {
    const element = await field();
    await element.updateComplete;
    const said = heard(element);
    await element.open(await jpeg());
    await vi.waitFor(() => expect(said).toEqual([expect.stringMatching(/^Đã mở ảnh.*“Dùng ảnh này”/)]));
    const frame = element.shadowRoot!.activeElement!;
    const told = () => [frame.role, frame.ariaRoleDescription, frame.ariaValueNow, frame.ariaValueText];
    expect([frame, frame.ariaLabel]).toEqual([shadow(element, '.editor'), expect.stringMatching(/phím mũi tên/)]);
    expect(told()).toEqual(['slider', 'khung ảnh', '1', 'Phóng to 1 lần']);
    frame.dispatchEvent(new KeyboardEvent('keydown', { key: '+', bubbles: true, cancelable: true }));
    await element.updateComplete;
    expect(told()).toEqual(['slider', 'khung ảnh', '1.1', 'Phóng to 1,1 lần']);
    expect(await violations(element)).toEqual([]);
    // Whoever reads on after “Chọn lại” does not find an open photograph.
    button(element, 'Chọn lại').click();
    await element.updateComplete;
    expect(shadow(element, '.visually-hidden[role=status]').textContent).toBe('');
  });

  it('R5 · every end of an upload is said, the same one again too, with the photograph it is about', async () => {
    const ends: { readonly done: () => void; readonly fail: () => void }[] = [];
    const upload = () =>
      new Promise((resolve, reject) =>
        ends.push({
          done: () => resolve({ kind: 'portrait', id: 'photo-1', key: 'secret-1' }),
          fail: () => reject(Object.assign(new Error('offline'), { code: 'client.network' })),
        }),
      );
    const element = await field({ autoUpload: true, label: 'Ảnh cá nhân', client: { photographs: { upload } } as never });
    const said = heard(element);
    await taken(element, await jpeg());
    await vi.waitFor(() => expect(said.at(-1)).toMatch(/Đã nhận ảnh/));
    ends.at(-1)!.fail();
    await vi.waitFor(() => expect(said.slice(1)).toEqual([expect.stringMatching(/^Ảnh cá nhân: Chưa gửi được ảnh/)]));
    button(element, 'Gửi lại').click();
    await element.updateComplete;
    ends.at(-1)!.fail();
    await vi.waitFor(() => expect(said.slice(2)).toEqual([said[1]]));
    button(element, 'Gửi lại').click();
    await element.updateComplete;
    button(element, 'Dừng gửi').click();
    await vi.waitFor(() => expect(said.slice(3)).toEqual([expect.stringMatching(/^Ảnh cá nhân: Đã dừng gửi/)]));
    button(element, 'Gửi lại').click();
    ends.at(-1)!.done();
    await vi.waitFor(() => expect(said.slice(4)).toEqual(['Ảnh cá nhân: Đã gửi ảnh.']));
    // Heard once: no other live region has the same words.
    expect(element.shadowRoot!.querySelectorAll('.stage [role=status], .stage [role=alert]')).toHaveLength(0);
  });

  it('R5 · what is amiss with the photograph is said although its upload ends at once, which would else be all that is heard', async () => {
    const upload = async () => ({ kind: 'portrait', id: 'photo-1', key: 'secret-1' });
    const element = await field({ autoUpload: true, label: 'Ảnh cá nhân', client: { photographs: { upload } } as never });
    const said = heard(element);
    await taken(element, await jpeg());
    await vi.waitFor(() => expect(said.at(-1)).toMatch(/^Ảnh .*Đã nhận ảnh.* Ảnh cá nhân: Đã gửi ảnh\.$/));
  });

  it('the bar of an upload has the name of its photograph', async () => {
    const upload = () => new Promise<never>(() => undefined);
    const element = await field({ autoUpload: true, label: 'Ảnh cá nhân', client: { photographs: { upload } } as never });
    await taken(element, await jpeg());
    expect([shadow(element, 'progress').getAttribute('aria-label'), await violations(element)]).toEqual(['Ảnh cá nhân', []]);
  });

  it('the sentence of a failed upload names “Gửi lại”, describes what may be done, and the field’s focus goes to that button', async () => {
    const element = await field({ value: await jpeg(), upload: { status: 'failed', code: 'client.network' } });
    await element.updateComplete;
    element.focus();
    const again = button(element, 'Gửi lại');
    expect(element.shadowRoot!.activeElement).toBe(again);
    expect(description(element, again)).toMatch(/bấm “Gửi lại”/);
    expect(description(element, button(element, 'Chọn lại'))).toMatch(/^Chụp thẳng.*bấm “Gửi lại”/);
    expect(await violations(element)).toEqual([]);
  });

  it.each([
    [true, 'photographs.upload', /chưa tải được phần gửi ảnh.*bấm “Gửi lại”.*tải lại trang/],
    [false, 'photographs.upload', /kiểm tra kết nối mạng/],
    [true, 'photographs.append', /kiểm tra kết nối mạng/],
  ])(
    'the code for an upload that does not come is told from a dead network (on line %s, %s): a deployment takes it away from a page left open',
    async (onLine, operation, words) => {
      const network = vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(onLine);
      const upload = () => Promise.reject(Object.assign(new Error('not here'), { code: 'client.network', operation }));
      const element = await field({ autoUpload: true, client: { photographs: { upload } } as never });
      const said = heard(element);
      await taken(element, await jpeg());
      await vi.waitFor(() => expect(said.at(-1)).toMatch(words));
      expect(shadow(element, '#sent').textContent).toMatch(words);
      network.mockRestore();
    },
  );

  it('what a form says of a photograph that was not sent names that button, in both languages', async () => {
    await Promise.all([loadEnglish(), loadEveryWord()]);
    const said = (locale: 'vi' | 'en') => faultMessage('photograph.not-uploaded', { kind: 'portrait' }, locale);
    expect([said('vi'), said('en')]).toEqual([expect.stringContaining(`“${photoFieldWords.vi.send}”`), expect.stringContaining(`“${english.send}”`)]);
  });
});
