import { fixture, html } from '@open-wc/testing';
import axe from 'axe-core';
import { expect, vi } from 'vitest';
import type { BhxhPhotoField } from '../photo-field.js';

// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- the test knows what it looks for, as with querySelector
export const shadow = <Found extends HTMLElement = HTMLElement>(field: BhxhPhotoField, selector: string): Found =>
  field.shadowRoot!.querySelector<Found>(selector)!;
export const button = (field: BhxhPhotoField, text: string): HTMLButtonElement =>
  [...field.shadowRoot!.querySelectorAll('button')].find((candidate) => candidate.textContent.trim() === text)!;
export const violations = async (element: HTMLElement): Promise<readonly string[]> =>
  (await axe.run(element)).violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`);

/** A JPEG of stripes, or of rings around a point off the middle, which no move, turn or zoom leaves as it was. */
export async function jpeg(width = 900, height = 1200, drawing: 'stripes' | 'rings' = 'stripes'): Promise<Blob> {
  const canvas = Object.assign(document.createElement('canvas'), { width, height });
  const pen = canvas.getContext('2d')!;
  pen.fillStyle = '#ddd';
  pen.fillRect(0, 0, width, height);
  for (let at = 0; at < width; at += 40) {
    pen.strokeStyle = pen.fillStyle = at % 80 ? '#888' : at < width / 2 ? '#333' : '#ddd';
    if (drawing === 'stripes') pen.fillRect(at, 0, 20, height);
    else {
      pen.beginPath();
      pen.arc(width * 0.4, height * 0.3, at, 0, 7);
      pen.stroke();
    }
  }
  return new Promise((resolve) => canvas.toBlob((blob) => resolve(blob!), 'image/jpeg', 0.9));
}

/** A JPEG put together from parts. Firefox looks at the first part of a blob alone to tell what it is, and no file from a disk has parts. */
export async function inOnePart(parts: readonly BlobPart[]): Promise<Blob> {
  return new Blob([await new Blob([...parts]).arrayBuffer()], { type: 'image/jpeg' });
}

export async function field(props: Partial<BhxhPhotoField> = {}): Promise<BhxhPhotoField> {
  const element = await fixture<BhxhPhotoField>(html`<bhxh-photo-field></bhxh-photo-field>`);
  Object.assign(element, props);
  await element.updateComplete;
  return element;
}
export async function taken(element: BhxhPhotoField, file: Blob): Promise<Blob> {
  await element.open(file);
  button(element, 'Dùng ảnh này').click();
  await vi.waitFor(() => expect(element.value).toBeInstanceOf(Blob));
  await element.updateComplete;
  return element.value!;
}

/** A camera that sees this canvas; `facing` is what it tells of itself. Answers its stream. */
export function seeing(canvas: HTMLCanvasElement, facing?: 'user' | 'environment'): MediaStream {
  const stream = canvas.captureStream(20);
  const [track] = stream.getVideoTracks();
  const pen = canvas.getContext('2d')!;
  // A camera sends pictures of what stands still, too.
  const repaint = setInterval(() => pen.drawImage(canvas, 0, 0), 50);
  const stop = track!.stop.bind(track);
  track!.stop = () => {
    clearInterval(repaint);
    stop();
  };
  if (facing) track!.getSettings = () => ({ facingMode: facing });
  return stream;
}

/** A picture of three fields: blue, in it red as far as `frame` and a little more, in that green a little less; its left half is yellow in the middle. */
export function target(width: number, height: number, frame: { readonly width: number; readonly height: number }): HTMLCanvasElement {
  const canvas = Object.assign(document.createElement('canvas'), { width, height });
  const pen = canvas.getContext('2d')!;
  const field = (colour: string, wide: number, high: number) => {
    pen.fillStyle = colour;
    pen.fillRect((width - wide) / 2, (height - high) / 2, wide, high);
  };
  field('#00f', width, height);
  field('#f00', frame.width + 16, frame.height + 16);
  field('#0f0', frame.width - 24, frame.height - 24);
  pen.fillStyle = '#ff0';
  pen.fillRect(width / 2 - 60, height / 2 - 30, 60, 60);
  return canvas;
}

/** The colours of a picture at places given as parts of its size: `#f00` as the nearest of the pure ones. */
export async function coloursAt(photo: Blob, ...places: readonly (readonly [x: number, y: number])[]): Promise<readonly string[]> {
  const picture = await createImageBitmap(photo);
  const canvas = Object.assign(document.createElement('canvas'), { width: picture.width, height: picture.height });
  const pen = canvas.getContext('2d')!;
  pen.drawImage(picture, 0, 0);
  return places.map(([x, y]) => {
    const { data } = pen.getImageData(Math.floor(x * (picture.width - 1)), Math.floor(y * (picture.height - 1)), 1, 1);
    return `#${[...data.slice(0, 3)].map((part) => (part > 127 ? 'f' : '0')).join('')}`;
  });
}
