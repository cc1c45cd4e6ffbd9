import { createServer } from 'node:http';

const TRIES = 50;

/**
 * Opens a server on this machine at a port or, where that is taken, at the next free one. Until it is given an answerer, calls wait.
 * @param {number} wanted 0 for any free port
 * @returns {Promise<{ server: import('node:http').Server, wanted: number, port: number, close(): Promise<void> }>}
 */
export async function listenFrom(wanted) {
  for (let port = wanted; ; port++) {
    const server = createServer();
    try {
      await listen(server, port);
      return { server, wanted, port: server.address().port, close: () => shut(server) };
    } catch (failure) {
      if (failure.code !== 'EADDRINUSE' || port >= wanted + TRIES) throw failure;
    }
  }
}

const listen = (server, port) =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });

const shut = (server) =>
  new Promise((resolve) => {
    server.close(resolve);
    server.closeAllConnections();
  });
