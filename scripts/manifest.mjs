// npm run manifest: writes packages/elements/dist/custom-elements.json and what editors take from it, and fails where the public face of an element is not documented as it is, in its source or on a page of the documentation.
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { installMissing, root } from './install.mjs';

installMissing();
const { markupFaults } = await import('./docs-markup.mjs');
const { cli } = await import('@custom-elements-manifest/analyzer/cli.js');

const elements = join(root, 'packages/elements');
const globs = ['src/**/*.ts', '!src/**/*.test.ts', '!src/**/testing/**'];
const manifest = await cli({ argv: ['analyze', '--litelement', '--quiet', '--globs', ...globs], cwd: elements, noWrite: true });

// The analyzer takes the first literal given to an event class for the event's name. Our classes name their event themselves, and JSDoc says it.
for (const { declarations = [] } of manifest.modules)
  for (const declaration of declarations) declaration.events &&= declaration.events.filter(({ description }) => description);

// The analyzer knows `customElements.define`; ours goes through a guard, so the tags are read from the modules that register them.
const classes = new Map(
  manifest.modules.flatMap(({ path, declarations = [] }) => declarations.map((declaration) => [declaration.name, { declaration, path }])),
);
for (const { path, exports } of manifest.modules.filter((module) => module.path.endsWith('/define.ts')))
  for (const [, tag, name] of readFileSync(join(elements, path), 'utf8').matchAll(/defineElement\('([\w-]+)', (\w+)\)/g)) {
    const found = classes.get(name);
    if (found) Object.assign(found.declaration, { tagName: tag, customElement: true });
    exports.push({ kind: 'custom-element-definition', name: tag, ...(found && { declaration: { name, module: found.path } }) });
  }

/** What the platform and Lit call; a person never does. */
const LIFE_CYCLE =
  /^(constructor|render|createRenderRoot|(connected|disconnected|adopted|attributeChanged|form\w+)Callback|(schedule|perform)Update|shouldUpdate|willUpdate|update|updated|firstUpdated|getUpdateComplete)$/;

const sourcesIn = (folder) =>
  readdirSync(join(elements, folder), { recursive: true })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts') && !/(?:^|[\\/])testing[\\/]/.test(name))
    .map((name) => readFileSync(join(elements, folder, name), 'utf8'))
    .join('\n');

