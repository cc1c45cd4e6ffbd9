import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import './define.js';
import type { BhxhPhotoField } from './photo-field.js';
import { button, coloursAt, field, seeing, shadow, target, violations } from './testing/photographs.js';

const dialog = (element: BhxhPhotoField) => shadow<HTMLDialogElement>(element, '[part=camera]');
const said = (element: BhxhPhotoField) => dialog(element)?.querySelector('[role=status]')?.textContent;
const fault = (element: BhxhPhotoField) => shadow(element, '[part~=fault]')?.textContent;
const cameras = () => vi.spyOn(navigator.mediaDevices, 'getUserMedia');
const refusing = (name: string) => cameras().mockRejectedValue(new DOMException('', name));

/** The press, until the camera shows its picture. */
async function looking(element: BhxhPhotoField): Promise<void> {
  button(element, 'Chụp ảnh').click();
  await vi.waitFor(() => expect(button(element, 'Chụp')?.disabled).toBe(false));
}
/** A phone: fingers point, and a file box with `capture` opens its camera app. */
function onPhone(): void {
  vi.spyOn(window, 'matchMedia').mockImplementation((query) => ({ matches: query === '(pointer: coarse)' }) as MediaQueryList);
}
/** How often the camera app was asked for. */
const appOf = (element: BhxhPhotoField) => vi.spyOn(shadow<HTMLInputElement>(element, '#shot'), 'click').mockReturnValue();
/** A page without `https:`. */
function insecure(): void {
  vi.stubGlobal('isSecureContext', false);
  Object.defineProperty(navigator, 'mediaDevices', { value: undefined, configurable: true });
}

