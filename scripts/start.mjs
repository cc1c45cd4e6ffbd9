// npm start: installs and builds what is missing or stale, then serves the gateway and the four host pages.
// `npm start -- --reset` begins with an empty database; DATABASE_URL=postgres://… uses a server instead of the embedded one.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildOrExit } from './build.mjs';
import { root } from './install.mjs';

await buildOrExit();

// In this process, not a child: Ctrl-C and kill reach the server itself, and no server outlives the command.
const server = join(root, 'demo/serve.mjs');
process.chdir(root);
process.argv[1] = server;
await import(pathToFileURL(server).href);
