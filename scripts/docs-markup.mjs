// What the HTML of the documentation says of the elements, held against their manifest.
import { MODULES_ALONE } from './bundle.mjs';
import { examplesOf, pages } from './docs-pages.mjs';

/** Attributes of every element of HTML that examples use. */
const EVERYWHERE = new Set(['class', 'hidden', 'id', 'lang', 'slot']);
const WITHOUT_END = new Set(['br', 'hr', 'img', 'input', 'link', 'meta']);

/** The faults of all pages, one sentence each. */
export function markupFaults(manifest) {
  const elements = new Map(manifest.modules.flatMap(({ declarations = [] }) => declarations.filter(({ tagName }) => tagName).map((one) => [one.tagName, one])));
  return pages().flatMap((page) => {
    const examples = examplesOf(page);
    const found = examples
      .filter(({ language }) => language === 'html')
      .flatMap(({ line, text }) => faultsOf(text, elements).map((fault) => `${page}:${line} ${fault}`));
    return [...found, ...unregistered(page, examples)];
  });
}

/** Unknown elements, attributes and slots of one example. */
function faultsOf(text, elements) {
  const faults = [];
  const around = [];
  for (const [, end, tag, attributes] of text.matchAll(/<(\/?)([a-z][\w-]*)((?:\s+[\w-]+(?:="[^"]*")?)*)\s*\/?>/g)) {
    if (end) {
      while (around.length > 0 && around.pop() !== tag);
      continue;
    }
    const names = [...attributes.matchAll(/([\w-]+)(?:="([^"]*)")?/g)].map(([, name, value]) => ({ name, value }));
    const slot = names.find(({ name }) => name === 'slot');
    const host = elements.get(around.at(-1));
    if (slot && host && !host.slots?.some(({ name }) => name === slot.value)) faults.push(`<${host.tagName}> has no slot "${slot.value}"`);
    if (tag.startsWith('bhxh-')) faults.push(...strangersOf(tag, names, elements.get(tag)));
    if (!WITHOUT_END.has(tag)) around.push(tag);
  }
  return faults;
}

function strangersOf(tag, names, element) {
  if (!element) return [`<${tag}> is no element of the kit`];
  const known = new Set(element.attributes?.map(({ name }) => name));
  return names.filter(({ name }) => !known.has(name) && !EVERYWHERE.has(name)).map(({ name }) => `<${tag}> has no attribute "${name}"`);
}

/** Elements a page shows and never registers: whoever copies the example sees nothing. The script tag brings those of a public page. */
function unregistered(page, examples) {
  const all = examples.map(({ text }) => text).join('\n');
  const used = new Set([...all.matchAll(/<bhxh-([a-z-]+)/g)].map(([, name]) => name));
  return [...used]
    .filter((name) => MODULES_ALONE.includes(name) && !all.includes(`define/${name}.js`))
    .map((name) => `${page}: <bhxh-${name}> is never registered: import …/define/${name}.js`);
}
