import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

const SRI = new URL('../../packages/elements/dist/sri.json', import.meta.url);

/** A page with its layout around it, the menu's entry for it marked, and the `{{places}}` filled; `version` is that of the page's shell. */
export async function fillPage({ folder, layout }, path, { file, title }, { gateway, version }) {
  const content = await readFile(join(folder, file), 'utf8');
  const whole = layout ? (await readFile(join(folder, layout), 'utf8')).replace('{{content}}', () => content) : content;
  const integrity = JSON.parse(await readFile(SRI, 'utf8'))['bhxh-kit.iife.js'];
  const values = { title, gateway, version, 'kit-integrity': integrity };
  return whole
    .replaceAll(`<a class="menu-link" href="${path}"`, `<a class="menu-link" href="${path}" aria-current="page"`)
    .replace(/\{\{([\w-]+)\}\}/g, (place, name) => values[name] ?? place);
}
