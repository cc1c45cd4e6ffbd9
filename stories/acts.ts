import type { LitElement } from 'lit';
import { waitFor } from 'storybook/test';

/** The element of a story, rendered. */
export async function shown<Tag extends keyof HTMLElementTagNameMap>(canvas: HTMLElement, tag: Tag): Promise<HTMLElementTagNameMap[Tag]> {
  const element = canvas.querySelector(tag)!;
  await (element as unknown as LitElement).updateComplete;
  return element;
}

/** Waits for something inside an element, however many shadow roots deep. */
export async function inside<Found extends Element = HTMLElement>(root: Element, selector: string): Promise<Found> {
  return await waitFor(
    () => {
      const found = deep(root, selector);
      if (!found) throw new Error(`<${root.localName}> does not show ${selector}`);
      return found as Found;
    },
    { timeout: 10_000 },
  );
}

/** Waits until an element shows something no more. */
export async function gone(root: Element, selector: string): Promise<void> {
  await waitFor(
    () => {
      if (deep(root, selector)) throw new Error(`<${root.localName}> still shows ${selector}`);
    },
    { timeout: 10_000 },
  );
}

function deep(root: Element | ShadowRoot, selector: string): Element | undefined {
  const roots = [root, ...('shadowRoot' in root && root.shadowRoot ? [root.shadowRoot] : [])];
  for (const each of roots) {
    const found = each.querySelector(selector);
    if (found) return found;
    for (const child of each.querySelectorAll('*')) {
      const deeper = child.shadowRoot ? deep(child.shadowRoot, selector) : undefined;
      if (deeper) return deeper;
    }
  }
  return undefined;
}

/** Presses a button or link once it is there. */
export async function press(root: Element, selector: string): Promise<void> {
  (await inside(root, selector)).click();
}

/** Types into a field once it is there, as a person's input arrives. */
export async function type(root: Element, selector: string, text: string): Promise<HTMLInputElement> {
  const field = await inside<HTMLInputElement>(root, selector);
  field.focus();
  field.value = text;
  field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
  return field;
}

/** Stands in for the camera; answers the function that brings the real one back. */
export function pretendCamera(getUserMedia: MediaDevices['getUserMedia']): () => void {
  const devices = navigator.mediaDevices;
  devices.getUserMedia = getUserMedia;
  return () => Reflect.deleteProperty(devices, 'getUserMedia');
}
