// What every command may run before anything is installed: node: modules only.
import { spawnSync } from 'node:child_process';
import { readFileSync, statSync, utimesSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The checkout, as a path without a closing slash. */
export const root = fileURLToPath(new URL('..', import.meta.url)).replace(/[\\/]$/, '');

/** Runs a command in the checkout with this terminal; ends this process with the command's own code when it fails. */
export function run(command, args, env = {}) {
  // npm and npx are .cmd files on Windows, which only a shell starts.
  const { status, error } = spawnSync(command, args, {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, ...env },
    shell: process.platform === 'win32' && command !== process.execPath,
  });
  if (error) console.error(`${command}: ${error.message}`);
  if (status !== 0) process.exit(status ?? 1);
}

/** Installs the locked dependencies when they are absent or older than the lock, and says so on a Node that is too old. */
export function installMissing() {
  const floor = JSON.parse(readFileSync(`${root}/package.json`, 'utf8')).engines.node.replace('>=', '');
  if (process.versions.node.localeCompare(floor, 'en', { numeric: true }) < 0) {
    console.error(
      `bhxh-kit cần Node ${floor} trở lên, máy này có ${process.versions.node}. / bhxh-kit needs Node ${floor} or later, this is ${process.versions.node}.`,
    );
    process.exit(1);
  }
  const installed = `${root}/node_modules/.package-lock.json`;
  if (modified(installed) >= modified(`${root}/package-lock.json`)) return;
  // Not `npm ci`: a lock written on one platform lacks the optional packages of the others, which ci refuses and install adds.
  run('npm', ['install', '--no-audit', '--no-fund', '--loglevel=error']);
  utimesSync(installed, new Date(), new Date());
}

const modified = (path) => statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
