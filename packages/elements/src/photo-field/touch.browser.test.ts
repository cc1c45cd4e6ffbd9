import { beforeEach, describe, expect, it, vi } from 'vitest';
import { cdp, userEvent } from 'vitest/browser';
import './define.js';
import type { BhxhPhotoField } from './photo-field.js';
import { field, jpeg, shadow } from './testing/photographs.js';

const session = cdp() as unknown as { send(method: string, params: object): Promise<void> };
const slider = (element: BhxhPhotoField) => shadow<HTMLInputElement>(element, '.zoom input');

/** Fingers on the canvas, at places given from its middle in CSS pixels; none left lifts them all. */
async function touch(
  element: BhxhPhotoField,
  type: 'touchStart' | 'touchMove' | 'touchEnd',
  ...fingers: readonly (readonly [number, number])[]
): Promise<void> {
  const { left, top, width, height } = shadow(element, '.editor').getBoundingClientRect();
  // The test runs in a frame of the page that is touched.
  const frame = window.frameElement?.getBoundingClientRect() ?? { left: 0, top: 0 };
  const touchPoints = fingers.map(([x, y], id) => ({ id, x: frame.left + left + width / 2 + x, y: frame.top + top + height / 2 + y }));
  await session.send('Input.dispatchTouchEvent', { type, touchPoints });
  await element.updateComplete;
}

async function framing(): Promise<BhxhPhotoField> {
  const element = await field();
  await element.open(await jpeg(1200, 1200, 'rings'));
  await element.updateComplete;
  shadow(element, '.editor').scrollIntoView({ block: 'center' });
  return element;
}
const pixels = (element: BhxhPhotoField) => shadow<HTMLCanvasElement>(element, '.editor').toDataURL();

describe('the frame under fingers', () => {
  beforeEach(() => {
    document.documentElement.lang = 'vi';
  });

  it('R5 · two fingers that part zoom in, and out again as they close; the slider tells how far in words', async () => {
    const element = await framing();
    expect(slider(element).getAttribute('aria-valuetext')).toBe('1 lần');
    await touch(element, 'touchStart', [-20, 0], [20, 0]);
    await touch(element, 'touchMove', [-30, 0], [30, 0]);
    await vi.waitFor(() => expect(slider(element).getAttribute('aria-valuetext')).toBe('1,5 lần'));
    await touch(element, 'touchMove', [-90, 0], [90, 0]);
    await vi.waitFor(() => expect(slider(element).valueAsNumber).toBe(4));
    await touch(element, 'touchMove', [-20, 0], [20, 0]);
    await vi.waitFor(() => expect(slider(element).valueAsNumber).toBe(1));
    await touch(element, 'touchEnd');
  });

  it('R5 · one finger drags the picture; the page does not scroll under it', async () => {
    const element = await framing();
    const before = pixels(element);
    const { scrollY } = window;
    await touch(element, 'touchStart', [0, 0]);
    await touch(element, 'touchMove', [-30, 0]);
    await touch(element, 'touchMove', [-60, -40]);
    await vi.waitFor(() => expect(pixels(element)).not.toBe(before));
    await touch(element, 'touchEnd');
    expect([window.scrollY, slider(element).valueAsNumber]).toEqual([scrollY, 1]);
    const after = pixels(element);
    await touch(element, 'touchStart', [0, 0]);
    await touch(element, 'touchEnd');
    expect(pixels(element)).toBe(after);
  });

  it('R5 · a finger that comes or goes while another holds moves nothing by itself', async () => {
    const element = await framing();
    await touch(element, 'touchStart', [-20, 0], [20, 0]);
    await touch(element, 'touchMove', [-40, 0], [40, 0]);
    await vi.waitFor(() => expect(slider(element).valueAsNumber).toBe(2));
    const zoomedIn = [pixels(element), slider(element).valueAsNumber];
    await touch(element, 'touchEnd', [-40, 0]);
    expect([pixels(element), slider(element).valueAsNumber]).toEqual(zoomedIn);
    await touch(element, 'touchEnd');
  });

  it('R5 · the slider is moved by keys and says its place in the language of the moment', async () => {
    const element = await framing();
    slider(element).focus();
    await userEvent.keyboard('{ArrowRight}{ArrowRight}');
    await element.updateComplete;
    expect(slider(element).getAttribute('aria-valuetext')).toBe('1,1 lần');
    document.documentElement.lang = 'en';
    await new Promise((done) => setTimeout(done, 100));
    await element.updateComplete;
    expect(slider(element).getAttribute('aria-valuetext')).toBe('1.1 times');
  });
});
