import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Hono } from 'hono';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SECRET } from '../../test-support/gateway.js';
import type { Environment } from '../http/mount.js';
import { readSettings } from '../settings/settings.js';
import { openMetrics } from '../system/metrics.js';
import { HostUnusable, type Listening, listen, PATIENCE, PortTaken } from './listening.js';

let listening: Listening;
beforeAll(async () => {
  const app = new Hono<Environment>().get('/', (context) => context.text('here')) as Hono<Environment>;
  listening = await listen(app, openMetrics(), readSettings({ BHXH_SECRET: SECRET }), { port: 0 });
});
afterAll(() => listening.close());

describe('the port', () => {
  it('keeps an idle connection longer than the minute a proxy in front of it does', async () => {
    const response = await fetch(listening.url);
    expect(await response.text()).toBe('here');
    expect(response.headers.get('keep-alive')).toBe('timeout=65');
  });

  it('waits longer for the headers of a call than it keeps the connection idle', () => {
    const server = createServer(PATIENCE);
    expect(server.keepAliveTimeout).toBeGreaterThan(60_000);
    expect(server.headersTimeout).toBeGreaterThan(server.keepAliveTimeout);
    expect(server.requestTimeout).toBeGreaterThanOrEqual(server.headersTimeout);
  });

  it('names the setting of the port that is taken, and offers the next free one for the API alone', async () => {
    const holder = createServer();
    await new Promise<void>((held) => holder.listen(0, '127.0.0.1', held));
    const { port } = holder.address() as AddressInfo;
    const api = await refused({ BHXH_PORT: String(port) });
    const metrics = await refused({ BHXH_PORT: '0', BHXH_METRICS_PORT: String(port) });
    holder.close();
    expect([api, metrics]).toEqual([expect.any(PortTaken), expect.any(PortTaken)]);
    expect(api.message).toBe(
      `Port ${port} is taken by another program. Stop it, choose another with BHXH_PORT, or write BHXH_PORT=${port}+ for the next free one.`,
    );
    expect(metrics.message).toBe(`Port ${port} is taken by another program. Stop it, or choose another with BHXH_METRICS_PORT.`);
  });

  it('names the setting of an address that is not this machine’s', async () => {
    // 192.0.2.0/24 is nobody's (RFC 5737).
    const failure = await refused({ BHXH_HOST: '192.0.2.7', BHXH_PORT: '0' });
    expect(failure).toBeInstanceOf(HostUnusable);
    expect(failure.message).toMatch(/^BHXH_HOST is no address of this machine \(EADDRNOTAVAIL\)\. Choose 127\.0\.0\.1 /);
  });
});

/** What it ends with instead of listening. */
async function refused(environment: Record<string, string>): Promise<Error> {
  try {
    await (await listen(new Hono<Environment>(), openMetrics(), readSettings({ BHXH_SECRET: SECRET, ...environment }), {})).close();
  } catch (failure) {
    return failure as Error;
  }
  throw new Error('It listens.');
}
