import { describe, expect, it } from 'vitest';
import { forms } from '../../test-support/forms.js';
import { readForm } from '../../test-support/reading.js';
import { codesIn, lastPage } from '../../test-support/seeing.js';
import { renderForm01 } from './render.js';
import { sealCode } from './seal.js';
import type { Form01Warning } from './warnings.js';

/** Drawn once, looked at by several. */
const printed = { sealed: renderForm01(forms.sealed), sealedLong: renderForm01(forms.sealedLong) };

describe('the seal on Mẫu 01', () => {
  it.each([
    ['sealed', 300],
    ['sealed', 150],
    ['sealedLong', 300],
    ['sealedLong', 150],
  ] as const)('R11 · of “%s” is read from the page at %i dots an inch, with modules of 0.4 mm and more', async (name, dots) => {
    const { seal } = forms[name];
    const [code, ...others] = await codesIn(await lastPage(await printed[name], dots), dots);
    expect([code?.text === seal, others]).toEqual([true, []]);
    expect(code?.moduleMillimetres).toBeGreaterThan(0.395);
    expect(code?.version).toBeLessThanOrEqual(15);
    expect(code?.level).toMatch(/[MQH]/);
  });

  it.each(['sealed', 'sealedLong'] as const)('R11 · leaves “%s” one page below 150 kB, with a figure and its words for who cannot see it', async (name) => {
    const bytes = await printed[name];
    const { pages, tagged, text } = await readForm(bytes);
    expect([pages, bytes.length < 150_000]).toEqual([1, true]);
    expect(tagged.filter(({ role }) => role === 'Figure').map(({ alt }) => alt)).toEqual([
      expect.stringContaining(`mã QR) của tờ khai ${forms[name].reference}`),
    ]);
    expect(text).toContain('Mã đối chiếu. Cơ quan BHXH quét mã này');
  });

  it.each(['SEAL-OF-A-LATER-KIND', '9'.repeat(1500), ''])('R11 · of a kind it does not know is left out and told (%#)', async (seal) => {
    const warnings: Form01Warning[] = [];
    const bytes = await renderForm01({ ...forms.individual, seal }, { onWarning: (warning) => warnings.push(warning) });
    expect(warnings).toEqual([{ code: 'form01.seal-unusable', facts: {} }]);
    expect((await readForm(bytes)).text).not.toContain('Mã đối chiếu');
    expect(sealCode(seal)).toBeUndefined();
  });
});
