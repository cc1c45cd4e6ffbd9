import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** A gateway in a process of its own. */
export interface GatewayProcess {
  readonly child: ChildProcess;
  readonly url: string;
  readonly output: () => string;
}

const serve = fileURLToPath(new URL('./serve.ts', import.meta.url));

export function spawnGateway(args: readonly string[], env: Record<string, string>): { child: ChildProcess; output: () => string; ended: Promise<number | null> } {
  const inherited = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(BHXH_|DATABASE_URL|VITEST|NODE_OPTIONS)/.test(name)));
  const child = spawn(process.execPath, ['--conditions=@bhxh-kit/source', '--import', 'tsx', serve, ...args], { env: { ...inherited, BHXH_CHALLENGE: 'none', ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
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
