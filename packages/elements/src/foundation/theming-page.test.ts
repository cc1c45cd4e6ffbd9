import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { foundation } from './foundation.styles.js';

const page = readFileSync(new URL('../../../../docs/theming.md', import.meta.url), 'utf8');
const documented = new Map(
  [...page.matchAll(/^\| `(--bhxh-[a-z-]+)` \| ([^|]+) \|/gm)].map(([, token = '', preset = '']) => [token, preset.replaceAll('`', '').trim()]),
);

/** What a token falls back to, as the foundation writes it; of colours the dark one too. */
function presets(): Map<string, string> {
  const css = foundation.cssText;
  const last = new Map([...css.matchAll(/var\((--bhxh-[a-z-]+),\s*((?:[^()]|\([^()]*\))+)\)/g)].map(([, token = '', preset = '']) => [token, preset.trim()]));
  return new Map([...last].map(([token, preset]) => [token, preset.replace(/^light-dark\((.+),\s*(.+)\)$/, '$1, dark $2')]));
}

describe('the page of theming', () => {
  it('has every token of the foundation with its default, and no other', () => {
    const words: Record<string, string> = { inherit: "the page's", 'var(--_primary)': 'the primary colour' };
    const expected = [...presets()].map(([token, preset]) => [token, words[preset] ?? preset]);
    expect([...documented].sort()).toEqual(expected.sort());
  });
});
