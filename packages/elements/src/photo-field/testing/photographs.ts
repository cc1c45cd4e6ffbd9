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
