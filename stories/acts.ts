import type { LitElement } from 'lit';

/** The element of a story, rendered. */
export async function shown<Tag extends keyof HTMLElementTagNameMap>(canvas: HTMLElement, tag: Tag): Promise<HTMLElementTagNameMap[Tag]> {
  const element = canvas.querySelector(tag)!;
  await (element as unknown as LitElement).updateComplete;
  return element;
}

/** Waits for something inside an element, however many shadow roots deep. */
export async function inside<Found extends Element = HTMLElement>(root: Element, selector: string): Promise<Found> {
  return await until(() => deep(root, selector) as Found | undefined, `<${root.localName}> does not show ${selector}`);
}

/** Waits until an element shows something no more. */
export async function gone(root: Element, selector: string): Promise<void> {
  await until(() => !deep(root, selector), `<${root.localName}> still shows ${selector}`);
}

/** Not Storybook's own, so that a test can show a story without Storybook around it. */
async function until<Value>(look: () => Value | undefined, otherwise: string): Promise<Value> {
  for (const end = performance.now() + 10_000; performance.now() < end; await new Promise((next) => setTimeout(next, 20))) {
    const value = look();
    if (value) return value;
  }
  throw new Error(otherwise);
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
