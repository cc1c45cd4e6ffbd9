// npm run publint: what npm would publish of each package can be resolved by every bundler, Node and TypeScript.
import { readdirSync } from 'node:fs';
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
console.log(faults === 0 ? 'publint: every package is clean.' : `publint: ${faults} faults.`);
process.exit(faults === 0 ? 0 : 1);
