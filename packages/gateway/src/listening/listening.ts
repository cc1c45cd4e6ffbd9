import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import type { Hono } from 'hono';
import type { Environment } from '../http/mount.js';
import type { Settings } from '../settings/settings.js';
import type { Metrics } from '../system/metrics.js';

export interface ListenOptions {
  /** Instead of the settings'. */
  readonly port?: number;
  /** When the port is taken: fail with a sentence that names it, or take the next free one. */
  readonly whenTaken?: 'fail' | 'next';
}

/** An open port. */
export interface Listening {
  readonly port: number;
  readonly url: string;
  /** Where the metrics are, when the settings ask for them. */
  readonly metricsUrl?: string;
  /** The port that was asked for and found taken. */
  readonly takenPort?: number;
  /** Takes no new connection, finishes the calls under way, ends. */
  close(): Promise<void>;
}

/** Which of the two ports: only the API's can be told to be the next free one. */
type PortSetting = NonNullable<ConstructorParameters<typeof PortTaken>[1]>;

/** Thrown when a port is taken. */
export class PortTaken extends Error {
  override readonly name = 'PortTaken';
  constructor(
    readonly port: number,
    setting: 'BHXH_PORT' | 'BHXH_METRICS_PORT' = 'BHXH_PORT',
  ) {
    const ways =
      setting === 'BHXH_PORT' ? `choose another with BHXH_PORT, or write BHXH_PORT=${port}+ for the next free one` : `or choose another with ${setting}`;
    super(`Port ${port} is taken by another program. Stop it, ${ways}.`);
  }
}

/** Thrown when nothing can listen at the address. */
export class HostUnusable extends Error {
  override readonly name = 'HostUnusable';
  constructor(code: string, options?: ErrorOptions) {
    super(
      `BHXH_HOST is no address of this machine (${code}). Choose 127.0.0.1 for this machine alone, 0.0.0.0 for all its addresses, or one of them.`,
      options,
    );
  }
}

/**
 * Milliseconds. Proxies keep their idle connections a minute: were this side the first to close one, the call a proxy just sent on it would be lost.
 * The headers of the next call may come as late as that, and Node wants the whole call to have at least the time of its headers.
 */
export const PATIENCE = { keepAliveTimeout: 65_000, headersTimeout: 70_000, requestTimeout: 75_000 } as const;

export async function listen(app: Hono<Environment>, metrics: Metrics, settings: Settings, options: ListenOptions): Promise<Listening> {
  const wanted = options.port ?? settings.port.port;
  const orNext = options.whenTaken ? options.whenTaken === 'next' : settings.port.orNext;
  const answer = getRequestListener((request, environment) => app.fetch(request, environment));
  const server = createServer(PATIENCE, (incoming, outgoing) => void answer(incoming, outgoing));
  const port = await bind(server, wanted, settings.host, 'BHXH_PORT', orNext);
  const origin = `http://${settings.host.includes(':') ? `[${settings.host}]` : settings.host}`;
  let metricsServer: Server | undefined;
  let metricsPort = 0;
  if (settings.metricsPort !== undefined) {
    metricsServer = createServer((incoming, outgoing) => {
      if (incoming.url !== '/metrics') return void outgoing.writeHead(404).end();
      void metrics.text().then((text) => outgoing.writeHead(200, { 'Content-Type': 'text/plain; version=0.0.4; charset=utf-8' }).end(text));
    });
    metricsPort = await bind(metricsServer, settings.metricsPort, settings.host, 'BHXH_METRICS_PORT').catch(async (failure: unknown) => {
      await shut(server);
      throw failure;
    });
  }
  return {
    port,
    url: `${origin}:${port}`,
    ...(metricsServer && { metricsUrl: `${origin}:${metricsPort}/metrics` }),
    ...(wanted !== 0 && port !== wanted && { takenPort: wanted }),
    close: async () => {
      await Promise.all([shut(server), metricsServer && shut(metricsServer)]);
    },
  };
}

const NEXT_PORTS = 50;

async function bind(server: Server, from: number, host: string, setting: PortSetting, orNext = false): Promise<number> {
  for (let port = from; ; port++) {
    try {
      return await bindOnce(server, port, host);
    } catch (failure) {
      if ((failure as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw unbound(failure, setting);
      if (!orNext || port >= from + NEXT_PORTS || port >= 65_535) throw new PortTaken(port, setting);
    }
  }
}

/** Not this machine's, unknown to it, or of an IP version that is switched off. */
const NO_ADDRESS = new Set(['EADDRNOTAVAIL', 'ENOTFOUND', 'EAI_AGAIN', 'EAFNOSUPPORT', 'EINVAL']);

/** Why nothing listens, by the setting that says where. */
function unbound(failure: unknown, setting: PortSetting): unknown {
  const code = (failure as NodeJS.ErrnoException).code ?? '';
  if (NO_ADDRESS.has(code)) return new HostUnusable(code, { cause: failure });
  return code === 'EACCES'
    ? new Error(`${setting} is a port the user the gateway runs as may not open (${code}). Choose one from 1024 on.`, { cause: failure })
    : failure;
}

const bindOnce = (server: Server, port: number, host: string): Promise<number> =>
  new Promise((bound, failed) => {
    server.once('error', failed);
    server.listen(port, host, () => {
      server.off('error', failed);
      bound((server.address() as AddressInfo).port);
    });
  });

/** Idle connections are closed at once; one that still carries a call has ten seconds. */
function shut(server: Server): Promise<void> {
  return new Promise((closed) => {
    const patience = setTimeout(() => server.closeAllConnections(), 10_000);
    server.close(() => {
      clearTimeout(patience);
      closed();
    });
    server.closeIdleConnections();
  });
}
