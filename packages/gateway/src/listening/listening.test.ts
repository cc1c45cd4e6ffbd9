import { createServer } from 'node:http';
import { Hono } from 'hono';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SECRET } from '../../test-support/gateway.js';
import type { Environment } from '../http/mount.js';
import { readSettings } from '../settings/settings.js';
import { openMetrics } from '../system/metrics.js';
import { type Listening, listen, PATIENCE } from './listening.js';

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
});
