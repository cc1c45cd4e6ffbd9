// npm start: the gateway in its sandbox and four host pages, each of its own origin.
// `--reset` begins with an empty database; `--port 21000` puts pages and gateway on 21000 to 21004. Settings of the gateway (BHXH_…, DATABASE_URL) hold here too.
import { parseArgs } from 'node:util';
import { openDemo } from './server/open-demo.mjs';
import { welcome } from './server/welcome.mjs';

/** Asked once, the servers finish what is under way; asked again, the process ends at once. */
const asked = new Promise((resolve) => {
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, resolve);
});

try {
  const { values } = parseArgs({ options: { reset: { type: 'boolean', default: false }, port: { type: 'string', default: '8784' } } });
  const begun = performance.now();
  const demo = await openDemo({ firstPort: Number(values.port), reset: values.reset });
  console.log(welcome(demo, performance.now() - begun));
  await asked;
  await demo.close();
  process.exit(0);
} catch (failure) {
  console.error(failure.message);
  process.exit(1);
}
