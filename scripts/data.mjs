// Makes the directory's chunks of places from the reference packages, once per version of either.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { unlessFresh } from './freshness.mjs';
import { root, run } from './install.mjs';

const directory = 'packages/directory';

export async function prepareData() {
  const { scripts = {} } = JSON.parse(readFileSync(join(root, directory, 'package.json'), 'utf8'));
  if (!scripts.data) return false;
  const stage = {
    name: 'data',
    inputs: [`${directory}/build`, `${directory}/data`, `${directory}/package.json`, 'package-lock.json'],
    outputs: [`${directory}/dist/data/start.json`],
  };
  return unlessFresh(stage, () => run('npm', ['run', '--silent', 'data', '--workspace', '@bhxh-kit/directory']));
}
