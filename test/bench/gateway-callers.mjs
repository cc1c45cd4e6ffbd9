// Callers of a gateway, in a thread of their own. They speak HTTP/1.1 over bare sockets that stay open and read no more of an answer than its status and its end:
// on a machine whose cores they share with what they measure, a whole HTTP client would cost more than the call.
import { randomUUID } from 'node:crypto';
import { connect } from 'node:net';
import { fileURLToPath } from 'node:url';
import { isMainThread, parentPort, Worker } from 'node:worker_threads';

const WIDTH = 16;

/** Calls a second, `WIDTH` of them under way at a time. */
export async function rate(count, call) {
  const start = performance.now();
  let left = count;
  const worker = async () => {
    while (left-- > 0) await call();
  };
  await Promise.all(Array.from({ length: WIDTH }, worker));
  return count / ((performance.now() - start) / 1000);
}

/** Milliseconds of each call in rising order, begun at an even pace whether or not the ones before have ended. */
export async function times(count, perSecond, call) {
  const took = [];
  const calls = [];
  const start = performance.now();
  for (let at = 0; at < count; at++) {
    const due = start + (at * 1000) / perSecond;
    const early = due - performance.now();
    if (early > 1) await new Promise((resolve) => setTimeout(resolve, early));
    // Late ones count from when they were due; a timer is up to a millisecond early, and what is begun before its time counts from then.
    const from = Math.min(due, performance.now());
    calls.push(call().then(() => took.push(performance.now() - from)));
  }
  await Promise.all(calls);
  return took.sort((a, b) => a - b);
}

/**
 * Opens the callers' thread. `measure(order, count)` answers calls a second, `measure(order, count, perSecond)` the time of each;
 * order = { url, method, headers, bodies? } where bodies are sent in turn, each under an `Idempotency-Key` of its own when `keyed`.
 */
export function openCallers() {
  const worker = new Worker(fileURLToPath(import.meta.url));
  const open = new Map();
  worker.on('message', ({ id, result, failure }) => (failure ? open.get(id).reject(new Error(failure)) : open.get(id).resolve(result)));
  const measure = (order, count, perSecond) =>
    new Promise((resolve, reject) => {
      open.set(open.size, { resolve, reject });
      worker.postMessage({ id: open.size - 1, order, count, perSecond });
    });
  return { measure, close: () => worker.terminate() };
}

function serveOrders() {
  const idle = new Map();
  parentPort.on('message', ({ id, order, count, perSecond }) => {
    const call = callOf(order, idle);
    const done = perSecond ? times(count, perSecond, call) : rate(count, call);
    done.then(
      (result) => parentPort.postMessage({ id, result }),
      (failure) => parentPort.postMessage({ id, failure: String(failure) }),
    );
  });
}

/** One call of the order; a connection carries one at a time and is used again. */
function callOf({ url, method, headers, bodies = [], keyed = false }, idle) {
  const { host, hostname, port, pathname } = new URL(url);
  const head = `${method} ${pathname} HTTP/1.1\r\nHost: ${host}\r\n${Object.entries(headers)
    .map(([name, value]) => `${name}: ${value}\r\n`)
    .join('')}`;
  const free = idle.get(host) ?? [];
  idle.set(host, free);
  let next = 0;
  return async () => {
    const body = bodies.length > 0 ? JSON.stringify(bodies[next++ % bodies.length]) : '';
    const key = keyed ? `Idempotency-Key: ${randomUUID()}\r\n` : '';
    const length = body ? `Content-Length: ${Buffer.byteLength(body)}\r\n` : '';
    const socket = free.pop() ?? connect({ host: hostname, port: Number(port), noDelay: true });
    const status = await answerOf(socket, `${head}${key}${length}\r\n${body}`);
    free.push(socket);
    if (status >= 300) throw new Error(`answered ${status}`);
  };
}

/** Sends a request and reads its answer to the end; answers the status. */
function answerOf(socket, request) {
  return new Promise((resolve, reject) => {
    let text = '';
    const done = (settle, value) => {
      socket.off('data', read);
      socket.off('error', failed);
      socket.off('close', closed);
      settle(value);
    };
    const read = (chunk) => {
      text += chunk.latin1Slice();
      if (ended(text)) done(resolve, Number(text.slice(9, 12)));
    };
    const failed = (failure) => done(reject, failure);
    const closed = () => done(reject, new Error('the gateway closed the connection'));
    socket.on('data', read);
    socket.on('error', failed);
    socket.on('close', closed);
    socket.write(request);
  });
}

/** Whether an answer of one byte a character is whole. */
function ended(text) {
  const head = text.indexOf('\r\n\r\n');
  if (head < 0) return false;
  const [, length] = /\r\ncontent-length: *(\d+)/i.exec(text.slice(0, head)) ?? [];
  return length === undefined ? text.endsWith('\r\n0\r\n\r\n') : text.length >= head + 4 + Number(length);
}

if (!isMainThread && parentPort) serveOrders();
