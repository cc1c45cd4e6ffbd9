// npm run pack: the packages as npm would publish them, one file each in packed/, to be installed elsewhere before they are published.
import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { buildOrExit } from './build.mjs';
import { root, run } from './install.mjs';

const packed = join(root, 'packed');

await buildOrExit();
run(process.execPath, ['scripts/manifest.mjs']);
rmSync(packed, { recursive: true, force: true });
mkdirSync(packed);
const packages = readdirSync(join(root, 'packages')).flatMap((name) => ['--workspace', `packages/${name}`]);
// Named from the root: on Windows a shell starts npm, and would part the path of a checkout at its blanks.
run('npm', ['pack', '--silent', '--pack-destination', 'packed', ...packages]);
console.log(`Cài vào dự án khác / install elsewhere: npm install "${packed}"/*.tgz`);
