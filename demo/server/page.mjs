import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

const SRI = new URL('../../packages/elements/dist/sri.json', import.meta.url);

/** A page with its layout around it, the menu's entry for it marked, and the `{{places}}` filled; `version` is that of the page's shell. */
export async function fillPage({ folder, layout }, path, { file, title, modules }, { gateway, version }) {
  const content = await readFile(join(folder, file), 'utf8');
  const whole = layout ? withKit(await readFile(join(folder, layout), 'utf8'), modules).replace('{{content}}', () => content) : content;
  const integrity = JSON.parse(await readFile(SRI, 'utf8'))['bhxh-kit.iife.js'];
  const values = { title, gateway, version, 'kit-integrity': integrity };
  return whole
    .replaceAll(`<a class="menu-link" href="${path}"`, `<a class="menu-link" href="${path}" aria-current="page"`)
    .replace(/\{\{([\w-]+)\}\}/g, (place, name) => values[name] ?? place);
}

/** Script tag or modules: of both on a page a strict policy would have to allow Lit twice. */
const withKit = (layout, modules) => (modules ? layout.replace(/^.*bhxh-kit\.iife\.js.*\n/m, '') : layout);
