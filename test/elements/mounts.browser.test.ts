import { createClient } from '@bhxh-kit/client';
import { createTestGateway, personas } from '@bhxh-kit/client/testing';
import type { BhxhProvider } from '@bhxh-kit/elements/provider.js';
import { afterEach, describe, expect, it, vi } from 'vitest';

/** Those whose own tests mount them a hundred times, with what opens in them open. */
const ELSEWHERE = new Set([
  ...['activate', 'address-field', 'agency-picker', 'declaration-form', 'history-table', 'photo-field', 'provider', 'review-case', 'review-queue'],
]);

/** Every other element of the kit: a new one is mounted here without a line more. */
const loaded = import.meta.glob('../../packages/elements/src/*/define.ts', { eager: true }); // Vite loads nothing of what is asked for its keys at once
const registrations = Object.keys(loaded);
const tags = registrations
  .map((path) => path.split('/').at(-2)!)
  .filter((name) => !ELSEWHERE.has(name))
  .map((name) => `bhxh-${name}`);

/** What outlives an element: a listener left there keeps the element, its shadow tree and its data in memory. */
const LASTING: readonly EventTarget[] = [window, document, document.documentElement, document.body];

/** Listeners of the page and intervals that were begun and never ended. */
function watch() {
  const left = new Set<string>();
  const keys = new Map<unknown, number>();
  const key = (...parts: readonly unknown[]): string =>
    parts.map((part) => (typeof part === 'string' ? part : (keys.get(part) ?? keys.set(part, keys.size).get(part)))).join(' ');
  for (const target of LASTING) {
    const [add, remove] = [target.addEventListener.bind(target), target.removeEventListener.bind(target)];
    vi.spyOn(target, 'addEventListener').mockImplementation((type: string, listener: unknown, options?: unknown) => {
      add(type, listener as EventListener, options as AddEventListenerOptions);
      left.add(key('listener', type, target, listener));
      (options as AddEventListenerOptions | undefined)?.signal?.addEventListener('abort', () => left.delete(key('listener', type, target, listener)));
    });
    vi.spyOn(target, 'removeEventListener').mockImplementation((type: string, listener: unknown, options?: unknown) => {
      remove(type, listener as EventListener, options as EventListenerOptions);
      left.delete(key('listener', type, target, listener));
    });
  }
  const [begin, end] = [setInterval.bind(window), clearInterval.bind(window)];
  vi.spyOn(window, 'setInterval').mockImplementation((...given: Parameters<typeof setInterval>) => {
    const id = begin(...given);
    left.add(`interval ${String(id)}`);
    return id;
  });
  vi.spyOn(window, 'clearInterval').mockImplementation(((id: number) => {
    end(id);
    left.delete(`interval ${id}`);
  }) as typeof clearInterval);
  return { left: (): readonly string[] => [...left] };
}

afterEach(() => {
  vi.restoreAllMocks();
  document.body.replaceChildren();
});

describe('an element that was on the page and is gone', () => {
  it.each(tags)('E8 · <%s> leaves no listener, interval or node after 100 mounts, signed in at a gateway', async (tag) => {
    expect(customElements.get(tag)).toBeDefined();
    const gateway = createTestGateway();
    const client = createClient({ baseUrl: 'https://gateway.example.vn', fetch: gateway.fetch });
    const { profile, password } = personas.employee;
    await client.session.signIn({ bhxhNumber: profile.bhxhNumber, password });
    let sessionListeners = 0;
    const counted: typeof client = {
      ...client,
      onSessionChange: (listener) => {
        const stop = client.onSessionChange(listener);
        sessionListeners++;
        return () => {
          sessionListeners--;
          stop();
        };
      },
    };
    const around = document.body.appendChild(document.createElement('bhxh-provider'));
    around.client = counted;
    await around.updateComplete;
    const before = { nodes: document.querySelectorAll('*').length, sessionListeners };
    const watched = watch();
    for (let mount = 0; mount < 100; mount++) {
      const element = around.appendChild(document.createElement(tag)) as BhxhProvider;
      await element.updateComplete;
      element.remove();
    }
    // What was being fetched for the last of them may still come.
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(watched.left()).toEqual([]);
    expect({ nodes: document.querySelectorAll('*').length, sessionListeners }).toEqual(before);
  });
});
