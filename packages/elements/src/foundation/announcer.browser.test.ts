import type { ReactiveController } from 'lit';
import { expect, it, vi } from 'vitest';
import { Announcer } from './announcer.js';

/** An announcer in the page, and every text its region came to hold. */
function announcer() {
  const added: ReactiveController[] = [];
  const host = {
    addController: (one: ReactiveController) => added.push(one),
    removeController: () => {},
    requestUpdate: () => {},
    updateComplete: Promise.resolve(true),
  };
  const one = new Announcer(host);
  const held: string[] = [];
  new MutationObserver(() => held.push(one.region.textContent)).observe(one.region, { childList: true });
  document.body.append(one.region);
  const say = async (sentence: string) => {
    one.say(sentence);
    await new Promise((done) => setTimeout(done, 200));
    return one.region.textContent;
  };
  return { one, held, say, leave: () => added.forEach((controller) => controller.hostDisconnected?.()) };
}

it('E6 · the same sentence said again is another text: Orca 43 passes over a live region that says what it said last, whatever it held in between', async () => {
  const { say } = announcer();
  const said = [await say('Đã sao chép.'), await say('Đã sao chép.'), await say('Đã sao chép.'), await say('Tìm thấy 1 dòng.')];
  expect(said.map((text) => text.trim())).toEqual(['Đã sao chép.', 'Đã sao chép.', 'Đã sao chép.', 'Tìm thấy 1 dòng.']);
  for (const [at, text] of said.slice(1).entries()) expect(text).not.toBe(said[at]);
  expect(said.map((text) => text.length)).toEqual([12, 13, 12, 16]);
});

it('E6 · nothing said is nothing, however often, and what was said before it is still known', async () => {
  const { one, say } = announcer();
  expect([await say(''), await say('')]).toEqual(['', '']);
  const first = await say('Đã xóa ảnh.');
  one.hush();
  expect(one.region.textContent).toBe('');
  expect(await say('Đã xóa ảnh.')).not.toBe(first);
});

it('E6 · of several sentences at once the last alone is said; an element that left the page says no more', async () => {
  const { one, held, say, leave } = announcer();
  one.say('một');
  one.say('hai');
  expect(await say('ba')).toBe('ba');
  expect(held.filter(Boolean)).toEqual(['ba']);
  one.say('bốn');
  leave();
  await new Promise((done) => setTimeout(done, 200));
  expect(one.region.textContent).toBe('');
  await vi.waitFor(() => expect(held.filter(Boolean)).toEqual(['ba']));
});