describe('the camera of <bhxh-photo-field>', () => {
  beforeEach(() => {
    document.documentElement.lang = 'vi';
  });
  afterEach(() => {
    vi.restoreAllMocks();
    vi.unstubAllGlobals();
    Reflect.deleteProperty(navigator, 'mediaDevices');
  });

  it('R5 · by keyboard: asks for the camera with the press and not before, shoots, frames and uses a picture, and is off afterwards', async () => {
    const streams: MediaStream[] = [];
    const { mediaDevices } = navigator;
    const open = mediaDevices.getUserMedia.bind(mediaDevices);
    const asked = cameras().mockImplementation(async (wish) => {
      const stream = await open(wish);
      streams.push(stream);
      return stream;
    });
    const element = await field({ kind: 'identity-front' });
    button(element, 'Chụp ảnh').focus();
    button(element, 'Chụp ảnh').dispatchEvent(new PointerEvent('pointerenter'));
    await import('./camera.js');
    expect(asked).not.toHaveBeenCalled();
    await userEvent.keyboard('{Enter}');
    await vi.waitFor(() => expect(element.shadowRoot!.activeElement).toBe(button(element, 'Chụp')));
    expect([said(element), await violations(element)]).toEqual(['Đặt giấy tờ vừa khung, đủ bốn góc, rồi bấm “Chụp”.', []]);
    expect(asked.mock.calls).toEqual([[{ video: { facingMode: 'environment', width: { ideal: 1920 }, height: { ideal: 1440 } }, audio: false }]]);
    await userEvent.keyboard('{Enter}');
    await vi.waitFor(() => expect(shadow(element, '.editor')).not.toBeNull());
    expect([dialog(element), streams[0]!.getTracks().map(({ readyState }) => readyState)]).toEqual([null, ['ended']]);
    button(element, 'Dùng ảnh này').click();
    await vi.waitFor(() => expect(element.value?.type).toBe('image/jpeg'));
  });

  // What 92 % of the view holds, which a video of 16:9 fills at 4:3: 960 × 720 of its pixels.
  it.each([
    ['portrait', 'user', { width: 441, height: 662 }, true],
    ['identity-back', 'environment', { width: 883, height: 557 }, false],
    ['birth-certificate', 'environment', { width: 883, height: 624 }, false],
  ] as const)('R5 · a %s, by the camera that looks at the %s, is cut to its frame and never mirrored', async (kind, facingMode, frame, mirrored) => {
    const asked = cameras().mockResolvedValue(seeing(target(1280, 720, frame)));
    const element = await field({ kind });
    const opened = vi.spyOn(element, 'open').mockResolvedValue();
    await looking(element);
    const shown = dialog(element);
    expect([asked.mock.calls[0]![0], shown.querySelector('video')!.className, shown.querySelector('.mask svg') !== null]).toEqual([
      { audio: false, video: expect.objectContaining({ facingMode }) },
      mirrored ? 'mirror' : '',
      kind === 'portrait',
    ]);
    button(element, 'Chụp').click();
    await vi.waitFor(() => expect(opened).toHaveBeenCalled());
    const photo = opened.mock.calls[0]![0];
    const size = await createImageBitmap(photo);
    expect([Math.abs(size.width - frame.width) < 6, Math.abs(size.height - frame.height) < 6], `${size.width} × ${size.height}`).toEqual([true, true]);
    const corners = [
      [0.005, 0.005],
      [0.995, 0.005],
      [0.005, 0.995],
      [0.995, 0.995],
    ] as const;
    const middle = [
      [0.5 - 30 / size.width, 0.5],
      [0.5 + 30 / size.width, 0.5],
    ] as const;
    expect(await coloursAt(photo, ...corners, ...middle)).toEqual(['#f00', '#f00', '#f00', '#f00', '#ff0', '#0f0']);
  });

  it('R5 · on an upright phone the view stands, and the frame of a certificate with it', async () => {
    cameras().mockResolvedValue(seeing(target(720, 1280, { width: 600, height: 900 })));
    const element = await field({ kind: 'birth-certificate' });
    await looking(element);
    const [view, frame] = ['.view', '.mask'].map((part) => dialog(element).querySelector(part)!.getBoundingClientRect());
    expect([view!.height > view!.width, frame!.height / frame!.width]).toEqual([true, expect.closeTo(Math.SQRT2, 1)]);
    expect([frame!.top > view!.top, frame!.bottom < view!.bottom, frame!.left > view!.left, frame!.right < view!.right]).toEqual([true, true, true, true]);
  });

  it('R5 · turns to the other camera and back, and stays with this one where the other does not open', async () => {
    vi.spyOn(navigator.mediaDevices, 'enumerateDevices').mockResolvedValue([{ kind: 'videoinput' }, { kind: 'videoinput' }] as MediaDeviceInfo[]);
    const canvas = target(640, 480, { width: 100, height: 100 });
    const [front, back, again] = [seeing(canvas, 'user'), seeing(canvas, 'environment'), seeing(canvas, 'environment')];
    const asked = cameras()
      .mockResolvedValueOnce(front)
      .mockResolvedValueOnce(back)
      .mockRejectedValueOnce(new DOMException('', 'NotReadableError'))
      .mockResolvedValueOnce(again);
    const facings = () => asked.mock.calls.map(([wish]) => (wish!.video as MediaTrackConstraints).facingMode);
    const ended = (stream: MediaStream) => stream.getTracks()[0]!.readyState === 'ended';
    const element = await field();
    await looking(element);
    await vi.waitFor(() => expect(button(element, 'Đổi máy ảnh')).toBeDefined());
    button(element, 'Đổi máy ảnh').click();
    await vi.waitFor(() => expect([facings(), button(element, 'Chụp').disabled]).toEqual([['user', 'environment'], false]));
    expect([ended(front), ended(back), dialog(element).querySelector('video')!.className]).toEqual([true, false, '']);
    button(element, 'Đổi máy ảnh').click();
    await vi.waitFor(() => expect(said(element)).toContain('Không mở được máy ảnh kia'));
    expect([facings(), ended(back), ended(again), await violations(element)]).toEqual([['user', 'environment', 'user', 'environment'], true, false, []]);
    button(element, 'Đóng').click();
    await vi.waitFor(() => expect([dialog(element), ended(again)]).toEqual([null, true]));
  });

  it.each([
    ['NotAllowedError', /chưa được phép dùng máy ảnh/],
    ['NotFoundError', /Không tìm thấy máy ảnh/],
    ['NotReadableError', /Máy ảnh đang bận/],
    ['a page without https', /trên trang có địa chỉ https/],
  ])('R5 · says in words what %s means and what else to do', async (name, words) => {
    if (name.endsWith('Error')) refusing(name);
    else insecure();
    const element = await field();
    button(element, 'Chụp ảnh').click();
    await vi.waitFor(() => expect(fault(element)).toMatch(words));
    expect([fault(element), dialog(element), await violations(element)]).toEqual([expect.stringMatching(/chọn ảnh/), null, []]);
    // Where no finger points, a box with `capture` is one more file box.
    expect(button(element, 'Máy ảnh của điện thoại')).toBeUndefined();
  });

  it('R5 · a phone’s own camera app is a way out of every fault, and of the dialog', async () => {
    onPhone();
    const asked = refusing('NotAllowedError');
    const element = await field({ kind: 'identity-front' });
    const app = appOf(element);
    button(element, 'Chụp ảnh').click();
    await vi.waitFor(() => expect(fault(element)).toMatch(/chưa được phép/));
    expect([app.mock.calls.length, shadow(element, '#shot').getAttribute('capture')]).toEqual([0, 'environment']);
    button(element, 'Máy ảnh của điện thoại').click();
    expect(app).toHaveBeenCalledTimes(1);
    const stream = seeing(target(640, 480, { width: 100, height: 100 }));
    asked.mockResolvedValue(stream);
    await looking(element);
    expect(fault(element)).toBeUndefined();
    button(element, 'Máy ảnh của điện thoại').click();
    expect(app).toHaveBeenCalledTimes(2);
    await vi.waitFor(() => expect([dialog(element), stream.getTracks()[0]!.readyState]).toEqual([null, 'ended']));
  });

  it('R5 · on a phone without https the press opens the camera app itself, and says why', async () => {
    onPhone();
    insecure();
    const element = await field();
    const app = appOf(element);
    button(element, 'Chụp ảnh').click();
    expect(app).toHaveBeenCalledTimes(1);
    await vi.waitFor(() => expect(fault(element)).toMatch(/https/));
  });

  it.each(['closing the dialog', 'leaving the page', 'going to another page'])('R5 · %s while permission is asked leaves the camera off', async (way) => {
    const track = { stop: vi.fn() };
    let permit = (_: MediaStream) => {};
    cameras().mockReturnValue(new Promise((resolve) => (permit = resolve)));
    const element = await field();
    button(element, 'Chụp ảnh').click();
    await vi.waitFor(() => expect(dialog(element)?.open).toBe(true));
    if (way === 'closing the dialog') button(element, 'Đóng').click();
    else if (way === 'leaving the page') element.remove();
    else window.dispatchEvent(new PageTransitionEvent('pagehide'));
    await vi.waitFor(() => expect(dialog(element)).toBeNull());
    permit({ getTracks: () => [track] } as never);
    await vi.waitFor(() => expect(track.stop).toHaveBeenCalledOnce());
    expect([element.value, shadow(element, '.editor')]).toEqual([undefined, null]);
  });
});
