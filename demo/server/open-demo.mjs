import { dayInVietnam } from '@bhxh-kit/domain';
import { OFFICER_PERSONAS, personasOn } from '@bhxh-kit/gateway';
import { answerFor } from './answer.mjs';
import { bundlePages } from './bundles.mjs';
import { emptyData, openGateway } from './gateway.mjs';
import { HOSTS } from './hosts.mjs';
import { listenFrom } from './ports.mjs';

/**
 * Opens the four host pages and the gateway they call. The pages' ports come first, because the gateway is told which origins may call it.
 * @param {{ firstPort?: number, reset?: boolean, environment?: NodeJS.ProcessEnv, parts?: Pick<import('@bhxh-kit/gateway').GatewayOptions, 'database' | 'log'> }} options
 *   the first of five ports, 0 for any free ones; the gateway's settings; a database or a log brought along by a test
 * @returns {Promise<{ pages: Record<'province' | 'school' | 'hospital' | 'agency', string>, gateway: string, taken: [number, number][], personas: ReturnType<typeof personasOn>, officers: typeof OFFICER_PERSONAS, close(): Promise<void> }>}
 *   addresses without a slash at the end; `taken` pairs each port that was taken with the one used instead
 */
export async function openDemo({ firstPort = 8784, reset = false, environment = process.env, parts = {} } = {}) {
  if (!Number.isInteger(firstPort) || firstPort < 0 || firstPort > 65_000) throw new Error('--port must be a whole number from 0 to 65000.');
  const ids = Object.keys(HOSTS);
  const opened = [];
  try {
    if (reset) await emptyData(environment);
    // One that is taken moves no other: what is used instead comes after all of them.
    const after = firstPort + ids.length + 1;
    for (const [at] of ids.entries()) opened.push(await listenFrom(firstPort && firstPort + at, after));
    const origins = opened.map(({ port }) => `http://localhost:${port}`);
    const wanted = environment.BHXH_PORT || (firstPort && `${firstPort + ids.length}+`);
    const settings = { BHXH_ACTIVATION_PAGE: `${origins[ids.indexOf('province')]}/kich-hoat`, ...environment, BHXH_PORT: String(wanted) };
    const [{ gateway, listening }, bundles] = await Promise.all([openGateway(settings, origins, parts), bundlePages()]);
    for (const [at, id] of ids.entries()) opened[at].answerWith(answerFor(HOSTS[id], { gateway: listening.url, origin: origins[at], bundles }));
    return {
      pages: Object.fromEntries(ids.map((id, at) => [id, origins[at]])),
      gateway: listening.url,
      taken: [...opened.map(({ wanted: asked, port }) => [asked, port]), [listening.takenPort ?? 0, listening.port]].filter(
        ([asked, port]) => asked && asked !== port,
      ),
      personas: personasOn(dayInVietnam(new Date())),
      officers: OFFICER_PERSONAS,
      close: async () => {
        await Promise.all(opened.map(({ close }) => close()));
        await gateway.close();
      },
    };
  } catch (failure) {
    await Promise.all(opened.map(({ close }) => close()));
    throw failure;
  }
}