/** The element's own folder, and what it renders with: a combobox, a deadline. Another element's folder has a face of its own. */
function facesIn(folder) {
  const own = sourcesIn(folder);
  const parts = new Set(
    [...own.matchAll(/from '(?:\.\.\/)+([\w-]+)\//g)].map(([, name]) => name).filter((name) => !existsSync(join(elements, 'src', name, 'define.ts'))),
  );
  parts.delete('foundation');
  return [own, ...[...parts].map((name) => sourcesIn(`src/${name}`))].join('\n');
}

const all = (source, pattern) => new Set([...source.matchAll(pattern)].flatMap(([, names]) => names.split(/\s+/)));
const foundation = sourcesIn('src/foundation');
/** Every colour is a row of one table there. */
const tokens = new Set([...all(foundation, /(--bhxh-[\w-]+)/g), ...[...all(foundation, /^ {2}\['([\w-]+)', '#/gm)].map((name) => `--bhxh-color-${name}`)]);

/** The ways in which the documentation of one element and its source disagree, one sentence each. */
function faultsOf(element, path) {
  const source = facesIn(dirname(path));
  const faults = [];
  const both = (kind, tag, documented = [], made, madeElsewhere = new Set()) => {
    const named = new Map(documented.map(({ name, ...rest }) => [name, rest]));
    // What is inherited is made, and looked at, where it comes from.
    for (const [name, { description, inheritedFrom }] of named) {
      if (!description) faults.push(`${kind} "${name}" is not described: ${tag} ${name} - …`);
      if (!inheritedFrom && !made.has(name) && !madeElsewhere.has(name)) faults.push(`${kind} "${name}" is documented, but the source has none`);
    }
    for (const name of made) if (!named.has(name) && !madeElsewhere.has(name)) faults.push(`${kind} "${name}" is not documented: ${tag} ${name} - …`);
  };

  if (!element.summary) faults.push('it has no @summary');
  const byAttribute = new Set((element.attributes ?? []).filter(({ description }) => description).map(({ fieldName }) => fieldName));
  for (const { kind, name, description, summary, privacy, static: isStatic } of element.members ?? []) {
    if (byAttribute.has(name) || isStatic || privacy === 'private' || privacy === 'protected' || /^[#_]/.test(name) || LIFE_CYCLE.test(name)) continue;
    if (!description && !summary) faults.push(`${kind} "${name}" is not described`);
  }
  for (const { name, type, description, inheritedFrom } of element.events ?? []) {
    if (!name || !description || !type?.text)
      faults.push(`event ${name ?? type?.text} needs its name, class and meaning: @fires {AgencyChangeEvent} change - …`);
    else if (!inheritedFrom && !new RegExp(`(super|Event)\\(\\s*['"]${name}['"]`).test(source + foundation))
      faults.push(`event "${name}" is documented, but nothing makes it`);
  }
  const classes = new Set(element.events?.map(({ type }) => type?.text));
  for (const made of all(source, /dispatchEvent\(\s*new (\w+)/g))
    if (!classes.has(made)) faults.push(`event of class ${made} is not documented: @fires {${made}} name - …`);
  both(
    'part',
    '@csspart',
    element.cssParts,
    new Set([...all(source, /\spart="([\w\s-]+)"/g), ...all(source, /\bpart\.add\('([\w-]+)'\)/g)]),
    all(foundation, /\spart="([\w\s-]+)"/g),
  );
  both('slot', '@slot', element.slots, new Set([...source.matchAll(/<slot(?:\s+name="([\w-]+)")?/g)].map(([, name = '']) => name)));
  both('custom property', '@cssproperty', element.cssProperties, all(source, /var\(\s*(--bhxh-[\w-]+)/g), tokens);
  return faults;
}

const documented = manifest.modules.flatMap(({ path, declarations = [] }) =>
  declarations.filter(({ tagName }) => tagName).map((element) => ({ element, path })),
);
const faults = documented.flatMap(({ element, path }) => faultsOf(element, path).map((fault) => `${element.tagName}: ${fault} (${path})`));
const registered = manifest.modules.flatMap(({ path, exports = [] }) =>
  exports.filter(({ kind, declaration }) => kind === 'custom-element-definition' && !declaration).map(() => path),
);
for (const path of registered) faults.push(`${path}: the class it registers cannot be found`);
faults.push(...markupFaults(manifest));

/** A type that is a choice of texts, as Visual Studio Code offers it. */
const choices = (type = '') => (/^('[^']+'\s*\|?\s*)+$/.test(type) ? { values: [...type.matchAll(/'([^']+)'/g)].map(([, name]) => ({ name })) } : {});

/** What Visual Studio Code knows of tags: https://github.com/microsoft/vscode-custom-data */
const editorData = {
  version: 1.1,
  tags: documented.map(({ element: { tagName, summary, attributes = [] } }) => ({
    name: tagName,
    description: summary,
    attributes: attributes.filter(({ name }) => name).map(({ name, description, type }) => ({ name, description, ...choices(type?.text) })),
  })),
};

mkdirSync(join(elements, 'dist'), { recursive: true });
writeFileSync(join(elements, 'dist/vscode.html-custom-data.json'), `${JSON.stringify(editorData, null, 2)}\n`);
writeFileSync(join(elements, 'dist/custom-elements.json'), `${JSON.stringify(manifest, null, 2)}\n`);
for (const fault of faults) console.error(fault);
console.log(`Manifest: ${documented.length} elements, ${faults.length} faults.`);
process.exit(faults.length === 0 && documented.length > 0 ? 0 : 1);
