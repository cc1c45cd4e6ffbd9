import { once } from 'node:events';
import { createServer } from 'node:net';

/** From here on Linux lends ports to whoever calls out, or asks for any: one that was free is another's a moment later. */
const LENT = 32_768;

/** The first of so many ports in a row that are free, and lent to nobody before they are asked for by number. */
export async function freePorts(count: number): Promise<number> {
  for (;;) {
    const first = 20_000 + Math.floor(Math.random() * (LENT - 20_000 - count));
    const free = await Promise.all(Array.from({ length: count }, (_, at) => isFree(first + at)));
    if (free.every(Boolean)) return first;
  }
}

async function isFree(port: number): Promise<boolean> {
  const holder = createServer();
  try {
    holder.listen(port, '127.0.0.1');
    await once(holder, 'listening');
  } catch {
    return false;
  }
  holder.close();
  await once(holder, 'close');
  return true;
}
