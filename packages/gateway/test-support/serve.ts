import { run } from '../src/cli/cli.js';

// A gateway in a process of its own, to be killed.
process.exitCode = await run(process.argv.slice(2), process.env, console.log, console.error);
