import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import './define.js';
import type { BhxhPhotoField } from './photo-field.js';
import { button, field, shadow, violations } from './testing/photographs.js';

const dialog = (element: BhxhPhotoField) => shadow<HTMLDialogElement>(element, '[part=camera]');
const opened = async (element: BhxhPhotoField) => {
  await vi.waitFor(() => expect(dialog(element)?.open).toBe(true));
};
const refusing = (name: string) => vi.spyOn(navigator.mediaDevices, 'getUserMedia').mockRejectedValue(new DOMException('', name));

describe('the camera of <bhxh-photo-field>', () => {
  beforeEach(() => {
    document.documentElement.lang = 'vi';
  });
  afterEach(() => {
    vi.restoreAllMocks();
  });

  it('R5 · shoots, frames and uses a picture, and is off afterwards', async () => {
    const streams: MediaStream[] = [];
    const { mediaDevices } = navigator;
    const open = mediaDevices.getUserMedia.bind(mediaDevices);
    vi.spyOn(mediaDevices, 'getUserMedia').mockImplementation(async (wish) => {
      const stream = await open(wish);
      streams.push(stream);
      return stream;
    });
    const element = await field({ kind: 'identity-front' });
    button(element, 'Chụp ảnh').click();
    await opened(element);
    await vi.waitFor(() => expect(button(element, 'Chụp').disabled).toBe(false));
    expect([dialog(element).querySelector('[role=status]')?.textContent, await violations(element)]).toEqual(['Canh vào khung rồi bấm “Chụp”.', []]);
    button(element, 'Chụp').click();
    await vi.waitFor(() => expect(shadow(element, '.editor')).not.toBeNull());
    expect([dialog(element), streams[0]!.getTracks().map(({ readyState }) => readyState)]).toEqual([null, ['ended']]);
    button(element, 'Dùng ảnh này').click();
    await vi.waitFor(() => expect(element.value?.type).toBe('image/jpeg'));
  });

  it.each([
    ['NotAllowedError', /chưa được phép dùng máy ảnh/],
    ['NotFoundError', /Không tìm thấy máy ảnh/],
    ['NotReadableError', /Máy ảnh đang bận/],
  ])('R5 · says in words what %s means and what else to do', async (name, words) => {
    refusing(name);
    const element = await field();
    button(element, 'Chụp ảnh').click();
    await vi.waitFor(() => expect(shadow(element, '[part~=fault]')?.textContent).toMatch(words));
    expect([shadow(element, '[part~=fault]').textContent, dialog(element)]).toEqual([expect.stringMatching(/chọn ảnh/), null]);
  });

  it.each(['closing the dialog', 'leaving the page'])('R5 · %s while permission is asked leaves the camera off', async (way) => {
    const track = { stop: vi.fn() };
    let permit = (_: MediaStream) => {};
    vi.spyOn(navigator.mediaDevices, 'getUserMedia').mockReturnValue(new Promise((resolve) => (permit = resolve)));
    const element = await field();
    button(element, 'Chụp ảnh').click();
    await opened(element);
    if (way === 'closing the dialog') button(element, 'Đóng').click();
    else element.remove();
    await vi.waitFor(() => expect(dialog(element)).toBeNull());
    permit({ getTracks: () => [track] } as never);
    await vi.waitFor(() => expect(track.stop).toHaveBeenCalledOnce());
    expect([element.value, shadow(element, '.editor')]).toEqual([undefined, null]);
  });
});
