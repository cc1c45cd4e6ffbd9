import { describe, expect, it } from 'vitest';
import { minified } from '../scripts/minify-templates.mjs';

const SOURCE = `const item = (text) => html\`<li>
    \${text}
  </li>\`;
const list = (items) =>
  html\`<ul
    class="list"
  >
    \${items.map((one) => html\`<b>
      \${item(one)}
    </b>\`)}
  </ul>\`;
const styles = css\`
  :host {
    display: block;
  }
\`;
const text = \`kept
  as it is\`;
throw new Error('here');
`;

describe('templates that are published', () => {
  it('lose their indentation, and nothing else is touched', () => {
    const small = minified('list.js', SOURCE);
    expect(small).toContain('html`<li> ${text} </li>`');
    expect(small).toContain('html`<ul class="list" > ${items.map((one) => html`<b> ${item(one)} </b>`)} </ul>`');
    expect(small).toContain('css`:host{display:block}`');
    expect(small).toContain('`kept\n  as it is`');
  });

  it('can keep every later line where it is, for the map that was made before, and are not changed a second time', () => {
    const small = minified('list.js', SOURCE, { keepLines: true });
    const lineOf = (source: string, words: string) => source.split('\n').findIndex((line) => line.includes(words));
    for (const words of ['const list', 'const styles', 'const text', "Error('here')"])
      expect([words, lineOf(small, words)]).toEqual([words, lineOf(SOURCE, words)]);
    expect(small.split('\n')).toHaveLength(SOURCE.split('\n').length);
    expect(minified('list.js', small, { keepLines: true })).toBe(small);
  });
});
