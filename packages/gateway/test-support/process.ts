import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { type Answer, requestFor, type TestGateway } from './gateway.js';

/** A gateway in a process of its own. */
export interface GatewayProcess {
  readonly child: ChildProcess;
  readonly url: string;
  readonly output: () => string;
}

const serve = fileURLToPath(new URL('./serve.ts', import.meta.url));
const built = fileURLToPath(new URL('../bin/bhxh-gateway.js', import.meta.url));
/** The command as it is published starts with half the work; `npm run build` makes it. */
const command = () => (process.env['BHXH_TEST_BUILT'] === '1' ? [built] : ['--conditions=@bhxh-kit/source', '--import', 'tsx', serve]);

export function spawnGateway(args: readonly string[], env: Record<string, string>): { child: ChildProcess; output: () => string; ended: Promise<number | null> } {
  const inherited = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(BHXH_|DATABASE_URL|VITEST|NODE_OPTIONS)/.test(name)));
  const child = spawn(process.execPath, [...command(), ...args], { env: { ...inherited, BHXH_CHALLENGE: 'none', ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
  let text = '';
  child.stdout?.on('data', (chunk: Buffer) => (text += chunk.toString()));
  child.stderr?.on('data', (chunk: Buffer) => (text += chunk.toString()));
  const ended = new Promise<number | null>((resolve) => child.once('exit', (code) => resolve(code)));
  return { child, output: () => text, ended };
}

/** Starts one on any free port and waits until it says where it is. */
export async function startGateway(env: Record<string, string>): Promise<GatewayProcess & { ended: Promise<number | null> }> {
  const { child, output, ended } = spawnGateway(['serve', '--port', '0'], env);
  let over = false;
  void ended.then(() => (over = true));
  for (;;) {
    const [, url] = /at (http:\/\/\S+)\/v1\/health/.exec(output()) ?? [];
    if (url) return { child, url, output, ended };
    if (over) throw new Error(`the gateway ended: ${output()}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** The calls of the tests' own gateway over the wire, against a process. Rejects when it is gone before it has answered. */
export function over(url: string): TestGateway {
  const call = async (...[row, input = {}, headers = {}]: Parameters<TestGateway['call']>): Promise<Answer> => {
    const request = requestFor(row, input, headers);
    const response = await fetch(request.url.replace('http://gateway.example', url), {
      method: request.method,
      headers: request.headers,
      body: row.body ? await request.arrayBuffer() : null,
    });
    return { status: response.status, body: await response.json(), headers: response.headers };
  };
  return { call } as TestGateway;
}
