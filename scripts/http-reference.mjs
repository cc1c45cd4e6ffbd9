// npm run docs, second half: docs-site/http.html, the contract over HTTP for people: every operation of openapi.json in one table, then each with its fields and errors.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './install.mjs';

const { info, tags, paths, components } = JSON.parse(readFileSync(join(root, 'packages/contract/openapi.json'), 'utf8'));

const escaped = (text) => String(text).replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
/** Text with `code` in it. */
const prose = (text = '') => escaped(text).replace(/`([^`]+)`/g, '<code>$1</code>');
const nameOf = (ref) => ref.split('/').at(-1);
const called = ({ operationId }) => operationId.replace('_', '.');

const operations = Object.entries(paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ ...operation, method: method.toUpperCase(), path, call: called(operation) })),
);

const CALLERS = { session: 'a person', officer: 'an officer' };

/** Who may call: nobody need sign in, whoever is signed in may or must, an officer must. The key of a host goes along with any of them and is nobody. */
function callersOf({ security = [] }) {
  const kinds = new Set(security.map((each) => Object.keys(each).find((scheme) => scheme !== 'integrator') ?? 'anybody'));
  const signedIn = [...kinds].filter((kind) => kind !== 'anybody').map(callerOf);
  return [...(kinds.has('anybody') || kinds.size === 0 ? ['anybody'] : []), ...(signedIn.length > 0 ? [signedIn.join(' or ')] : [])].join(', or ');
}

function callerOf(scheme) {
  if (!Object.hasOwn(CALLERS, scheme)) throw new Error(`The HTTP reference has no word for who calls by "${scheme}".`);
  return CALLERS[scheme];
}

/** A type in few words, with a link to each that has a name. */
function typeOf(schema) {
  if (!schema) return '';
  if (schema.$ref) return `<a href="#schema-${nameOf(schema.$ref)}">${nameOf(schema.$ref)}</a>`;
  if (schema.anyOf) return schema.anyOf.map(typeOf).join(' | ');
  if (schema.const !== undefined) return `<code>${escaped(JSON.stringify(schema.const))}</code>`;
  if (schema.enum) return schema.enum.map((value) => `<code>${escaped(JSON.stringify(value))}</code>`).join(' | ');
  if (schema.type === 'array') return `[${typeOf(schema.items)}]${bounds(schema, 'minItems', 'maxItems')}`;
  if (schema.properties) return `object${fieldsOf(schema)}`;
  return `${escaped(schema.format ?? schema.type ?? 'any')}${bounds(schema, 'minLength', 'maxLength')}${bounds(schema, 'minimum', 'maximum')}${schema.pattern ? ` <code>${escaped(schema.pattern)}</code>` : ''}`;
}

function bounds(schema, least, most) {
  const [from, to] = [schema[least], schema[most]];
  const open = [from === undefined || from <= Number.MIN_SAFE_INTEGER, to === undefined || to >= Number.MAX_SAFE_INTEGER];
  return open[0] && open[1] ? '' : ` ${open[0] ? '' : from}–${open[1] ? '' : to}`;
}

function fieldsOf({ properties, required = [] }) {
  const rows = Object.entries(properties).map(
    ([name, schema]) => `<li><b>${escaped(name)}</b>${required.includes(name) ? '' : '?'}: ${typeOf(schema)} ${prose(schema.description)}</li>`,
  );
  return `<ul>${rows.join('')}</ul>`;
}

function parametersOf({ parameters = [] }) {
  const rows = parameters.map((each) => {
    const { name, in: place, required, schema, description } = each.$ref ? components.parameters[nameOf(each.$ref)] : each;
    return `<li><b>${escaped(name)}</b>${required ? '' : '?'} (${place}): ${typeOf(schema)} ${prose(description)}</li>`;
  });
  return rows.length > 0 ? `<h4>Parameters</h4><ul>${rows.join('')}</ul>` : '';
}

const bodyOf = (content = {}) =>
  Object.entries(content)
    .map(([type, { schema }]) => `${escaped(type)}: ${typeOf(schema)}`)
    .join('<br>');

function sectionOf(operation) {
  const [done] = Object.entries(operation.responses).filter(([status]) => status.startsWith('2'));
  const refused = Object.entries(operation.responses).filter(([status]) => status >= '400');
  return `<section id="${operation.call}"><h3>${operation.call}</h3>
<p><code>${operation.method} ${escaped(operation.path)}</code> · ${callersOf(operation)} · retry <code>${operation['x-retry']}</code> · rate <code>${operation['x-rate-bucket']}</code> · personal data <code>${operation['x-pii']}</code></p>
<p>${prose(operation.summary)}</p>${parametersOf(operation)}
${operation.requestBody ? `<h4>Request</h4><p>${bodyOf(operation.requestBody.content)}</p>` : ''}
<h4>Answer</h4><p>${done[0]} ${bodyOf(done[1].content)}</p>
<h4>Refusals</h4><ul>${refused.map(([status, { description }]) => `<li>${status} ${prose(description)}</li>`).join('')}</ul></section>`;
}

const row = (operation) =>
  `<tr><td><a href="#${operation.call}">${operation.call}</a></td><td><code>${operation.method} ${escaped(operation.path)}</code></td><td>${callersOf(operation)}</td><td>${operation['x-retry']}</td><td>${prose(operation.summary)}</td></tr>`;

const STYLE = `body{font:1rem/1.5 system-ui,sans-serif;margin:0 auto;max-width:70rem;padding:1rem;color-scheme:light dark}table{border-collapse:collapse}
td,th{border-bottom:1px solid #8886;padding:.25rem .75rem .25rem 0;text-align:start;vertical-align:top}code{font-size:.9em;overflow-wrap:anywhere}section{border-top:1px solid #8886;margin-top:2rem}ul{padding-inline-start:1.25rem}.wide{overflow-x:auto}`;

mkdirSync(join(root, 'docs-site'), { recursive: true });
writeFileSync(
  join(root, 'docs-site/http.html'),
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${escaped(info.title)}: HTTP</title><style>${STYLE}</style></head><body>
<h1>${escaped(info.title)}: HTTP</h1><p>${prose(info.description)}</p>
${tags
  .map(({ name, description }) => ({ name, description, rows: operations.filter((each) => each.tags.includes(name)) }))
  .map(
    ({ name, description, rows }) =>
      `<h2>${name}</h2><p>${prose(description)}</p><div class="wide"><table><tr><th>call</th><th>HTTP</th><th>who</th><th>retry</th><th></th></tr>${rows.map(row).join('')}</table></div>`,
  )
  .join('\n')}
${operations.map(sectionOf).join('\n')}
<h2>Schemas</h2>${Object.entries(components.schemas)
    .map(
      ([name, schema]) =>
        `<section id="schema-${name}"><h3>${name}</h3><p>${prose(schema.description)}</p>${schema.properties ? fieldsOf(schema) : `<p>${typeOf(schema)}</p>`}</section>`,
    )
    .join('\n')}</body></html>\n`,
);
console.log(`HTTP reference: ${operations.length} operations, docs-site/http.html`);
