import { describe, expect, it } from 'vitest';
import { OptionList } from './option-list.js';
import { placePopup } from './popup-place.js';

const list = () =>
  new OptionList([
    { code: '00004', name: 'Phường Ba Đình' },
    { code: '00008', name: 'Phường Phú Thượng' },
    { code: '00010', name: 'Xã Phú Thượng' },
  ]);

describe('the options of a combobox', () => {
  it('R4 · a name that begins with what was typed goes before a kind that does', () => {
    const options = list();
    options.filter('phu');
    expect(options.shown.map(({ code }) => code)).toEqual(['00008', '00010', '00004']);
    expect(options.active).toBe(0);
  });
  it('R4 · a name typed in full is taken only where it names one unit', () => {
    expect(list().exactly('ba dinh')?.code).toBe('00004');
    expect(list().exactly('phu thuong')).toBeUndefined();
    expect(list().exactly('xa phu thuong')?.code).toBe('00010');
  });
  it('R4 · understands the kinds people shorten, and takes its part of an address pasted whole', () => {
    const names = ['Thành phố Hồ Chí Minh', 'Quận 1', 'Thị xã Sơn Tây', 'Phường Bến Nghé', 'Tỉnh Quảng Nam'];
    const units = new OptionList(names.map((name, at) => ({ code: `${at}`, name })));
    const found = (query: string) => {
      units.filter(query);
      return units.shown.map(({ name }) => name);
    };
    for (const query of ['TP.HCM', 'tphcm', 'TP Hồ Chí Minh', 'hcm']) expect([query, found(query)]).toEqual([query, ['Thành phố Hồ Chí Minh']]);
    for (const query of ['Q.1', 'q1', 'Số 5, Q. 1']) expect([query, found(query)]).toEqual([query, ['Quận 1']]);
    expect([found('tx Sơn'), found('P. Bến'), found('T. Quảng')]).toEqual([['Thị xã Sơn Tây'], ['Phường Bến Nghé'], ['Tỉnh Quảng Nam']]);
    expect(units.exactly('Phường Bến Nghé, Hà Giang')?.name).toBe('Phường Bến Nghé');
    expect([found('Xã Không Có'), found(', ,')]).toEqual([[], []]);
  });
  it('without a code nothing is chosen, not even a row that has none', () => {
    const options = new OptionList([{ code: '', name: 'Nơi khác' }]);
    expect(options.find('')).toBeUndefined();
    options.pointAt('');
    expect(options.active).toBe(-1);
  });
  it('goes round by arrows and stops at the ends by pages', () => {
    const options = list();
    options.act('previous', 1);
    expect(options.active).toBe(2);
    options.act('next', 1);
    options.act('page-previous', 1);
    expect(options.active).toBe(0);
  });
  it('opens above its field where there is more room', () => {
    const view = { top: 0, height: 600 };
    expect(placePopup({ left: 0, top: 500, bottom: 544, width: 300 }, view, 300).top).toBe(196);
    expect(placePopup({ left: 0, top: 50, bottom: 94, width: 300 }, view, 300).top).toBe(98);
  });
});
