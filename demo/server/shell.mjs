import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * The shell of a host's page, which its service worker keeps: the files it needs to open without a network, and a version that is another one as soon as any of them changes.
 * Modules that are fetched later belong to it where their source is in `host.shell.later`; others need the network for what they show anyway.
 * @param {typeof import('./hosts.mjs').HOSTS.school} host
 * @param {Awaited<ReturnType<typeof import('./bundles.mjs').bundlePages>>} bundles
 */
export async function shellOf({ folder, pages, shell: { entry, files, worker, later } }, bundles) {
  const modules = reachedFrom(entry, later, bundles);
  const own = await Promise.all([...Object.values(pages).map(({ file }) => file), ...files, worker].map((file) => readFile(join(folder, file))));
  const hash = createHash('sha256').update(JSON.stringify([pages, modules]));
  for (const content of [...own, ...modules.map((name) => bundles.get(name).contents)]) hash.update(content);
  const version = hash.digest('base64url').slice(0, 12);
  const named = (path) => `${path}?v=${version}`;
  // The chunks have a hash of their own in their names; the entry has none.
  const paths = modules.map((name) => (name === entry ? named(`/bundle/${name}`) : `/bundle/${name}`));
  return { version, files: [...Object.keys(pages), ...files.map((file) => named(`/${file}`)), ...paths] };
}

/** The host's service worker, with its list filled in. */
export async function fillWorker({ folder, shell: { worker } }, shell) {
  return (await readFile(join(folder, worker), 'utf8')).replace('{{shell}}', () => JSON.stringify(shell));
}

/** An entry, what it imports, and of what it fetches later the parts made of these sources, with what they import. */
function reachedFrom(entry, later, bundles) {
  const reached = new Set([entry]);
  for (const name of reached)
    for (const { module, fetchedLater } of bundles.get(name).imports) if (!fetchedLater || later.test(bundles.get(module).source)) reached.add(module);
  return [...reached];
}
