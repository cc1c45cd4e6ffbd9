import type { ReactiveControllerHost, TemplateResult } from 'lit';
import { describe, expect, it, vi } from 'vitest';
import { fetchAhead, LaterActs } from './later-acts.js';
import { stateWords } from './words.state.js';
import { translator } from './words.js';

const host = () => ({ addController: vi.fn(), requestUpdate: vi.fn() }) as unknown as ReactiveControllerHost;
const offline = () => vi.fn<() => Promise<unknown>>().mockRejectedValueOnce(new TypeError('offline')).mockResolvedValue(undefined);
const acts = (around = host()) => new LaterActs(around, translator(stateWords, { language: 'vi', overrides: [] }));

/** Presses the notice's "Thử lại", which is the one listener in it. */
async function tryAgain(later: LaterActs): Promise<void> {
  const { values } = later.notice() as TemplateResult;
  (values.find((value) => typeof value === 'function') as () => void)();
  await later.settled;
  await new Promise((resolve) => setTimeout(resolve));
}

describe('E8 · acts whose code is loaded on use', () => {
  it('say that one failed until it was tried again', async () => {
    const around = host();
    const later = acts(around);
    const act = offline();
    await later.run(act);
    expect([later.failed, vi.mocked(around.requestUpdate).mock.calls.length]).toEqual([true, 1]);
    await tryAgain(later);
    expect([later.failed, act.mock.calls.length, vi.mocked(around.requestUpdate).mock.calls.length]).toEqual([false, 2, 2]);
  });

  it('keep saying it while another act goes well, and try all that failed', async () => {
    const later = acts();
    const [total, rows, other] = [offline(), offline(), vi.fn(async () => undefined)];
    await later.run(total);
    await later.run(rows);
    await later.run(other);
    expect(later.failed).toBe(true);
    await tryAgain(later);
    expect(later.failed).toBe(false);
    expect([total, rows, other].map((act) => act.mock.calls.length)).toEqual([2, 2, 1]);
  });

  it('asked for by every drawing, are run once, and again only when a person tries', async () => {
    const later = acts();
    const [cut, here] = [offline(), vi.fn(async () => undefined)];
    for (let drawing = 0; drawing < 3; drawing += 1) {
      later.once(cut);
      later.once(here);
      await later.settled;
    }
    expect([later.failed, cut.mock.calls.length, here.mock.calls.length]).toEqual([true, 1, 1]);
    await tryAgain(later);
    later.once(cut);
    expect([later.failed, cut.mock.calls.length]).toEqual([false, 2]);
  });

  it('of the same thing only the last failure counts, and doing it well ends the notice', async () => {
    const later = acts();
    const [first, second] = [offline(), offline()];
    await later.run(first, 'search');
    await later.run(second, 'search');
    await later.run(async () => undefined, 'search');
    expect([later.failed, first.mock.calls.length, second.mock.calls.length]).toEqual([false, 1, 1]);
  });
});

describe('E8 · code that is fetched ahead', () => {
  it('is asked for once and no more when it failed, whatever else is', async () => {
    const [cut, here] = [vi.fn(() => Promise.reject(new TypeError('offline'))), vi.fn(() => Promise.resolve())];
    for (let step = 0; step < 3; step += 1) {
      fetchAhead(cut, here);
      await Promise.resolve();
    }
    expect([cut.mock.calls.length, here.mock.calls.length]).toEqual([1, 3]);
  });
});
