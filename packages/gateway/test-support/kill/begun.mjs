// Loaded into a gateway that will be killed: says which writes have reached it, at once, so that a kill a moment later cannot take it back.
import { subscribe } from 'node:diagnostics_channel';
import { writeSync } from 'node:fs';

subscribe('http.server.request.start', ({ request }) => {
  const key = request.headers['idempotency-key'];
  if (key) writeSync(2, `begun ${key}\n`);
});
