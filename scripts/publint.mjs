// npm run publint: what npm would publish of each package can be resolved by every bundler, Node and TypeScript, and carries its licence and those of what is inside.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { root } from './install.mjs';

let faults = 0;
for (const name of readdirSync(join(root, 'packages'))) {
  const { messages, pkg } = await publint({ pkgDir: join(root, 'packages', name), strict: true, pack: 'npm' });
  for (const message of messages) console.error(`${pkg.name}: ${message.type}: ${formatMessage(message, pkg)}`);
  faults += messages.length;
}

const told = (fault) => {
  console.error(fault);
  faults++;
};
const read = (path) => (existsSync(join(root, path)) ? readFileSync(join(root, path), 'utf8') : '');
for (const name of readdirSync(join(root, 'packages')))
  if (read(`packages/${name}/LICENSE`) !== read('LICENSE')) told(`packages/${name}: LICENSE is not that of the project; npm publishes no other.`);
const inside = read('packages/elements/dist/LICENSES.txt');
for (const name of ['lit', 'zod', 'lean-qr', 'pdfkit'])
  if (!inside.includes(`\n${name} `) && !inside.startsWith(`${name} `))
    told(`packages/elements/dist/LICENSES.txt does not name ${name}, which the bundles hold.`);
if (!existsSync(join(root, 'packages/elements', JSON.parse(read('packages/elements/package.json')).customElements)))
  told('packages/elements: the manifest its package.json names is not there: npm run manifest.');
console.log(faults === 0 ? 'publint: every package is clean.' : `publint: ${faults} faults.`);
process.exit(faults === 0 ? 0 : 1);
