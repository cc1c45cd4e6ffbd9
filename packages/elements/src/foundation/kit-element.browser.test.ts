import { html } from 'lit';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { KitElement } from './kit-element.js';
import { defineWords } from './words.js';

interface Arrived {
  readonly default: { readonly greeting: string };
}
let arrive: (words: Arrived) => void = () => undefined;
const words = defineWords('late-greeting', { vi: { greeting: 'Xin chào.' }, en: () => new Promise<Arrived>((arrived) => (arrive = arrived)) });

class LateGreeting extends KitElement {
  readonly t = this.speak(words);
  override render() {
    return html`${this.t('greeting')}`;
  }
}
customElements.define('late-greeting', LateGreeting);

afterEach(() => {
  vi.useRealTimers();
  document.querySelector('late-greeting')?.remove();
});

describe('an element whose English words are on their way', () => {
  it('E5, E8 · waits for them three seconds and no longer, says itself in Vietnamese, and in English once they are there', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const element = document.createElement('late-greeting');
    element.lang = 'en';
    document.body.append(element);
    await vi.advanceTimersByTimeAsync(2_999);
    expect(element.shadowRoot?.textContent).toBe('');
    await vi.advanceTimersByTimeAsync(1);
    vi.useRealTimers();
    await vi.waitFor(() => expect(element.shadowRoot?.textContent).toBe('Xin chào.'));
    arrive({ default: { greeting: 'Welcome.' } });
    await vi.waitFor(() => expect(element.shadowRoot?.textContent).toBe('Welcome.'));
  });
});
