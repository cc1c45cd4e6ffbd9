import { fixture, html } from '@open-wc/testing';
import axe from 'axe-core';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { page } from 'vitest/browser';
import { formSuite } from '../foundation/testing/form-suite.js';
import { type AgencyRow, BhxhAgencyPicker } from './agency-picker.js';
import './define.js';
import { activeLabel, opened, picker, press, ROWS, rows, settled, shadow, type } from './testing/picker.js';
import { TREE_KEYS } from './tree-keys.js';

/** 63 → 705 → 10,632, the size of the largest tree the kit shows. */
const MANY: readonly AgencyRow[] = Array.from({ length: 63 }, (_, p) => [
  { code: `p${p}`, name: `Tỉnh ${p}` },
  ...Array.from({ length: p < 12 ? 12 : 11 }, (_, d) => [
    { code: `p${p}d${d}`, name: `Quận Ba Đình ${d}`, parentCode: `p${p}` },
    ...Array.from({ length: 15 }, (_, c) => ({ code: `p${p}d${d}c${c}`, name: `Phường ${c}`, parentCode: `p${p}d${d}` })),
  ]).flat(),
]).flat();

const violations = async (element: HTMLElement) => (await axe.run(element)).violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html)}`);

formSuite({
  tag: 'bhxh-agency-picker',
  value: '00104',
  submitted: [['field', '00104']],
  kept: '00104',
  prepare: (control) => ((control as unknown as BhxhAgencyPicker).agencies = ROWS),
});

describe('<bhxh-agency-picker>', () => {
  beforeEach(() => {
    document.documentElement.lang = 'vi';
  });

  it('R6 · shows the chosen path with address and telephone, and offers to change it', async () => {
    const element = await picker({ value: '00104' });
    expect(shadow(element, '.path').textContent).toBe('BHXH Tp. Hà Nội » BHXH Quận Đống Đa');
    expect(shadow(element, '.chosen').textContent).toContain('Số 1 đường Mẫu');
    expect(shadow(element, 'a').getAttribute('href')).toBe('tel:0900000001');
    expect(shadow(element, '#control').textContent).toBe('Thay đổi');
  });

  it('does for every key of the table what the table says', async () => {
    const cursorAfter: Record<keyof typeof TREE_KEYS, string> = {
      ArrowDown: '[00104]',
      ArrowUp: '[001]',
      Home: '[001]',
      End: '[089]',
      PageDown: '[089]',
      PageUp: '[001]',
      ArrowRight: '[00101]',
      ArrowLeft: '[001]',
      '*': '[00101]',
      Enter: '[00101]',
      ' ': '[00101]',
    };
    expect(Object.keys(cursorAfter).sort()).toEqual(Object.keys(TREE_KEYS).sort());
    for (const [key, code] of Object.entries(cursorAfter)) {
      const element = await picker({ inline: true });
      await press(element, 'ArrowRight');
      await press(element, 'ArrowDown');
      expect(activeLabel(element)).toBe('[00101]');
      await press(element, key);
      expect([key, activeLabel(element)]).toEqual([key, code]);
      expect(element.value).toBe(TREE_KEYS[key] === 'choose' ? '00101' : '');
      element.remove();
    }
  });

  it('in the page is drawn at once with what is in it, where its code is quick to come', async () => {
    await import('./agency-browser.js');
    const element = document.createElement('bhxh-agency-picker');
    Object.assign(element, { inline: true, agencies: ROWS });
    document.body.append(element);
    const drawn: (string | null)[] = [];
    new MutationObserver(() => drawn.push(element.shadowRoot!.textContent)).observe(element.shadowRoot!, { childList: true, subtree: true });
    await vi.waitFor(() => expect(rows(element)).toHaveLength(2));
    expect(drawn.filter((text) => text?.includes('Đang tải'))).toEqual([]);
    element.remove();
  });

  it('in the page asks for the agencies while its code is fetched', () => {
    const list = vi.fn(() => new Promise<never>(() => undefined));
    const element = document.createElement('bhxh-agency-picker');
    Object.assign(element, { inline: true, client: { agencies: { list } } });
    document.body.append(element);
    return Promise.resolve()
      .then(() => expect([list.mock.calls.length, element.hasUpdated]).toEqual([1, false]))
      .finally(() => element.remove());
  });

  it('types ahead without diacritics, and a space within the typed name is no choice', async () => {
    const element = await picker({ inline: true });
    await press(element, 'ArrowRight');
    for (const letter of 'quan d') await press(element, letter);
    expect([activeLabel(element), element.value]).toEqual(['[00104]', '']);
  });

  it('R6 · names no office to look for that may not be in the list: the districts of 2021 are not among the offices of 2025', async () => {
    const element = await opened();
    expect(shadow(element, '#filter-hint').textContent).toBe('Gõ có dấu hay không dấu đều được.');
    await type(element, 'xyz');
    expect(shadow(element, '.browse .hint:not([hidden])').textContent).toBe('Không có cơ quan nào khớp. Hãy thử tên khác hoặc mã số.');
  });

  it('gives the letters of a name their whole height, with what hangs below the line and the marks one above another', async () => {
    const element = await opened({
      agencies: [
        { code: '004', name: 'BHXH Tỉnh Cao Bằng' },
        { code: '017', name: 'BHXH Tỉnh Tuyên Quang' },
      ],
    });
    for (const size of ['15px', '16px', '20px']) {
      element.style.fontSize = size;
      await settled(element);
      for (const name of element.shadowRoot!.querySelectorAll<HTMLElement>('.name')) {
        const letters = document.createRange();
        letters.selectNodeContents(name);
        const [wanted, given] = [letters.getBoundingClientRect(), name.getBoundingClientRect()];
        expect([size, wanted.top >= given.top - 0.5, wanted.bottom <= given.bottom + 0.5]).toEqual([size, true, true]);
      }
    }
  });

  it('keeps and marks a code that is not in the list', async () => {
    const element = await picker({ value: '00199' });
    element.reportValidity();
    await settled(element);
    expect([element.value, element.validity.badInput]).toEqual(['00199', true]);
    expect(shadow(element, '.error').textContent).toContain('00199');
  });

  it('suggests the agency of the commune and chooses it only when told to', async () => {
    const element = await picker({ communeCode: '00004' });
    expect([element.value, shadow(element, '.suggestion').textContent]).toEqual(['', expect.stringContaining('BHXH Quận Ba Đình')]);
    shadow(element, '.suggestion button').focus();
    shadow(element, '.suggestion button').click();
    await element.updateComplete;
    // The button that was pressed is gone: whoever has no pointer goes on where the choice can be changed.
    expect([element.value, element.shadowRoot!.activeElement]).toEqual(['00101', shadow(element, '#control')]);
  });

  it('speaks the language around it, and the host’s words before its own', async () => {
    const box = await fixture(html`<div lang="en-GB"><bhxh-agency-picker .agencies=${ROWS}></bhxh-agency-picker></div>`);
    const element = box.querySelector('bhxh-agency-picker')!;
    await settled(element);
    expect([shadow(element, '#control').textContent, shadow(element, '.root').lang]).toEqual(['Choose an office', 'en']);
    box.setAttribute('lang', 'vi');
    await vi.waitFor(() => expect(shadow(element, '#control').textContent).toBe('Chọn cơ quan'));
    element.messages = { 'agency-picker.open': 'Chọn nơi nộp' };
    await element.updateComplete;
    expect(shadow(element, '#control').textContent).toBe('Chọn nơi nộp');
  });

  it('asks the client: the path for a value, the list on opening; a failure offers to try again', async () => {
    const list = vi.fn().mockRejectedValueOnce(new Error('offline')).mockResolvedValue({ items: ROWS });
    const path = vi.fn().mockResolvedValue({ items: [ROWS[0], ROWS[2]] });
    const element = await fixture<BhxhAgencyPicker>(html`<bhxh-agency-picker .client=${{ agencies: { list, path } }} .value=${'00104'}></bhxh-agency-picker>`);
    await vi.waitFor(() => expect(shadow(element, '.path')?.textContent).toBe('BHXH Tp. Hà Nội » BHXH Quận Đống Đa'));
    expect(list).not.toHaveBeenCalled();
    element.open();
    await vi.waitFor(() => expect(shadow(element, '.problem')).not.toBeNull());
    shadow(element, '.problem button').click();
    await vi.waitFor(() => expect(activeLabel(element)).toBe('[00104]'));
    list.mockRejectedValueOnce(new Error('offline'));
    element.close();
    await settled(element);
    element.open();
    await vi.waitFor(() => expect(shadow(element, '.note').textContent).toContain('chưa cập nhật được'));
    expect(rows(element).length).toBeGreaterThan(0);
  });

  it('shows 11,400 nodes with at most 100 elements, wherever it is scrolled', async () => {
    const element = await picker({ inline: true, agencies: MANY });
    await press(element, '*');
    for (const top of [0, 5_000, 1e9]) {
      shadow(element, '.tree').scrollTop = top;
      await settled(element);
      await settled(element);
      expect(rows(element).length).toBeGreaterThan(5);
      expect(element.shadowRoot!.querySelectorAll('*').length).toBeLessThanOrEqual(100);
    }
    await type(element, 'ba dinh');
    expect(element.shadowRoot!.querySelectorAll('*').length).toBeLessThanOrEqual(100);
    await press(element, 'End');
    await settled(element);
    expect(activeLabel(element)).toBe('[p62d10]');
  });

  it('E6 · a name too long for its row is whole below the tree, at 320 px, inline and in the dialog', async () => {
    const name = 'BHXH thành phố trực thuộc tỉnh có tên dài hơn mọi hàng của cây cơ quan này';
    const agencies = [
      { code: '001', name: 'BHXH Tp. Hà Nội' },
      { code: '00199', name, parentCode: '001' },
    ];
    await page.viewport(320, 700);
    try {
      for (const inline of [true, false]) {
        const element = inline ? await picker({ inline, agencies }) : await opened({ agencies });
        for (const key of ['Home', 'ArrowRight', 'ArrowRight']) await press(element, key);
        shadow(element, '.tree').focus();
        const row = shadow(element, '.row.active .name');
        const [cut, tall] = [row.scrollHeight > row.clientHeight, new Set(rows(element).map((one) => (one as HTMLElement).offsetHeight)).size];
        expect([row.textContent, cut, tall]).toEqual([name, true, 1]);
        const whole = shadow(element, inline ? '.whole' : '.marked');
        expect(whole.textContent).toContain(name);
        expect([whole.scrollHeight > whole.clientHeight, whole.checkVisibility({ visibilityProperty: true })]).toEqual([false, true]);
        const box = whole.getBoundingClientRect();
        expect([box.left >= 0, box.right <= 320]).toEqual([true, true]);
        element.remove();
      }
    } finally {
      await page.viewport(1280, 800);
    }
  });

  it('is clean under axe: closed, chosen, open, filtered, inline, wrong', async () => {
    expect(await violations(await picker({ required: true }))).toEqual([]);
    expect(await violations(await picker({ value: '00104' }))).toEqual([]);
    const open = await opened();
    expect(await violations(open)).toEqual([]);
    await type(open, 'dong');
    expect(await violations(open)).toEqual([]);
    open.close();
    const inline = await picker({ inline: true, value: '00104' });
    expect(await violations(inline)).toEqual([]);
    const wrong = await picker({ required: true, hint: 'Nơi nộp tờ khai.' });
    wrong.reportValidity();
    await settled(wrong);
    expect(await violations(wrong)).toEqual([]);
  });

  it('E6 · is heard as a field: its label once, what is chosen, that it must be given, and what is wrong', async () => {
    const label = 'Nơi nộp';
    const name = (element: BhxhAgencyPicker) => shadow(element, '#control').getAttribute('aria-label');
    expect(name(await picker({ label, required: true }))).toBe('Nơi nộp, Chọn cơ quan, bắt buộc');
    expect(name(await picker({ label, value: '00104' }))).toBe('Nơi nộp, BHXH Tp. Hà Nội » BHXH Quận Đống Đa, Thay đổi');
    const inline = await picker({ label, inline: true, required: true });
    inline.reportValidity();
    await settled(inline);
    const tree = shadow(inline, '.tree');
    expect(['label', 'required', 'invalid', 'describedby'].map((what) => tree.getAttribute(`aria-${what}`))).toEqual([label, 'true', 'true', 'error']);
    expect(await violations(inline)).toEqual([]);
  });

  it('lives beside another copy of the kit: the second registration warns once and does not throw', async () => {
    const { defineElement } = await import('../foundation/define-element.js');
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
    for (let copy = 0; copy < 2; copy++) defineElement('bhxh-agency-picker', class extends HTMLElement {});
    await vi.waitFor(() => expect(warn).toHaveBeenCalledOnce());
    warn.mockRestore();
    expect(customElements.get('bhxh-agency-picker')).toBe(BhxhAgencyPicker);
  });

  it('leaves nothing behind after 100 mounts: no node, no listener outside itself', async () => {
    const listeners = { added: 0, removed: 0 };
    const outside = [window, document, document.documentElement, document.body];
    const spies = outside.flatMap((target) => [
      vi.spyOn(target, 'addEventListener').mockImplementation(() => void listeners.added++),
      vi.spyOn(target, 'removeEventListener').mockImplementation(() => void listeners.removed++),
    ]);
    const nodes = document.querySelectorAll('*').length;
    for (let mount = 0; mount < 100; mount++) {
      const element = document.createElement('bhxh-agency-picker');
      element.agencies = ROWS;
      document.body.append(element);
      await element.updateComplete;
      element.open();
      await element.updateComplete;
      element.remove();
    }
    for (const spy of spies) spy.mockRestore();
    expect([document.querySelectorAll('*').length, listeners.added - listeners.removed]).toEqual([nodes, 0]);
  });
});
