import { expect, vi } from 'vitest';
import { userEvent } from 'vitest/browser';

/** Every sentence a live region comes to say, the same one again too. */
export function heard(region: Element): string[] {
  const sentences: string[] = [];
  const keep = () => {
    const sentence = region.textContent.trim();
    if (sentence) sentences.push(sentence);
  };
  new MutationObserver(keep).observe(region, { childList: true, characterData: true, subtree: true });
  return sentences;
}

/** Enter, in the field that has the focus and is wrong, three times: after the first, each is answered in the live region, by the sentence that stands at the field. */
export async function hearsItAgain(element: Element, field: string): Promise<void> {
  const find = (selector: string) => element.shadowRoot!.querySelector<HTMLElement>(selector);
  find(field)!.focus();
  await userEvent.keyboard('{Enter}');
  await vi.waitFor(() => expect(find('.error')).not.toBeNull());
  const fault = find('.error')!.textContent.trim();
  // What the first is answered by may be the field itself, which comes to be described.
  await new Promise((rest) => setTimeout(rest, 300));
  const sentences = heard(find('[role=status].visually-hidden')!);
  for (const times of [1, 2]) {
    await userEvent.keyboard('{Enter}');
    await vi.waitFor(() => expect(sentences).toEqual(Array.from({ length: times }, () => fault)));
  }
  expect(element.shadowRoot!.activeElement).toBe(find(field));
}
