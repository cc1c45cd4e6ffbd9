import { createServer } from 'node:http';

const TRIES = 50;

/**
 * Opens a server on this machine at a port or, where that is taken, at the first free one from another on. Calls wait until `answerWith` is given who answers them.
 * @param {number} wanted 0 for any free port
 * @param {number} instead where the search goes on
 * @returns {Promise<{ wanted: number, port: number, answerWith(answer: import('node:http').RequestListener): void, close(): Promise<void> }>}
 */
export async function listenFrom(wanted, instead) {
  let answerWith;
  const answerer = new Promise((resolve) => (answerWith = resolve));
  for (let port = wanted; ; port = port === wanted ? instead : port + 1) {
    const server = createServer((request, response) => void answerer.then((answer) => answer(request, response)));
    try {
      await listen(server, port);
      return { wanted, port: server.address().port, answerWith, close: () => shut(server) };
    } catch (failure) {
      if (failure.code !== 'EADDRINUSE' || port >= instead + TRIES) throw failure;
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
